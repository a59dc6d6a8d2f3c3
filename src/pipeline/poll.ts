import type { Settings } from "../config/settings.ts";
import type { Desk } from "../desk/desk.ts";
import { nextState } from "../feeds/schedule.ts";
import type { Polled, Source } from "../feeds/source.ts";
import { departures } from "../feeds/start-up.ts";
import type { Clock } from "../lib/clock.ts";
import type { Log } from "../lib/log.ts";
import type { Feed } from "../model/feed.ts";
import type { Draft } from "../model/item.ts";
import type { Store } from "../store/store.ts";
import { movingFeeds } from "./boost.ts";
import { failureNotices } from "./feed-notice.ts";
import type { Metrics } from "./metrics.ts";
import { wantNotice } from "./notices.ts";
import type { Pushing } from "./push.ts";
import { createQuietPolls, type QuietPolls } from "./quiet-polls.ts";

type Parts = {
  readonly store: Store;
  readonly source: Source;
  readonly desk: Pick<Desk, "watches">;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Set when hubs can reach this bot. */
  readonly pushing?: Pick<Pushing, "offered">;
  /** Names this process in leases. */
  readonly owner: string;
};

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const LEASE_MS = 120_000;
/** Feeds in work at a time. Most of them wait for their host: one with many feeds must not keep the others out. */
const MOST_RUNNING = 256;
/** New ones are taken when there is room for so many, since taking costs a transaction. */
const LEAST_CLAIM = 32;

/**
 * Old news is kept for look-ups but never the cause of a post: what was published before the look-back, and what
 * carries no date when the feed is fetched for the first time.
 */
function isBaseline(draft: Draft, at: { feed: Feed; now: Date; lookBackHours: number }): boolean {
  if (draft.published === undefined) return at.feed.state.lastSuccessAt === undefined;
  return draft.published.getTime() < at.now.getTime() - at.lookBackHours * HOUR_MS;
}

type Running = Parts & { readonly quiet: QuietPolls };

type Due = { readonly feed: Feed; readonly boost: boolean; readonly pushed: boolean };

type QuietPoll = Parameters<QuietPolls["save"]>[0];

/** What is to be told of the feed is stored with its state, so that neither is there without the other. */
async function saveQuiet(parts: Running, poll: QuietPoll): Promise<void> {
  const notices = await failureNotices(parts, poll.feed, poll.state, poll.now);
  if (notices.length === 0) return parts.quiet.save(poll);
  await parts.store.transaction(async (inside) => {
    await inside.feeds.savePoll({ ...poll, drafts: [], baseline: () => false });
    for (const notice of notices) await wantNotice(inside, notice, poll.now);
  });
}

/** Stores a poll; gives the number of new and changed items. */
async function save(parts: Running, { feed, boost, pushed }: Due, polled: Polled): Promise<number> {
  const { settings, clock, owner, metrics } = parts;
  const now = clock.now();
  const state = nextState(feed, polled, { now, limits: settings.poll, boost, pushed, random: Math.random() });
  if (polled.kind !== "fresh") {
    await saveQuiet(parts, { feed, owner, state, now });
    return 0;
  }
  const { drafts } = polled;
  const baseline = (draft: Draft) => isBaseline(draft, { feed, now, lookBackHours: settings.lookBackHours });
  const { added, revised } = await parts.store.feeds.savePoll({ feed, owner, state, drafts, baseline, now });
  metrics.items.inc({ kind: "added" }, added);
  metrics.items.inc({ kind: "revised" }, revised);
  return added + revised;
}

/** A whole host that asks for patience is left alone, not only the feed that heard it. */
async function spareHost({ store, clock }: Parts, polled: Polled): Promise<void> {
  if (polled.kind !== "failed" || polled.busyHost === undefined || polled.retryAfterMs === undefined) return;
  const same = await store.feeds.onHost(polled.busyHost);
  await store.feeds.postpone(same, new Date(clock.now().getTime() + polled.retryAfterMs));
}

async function pollOne(parts: Running, due: Due, signal: AbortSignal): Promise<number> {
  const { feed } = due;
  const polled = await parts.source.poll(feed, parts.clock.now(), signal);
  if (signal.aborted) return 0;
  parts.metrics.fetches.inc({ result: polled.kind });
  const news = await save(parts, due, polled);
  await spareHost(parts, polled);
  if (polled.kind === "fresh") await parts.pushing?.offered(feed, polled.push);
  if (polled.kind === "failed" || polled.kind === "gone")
    parts.log.warn({ feed: feed.url, reason: polled.reason }, "feed.failed");
  else parts.log.debug({ feed: feed.url, result: polled.kind, news }, "feed.polled");
  return news;
}

/** Due feeds, each with whether a story of its own is moving, and whether its news are pushed. */
async function claim(parts: Parts, limit: number): Promise<Due[]> {
  const { store, owner, clock, pushing } = parts;
  const now = clock.now();
  const feeds = await store.feeds.claimDue({ now, owner, leaseMs: LEASE_MS, limit });
  if (feeds.length === 0) return [];
  const ids = feeds.map(({ id }) => id);
  const moving = await movingFeeds(parts, ids);
  const pushed = pushing ? await store.pushes.active(ids, now) : new Set();
  return feeds.map((feed) => ({ feed, boost: moving.has(feed.id), pushed: pushed.has(feed.id) }));
}

/** Polls every feed that is due, the next as soon as there is room; gives the number of new and changed items. */
export async function pollDue(parts: Parts, signal: AbortSignal): Promise<number> {
  const running = new Map<string, Promise<void>>();
  const quiet = createQuietPolls(parts.store);
  let news = 0;
  const start = (due: Due) => {
    const poll = pollOne({ ...parts, quiet }, due, signal).then((count) => {
      news += count;
      running.delete(due.feed.id);
    });
    running.set(due.feed.id, poll);
  };
  try {
    for (;;) {
      const room = MOST_RUNNING - running.size;
      const due = signal.aborted || room < LEAST_CLAIM ? [] : await claim(parts, room);
      // One that is taken a second time outlasted its lease, which that renewed.
      for (const one of due) if (!running.has(one.feed.id)) start(one);
      if (running.size === 0) break;
      await Promise.race(running.values());
    }
  } finally {
    await Promise.allSettled(running.values());
  }
  return news;
}

/** At a start, what is due is spread, so that hosts and this machine are not asked for everything in the same second. */
export async function spreadDue({
  store,
  clock,
  settings,
}: Pick<Parts, "store" | "clock" | "settings">): Promise<void> {
  const now = clock.now();
  const intervalMs = settings.poll.minMinutes * MINUTE_MS;
  for (const [waitMs, feeds] of departures(await store.feeds.due(now), intervalMs))
    await store.feeds.delay(feeds, new Date(now.getTime() + waitMs));
}
