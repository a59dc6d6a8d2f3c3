import type { Readable, Writable } from "node:stream";
import { parseFeed } from "../feeds/document/parse.ts";
import { UserError } from "../lib/user-error.ts";
import { mapLines } from "./json-lines.ts";

/** More than the largest feed takes in base64: what follows is not decoded, since the feed is refused anyway. */
const MAX_BODY = 14_000_000;

type Line = Readonly<Record<string, unknown>>;

function field(line: Line, name: string): string | undefined {
  const value = line[name];
  return typeof value === "string" ? value : undefined;
}

async function parseLine(line: Line): Promise<unknown> {
  const body = field(line, "body");
  if (body === undefined) throw new UserError('the line has no "body"', "give every line an id and a body in base64");
  const [url, contentType] = [field(line, "url"), field(line, "contentType")];
  const document = await parseFeed(Buffer.from(body.slice(0, MAX_BODY), "base64"), {
    ...(url && { url }),
    ...(contentType && { contentType }),
    details: true,
  });
  const { title, url: page, language } = document;
  return {
    id: line["id"],
    feed: { title, url: page, language },
    items: document.entries.map(({ details = {}, originalUrl: _, ...entry }) => ({
      ...entry,
      ...Object.fromEntries(Object.entries(details).filter(([, list]) => list.length > 0)),
    })),
  };
}

/** `parse`: a feed's bytes a line to its items a line. Gives the number of lines that failed. */
export function parseVerb(
  io: { readonly input: Readable; readonly output: Writable },
  _args: readonly string[],
): Promise<number> {
  return mapLines(io, parseLine);
}
