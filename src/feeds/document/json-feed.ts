import { z } from "zod";
import { UserError } from "../../lib/user-error.ts";
import type { Entry, EntryDetails, FeedDocument } from "../../model/feed.ts";
import { safeHttpUrl } from "../../text/urls.ts";
import { parseTime } from "./times.ts";

/** A wrong value is as good as none. */
const text = z.string().trim().min(1).optional().catch(undefined);
const authorShape = z.object({ name: text, url: text });
const itemShape = z.object({
  id: z.union([z.string(), z.number()]).transform(String).optional().catch(undefined),
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  date_published: text,
  date_modified: text,
  author: authorShape.optional().catch(undefined),
  authors: z.array(authorShape).optional().catch(undefined),
  tags: z.array(z.string()).catch([]).default([]),
  attachments: z
    .array(z.object({ url: z.string(), mime_type: text }))
    .catch([])
    .default([]),
  language: text,
});
const feedShape = z.object({
  version: text,
  title: text,
  home_page_url: text,
  feed_url: text,
  hubs: z
    .array(z.object({ type: text, url: text }))
    .catch([])
    .default([]),
  language: text,
  author: authorShape.optional().catch(undefined),
  authors: z.array(authorShape).optional().catch(undefined),
  items: z.array(z.unknown()),
});

type Item = z.infer<typeof itemShape>;

const MAX_ENTRIES = 5000;
/** Mending costs many times what reading does. */
const MOST_MENDED = 2_000_000;

function authorsOf({ author, authors }: Pick<Item, "author" | "authors">): string[] {
  const all = authors ?? (author ? [author] : []);
  return all.flatMap(({ name, url }) => name ?? url ?? []);
}

type Surroundings = {
  readonly base: string | undefined;
  /** The feed's; absent when nobody asks for details. */
  readonly authors: readonly string[] | undefined;
};

function detailsOf(item: Item, authors: readonly string[]): EntryDetails {
  const own = authorsOf(item);
  return {
    authors: own.length > 0 ? own : authors,
    categories: item.tags,
    enclosures: item.attachments.map(({ url, mime_type: type }) => ({ url, ...(type && { type }) })),
  };
}

function toEntry(item: Item, { base, authors }: Surroundings): Entry {
  const [published, updated] = [item.date_published, item.date_modified].map((time) => time && parseTime(time));
  const url = [item.url, item.external_url].flatMap((link) => (link && safeHttpUrl(link, base)) || []).at(0);
  const content = item.content_html ?? item.content_text;
  const first = published || updated;
  return {
    ...(item.id && { guid: item.id }),
    ...(item.title && { title: item.title }),
    ...(url && { url }),
    ...(first && { published: first }),
    ...(updated && { updated }),
    ...(item.summary && { summary: item.summary }),
    ...(content && { content }),
    ...(item.language && { language: item.language }),
    ...(authors && { details: detailsOf(item, authors) }),
  };
}

/** Without what JSON forbids but is written: bare line ends and tabs inside texts, commas after the last of a list. */
function mended(json: string): string {
  return json.replace(/\p{Cc}/gu, " ").replace(/("(?:[^"\\]+|\\.)*\\?(?:"|$))|,(?=\s*[\]}])/g, "$1");
}

function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (json.length > MOST_MENDED) throw error;
    return JSON.parse(mended(json));
  }
}

/** Reads a JSON Feed 1.0 or 1.1 (jsonfeed.org). Throws a UserError for any other JSON. */
export function parseJsonFeed(
  json: string,
  from: { readonly url?: string; readonly details?: boolean } = {},
): FeedDocument {
  const next = "Give the address of an RSS, Atom or JSON feed.";
  let value: unknown;
  try {
    value = parsedJson(json);
  } catch (cause) {
    throw new UserError("not a feed: the JSON in it is broken", next, { cause });
  }
  const feed = feedShape.safeParse(value);
  if (!feed.success) throw new UserError("not a feed: this is JSON, but not a JSON Feed", next);
  const { title, language, home_page_url: home, items } = feed.data;
  const url = home && safeHttpUrl(home, from.url);
  const hubUrl = feed.data.hubs.find(({ type }) => type?.toLowerCase() === "websub")?.url;
  const [hub, self] = [hubUrl, feed.data.feed_url].map((link) => link && safeHttpUrl(link, from.url));
  const surroundings = { base: from.url, authors: from.details ? authorsOf(feed.data) : undefined };
  return {
    ...(title && { title }),
    ...(url && { url }),
    ...(language && { language }),
    ...(hub && { hub }),
    ...(self && { self }),
    entries: items.slice(0, MAX_ENTRIES).flatMap((raw) => {
      const item = itemShape.safeParse(raw);
      return item.success ? [toEntry(item.data, surroundings)] : [];
    }),
  };
}
