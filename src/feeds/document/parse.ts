import { UserError } from "../../lib/user-error.ts";
import type { Asks, Entry, FeedDocument } from "../../model/feed.ts";
import { plainTitle } from "../../text/html.ts";
import { decodeFeed } from "./decode.ts";
import { authorsOf, detailsOf, languageTag, toEntry } from "./entry.ts";
import { parseJsonFeed } from "./json-feed.ts";
import { pageOf, related } from "./links.ts";
import { buildFeed, type ToldEntry, writtenEntry } from "./rss.ts";
import { skipsOf } from "./skips.ts";
import { tokenise } from "./tokenise.ts";
import { type Element, textOf } from "./tree.ts";

/** Larger documents are refused unread. */
const MAX_BYTES = 10_000_000;
const MINUTE_MS = 60_000;
const PERIOD_MINUTES: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

type From = {
  /** Where the document was read: relative addresses stand on it. */
  readonly url?: string;
  /** The HTTP header. */
  readonly contentType?: string;
  /** IANA zone of times that name none. */
  readonly timezone?: string;
  /** Whether entries shall have their details. */
  readonly details?: boolean;
};

/** The shortest interval that the feed asks for: `ttl` in minutes, or so many updates a period. */
function minIntervalOf(head: Element): number | undefined {
  const ttl = Number(textOf(head, "ttl") ?? 0);
  const period = PERIOD_MINUTES[textOf(head, "sy:updateperiod")?.toLowerCase() ?? ""] ?? 0;
  const frequency = Number(textOf(head, "sy:updatefrequency") ?? 1);
  const minutes = Math.max(0, ttl, frequency > 0 ? period / frequency : 0);
  return Number.isFinite(minutes) && minutes > 0 ? Math.round(minutes * MINUTE_MS) : undefined;
}

/**
 * What rss-parser says of an entry, and what was read of the rest. Atom's authors of the feed are those of each entry
 * that names none (RFC 4287, 4.2.1).
 */
function entryOf({ rest, title, guid }: ToldEntry<Entry>, authors: readonly string[]): Entry {
  return {
    ...(title && { title }),
    ...rest,
    ...(guid && { guid }),
    ...(rest.details?.authors.length === 0 && { details: { ...rest.details, authors } }),
  };
}

function asksOf(head: Element): Asks | undefined {
  const [minIntervalMs, skips] = [minIntervalOf(head), skipsOf(head)];
  if (minIntervalMs === undefined && skips === undefined) return undefined;
  return { ...(minIntervalMs && { minIntervalMs }), ...(skips && { skips }) };
}

async function readTree(text: string, { url: documentUrl, timezone, details }: From): Promise<FeedDocument> {
  const readEntry = (element: Element) => {
    const entry = toEntry(element, timezone);
    return writtenEntry(element, details ? { ...entry, details: detailsOf(element) } : entry);
  };
  const tree = tokenise(text, { documentUrl, readEntry });
  const { head, root } = tree;
  const told = await buildFeed(tree);
  const written = told.title ?? textOf(head, "atom:title", "dc:title", "media:title", "itunes:title") ?? "";
  const title = plainTitle(written) || written;
  const url = pageOf(head);
  const language = languageTag(textOf(head, "language", "dc:language") ?? head.language ?? root.language);
  const asks = asksOf(head);
  const [hub, self] = [related(head, "hub"), related(head, "self")];
  const authors = details && tree.kind === "atom" ? authorsOf(head) : [];
  return {
    ...(title && { title }),
    ...(url && { url }),
    ...(language && { language }),
    ...(asks && { asks }),
    ...(hub && { hub }),
    ...(self && { self }),
    entries: told.entries.map((entry) => entryOf(entry, authors)),
  };
}

/** Reads a feed's bytes: RSS, Atom or JSON Feed. Rejects with a UserError ("not a feed: …") when they are none. */
export async function parseFeed(bytes: Uint8Array, from: From = {}): Promise<FeedDocument> {
  if (bytes.length > MAX_BYTES) throw new UserError("the feed is larger than 10 MB", "Give a shorter feed.");
  const text = decodeFeed(bytes, from.contentType);
  if (/^[\s\ufeff]*\{/.test(text)) return parseJsonFeed(text, from);
  return readTree(text, from);
}
