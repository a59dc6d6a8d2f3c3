import type { Channel } from "../../../src/model/channel.ts";
import type { Feed } from "../../../src/model/feed.ts";
import type { ActorMention, DatedEvent, Findings, Quote } from "../../../src/model/findings.ts";
import type { Draft, Item } from "../../../src/model/item.ts";
import type { Alert, Story } from "../../../src/model/story.ts";
import type { FeedSpec } from "../../../src/model/watch.ts";
import type { Store } from "../../../src/store/store.ts";

/** Opens one more store on the same database, as a second process would. */
export type Open = () => Promise<Store>;

export const T0 = new Date("2025-05-07T10:00:00Z");
export const MINE = "discord/123456789012345678901";
export const THEIRS = "slack/T024BE7LD";

/** That many minutes after the first moment of every test. */
export function minute(count: number): Date {
  return new Date(T0.getTime() + count * 60_000);
}

export const PRESS: FeedSpec = { url: "https://press.example/feed", outlet: { name: "Press", country: "IN" } };
export const WIRE: FeedSpec = { url: "https://wire.example/rss", outlet: { name: "Wire" }, language: "en" };

export function draft(parts: Partial<Draft> = {}): Draft {
  const title = parts.title ?? "Shelling along the border";
  const text = parts.text ?? "Shelling was reported.";
  const key = parts.key ?? "one";
  // Drafts under two keys differ in more than what a test looks at: the same words again are no further item.
  return { key, title, text, contentHash: `${key}\n${title}\n${text}`, ...parts };
}

export function findings(parts: Partial<Findings> = {}): Findings {
  return {
    quotes: [],
    statements: [],
    actors: [],
    dates: [],
    events: [],
    summary: { headline: "Shelling", sentences: [] },
    ...parts,
  };
}

export function quote(text: string, speaker?: Quote["speaker"]): Quote {
  return { start: 0, end: text.length, text, confidence: 0.9, ...(speaker ? { speaker } : {}) };
}

export function mention(text: string, name: string, actor?: string): ActorMention {
  return { start: 0, end: text.length, text, kind: "person", name, ...(actor ? { actor } : {}) };
}

export function event(date: string | undefined, title: string, parts: Partial<DatedEvent> = {}): DatedEvent {
  const dated = date === undefined ? {} : { date };
  return {
    start: 0,
    end: 1,
    ...dated,
    precision: "day",
    basis: "explicit",
    type: "fight",
    status: "stated",
    title,
    ...parts,
  };
}

export function story(parts: Partial<Story> = {}): Story {
  return { id: "story", revision: 1, headline: "Shelling", firstSeen: T0, lastChange: T0, ...parts };
}

export function alert(parts: Partial<Alert> = {}): Alert {
  return {
    story: "story",
    watch: "kashmir",
    relevant: true,
    score: 42.5,
    level: "alert",
    direction: "escalation",
    lines: [{ points: 42.5, what: "topic fighting", start: 0, end: 8 }],
    origins: 1,
    outlets: 1,
    ...parts,
  };
}

export function channel(parts: Partial<Channel> = {}): Channel {
  return { platform: "discord", server: "123456789012345678901", channel: "223456789012345678902", ...parts };
}

/** Adds the feed if need be: for everybody, or for one server. */
export async function addFeed(store: Store, spec: FeedSpec, server?: string): Promise<void> {
  if (server === undefined) await store.feeds.sync([PRESS, WIRE], T0);
  else await store.feeds.add(spec, { server }, T0);
}

/** Claims the feed, which has to be due, as "poller"; the lease lasts a second. */
export async function claimFeed(store: Store, from: { spec: FeedSpec; server?: string; now: Date }): Promise<Feed> {
  const feeds = await store.feeds.claimDue({ now: from.now, owner: "poller", leaseMs: 1_000, limit: 100 });
  const feed = feeds.find((one) => one.url === from.spec.url && one.server === from.server);
  if (!feed) throw new Error(`${from.spec.url} is not due`);
  return feed;
}

type Poll = { readonly spec?: FeedSpec; readonly server?: string; readonly at?: number; readonly baseline?: boolean };

/** Polls a feed that answers with these drafts. Polls have to be a minute apart. */
export async function poll(
  store: Store,
  drafts: readonly Draft[],
  { spec = PRESS, server, at = 0, baseline }: Poll = {},
) {
  await addFeed(store, spec, server);
  const now = minute(at);
  const feed = await claimFeed(store, { spec, now, ...(server === undefined ? {} : { server }) });
  const state = { ...feed.state, lastSuccessAt: now, nextPollAt: now };
  return store.feeds.savePoll({ feed, owner: "poller", state, drafts, baseline: () => baseline ?? false, now });
}

type Read = Poll & { readonly story?: string; readonly findings?: Partial<Findings> };

/** Polls one draft and stores what was understood of it. */
export async function read(store: Store, one: Draft, as: Read = {}): Promise<Item> {
  await poll(store, [one], as);
  const { name } = (as.spec ?? PRESS).outlet;
  const unread = await store.items.unread(100);
  const item = unread.find(
    (other) => other.key === one.key && other.outlet.name === name && other.server === as.server,
  );
  if (!item) throw new Error("nothing new was stored");
  await store.items.settle({ item, findings: findings(as.findings), story: as.story ?? "story" });
  return item;
}
