import { UserError } from "../../lib/user-error.ts";
import type { Asks, Feed } from "../../model/feed.ts";
import type { Draft } from "../../model/item.ts";
import type { Advertised } from "../source.ts";
import { advertisedFeeds } from "./advertised.ts";
import { toDrafts } from "./draft.ts";
import { parseFeed } from "./parse.ts";

/** A feed's answer, to be read. Plain data, so that it can go to another thread. */
export type Reading = {
  readonly bytes: Uint8Array;
  /** Where it was read at last, after redirects. */
  readonly url: string;
  readonly contentType?: string;
  readonly feed: Feed;
  readonly now: Date;
};

/** What was read, or why nothing could be. */
export type Read =
  | {
      readonly kind: "read";
      readonly drafts: readonly Draft[];
      readonly asks?: Asks;
      readonly hub?: string;
      readonly self?: string;
    }
  | {
      readonly kind: "unreadable";
      readonly reason: string;
      readonly next?: string;
      /** What was read is no feed but a web page, which names these. */
      readonly advertised?: readonly Advertised[];
    };

/** Reads a feed's bytes into drafts. Never rejects for what the bytes are. */
export async function readFeed({ bytes, url, contentType, feed, now }: Reading): Promise<Read> {
  const from = { url, ...(contentType && { contentType }) };
  try {
    const { timezone } = feed;
    const document = await parseFeed(bytes, { ...from, ...(timezone && { timezone }) });
    const { asks, hub, self } = document;
    return {
      kind: "read",
      drafts: toDrafts(document, { feed, now }),
      ...(asks && { asks }),
      ...(hub && { hub }),
      ...(self && { self }),
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const advertised = advertisedFeeds(bytes, from);
    const { message: reason, next } = error;
    return { kind: "unreadable", reason, next, ...(advertised.length > 0 && { advertised }) };
  }
}
