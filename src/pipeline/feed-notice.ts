import type { Desk } from "../desk/desk.ts";
import { type Card, card, plain, type Text } from "../model/card.ts";
import { type Channel, MANAGERS, serverKey, serverOfKey } from "../model/channel.ts";
import type { Feed, FeedState } from "../model/feed.ts";
import type { Store } from "../store/store.ts";
import type { Notice } from "./notices.ts";

type Parts = { readonly store: Store; readonly desk: Pick<Desk, "watches"> };

/** Shorter failures are the poller's business alone. */
const PATIENCE_MS = 24 * 3_600_000;

/** The channel that added the feed; for a feed of a watch file, the managers of the servers that subscribed to such a watch. */
async function placesOf({ store, desk }: Parts, { url, server, channel = MANAGERS }: Feed): Promise<Channel[]> {
  if (server !== undefined) return [{ ...serverOfKey(server), channel }];
  const watches = desk.watches.filter((watch) => watch.feeds.some((feed) => feed.url === url));
  const subscriptions = await store.subscriptions.forTargets(watches.map(({ id }) => ({ kind: "watch", id })));
  const servers = new Set(subscriptions.map(({ at }) => serverKey(at)));
  return [...servers].map((key) => ({ ...serverOfKey(key), channel: MANAGERS }));
}

function nextStep({ server }: Feed, isGone: boolean): string {
  if (server === undefined) return " Who runs sitrep can change it in the watch file.";
  if (isGone) return " If the outlet has a new one, add it with /feeds add.";
  return " Try it with /feeds check, or stop it with /feeds remove.";
}

function howItIs({ failingSince, lastError, disabledReason, nextPollAt }: FeedState): Text {
  if (disabledReason !== undefined) return plain(`${disabledReason}. It is not polled any more.`);
  return [
    ...plain(`${lastError ?? "it could not be read"}. Failing since `),
    ...(failingSince === undefined ? [] : [{ kind: "time" as const, at: failingSince, style: "datetime" as const }]),
    ...plain(". It is tried again "),
    { kind: "time", at: nextPollAt, style: "datetime" },
    ...plain("."),
  ];
}

function noticeCard(feed: Feed, state: FeedState): Card {
  const isGone = state.disabledReason !== undefined;
  const { host, pathname } = new URL(feed.url);
  return card({
    kind: "error",
    title: isGone ? `${feed.outlet.name} ended its feed` : `${feed.outlet.name} has brought nothing for a day`,
    lead: [...plain(`${host}${pathname}: `), ...howItIs(state), ...plain(nextStep(feed, isGone))],
    actions: [{ label: "Feeds", command: "feeds list", options: {} }],
  });
}

/**
 * What is to be told of a feed that has failed for a day, or ended for good: the same each time until it recovers, so
 * that each place hears it once, and again only when the feed fails anew.
 */
export async function failureNotices(parts: Parts, feed: Feed, state: FeedState, now: Date): Promise<Notice[]> {
  const { failingSince, disabledReason } = state;
  if (failingSince === undefined) return [];
  const patientUntil = new Date(disabledReason === undefined ? failingSince.getTime() + PATIENCE_MS : now);
  // A server that asked for a long pause is not asked before that: then this is known now.
  if (patientUntil > now && state.nextPollAt <= patientUntil) return [];
  const kind = disabledReason === undefined ? "feed-failing" : "feed-gone";
  const about = `${kind} ${feed.id} ${failingSince.getTime()}`;
  const shown = noticeCard(feed, state);
  return (await placesOf(parts, feed)).map((at) => ({ about, at, card: shown, from: patientUntil }));
}
