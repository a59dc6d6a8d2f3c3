import type { Chat } from "../chat/chat.ts";
import type { Desk } from "../desk/desk.ts";
import type { Clock } from "../lib/clock.ts";
import type { Log } from "../lib/log.ts";
import { type Card, card, plain } from "../model/card.ts";
import { serverKey } from "../model/channel.ts";
import type { Feed, FeedState } from "../model/feed.ts";
import type { Store } from "../store/store.ts";

type Parts = {
  readonly store: Store;
  readonly desk: Pick<Desk, "watches">;
  readonly chats: readonly Chat[];
  readonly clock: Clock;
  readonly log: Log;
};

/** Shorter failures are the poller's business alone. */
const PATIENCE_MS = 24 * 3_600_000;

/** The server that added the feed; for a feed of a watch file, the servers that subscribed to such a watch. */
async function serversOf({ store, desk }: Parts, feed: Feed): Promise<ReadonlySet<string>> {
  if (feed.server !== undefined) return new Set([feed.server]);
  const watches = desk.watches.filter((watch) => watch.feeds.some(({ url }) => url === feed.url));
  const subscriptions = await store.subscriptions.forTargets(watches.map(({ id }) => ({ kind: "watch", id })));
  return new Set(subscriptions.map(({ at }) => serverKey(at)));
}

function noticeCard(feed: Feed, { failingSince, lastError, disabledReason }: FeedState): Card {
  const isGone = disabledReason !== undefined;
  const { host, pathname } = new URL(feed.url);
  return card({
    kind: "error",
    title: isGone ? `${feed.outlet.name} ended its feed` : `${feed.outlet.name} has brought nothing for a day`,
    lead: [
      ...plain(`${host}${pathname}: ${disabledReason ?? lastError ?? "it could not be read"}. `),
      ...(failingSince === undefined || isGone
        ? []
        : [...plain("Failing since "), { kind: "time" as const, at: failingSince, style: "datetime" as const }]),
      ...plain(isGone ? "It is not polled any more." : ". It is still tried, once a day."),
    ],
    actions: [{ label: "Feeds", command: "feeds list", options: {} }],
  });
}

async function tell(parts: Parts, notice: { key: string; card: Card }, signal: AbortSignal): Promise<void> {
  const chat = parts.chats.find(({ platform }) => notice.key.startsWith(`${platform}/`));
  try {
    await chat?.tellManagers(notice.key.slice(chat.platform.length + 1), notice.card, signal);
  } catch (error) {
    // One server that cannot be reached must not keep the others from hearing it.
    parts.log.warn({ server: notice.key, err: error }, "feed.notice-failed");
  }
}

/**
 * Tells managers of a feed that failed for a day, or ended for good. Each server hears it once, and again only after
 * the feed recovered and failed anew.
 */
export async function tellOfFailure(parts: Parts, feed: Feed, state: FeedState, signal: AbortSignal): Promise<void> {
  const { failingSince, disabledReason } = state;
  const now = parts.clock.now();
  if (failingSince === undefined) return;
  if (disabledReason === undefined && now.getTime() - failingSince.getTime() < PATIENCE_MS) return;
  const kind = disabledReason === undefined ? "feed-failing" : "feed-gone";
  for (const key of await serversOf(parts, feed))
    if (await parts.store.marks.once(kind, `${feed.id} ${failingSince.getTime()} ${key}`, now))
      await tell(parts, { key, card: noticeCard(feed, state) }, signal);
}
