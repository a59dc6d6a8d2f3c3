import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import type { Feed } from "../../model/feed.ts";
import { readFeed } from "../document/read-feed.ts";
import type { Polled, Source } from "../source.ts";

/** Which file of the folder holds which feed: `{ "https://…": "outlet.xml" }`. */
const INDEX_FILE = "index.json";
const UNKNOWN = "there is no recording of this feed";
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
  if (read.kind === "unreadable") return { ...read, kind: "failed" };
  const { drafts, asks } = read;
  return { kind: "fresh", drafts, validators: { bodyHash }, ...(asks && { asks }) };
}

/**
 * Feeds from files of a folder, read as if they came from the web. `index.json` says which file holds which address.
 * The files are read at every poll: replacing one plays the feed on.
 */
export function createRecordedSource(folder: string): Source {
  let index: Promise<ReadonlyMap<string, string>> | undefined;
  const pathOf = async (url: string): Promise<string | undefined> => {
    index ??= readIndex(folder);
    const file = (await index).get(url);
    return file === undefined ? undefined : join(folder, basename(file));
  };
  return {
    poll: async (feed, now) => {
      const path = await pathOf(feed.url);
      return path === undefined ? { kind: "failed", reason: UNKNOWN } : pollFile(path, feed, now);
    },
    fetch: async (url) => {
      const path = await pathOf(url);
      if (path === undefined || !existsSync(path)) return { kind: "failed", reason: UNKNOWN };
      return { kind: "document", bytes: await readFile(path) };
    },
    stop: async () => {},
  };
}
