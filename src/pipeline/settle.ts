import type { Desk } from "../desk/desk.ts";
import type { Clock } from "../lib/clock.ts";
import type { Story } from "../model/story.ts";
import type { Store, Understood } from "../store/store.ts";
import { alertViews } from "./alert-views.ts";
import { openPending, type Pending } from "./pending.ts";
import type { StoryItems } from "./story-items.ts";

/** An item that was understood, and where it belongs. */
export type Placed = Understood & {
  /** Stories that turned out to be part of `story`. */
  readonly merged: readonly string[];
};

type Parts = {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly stories: StoryItems;
};

/** Posts of stories that became part of another one say so. */
async function mergeStories(store: Store, { merged, story: into }: Placed, now: Date): Promise<void> {
  for (const from of merged) {
    await store.stories.merge(from, into, now);
    for (const post of await store.posts.ofStory(from))
      await store.posts.want({ ...post, wanted: post.wanted + 1, now });
  }
}

function headlineOf({ item, findings }: Pick<Placed, "item" | "findings">): string {
  return findings.summary.headline || item.title;
}

async function settle(parts: Parts, placed: Placed, pending: Pending): Promise<void> {
  const { store, desk, stories } = parts;
  const { merged, ...read } = placed;
  const { item, findings, story: id, ...copy } = read;
  const now = parts.clock.now();
  if (merged.length > 0) {
    await pending.flush();
    await mergeStories(store, placed, now);
    for (const story of [...merged, id]) stories.forget(story);
  }
  const before = await pending.story(id);
  const story: Story = {
    id,
    revision: (before?.revision ?? 0) + 1,
    headline: before?.headline ?? headlineOf(placed),
    firstSeen: before?.firstSeen ?? item.firstSeen,
    lastChange: now,
  };
  if (before === undefined) stories.begin(id);
  else await stories.of(id, store);
  stories.add({ ...item, findings, story: id, ...copy });
  pending.saveStory(story);
  pending.settle(read);
  const items = await stories.of(id, store);
  const change = { item, findings, story: id, revision: story.revision, items };
  const spokesman = await alertViews({ store, pending, desk, change, now });
  // Lists show the headline to every server, so one server's own feed must not lend it while there is another.
  const headline = spokesman && headlineOf({ item: spokesman, findings: spokesman.findings });
  if (headline !== undefined && headline !== story.headline) pending.saveStory({ ...story, headline });
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
