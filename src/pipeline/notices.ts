import type { Chat } from "../chat/chat.ts";
import type { Clock } from "../lib/clock.ts";
import type { Log } from "../lib/log.ts";
import { type Card, card, plain } from "../model/card.ts";
import { type Channel, type ClaimedPost, MANAGERS } from "../model/channel.ts";
import type { Settlement, Store } from "../store/store.ts";
import { backOffMs } from "./sending.ts";

/** Something that is told once in a place, though it is no story. */
export type Notice = {
  /** What it is about: a second notice about the same is none. */
  readonly about: string;
  /** A channel, or a server's `MANAGERS`. */
  readonly at: Channel;
  readonly card: Card;
  /** Not to be told before; absent: at once. */
  readonly from?: Date;
};

/** After the alerts that are under way, before what is only filled in. */
const PRIORITY = 5;

/** Wants a notice told. It is a post, so that a crash or an outage neither loses nor repeats it. */
export async function wantNotice(inside: Store, { about, at, card: notice, from }: Notice, now: Date): Promise<void> {
  const due = from && from > now ? from : now;
  await inside.posts.want({ story: about, at, watch: "", wanted: 1, priority: PRIORITY, now: due, notice });
}

type Parts = { readonly store: Store; readonly clock: Clock; readonly log: Log };

type ForManagers = { readonly chat: Chat; readonly post: ClaimedPost; readonly notice: Card };

async function pass({ store, clock, log }: Parts, { chat, post, notice }: ForManagers, signal: AbortSignal) {
  const { at, story: about, wanted: shown } = post;
  const places = await chat.managerChannels(at.server, signal);
  if (places.length === 0) log.warn({ at, about }, "notice.nobody-to-tell");
  const now = clock.now();
  await store.transaction(async (inside) => {
    for (const channel of places) await wantNotice(inside, { about, at: { ...at, channel }, card: notice }, now);
    await inside.posts.settle(post, { kind: "sent", messageId: MANAGERS, shown, now, editAgainAt: now });
  });
}

/** A notice for managers goes to each place where they can be told; later, when the platform does not say where. */
export async function passToManagers(parts: Parts, given: ForManagers, signal: AbortSignal): Promise<void> {
  try {
    await pass(parts, given, signal);
  } catch (error) {
    const { store, clock, log } = parts;
    const { post } = given;
    log.warn({ at: post.at, err: error }, "notice.managers-unknown");
    const at = new Date(clock.now().getTime() + backOffMs(post.attempts));
    await store.posts.settle(post, { kind: "retry", at, error: "managers cannot be found now", doubtful: true });
  }
}

function pausedCard({ at }: ClaimedPost, reason: string): Card {
  return card({
    kind: "error",
    title: "A channel does not let sitrep post any more",
    lead: [
      ...plain("Alerts for "),
      { kind: "channel", id: at.channel },
      ...plain(` are paused: ${reason}. Give sitrep back its access, then run /subscribe there again.`),
    ],
  });
}

/**
 * A channel refuses what is posted: its subscriptions pause, and managers are told so, and of a notice that it did
 * not take. False when the lease was lost meanwhile.
 */
export function settleRefusal(
  { store, clock }: Parts,
  {
    post,
    settlement,
    reason,
  }: { readonly post: ClaimedPost; readonly settlement: Settlement; readonly reason: string },
): Promise<boolean> {
  const now = clock.now();
  const managers = { ...post.at, channel: MANAGERS };
  return store.transaction(async (inside) => {
    const held = await inside.posts.settle(post, settlement);
    if (await inside.subscriptions.pause(post.at, reason)) {
      const about = `channel-refuses ${post.at.channel} ${now.getTime()}`;
      await wantNotice(inside, { about, at: managers, card: pausedCard(post, reason) }, now);
    }
    // One that managers were already told is not wanted a second time.
    if (post.notice !== undefined)
      await wantNotice(inside, { about: post.story, at: managers, card: post.notice }, now);
    return held;
  });
}
