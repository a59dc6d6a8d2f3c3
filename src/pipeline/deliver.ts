import { mergedCard, storyCard } from "../cards/story-card.ts";
import type { Chat, Outcome } from "../chat/chat.ts";
import type { Desk } from "../desk/desk.ts";
import { type LinkOf, pointTo, relatedStories } from "../desk/related.ts";
import { viewStory } from "../desk/story-view.ts";
import type { Clock } from "../lib/clock.ts";
import type { Log } from "../lib/log.ts";
import type { Card } from "../model/card.ts";
import { type ClaimedPost, MANAGERS, type Post, serverKey } from "../model/channel.ts";
import type { Store } from "../store/store.ts";
import type { Metrics } from "./metrics.ts";
import { passToManagers, settleRefusal } from "./notices.ts";
import type { Reworder } from "./reword.ts";
import { sendPost, settlementOf } from "./sending.ts";

export type DeliverParts = {
  readonly store: Store;
  readonly desk: Desk;
  readonly chats: readonly Chat[];
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Puts stories in other words, when a language model is set up. */
  readonly reworder?: Pick<Reworder, "shown">;
  readonly leaseMs: number;
  readonly editEveryMs: number;
  readonly batch: number;
};

/** `changedAt`: since when there is something to show; absent of a notice. */
type Showing = { readonly card: Card; readonly changedAt?: Date };

/** What a post should show now. Undefined when the channel may see nothing of the story. */
export async function showing(
  parts: Pick<DeliverParts, "store" | "desk" | "chats" | "reworder">,
  { at, story, watch, notice }: Post,
): Promise<Showing | undefined> {
  if (notice !== undefined) return { card: notice };
  const reader = { at, watch, server: serverKey(at), linkOf: linkOf(parts.chats) };
  const view = await viewStory(parts, { story, watch, server: reader.server });
  if (view === undefined) return undefined;
  const { lastChange: changedAt } = view.story;
  if (view.story.id !== story)
    return { card: mergedCard(view.story.id, await pointTo(parts.store, view, reader)), changedAt };
  const shown = storyCard(view, await relatedStories(parts, story, reader));
  return { card: (await parts.reworder?.shown(view.story, shown)) ?? shown, changedAt };
}

function linkOf(chats: readonly Chat[]): LinkOf {
  return (at, messageId) => chats.find(({ platform }) => platform === at.platform)?.linkTo(at, messageId);
}

/** Stores what became of an attempt; false when another process holds the post now. */
function settle(parts: DeliverParts, post: ClaimedPost, outcome: Outcome): Promise<boolean> {
  const settlement = settlementOf(outcome, post, { now: parts.clock.now(), editEveryMs: parts.editEveryMs });
  if (outcome.kind !== "refused") return parts.store.posts.settle(post, settlement);
  return settleRefusal(parts, { post, settlement, reason: outcome.reason });
}

async function deliverOne(parts: DeliverParts, post: ClaimedPost, signal: AbortSignal): Promise<void> {
  const { store, clock, log, metrics } = parts;
  const { at, notice } = post;
  const chat = parts.chats.find((one) => one.platform === at.platform);
  const shown = await showing(parts, post);
  if (chat === undefined || shown === undefined) {
    await store.posts.settle(post, { kind: "dead", error: "nothing of the story may be shown there" });
    return;
  }
  if (notice !== undefined && at.channel === MANAGERS) return passToManagers(parts, { chat, post, notice }, signal);
  const outcome = await sendPost({ chat, post, card: shown.card, signal }, parts);
  metrics.deliveries.inc({ platform: at.platform, result: outcome.kind });
  const held = await settle(parts, post, outcome);
  if (outcome.kind !== "sent") return log.warn({ post: post.id, at, outcome }, "post.not-sent");
  const isNew = post.messageId === undefined;
  if (isNew && shown.changedAt)
    metrics.latency.observe({ platform: at.platform }, (clock.now().getTime() - shown.changedAt.getTime()) / 1000);
  log.info({ post: post.id, story: post.story, revision: post.wanted, at, held }, isNew ? "post.sent" : "post.edited");
}

/** Makes shown equal wanted for all posts that are due; gives the number of attempts. */
export async function deliverDue(parts: DeliverParts, signal: AbortSignal): Promise<number> {
  const platforms = parts.chats.filter((chat) => chat.isReady()).map((chat) => chat.platform);
  let attempts = 0;
  while (!signal.aborted && platforms.length > 0) {
    const now = parts.clock.now();
    const posts = await parts.store.posts.claim({ now, leaseMs: parts.leaseMs, limit: parts.batch, platforms });
    if (posts.length === 0) break;
    // New messages go first, so that the edits of other posts can point to them.
    const isNew = ({ messageId }: ClaimedPost) => messageId === undefined;
    const send = (some: readonly ClaimedPost[]) =>
      Promise.allSettled(some.map((post) => deliverOne(parts, post, signal)));
    const results = [...(await send(posts.filter(isNew))), ...(await send(posts.filter((post) => !isNew(post))))];
    // A post that failed here stays claimed and is tried again when its lease ends.
    for (const result of results)
      if (result.status === "rejected") parts.log.error({ err: result.reason }, "post.failed");
    attempts += posts.length;
  }
  return attempts;
}
