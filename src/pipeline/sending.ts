import type { Chat, Outcome } from "../chat/chat.ts";
import type { Clock } from "../lib/clock.ts";
import type { Log } from "../lib/log.ts";
import { type Card, card } from "../model/card.ts";
import type { ClaimedPost } from "../model/channel.ts";
import type { Settlement } from "../store/store.ts";
import type { Metrics } from "./metrics.ts";

export type SendingParts = { readonly clock: Clock; readonly log: Log; readonly metrics: Metrics };

export type Attempt = {
  readonly chat: Chat;
  readonly post: ClaimedPost;
  readonly card: Card;
  readonly signal: AbortSignal;
};

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

async function send({ chat, post, card: shown, signal }: Attempt, messageId: string | undefined): Promise<Outcome> {
  // The id must not change between attempts, or a platform that knows the first attempt would take the next as new.
  const id = `${post.id}:${post.firstAttemptAt?.getTime() ?? 0}`;
  const delivery = { at: post.at, id, post: post.id, ...(messageId === undefined ? {} : { messageId }) };
  const outcome = await chat.deliver({ ...delivery, card: shown }, signal);
  return outcome.kind === "bad-payload" ? chat.deliver({ ...delivery, card: simpler(shown) }, signal) : outcome;
}

/** What an earlier attempt sent may show an older revision, unless it is a notice, which has but one. */
async function renew(attempt: Attempt, messageId: string): Promise<Outcome> {
  return attempt.post.notice === undefined ? send(attempt, messageId) : { kind: "sent", messageId };
}

/**
 * Creates the first message of a post. An earlier attempt may have reached the channel: inside the platform's resend
 * window the same id is sent again, after it the channel's history decides.
 */
async function create(attempt: Attempt, parts: SendingParts): Promise<Outcome> {
  const { chat, post, signal } = attempt;
  if (post.attempts <= 1 || post.firstAttemptAt === undefined) return send(attempt, undefined);
  const age = parts.clock.now().getTime() - post.firstAttemptAt.getTime();
  if (age > chat.resendWindowMs) {
    const found = await chat.find(post.at, post.id, post.firstAttemptAt, signal);
    parts.metrics.reconciled.inc({ found: found.kind });
    if (found.kind === "found") return renew(attempt, found.messageId);
    if (found.kind === "unknown") parts.log.warn({ post: post.id, reason: found.reason }, "post.history-unreadable");
  }
  const outcome = await send(attempt, undefined);
  return outcome.kind === "sent" ? renew(attempt, outcome.messageId) : outcome;
}

/** Has the channel show the card: makes the post's message, or edits it. */
export async function sendPost(attempt: Attempt, parts: SendingParts): Promise<Outcome> {
  const { messageId } = attempt.post;
  return messageId === undefined ? create(attempt, parts) : send(attempt, messageId);
}

/** Waits longer with each attempt: 2 s, 4 s … 5 min. */
export function backOffMs(attempts: number): number {
  return Math.min(300_000, 1_000 * 2 ** Math.min(attempts, 12));
}

/** What an outcome means for its post. */
export function settlementOf(
  outcome: Outcome,
  post: ClaimedPost,
  { now, editEveryMs }: { readonly now: Date; readonly editEveryMs: number },
): Settlement {
  const later = (ms: number) => new Date(now.getTime() + ms);
  switch (outcome.kind) {
    case "sent":
      return { kind: "sent", messageId: outcome.messageId, shown: post.wanted, now, editAgainAt: later(editEveryMs) };
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
