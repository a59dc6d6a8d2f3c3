import { randomBytes } from "node:crypto";
import type { Hubs } from "../feeds/hubs.ts";
import type { PushOffer } from "../feeds/source.ts";
import { type Intent, intentOf, isSame, isSigned } from "../feeds/websub/callback.ts";
import type { Clock } from "../lib/clock.ts";
import type { Log } from "../lib/log.ts";
import type { Feed } from "../model/feed.ts";
import type { Push, Store } from "../store/store.ts";

type Parts = {
  readonly store: Store;
  readonly hubs: Hubs;
  /** Where hubs reach the local web server; without a slash at its end. */
  readonly publicUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Polls what is due. */
  readonly wake: () => void;
};

/** News of feeds that hubs push (WebSub). A push is a hint: the feed is polled as ever, only at once. */
export type Pushing = {
  /** Asks hubs for what is due: new subscriptions, renewals, ends. Gives how many were asked. */
  run(signal: AbortSignal): Promise<number>;
  /** A feed's document named this hub, or none. */
  offered(feed: Feed, offer: PushOffer | undefined): Promise<void>;
  /** Answers a hub at the callback. */
  handle(request: Request): Promise<Response>;
};

/** Under this path of the web server hubs call back. */
export const PUSH_PATH = "/websub";

const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** How often the store is asked what is due. */
const EVERY_MS = 60_000;
const BATCH = 20;
const LEASE_SECONDS = 10 * 86_400;
/** Whatever a hub grants, it is renewed neither more often than its shortest nor more seldom than its longest lease says. */
const LEASE_MS = { min: 600 * SECOND_MS, max: 30 * DAY_MS };
/** Renewed when so much of the lease is over. */
const RENEW_AT = 2 / 3;
const MOST_ATTEMPTS_TO_LEAVE = 3;
const LARGEST_PUSH = 5_000_000;

const plainText = (text: string, status = 200) =>
  new Response(text, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" },
  });

/** The body, or undefined when it is too large to be worth checking. */
async function bodyOf(request: Request): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > LARGEST_PUSH) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Waits longer with each attempt: 1, 2, 4 … 24 hours. */
function waitMs(attempts: number): number {
  return Math.min(HOUR_MS * 2 ** Math.min(Math.max(attempts - 1, 0), 5), DAY_MS);
}

export function createPushing({ store, hubs, publicUrl, clock, log, wake }: Parts): Pushing {
  const { pushes, feeds } = store;
  let next = 0;
  const later = (ms: number) => new Date(clock.now().getTime() + ms);

  async function askFor(push: Push, signal: AbortSignal): Promise<void> {
    const { feed, hub, topic, token, secret, mode, attempts, leaseUntil } = push;
    const isOver = leaseUntil === undefined || leaseUntil <= clock.now() || attempts > MOST_ATTEMPTS_TO_LEAVE;
    if (mode === "unsubscribe" && isOver) return pushes.forget(feed);
    const callback = `${publicUrl}${PUSH_PATH}/${feed}/${token}`;
    const answer = await hubs.ask({ mode, hub, topic, callback, secret, leaseSeconds: LEASE_SECONDS }, signal);
    log.info({ feed, hub: new URL(hub).host, mode, ...answer }, "push.asked");
    if (answer.kind === "failed" && mode === "subscribe") await pushes.later(feed, later(waitMs(attempts)));
  }

  async function agree(push: Push, intent: Intent): Promise<Response> {
    if (intent.topic !== push.topic) return plainText("unknown topic", 404);
    if (intent.kind === "denied") {
      log.warn({ feed: push.feed, reason: intent.reason }, "push.denied");
      await pushes.later(push.feed, later(DAY_MS));
      return plainText("ok");
    }
    if (intent.kind !== push.mode) return plainText("not asked for", 404);
    if (intent.kind === "unsubscribe") await pushes.forget(push.feed);
    else {
      const lease = Math.min(Math.max(intent.leaseSeconds * SECOND_MS, LEASE_MS.min), LEASE_MS.max);
      await pushes.agreed(push.feed, later(lease), later(lease * RENEW_AT));
    }
    log.info({ feed: push.feed, mode: push.mode }, "push.agreed");
    return plainText(intent.challenge);
  }

  /** Always the same answer: a hub must not learn whether its signature was right. */
  async function take(push: Push, request: Request): Promise<Response> {
    const body = await bodyOf(request);
    if (body && push.mode === "subscribe" && isSigned(body, request.headers.get("x-hub-signature"), push.secret)) {
      await feeds.hasten(push.feed, clock.now());
      wake();
    } else log.warn({ feed: push.feed }, "push.dropped");
    return new Response(null, { status: 202 });
  }

  return {
    run: async (signal) => {
      if (clock.now().getTime() < next) return 0;
      next = later(EVERY_MS).getTime();
      const due = await pushes.claimDue({ now: clock.now(), again: later(HOUR_MS), limit: BATCH });
      await Promise.all(due.map((push) => askFor(push, signal)));
      return due.length;
    },
    offered: async (feed, offer) => {
      if (offer === undefined) return pushes.leave(feed.id, clock.now());
      const [token, secret] = [24, 32].map((bytes) => randomBytes(bytes).toString("base64url"));
      if (token && secret) await pushes.want({ feed: feed.id, ...offer, token, secret, now: clock.now() });
    },
    handle: async (request) => {
      const { pathname, searchParams } = new URL(request.url);
      const [feed = "", token = "", ...rest] = pathname.slice(PUSH_PATH.length + 1).split("/");
      const push = await pushes.get(feed);
      if (push === undefined || rest.length > 0 || !isSame(token, push.token)) return plainText("not found", 404);
      if (request.method === "POST") return take(push, request);
      const intent = request.method === "GET" ? intentOf(searchParams) : undefined;
      return intent === undefined ? plainText("not a question of a hub", 400) : agree(push, intent);
    },
  };
}
