import { hash } from "node:crypto";
import { shortId } from "../../lib/short-id.ts";
import type { Entry, Feed, FeedDocument } from "../../model/feed.ts";
import type { Draft } from "../../model/item.ts";
import { withRealMarks } from "../../text/doubled-marks.ts";
import { htmlToText, plainTitle } from "../../text/html.ts";
import { canonicalUrl } from "../../text/urls.ts";
import { languageOfWords } from "./known-languages.ts";

type Context = { readonly feed: Feed; readonly now: Date };

const MAX_TITLE = 500;
const MAX_TEXT = 100_000;
/** Words of a text that stand in for a missing title. */
const LEAD_LENGTH = 120;
const DAY_MS = 86_400_000;
/** Earlier and later years are a machine's zero or its end of time, not a date of news. */
const YEARS = { first: 1990, last: 9000 };
/** What publishing systems append to every text. */
const SIGN_OFF = /^(?:the post .{1,300} (?:first )?appeared first on .{1,100}|continue reading.{0,300}|read more)$/i;

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).toWellFormed()}…`;
}

function lead(text: string): string {
  const line = text.split("\n", 1)[0] ?? "";
  if (line.length <= LEAD_LENGTH) return line;
  return `${line.slice(0, line.lastIndexOf(" ", LEAD_LENGTH) + 1 || LEAD_LENGTH).trim()}…`;
}

/** Outlets put the article into either field: the longer text wins. */
function textOf({ content, summary }: Entry): string {
  const full = content === undefined ? "" : htmlToText(content);
  // A text is never longer than its HTML: most summaries need no reading.
  const short = summary === undefined || summary.length <= full.length ? "" : htmlToText(summary);
  const text = full.length >= short.length ? full : short;
  const lines = text.split("\n");
  while (lines.length > 0 && SIGN_OFF.test(lines.at(-1) ?? "")) lines.pop();
  return cut(withRealMarks(lines.join("\n")), MAX_TEXT);
}

/** Times that cannot be of news are left out; one more than a day ahead is a mistake for "just now". */
function publishedOf(entry: Entry, now: Date): Date | undefined {
  const time = entry.published ?? entry.updated;
  if (time === undefined || time.getUTCFullYear() < YEARS.first || time.getUTCFullYear() >= YEARS.last)
    return undefined;
  return time.getTime() > now.getTime() + DAY_MS ? now : time;
}

function digest(text: string): string {
  return hash("sha256", text).slice(0, 32);
}

function counts(values: readonly (string | undefined)[]): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  for (const value of values) if (value !== undefined) seen.set(value, (seen.get(value) ?? 0) + 1);
  return seen;
}

type Identities = { readonly guids: ReadonlyMap<string, number>; readonly urls: ReadonlyMap<string, number> };

/**
 * The identity inside the feed: the guid when it is the only one of its kind in the document, else the canonical
 * address on the same condition, else the title and its day. A guid alone is never trusted.
 */
function keyOf(entry: Entry, draft: Omit<Draft, "key">, { guids, urls }: Identities): string {
  if (entry.guid !== undefined && guids.get(entry.guid) === 1) return `guid:${shortId(entry.guid)}`;
  const { canonicalUrl: url } = draft;
  if (url !== undefined && urls.get(url) === 1) return `url:${shortId(url)}`;
  return `text:${shortId(draft.title, draft.published?.toISOString().slice(0, 10) ?? "")}`;
}

function toDraft(entry: Entry, document: FeedDocument, { feed, now }: Context): Omit<Draft, "key"> | undefined {
  const text = textOf(entry);
  const title = cut(withRealMarks(plainTitle(entry.title ?? "")) || lead(text), MAX_TITLE);
  if (title === "") return undefined;
  const body = text === title ? "" : text;
  const published = publishedOf(entry, now);
  const contentHash = digest(`${title}\n${body}`);
  const language =
    feed.language ?? entry.language ?? languageOfWords({ title, text: body, contentHash }, document.language);
  const url = entry.originalUrl ?? entry.url;
  const canonical = url === undefined ? undefined : canonicalUrl(url);
  return {
    ...(url && { url }),
    ...(canonical && { canonicalUrl: canonical }),
    title,
    text: body,
    ...(language && { language }),
    ...(published && { published }),
    contentHash,
  };
}

/** The entries of a document as cleaned drafts, in order. Those without any words are left out. */
export function toDrafts(document: FeedDocument, context: Context): Draft[] {
  const drafted = document.entries.flatMap((entry) => {
    const draft = toDraft(entry, document, context);
    return draft === undefined ? [] : [{ entry, draft }];
  });
  const identities = {
    guids: counts(drafted.map(({ entry }) => entry.guid)),
    urls: counts(drafted.map(({ draft }) => draft.canonicalUrl)),
  };
  return drafted.map(({ entry, draft }) => ({ key: keyOf(entry, draft, identities), ...draft }));
}
