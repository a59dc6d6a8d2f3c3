import { mergedCard, storyCard } from "../cards/story-card.ts";
import type { Chat, Outcome } from "../chat/chat.ts";
import type { Desk } from "../desk/desk.ts";
import { type LinkOf, pointTo, relatedStories } from "../desk/related.ts";
import { viewStory } from "../desk/story-view.ts";
import type { Clock } from "../lib/clock.ts";
import type { Log } from "../lib/log.ts";
import { type Card, card, plain } from "../model/card.ts";
import { type ClaimedPost, type Post, serverKey } from "../model/channel.ts";
import type { Settlement, Store } from "../store/store.ts";
import type { Metrics } from "./metrics.ts";
import type { Reworder } from "./reword.ts";

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

type Showing = { readonly card: Card; readonly changedAt: Date };

/** What a post should show now. Undefined when the channel may see nothing of the story. */
export async function showing(
  parts: Pick<DeliverParts, "store" | "desk" | "chats" | "reworder">,
  { at, story, watch }: Post,
): Promise<Showing | undefined> {
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

/** The same news without anything that a platform could dislike. */
function simpler(full: Card): Card {
  const { kind, level, title, url, footer } = full;
  return card({
    kind,
    title,
    ...(level === undefined ? {} : { level }),
    ...(url === undefined ? {} : { url }),
    ...(footer === undefined ? {} : { footer }),
  });
}

type Attempt = { readonly chat: Chat; readonly post: ClaimedPost; readonly card: Card; readonly signal: AbortSignal };

async function send({ chat, post, card: shown, signal }: Attempt, messageId: string | undefined): Promise<Outcome> {
  // The id must not change between attempts, or a platform that knows the first attempt would take the next as new.
  const id = `${post.id}:${post.firstAttemptAt?.getTime() ?? 0}`;
  const delivery = { at: post.at, id, post: post.id, ...(messageId === undefined ? {} : { messageId }) };
  const outcome = await chat.deliver({ ...delivery, card: shown }, signal);
  return outcome.kind === "bad-payload" ? chat.deliver({ ...delivery, card: simpler(shown) }, signal) : outcome;
}

/**
 * Creates the first message of a post. An earlier attempt may have reached the channel: inside the platform's resend
 * window the same id is sent again, after it the channel's history decides. Whatever is found or was sent by an
 * earlier attempt may show an older revision, so it is edited.
 */
async function create(attempt: Attempt, parts: DeliverParts): Promise<Outcome> {
  const { chat, post, signal } = attempt;
  if (post.attempts <= 1 || post.firstAttemptAt === undefined) return send(attempt, undefined);
  const age = parts.clock.now().getTime() - post.firstAttemptAt.getTime();
  if (age > chat.resendWindowMs) {
    const found = await chat.find(post.at, post.id, post.firstAttemptAt, signal);
    parts.metrics.reconciled.inc({ found: found.kind });
    if (found.kind === "found") return send(attempt, found.messageId);
    if (found.kind === "unknown") parts.log.warn({ post: post.id, reason: found.reason }, "post.history-unreadable");
  }
  const outcome = await send(attempt, undefined);
  return outcome.kind === "sent" ? send(attempt, outcome.messageId) : outcome;
}

/** Waits longer with each attempt: 2 s, 4 s … 5 min. */
function backOffMs(attempts: number): number {
  return Math.min(300_000, 1_000 * 2 ** Math.min(attempts, 12));
}

function settlementOf(outcome: Outcome, post: ClaimedPost, parts: DeliverParts): Settlement {
  const now = parts.clock.now();
  const later = (ms: number) => new Date(now.getTime() + ms);
  switch (outcome.kind) {
    case "sent":
      return {
        kind: "sent",
        messageId: outcome.messageId,
        shown: post.wanted,
        now,
        editAgainAt: later(parts.editEveryMs),
      };
    case "ambiguous":
      // An edit may be repeated without harm; only a create has to wait for its lease and be looked up.
      return post.messageId === undefined
        ? { kind: "ambiguous", error: outcome.reason }
        : { kind: "retry", at: later(backOffMs(post.attempts)), error: outcome.reason, doubtful: true };
    case "retry-after":
      return { kind: "retry", at: later(outcome.ms), error: outcome.reason, doubtful: post.attempts > 1 };
    case "refused":
      return { kind: "dead", error: `${outcome.code}: ${outcome.reason}` };
    case "missing":
      return { kind: "dead", error: "the message was deleted in the channel" };
    case "bad-payload":
      return { kind: "dead", error: outcome.reason };
  }
}

function pausedCard(post: Post, reason: string): Card {
  return card({
    kind: "error",
    title: "A channel does not let sitrep post any more",
    lead: [
      ...plain("Alerts for "),
      { kind: "channel", id: post.at.channel },
      ...plain(` are paused: ${reason}. Give sitrep back its access, then run /subscribe there again.`),
    ],
  });
}

async function pauseChannel(
  parts: DeliverParts,
  chat: Chat,
  post: Post,
  reason: string,
  signal: AbortSignal,
): Promise<void> {
  const isFirst = await parts.store.subscriptions.pause(post.at, reason);
  if (isFirst) await chat.tellManagers(post.at.server, pausedCard(post, reason), signal);
}

async function deliverOne(parts: DeliverParts, post: ClaimedPost, signal: AbortSignal): Promise<void> {
  const { store, clock, log, metrics } = parts;
  const chat = parts.chats.find((one) => one.platform === post.at.platform);
  const shown = await showing(parts, post);
  if (chat === undefined || shown === undefined) {
    await store.posts.settle(post, { kind: "dead", error: "nothing of the story may be shown there" });
    return;
  }
  const attempt = { chat, post, card: shown.card, signal };
  const outcome = post.messageId === undefined ? await create(attempt, parts) : await send(attempt, post.messageId);
  metrics.deliveries.inc({ platform: post.at.platform, result: outcome.kind });
  const held = await store.posts.settle(post, settlementOf(outcome, post, parts));
  if (outcome.kind === "refused") await pauseChannel(parts, chat, post, outcome.reason, signal);
  if (outcome.kind === "sent") {
    const kind = post.messageId === undefined ? "post.sent" : "post.edited";
    if (post.messageId === undefined)
      metrics.latency.observe(
        { platform: post.at.platform },
        (clock.now().getTime() - shown.changedAt.getTime()) / 1000,
      );
    log.info({ post: post.id, story: post.story, revision: post.wanted, at: post.at, held }, kind);
  } else log.warn({ post: post.id, at: post.at, outcome }, "post.not-sent");
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
