import type { Article } from "./article.ts";
import type { Findings } from "./findings.ts";
import type { Outlet } from "./watch.ts";

/** A cleaned entry, before it is stored. `key` is its identity inside the feed. */
export type Draft = {
  readonly key: string;
  readonly url?: string;
  /** For comparing: lower-case host, no trackers, no fragment. */
  readonly canonicalUrl?: string;
  readonly title: string;
  /** Plain text, paragraphs separated by line feeds; "" when the feed gives a title only. */
  readonly text: string;
  readonly language?: string;
  readonly published?: Date;
  /** Hash of title and text: another one under the same key is a new revision. */
  readonly contentHash: string;
};

/** One entry of a feed. */
export type Item = Draft & {
  readonly id: string;
  readonly feed: string;
  readonly outlet: Outlet;
  /** IANA zone of the feed: the outlet's calendar day is what "today" means in its text. */
  readonly timezone?: string;
  /** Set when the feed was added by one server: only that server sees the item. */
  readonly server?: string;
  readonly firstSeen: Date;
  /** 1 for a new item; a changed entry adds one. */
  readonly revision: number;
  /** True when it was already old at the feed's first fetch: kept for look-ups, never the cause of a post. */
  readonly baseline: boolean;
};

/** An item after it was understood. */
export type ReadItem = Item & {
  readonly findings: Findings;
  readonly story: string;
  /** The earlier item whose text this one repeats. */
  readonly duplicateOf?: string;
};

/** The instant as ISO 8601 with the offset of that zone, so that it begins with the outlet's calendar day; UTC without one. */
function localTime(at: Date, timezone: string | undefined): string {
  if (timezone === undefined) return at.toISOString();
  // Sweden writes dates as ISO 8601 does.
  const written = at.toLocaleString("sv-SE", { timeZone: timezone }).replace(" ", "T");
  const offset = Math.round((Date.parse(`${written}Z`) - at.getTime()) / 60_000);
  const clock = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60].map((n) => String(n).padStart(2, "0"));
  return `${written}${offset < 0 ? "-" : "+"}${clock.join(":")}`;
}

/** The item as the analysers read it. An entry that is only a title is read as a text of its own. */
export function articleOf(item: Item): Article {
  return {
    id: item.id,
    title: item.title,
    text: item.text || item.title,
    source: item.outlet.name,
    published: localTime(item.published ?? item.firstSeen, item.timezone),
    ...(item.language === undefined ? {} : { language: item.language }),
  };
}
