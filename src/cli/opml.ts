import { readFile } from "node:fs/promises";
import { stringify } from "yaml";
import { decodeFeed } from "../feeds/document/decode.ts";
import { readOpml, writeOpml } from "../feeds/opml.ts";
import { UserError } from "../lib/user-error.ts";
import type { FeedSpec, Watch } from "../model/watch.ts";

const LARGEST = 10_000_000;

/** The feeds of the watches as an OPML document, each address once. */
export function opmlOf(watches: readonly Watch[]): string {
  const feeds = new Map(watches.flatMap((watch) => watch.feeds).map((feed) => [feed.url, feed]));
  return writeOpml(watches.map((watch) => watch.name).join(", "), [...feeds.values()]);
}

function lineOf({ url, outlet, language }: FeedSpec): string {
  const line = stringify([{ url, outlet: outlet.name, ...(language && { language }) }], {
    collectionStyle: "flow",
    lineWidth: 0,
  });
  return `  - ${line.trim().slice(1, -1).trim()}`;
}

/** The feeds of an OPML document as lines for the `feeds` of a watch file. */
export function feedLinesOf(bytes: Uint8Array): string {
  const { feeds } = readOpml(decodeFeed(bytes));
  return ["feeds:", ...feeds.map(lineOf), ""].join("\n");
}

/** `import opml FILE` prints what belongs into a watch file; it changes none. */
export async function importVerb([what, file]: readonly string[]): Promise<void> {
  if (what !== "opml" || file === undefined)
    throw new UserError("It is not clear what to import.", "Write: import opml FILE");
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`${file} cannot be read (${error.code ?? error.message}).`, "Give an OPML file.");
  });
  if (bytes.length > LARGEST) throw new UserError(`${file} is larger than 10 MB.`, "Give a shorter list.");
  const lines = feedLinesOf(bytes);
  if (lines === "feeds:\n")
    throw new UserError(`${file} names no feed.`, "Give an OPML file, as feed readers export it.");
  process.stdout.write(lines);
}
