import type { Placement } from "../analyse/stories/stories.ts";
import type { Desk } from "../desk/desk.ts";
import type { Clock } from "../lib/clock.ts";
import type { ReadItem } from "../model/item.ts";
import type { Story } from "../model/story.ts";
import type { Store, Understood } from "../store/store.ts";
import { alertViews } from "./alert-views.ts";
import { openPending, type Pending } from "./pending.ts";
import type { StoryItems } from "./story-items.ts";

/** An item that was understood, and where it belongs. */
export type Placed = Understood & {
  /** Stories that turned out to be part of `story`. */
  readonly merged: readonly string[];
} & Pick<Placement, "split" | "follows">;

type Parts = {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly stories: StoryItems;
};

/** Posts of stories that became part of another one say so, and each channel that was to show one gets the other. */
async function mergeStories(store: Store, { merged, story: into }: Placed, now: Date): Promise<void> {
  for (const from of merged) {
    await store.stories.merge(from, into, now);
    for (const post of await store.posts.ofStory(from))
      await store.posts.want({ ...post, story: into, wanted: 1, now });
    await store.posts.dropUntried(from);
    for (const post of await store.posts.ofStory(from))
      await store.posts.want({ ...post, wanted: post.wanted + 1, now });
  }
}

function headlineOf({ item, findings }: Pick<Placed, "item" | "findings">): string {
  return findings.summary.headline || item.title;
}

/** Does to the store what the item's story went through before the item is added. */
async function regroup({ store, stories, clock }: Parts, placed: Placed, pending: Pending): Promise<void> {
  const { merged, split, story } = placed;
  if (merged.length === 0 && split === undefined) return;
  const now = clock.now();
  await pending.flush();
  await mergeStories(store, placed, now);
  if (split !== undefined) await store.stories.part(split, now);
  for (const one of [...merged, story, ...(split === undefined ? [] : [split.from, split.into])]) stories.forget(one);
}

type Told = Pick<Placed, "item" | "findings" | "story" | "follows">;

/** Tells a story anew to all who see it, because of an item of it. */
async function tell({ store, desk, stories, clock }: Parts, told: Told, pending: Pending): Promise<void> {
  const { item, findings, story: id, follows } = told;
  const now = clock.now();
  const before = await pending.story(id);
  const items = await stories.of(id, store);
  const story: Story = {
    id,
    revision: (before?.revision ?? 0) + 1,
    headline: before?.headline ?? headlineOf(told),
    firstSeen: before?.firstSeen ?? items[0]?.firstSeen ?? item.firstSeen,
    lastChange: now,
  };
  pending.saveStory(story);
  const link = follows && { follows: follows.story };
  const change = { item, findings, story: id, revision: story.revision, items, ...link };
  const spokesman = await alertViews({ store, pending, desk, change, now });
  // Lists show the headline to every server, so one server's own feed must not lend it while there is another.
  const headline = spokesman && headlineOf({ item: spokesman, findings: spokesman.findings });
  if (headline !== undefined && headline !== story.headline) pending.saveStory({ ...story, headline });
}

/**
 * The items by which a story is told anew: the newest that all may see, else the newest of each server, with the actors
 * of all. News goes before what was old when it was found.
 */
function spokesmenOf(items: readonly ReadItem[]): ReadItem[] {
  const byServer = Map.groupBy(items, ({ server }) => server);
  const open = byServer.get(undefined);
  return (open === undefined ? [...byServer.values()] : [open]).flatMap((seen) => {
    const last = seen.findLast(({ baseline }) => !baseline) ?? seen.at(-1);
    const actors = seen.flatMap(({ findings }) => findings.actors);
    return last === undefined ? [] : [{ ...last, findings: { ...last.findings, actors } }];
  });
}

/** Of the two stories that one was taken for, tells the one that the new item is not in. */
async function tellOther(parts: Parts, { split, story }: Placed, pending: Pending): Promise<void> {
  if (split === undefined) return;
  const other = story === split.into ? split.from : split.into;
  for (const item of spokesmenOf(await parts.stories.of(other, parts.store)))
    await tell(parts, { item, findings: item.findings, story: other }, pending);
}

/** Remembers what a new story follows; where both are shown, the earlier post says so, too. */
async function follow({ store, clock }: Parts, { follows, story }: Placed, pending: Pending): Promise<void> {
  if (follows === undefined) return;
  const now = clock.now();
  await pending.flush();
  await store.stories.link({ story, kind: "follows", other: follows.story, because: follows.because, at: now });
  const earlier = await store.stories.get(follows.story);
  const here = new Set((await store.posts.ofStory(story)).map(({ at }) => JSON.stringify(at)));
  const posts = (await store.posts.ofStory(follows.story)).filter(({ at }) => here.has(JSON.stringify(at)));
  if (earlier === undefined || posts.length === 0) return;
  await store.stories.save({ ...earlier, revision: earlier.revision + 1 });
  for (const post of posts) await store.posts.want({ ...post, wanted: earlier.revision + 1, now });
}

async function settle(parts: Parts, placed: Placed, pending: Pending): Promise<void> {
  const { store, stories } = parts;
  const { merged: _, split, follows, ...read } = placed;
  await regroup(parts, placed, pending);
  const { item, ...understood } = read;
  if ((await pending.story(read.story)) === undefined && read.story !== split?.into) stories.begin(read.story);
  else await stories.of(read.story, store);
  stories.add({ ...item, ...understood });
  pending.settle(read);
  await tell(parts, { ...read, ...(follows && { follows }) }, pending);
  await tellOther(parts, placed, pending);
  await follow(parts, placed, pending);
}

/**
 * Stores items with their stories, alerts and wanted posts, all in one transaction, as if one came after the other.
 * When it fails nothing is stored, but `stories` then knows what the store does not.
 */
export async function settleAll(parts: Parts, placed: readonly Placed[]): Promise<void> {
  await parts.store.transaction(async (store) => {
    const pending = await openPending(store, [...new Set(placed.map(({ story }) => story))]);
    for (const one of placed) await settle({ ...parts, store }, one, pending);
    await pending.flush();
  });
  parts.stories.shrink();
}
