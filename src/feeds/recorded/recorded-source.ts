import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import type { Feed } from "../../model/feed.ts";
import { readFeed } from "../document/read-feed.ts";
import type { Polled, Source } from "../source.ts";

/** Which file of the folder holds which feed: `{ "https://…": "outlet.xml" }`. */
const INDEX_FILE = "index.json";
const indexShape = z.record(z.string(), z.string());

async function readIndex(folder: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(folder, INDEX_FILE), "utf8");
  return new Map(Object.entries(indexShape.parse(JSON.parse(text))));
}

async function pollFile(path: string, feed: Feed, now: Date): Promise<Polled> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch {
    return { kind: "failed", reason: "the recording of this feed is missing" };
  }
  const bodyHash = createHash("sha256").update(bytes).digest("base64url");
  if (bodyHash === feed.state.bodyHash) return { kind: "unchanged", validators: { bodyHash } };
  const read = await readFeed({ bytes, url: feed.url, feed, now });
  if (read.kind === "unreadable") return { kind: "failed", reason: read.reason };
  const { drafts, minIntervalMs } = read;
  return { kind: "fresh", drafts, validators: { bodyHash }, ...(minIntervalMs && { minIntervalMs }) };
}

/**
 * Feeds from files of a folder, read as if they came from the web. `index.json` says which file holds which address.
 * The files are read at every poll: replacing one plays the feed on.
 */
export function createRecordedSource(folder: string): Source {
  let index: Promise<ReadonlyMap<string, string>> | undefined;
  return {
    poll: async (feed, now) => {
      index ??= readIndex(folder);
      const file = (await index).get(feed.url);
      if (file === undefined) return { kind: "failed", reason: "there is no recording of this feed" };
      return pollFile(join(folder, basename(file)), feed, now);
    },
    stop: async () => {},
  };
}
