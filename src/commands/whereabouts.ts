import { getDomain } from "tldts";
import { UserError } from "../lib/user-error.ts";
import { plain, type Text } from "../model/card.ts";
import type { Feed } from "../model/feed.ts";
import type { Item, ReadItem } from "../model/item.ts";
import type { Run } from "./command.ts";

const MOST_FEEDS = 5;

/** What somebody asks about, as far as sitrep knows it. */
export type Asked =
  /** No feed has brought it; `because` says what is known of the feeds of that site. */
  | { readonly kind: "unknown"; readonly because: readonly Text[] }
  | { readonly kind: "unread"; readonly item: Item }
  | { readonly kind: "item"; readonly item: ReadItem }
  /** The post with that link shows this story. */
  | { readonly kind: "post"; readonly story: string }
  /** An id or words: a story, if anything. */
  | { readonly kind: "words"; readonly words: string };

/** The last number or dotted id of a message link names the message, on both platforms. */
function messageIdOf(typed: string): string | undefined {
  return /\/(?:p)?(\d[\d.]{8,24})(?:\?\S*)?$/.exec(typed)?.[1];
}

function isAddress(typed: string): boolean {
  return /^https?:\/\/\S+$/.test(typed);
}

/** How a feed is that should have brought an address. */
function feedInWords({ outlet, state }: Feed): Text {
  const name = `The feed of ${outlet.name}`;
  if (state.disabledReason !== undefined) return plain(`${name} is not polled any more: ${state.disabledReason}`);
  if (state.failures > 0) return plain(`${name} cannot be read: ${state.lastError ?? "no answer"}`);
  if (state.lastSuccessAt === undefined) return plain(`${name} was not read yet`);
  return [
    ...plain(`${name} did not hold it when it was last read `),
    { kind: "time", at: state.lastSuccessAt, style: "relative" },
  ];
}

/** The registrable domain; a bare address of a machine as it is. */
function siteOf(address: string): string {
  return getDomain(address) ?? URL.parse(address)?.hostname ?? "that site";
}

async function whyUnknown(run: Run, address: string): Promise<Text[]> {
  const site = siteOf(address);
  const feeds = await run.store.feeds.list(run.viewer);
  const theirs = feeds.filter(({ url }) => siteOf(url) === site);
  if (theirs.length > 0) return theirs.slice(0, MOST_FEEDS).map(feedInWords);
  const broken = feeds.filter(({ state }) => state.failures > 0 || state.disabledReason !== undefined);
  return [
    plain(`No feed at ${site} is read for this server`),
    ...(broken.length > 0
      ? [plain(`${broken.length} of ${feeds.length} feeds elsewhere cannot be read; see /feeds list`)]
      : []),
  ];
}

/** Finds what is meant by an article's address, a post's link, an id or words. */
export async function findAsked(run: Run, typed: string): Promise<Asked> {
  if (!isAddress(typed)) return { kind: "words", words: typed };
  const messageId = messageIdOf(typed);
  const post = messageId === undefined ? undefined : await run.store.posts.byMessage(run.asker.at, messageId);
  if (post?.notice)
    throw new UserError("That message is a notice: it tells of no story.", "Give the link of an alert.");
  if (post) return { kind: "post", story: post.story };
  const item = await run.store.items.byUrl(typed, run.viewer);
  if (item === undefined) return { kind: "unknown", because: await whyUnknown(run, typed) };
  const read = item.story === undefined ? undefined : await run.store.items.get(item.id);
  return read === undefined ? { kind: "unread", item } : { kind: "item", item: read };
}
