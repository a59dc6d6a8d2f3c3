import type { Asks, Feed } from "../model/feed.ts";
import type { Draft } from "../model/item.ts";

/** What a server said about caching, to be echoed byte for byte. */
export type Validators = { readonly etag?: string; readonly lastModified?: string; readonly bodyHash?: string };

/** A feed that a web page names. Both come from the page: nothing of it is trusted. */
export type Advertised = { readonly url: string; readonly title?: string };

export type PushOffer = { readonly hub: string; readonly topic: string };

/** The outcome of one poll. Expected failures are values. */
export type Polled =
  | {
      readonly kind: "fresh";
      readonly drafts: readonly Draft[];
      readonly validators: Validators;
      /** What the document asks for. */
      readonly asks?: Asks;
      /** For how long the server says that its answer stays fresh. */
      readonly minIntervalMs?: number;
      /** Where a permanent redirect points to. */
      readonly movedTo?: string;
      /** Who pushes the feed's news, and under which address it knows the feed (WebSub). */
      readonly push?: PushOffer;
    }
  | {
      readonly kind: "unchanged";
      readonly validators?: Validators;
      readonly minIntervalMs?: number;
      readonly movedTo?: string;
      /** The server sent the same document again instead of saying that nothing changed. */
      readonly sentWhole?: true;
    }
  | {
      readonly kind: "failed";
      /** In plain words, without secrets: "the server answered 503". */
      readonly reason: string;
      /** What the asker can do about it, when the document itself says. */
      readonly next?: string;
      readonly retryAfterMs?: number;
      /** Every feed of that host should wait as long. */
      readonly busyHost?: string;
      /** What was read is no feed but a web page, which names these. */
      readonly advertised?: readonly Advertised[];
    }
  | { readonly kind: "gone"; readonly reason: string };

/** A document that was asked for once, as it came. */
export type Document =
  | { readonly kind: "document"; readonly bytes: Uint8Array; readonly contentType?: string }
  | { readonly kind: "failed"; readonly reason: string };

/** Where feeds come from. Implementations: the web, recordings. Must never throw for what a feed or server does. */
export type Source = {
  poll(feed: Feed, now: Date, signal: AbortSignal): Promise<Polled>;
  /** Fetches another document than a feed, a list of feeds, with the same care. */
  fetch(url: string, signal: AbortSignal): Promise<Document>;
  stop(): Promise<void>;
};
