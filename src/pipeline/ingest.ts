import type { StoryIndex } from "../analyse/stories.ts";
import type { StoryAlert } from "../analyse/story-alert.ts";
import type { Desk, View } from "../desk/desk.ts";
import { alertOf } from "../desk/story-view.ts";
import type { Clock } from "../lib/clock.ts";
import type { Log } from "../lib/log.ts";
import { type Subscription, serverKey, type Target } from "../model/channel.ts";
import { type Findings, LEVELS, type Level } from "../model/findings.ts";
import { articleOf, type Item, type ReadItem } from "../model/item.ts";
import type { Alert, Story } from "../model/story.ts";
import type { Store } from "../store/store.ts";

export type IngestParts = {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly log: Log;
  readonly owner: string;
  readonly windowDays: number;
  readonly createIndex: () => StoryIndex;
};

const DAY_MS = 86_400_000;
const ROLE_LEASE_MS = 60_000;
const BATCH = 50;
/** An item that fails this often is stored without findings, so that it cannot hold up the others. */
const MAX_FAILURES = 3;

const NOTHING: Findings = {
  quotes: [],
  statements: [],
  actors: [],
  dates: [],
  events: [],
  summary: { headline: "", sentences: [] },
};

const PRIORITY: Readonly<Record<Level, number>> = { flash: 1, urgent: 2, alert: 3, info: 5 };

function isLoudEnough(level: Level, wanted: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(wanted);
}

/** What a change of a story concerns: its watch, itself, and the actors of the new item. */
function targetsOf(alert: Alert, findings: Findings): Target[] {
  const actors = new Set(findings.actors.map((mention) => mention.actor).filter((id) => id !== undefined));
  return [
    { kind: "watch", id: alert.watch },
    { kind: "story", id: alert.story },
    ...[...actors].map((id): Target => ({ kind: "actor", id })),
  ];
}

type Change = {
  readonly item: Item;
  readonly findings: Findings;
  readonly story: string;
  readonly revision: number;
  readonly alert: Alert;
};

function wants(subscription: Subscription, view: View, desk: Desk, { alert, item }: Change): boolean {
  if (subscription.pausedReason !== undefined || item.baseline || !alert.relevant) return false;
  if (desk.view(alert.watch, serverKey(subscription.at)) !== view) return false;
  return isLoudEnough(alert.level, subscription.level);
}

async function wantPosts(store: Store, desk: Desk, view: View, change: Change, now: Date): Promise<void> {
  const { alert, findings, revision } = change;
  const shared = { story: alert.story, wanted: revision, priority: PRIORITY[alert.level], now };
  const subscriptions = await store.subscriptions.forTargets(targetsOf(alert, findings));
  for (const subscription of subscriptions)
    if (wants(subscription, view, desk, change))
      await store.posts.want({ ...shared, at: subscription.at, watch: alert.watch });
  for (const post of await store.posts.ofStory(alert.story))
    if (post.watch === alert.watch && desk.view(post.watch, serverKey(post.at)) === view)
      await store.posts.want({ ...shared, at: post.at, watch: post.watch });
}

/** Posts of stories that became part of another one say so. */
async function mergeStories(store: Store, merged: readonly string[], into: string, now: Date): Promise<void> {
  for (const from of merged) {
    await store.stories.merge(from, into, now);
    for (const post of await store.posts.ofStory(from))
      await store.posts.want({ ...post, wanted: post.wanted + 1, now });
  }
}

type Read = { readonly item: Item; readonly findings: Findings; readonly story: string; readonly duplicateOf?: string };

function headlineOf({ item, findings }: Pick<Read, "item" | "findings">): string {
  return findings.summary.headline || item.title;
}

/** Stores alert and wanted posts for each view that may see the item; gives the item that speaks for the story in public. */
async function alertViews(
  store: Store,
  desk: Desk,
  change: Omit<Change, "alert">,
  now: Date,
): Promise<ReadItem | undefined> {
  const { item, story } = change;
  let best: StoryAlert | undefined;
  for (const view of desk.views()) {
    if (item.server !== undefined && item.server !== view.server) continue;
    const items = await store.items.ofStory(story, view.server === undefined ? {} : { server: view.server });
    const found = alertOf(story, view, items);
    if (found === undefined) continue;
    await store.stories.saveAlert(found.alert);
    await wantPosts(store, desk, view, { ...change, alert: found.alert }, now);
    if (view.server === undefined && found.alert.score > (best?.alert.score ?? Number.NEGATIVE_INFINITY)) best = found;
  }
  return best?.basis;
}

async function settle(parts: IngestParts, read: Read, merged: readonly string[]): Promise<void> {
  const { desk } = parts;
  const { item, findings } = read;
  const now = parts.clock.now();
  await parts.store.transaction(async (store) => {
    await mergeStories(store, merged, read.story, now);
    const before = await store.stories.get(read.story);
    const story: Story = {
      id: read.story,
      revision: (before?.revision ?? 0) + 1,
      headline: before?.headline ?? headlineOf(read),
      firstSeen: before?.firstSeen ?? item.firstSeen,
      lastChange: now,
    };
    await store.stories.save(story);
    await store.items.settle(read);
    const change = { item, findings, story: read.story, revision: story.revision };
    const spokesman = await alertViews(store, desk, change, now);
    // Lists show the headline to every server, so one server's own feed must not lend it while there is another.
    const headline = spokesman && headlineOf({ item: spokesman, findings: spokesman.findings });
    if (headline !== undefined && headline !== story.headline) await store.stories.save({ ...story, headline });
  });
}

/** Reads new items into stories, alerts and wanted posts: one process at a time, one transaction per item. */
export type Ingest = {
  /** Reads all that is unread; gives the number of items read. */
  run(signal: AbortSignal): Promise<number>;
  stop(): Promise<void>;
};

export function createIngest(parts: IngestParts): Ingest {
  const { store, desk, clock, log, owner } = parts;
  const failures = new Map<string, number>();
  let index: StoryIndex | undefined;

  const openIndex = async (): Promise<StoryIndex> => {
    const fresh = parts.createIndex();
    for (const item of await store.items.since(new Date(clock.now().getTime() - parts.windowDays * DAY_MS)))
      fresh.restore(articleOf(item), item.findings, item.story);
    return fresh;
  };

  const readOne = async (item: Item, stories: StoryIndex): Promise<void> => {
    const gaveUp = (failures.get(item.id) ?? 0) >= MAX_FAILURES;
    const article = articleOf(item);
    const findings = gaveUp ? { ...NOTHING, summary: { headline: item.title, sentences: [] } } : desk.read(article);
    const { story, duplicateOf, merged } = stories.place(article, findings);
    await settle(parts, { item, findings, story, ...(duplicateOf === undefined ? {} : { duplicateOf }) }, merged);
    failures.delete(item.id);
    log.debug({ item: item.id, story, duplicateOf, merged }, "item.read");
  };

  const run = async (signal: AbortSignal): Promise<number> => {
    await desk.refresh();
    let count = 0;
    while (!signal.aborted) {
      if (!(await store.marks.hold("ingest", owner, ROLE_LEASE_MS, clock.now()))) {
        index = undefined;
        return count;
      }
      const items = await store.items.unread(BATCH);
      if (items.length === 0) return count;
      index ??= await openIndex();
      for (const item of items) {
        if (signal.aborted) break;
        try {
          await readOne(item, index);
          count++;
        } catch (error) {
          // The index may now know what the store does not: it is rebuilt before the next try.
          index = undefined;
          failures.set(item.id, (failures.get(item.id) ?? 0) + 1);
          throw new Error(`item ${item.id} could not be ingested`, { cause: error });
        }
      }
    }
    return count;
  };
  return { run, stop: () => store.marks.release("ingest", owner) };
}
