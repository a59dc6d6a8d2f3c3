import type { ReadItem } from "../model/item.ts";
import type { Store } from "../store/store.ts";

/** The items of the stories that change, kept while this process has the role of reading: nobody else moves items. */
export type StoryItems = {
  /** All items of a story in order of arrival, whoever may see them. The same objects each time they are asked for. */
  of(story: string, from: Pick<Store, "items">): Promise<readonly ReadItem[]>;
  /** A story that the store does not know yet. */
  begin(story: string): void;
  /** Adds an item to its story, which must be kept, or puts a newer revision in the place of an older one. */
  add(item: ReadItem): void;
  forget(story: string): void;
  /** Lets go of the stories that were asked for longest ago, when there are too many items. */
  shrink(): void;
};

/** Enough for the stories of a busy day. */
const MOST_ITEMS = 5_000;

/** As the store orders them. */
function byArrival(a: ReadItem, b: ReadItem): number {
  return (
    a.firstSeen.getTime() - b.firstSeen.getTime() ||
    (a.published ?? a.firstSeen).getTime() - (b.published ?? b.firstSeen).getTime() ||
    (a.id < b.id ? -1 : 1)
  );
}

/** Keeps nothing yet. */
export function createStoryItems(): StoryItems {
  const kept = new Map<string, ReadItem[]>();
  let count = 0;
  const put = (story: string, items: ReadItem[]): ReadItem[] => {
    forget(story);
    kept.set(story, items);
    count += items.length;
    return items;
  };
  const forget = (story: string): void => {
    count -= kept.get(story)?.length ?? 0;
    kept.delete(story);
  };
  return {
    of: async (story, { items }) => put(story, kept.get(story) ?? (await items.inStory(story))),
    begin: (story) => void put(story, []),
    add(item) {
      const others = (kept.get(item.story) ?? []).filter(({ id }) => id !== item.id);
      const last = others.at(-1);
      others.push(item);
      put(item.story, last === undefined || byArrival(last, item) < 0 ? others : others.sort(byArrival));
    },
    forget,
    shrink() {
      for (const [story] of kept) {
        if (count <= MOST_ITEMS) return;
        forget(story);
      }
    },
  };
}
