import { type StoryAlert, storyAlert } from "../analyse/stories/story-alert.ts";
import type { ReadItem } from "../model/item.ts";
import type { Story } from "../model/story.ts";
import type { Watch } from "../model/watch.ts";
import type { Store } from "../store/store.ts";
import type { Desk, View } from "./desk.ts";

/** A story as one viewer sees it through one watch. */
export type StoryView = StoryAlert & {
  readonly story: Story;
  readonly watch: Watch;
  /** In order of arrival. */
  readonly items: readonly ReadItem[];
};

/** What one view of a watch makes of the items; undefined when it may see none of them. */
export function alertOf(story: string, view: View, items: readonly ReadItem[]): StoryAlert | undefined {
  const seen = items
    .filter((item) => item.server === undefined || item.server === view.server)
    .map((item) => ({ item, match: view.matchItem(item) }));
  const { watch, server } = view;
  return storyAlert({ story, watch: watch.id, ...(server === undefined ? {} : { server }) }, seen);
}

/** Loads a story for a viewer. Merged stories lead to the one they became a part of. */
export async function viewStory(
  { store, desk }: { readonly store: Store; readonly desk: Desk },
  at: { readonly story: string; readonly watch: string; readonly server?: string },
): Promise<StoryView | undefined> {
  const story = await store.stories.get(at.story);
  if (story?.mergedInto !== undefined) return viewStory({ store, desk }, { ...at, story: story.mergedInto });
  const view = desk.view(at.watch, at.server);
  if (story === undefined || view === undefined) return undefined;
  const items = await store.items.ofStory(story.id, at.server === undefined ? {} : { server: at.server });
  const found = alertOf(story.id, view, items);
  return found && { ...found, story, watch: view.watch, items };
}
