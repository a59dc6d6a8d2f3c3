import type { Post } from "../model/channel.ts";
import type { Alert, Story } from "../model/story.ts";
import type { PostStore, Store, Understood } from "../store/store.ts";

type Wish = Parameters<PostStore["want"]>[0];

/**
 * What several items change, written together at the end of their transaction: of a story and an alert only what the
 * last item made of it. Asked in between, it answers as if all had been written.
 */
export type Pending = {
  story(id: string): Promise<Story | undefined>;
  saveStory(story: Story): void;
  settle(read: Understood): void;
  saveAlert(alert: Alert): void;
  /** Whether the alert of all on that story exists. */
  hasAlert(story: string, watch: string): Promise<boolean>;
  /** See `StoryStore.alertServers`. */
  alertServers(story: string): Promise<{ readonly watch: string; readonly server: string }[]>;
  postsOf(story: string): Promise<readonly Post[]>;
  want(wish: Wish): Promise<void>;
  /** Writes all that waits, and forgets what it knows. */
  flush(): Promise<void>;
};

/** Inside a transaction on `store`; `stories` are those that the items belong to. */
export async function openPending(store: Store, stories: readonly string[]): Promise<Pending> {
  const known = new Map<string, Story | undefined>(stories.map((id) => [id, undefined]));
  for (const story of await store.stories.all(stories)) known.set(story.id, story);
  /** Nothing else is stored about these. */
  const fresh = new Set(stories.filter((id) => known.get(id) === undefined));
  const told = new Set((await store.stories.told([...known.keys()])).map(({ story, watch }) => `${story} ${watch}`));
  const changed = new Map<string, Story>();
  const reads: Understood[] = [];
  const alerts = new Map<string, Alert>();
  const posts = new Map<string, readonly Post[]>([...fresh].map((story) => [story, []]));
  return {
    story: async (id) => (known.has(id) ? known.get(id) : store.stories.get(id)),
    saveStory(story) {
      known.set(story.id, story);
      changed.set(story.id, story);
    },
    settle: (read) => void reads.push(read),
    saveAlert: (alert) => void alerts.set(`${alert.story} ${alert.watch} ${alert.server ?? ""}`, alert),
    async hasAlert(story, watch) {
      if (alerts.has(`${story} ${watch} `)) return true;
      if (known.has(story)) return told.has(`${story} ${watch}`);
      return (await store.stories.alert(story, watch, {})) !== undefined;
    },
    async alertServers(story) {
      const stored = fresh.has(story) ? [] : await store.stories.alertServers(story);
      const waiting = [...alerts.values()].filter((alert) => alert.story === story);
      return [...stored, ...waiting.flatMap(({ watch, server }) => (server === undefined ? [] : [{ watch, server }]))];
    },
    async postsOf(story) {
      const found = posts.get(story) ?? (await store.posts.ofStory(story));
      posts.set(story, found);
      return found;
    },
    async want(wish) {
      posts.delete(wish.story);
      await store.posts.want(wish);
    },
    async flush() {
      await store.stories.save(...changed.values());
      await store.items.settle(...reads);
      await store.stories.saveAlert(...alerts.values());
      for (const all of [known, fresh, told, changed, alerts, posts]) all.clear();
      reads.length = 0;
    },
  };
}
