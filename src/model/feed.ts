import type { Outlet } from "./watch.ts";

/** Validators and rhythm of a feed, kept between polls. */
export type FeedState = {
  /** Byte for byte as the server sent it. */
  readonly etag?: string;
  readonly lastModified?: string;
  readonly bodyHash?: string;
  readonly nextPollAt: Date;
  /** Exponentially weighted mean gap between items. */
  readonly gapMs?: number;
  readonly failures: number;
  readonly failingSince?: Date;
  readonly lastSuccessAt?: Date;
  readonly lastError?: string;
  /** Set when the feed must not be polled any more: "410 Gone". */
  readonly disabledReason?: string;
  /** Where it is read since it moved for good; absent: at its own url. */
  readonly address?: string;
  /** Where permanent redirects point to, for how long and how often they did. */
  readonly moved?: { readonly to: string; readonly since: Date; readonly count: number };
  /** How often the server sent the same document again although it was given its own ETag. */
  readonly etagMisses?: number;
  /** What the feed's last whole answer asks of its readers. */
  readonly asks?: Asks;
  /** The shortest interval that feed and server asked for together, at the last answer. */
  readonly hintMs?: number;
};

/** What a feed asks of its readers, whatever the hour. */
export type Asks = {
  /** The shortest interval: its ttl, sy:updatePeriod. */
  readonly minIntervalMs?: number;
  /** When it wants to be left alone, in UTC: hours of every day (0–23), whole days of the week (0 is Sunday). */
  readonly skips?: { readonly hours: readonly number[]; readonly days: readonly number[] };
};

/** A URL polled for items. `server` is set when one server added it, in that `channel`: only that server sees its items. */
export type Feed = {
  readonly id: string;
  readonly url: string;
  readonly outlet: Outlet;
  readonly language?: string;
  readonly timezone?: string;
  readonly server?: string;
  readonly channel?: string;
  readonly state: FeedState;
};

/** Where a feed is read: at its new address, if it moved for good. */
export function addressOf({ url, state }: Pick<Feed, "url" | "state">): string {
  return state.address ?? url;
}

/** One entry as a feed document tells it; names and meaning as in the `parse` contract. Times are instants. */
export type Entry = {
  readonly guid?: string;
  readonly title?: string;
  readonly url?: string;
  /** Where `url` leads in the end, if the feed's distributor says so. */
  readonly originalUrl?: string;
  readonly published?: Date;
  readonly updated?: Date;
  /** HTML or text as written. */
  readonly summary?: string;
  readonly content?: string;
  readonly language?: string;
  /** Read when they are asked for: a poll needs none of them. */
  readonly details?: EntryDetails;
};

/** What else an entry tells. */
export type EntryDetails = {
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  readonly enclosures: readonly { readonly url: string; readonly type?: string }[];
};

export type FeedDocument = {
  readonly title?: string;
  readonly url?: string;
  readonly language?: string;
  readonly asks?: Asks;
  /** Where one can subscribe to pushes (WebSub), and the address under which the feed is known there. */
  readonly hub?: string;
  readonly self?: string;
  readonly entries: readonly Entry[];
};
