import type { Channel, Subscription, Target } from "../model/channel.ts";
import type { DatedEvent, FormerQuote, Level, Quote } from "../model/findings.ts";
import type { Item, ReadItem } from "../model/item.ts";
import type { Alert, Story, StoryLink } from "../model/story.ts";
import type { WatchChange } from "../model/watch.ts";
import type { FeedStore, PushStore } from "./feed-store.ts";
import type { MuteStore } from "./mute-store.ts";
import type { PostStore } from "./post-store.ts";

export type { FeedStore, Push, PushStore } from "./feed-store.ts";
export type { PostStore, Settlement } from "./post-store.ts";

/** Who asks: a server sees public items and those of feeds that it added itself. Absent: public items only. */
export type Viewer = { readonly server?: string };

export type Page = { readonly limit: number; readonly offset?: number };

/** `until` and `became` are set on a quotation that the item's newest text no longer has as it was. */
export type StoredQuote = Quote &
  Partial<Pick<FormerQuote, "until" | "became">> & {
    readonly item: string;
    readonly itemRevision: number;
    readonly outlet: string;
    readonly url?: string;
    readonly story: string;
    readonly at: Date;
  };

export type StoredEvent = DatedEvent & {
  readonly item: string;
  readonly outlet: string;
  readonly url?: string;
  readonly story: string;
  readonly at: Date;
  /** Which revision of its report tells it so; absent for the first. */
  readonly revision?: number;
};

export type KnownActor = {
  readonly name: string;
  readonly actor?: string;
  readonly kind: string;
  readonly mentions: number;
  readonly stories: number;
  /** Distinct surface forms, most frequent first. */
  readonly forms: readonly string[];
  readonly lastSeen: Date;
};

/** An item with what was understood of it, to be stored. */
export type Understood = Pick<ReadItem, "findings" | "story" | "duplicateOf"> & { readonly item: Item };

export type ItemStore = {
  /** Items whose newest revision was not ingested yet, in order of arrival (first seen, published, id). */
  unread(limit: number): Promise<Item[]>;
  /** Stores what was understood: findings, story, and the rows that look-ups read. Replaces those of earlier revisions. */
  settle(...reads: readonly Understood[]): Promise<void>;
  get(id: string): Promise<ReadItem | undefined>;
  /** The item with that address (as given, or canonical), read or not. */
  byUrl(url: string, viewer: Viewer): Promise<(Item & { readonly story?: string }) | undefined>;
  /** The story's items in order of arrival. */
  ofStory(story: string, viewer: Viewer): Promise<ReadItem[]>;
  /** All items of the story in order of arrival, whoever may see them. */
  inStory(story: string): Promise<ReadItem[]>;
  /** Read items first seen since then, in order of arrival: what the story index is rebuilt from. */
  since(date: Date): Promise<ReadItem[]>;
  /** Full-text search: every word of `words` must occur. Newest first. */
  search(words: string, viewer: Viewer, page: Page): Promise<ReadItem[]>;
  /** `speakers`: ids of actors that are meant by the words of `speaker` too. */
  quotes(
    filter: {
      actor?: string;
      speaker?: string;
      speakers?: readonly string[];
      about?: string;
      story?: string;
      since?: Date;
    },
    viewer: Viewer,
    page: Page,
  ): Promise<{ rows: StoredQuote[]; total: number }>;
  /** Dated events in order of date, then arrival. Dates are local calendar dates. `watched`: of relevant stories alone. */
  events(
    filter: { story?: string; actor?: string; since?: string; until?: string; watched?: boolean },
    viewer: Viewer,
  ): Promise<StoredEvent[]>;
  /** Actors by number of mentions; `name` matches any part of a name or form, case and accents aside; `ids` are meant by it too. */
  actors(
    filter: { name?: string; ids?: readonly string[]; story?: string },
    viewer: Viewer,
    page: Page,
  ): Promise<KnownActor[]>;
  count(): Promise<number>;
};

export type StoryStore = {
  get(id: string): Promise<Story | undefined>;
  /** Those of the stories that are known. */
  all(ids: readonly string[]): Promise<Story[]>;
  /** Each story once. */
  save(...stories: readonly Story[]): Promise<void>;
  /** Moves items, quotes and events of `from` to `into` and marks `from` as merged. */
  merge(from: string, into: string, now: Date): Promise<void>;
  /**
   * Moves those items of `from` to `into`, which parts from it: whoever follows the one follows both. A story that had
   * been merged is one of its own again.
   */
  part(split: { from: string; into: string; items: readonly string[] }, now: Date): Promise<void>;
  /** Remembers that a story follows or has parted from another; a link that is known stays as it is. */
  link(link: StoryLink): Promise<void>;
  /** The links from and to these stories, the oldest first. */
  links(stories: readonly string[]): Promise<StoryLink[]>;
  /** Each alert once. */
  saveAlert(...alerts: readonly Alert[]): Promise<void>;
  /** The alert as that server sees it: its own edits' alert when there is one, else the shared one. */
  alert(story: string, watch: string, viewer: Viewer): Promise<Alert | undefined>;
  /** For which watches the shared alerts of those stories are stored. */
  told(stories: readonly string[]): Promise<{ readonly story: string; readonly watch: string }[]>;
  /** The servers that have an alert of their own on the story. */
  alertServers(story: string): Promise<{ readonly watch: string; readonly server: string }[]>;
  /** Relevant, unmerged stories, latest change first. */
  latest(
    filter: { watch?: string; level?: Level; words?: string; since?: Date },
    viewer: Viewer,
    page: Page,
  ): Promise<{ story: Story; alert: Alert }[]>;
};

export type SubscriptionStore = {
  /** One per channel and target: a second one replaces its level. */
  save(subscription: Omit<Subscription, "id">): Promise<Subscription>;
  remove(id: string, server: string): Promise<boolean>;
  /** `server` is a server key: see `serverKey`. */
  list(server: string): Promise<Subscription[]>;
  forTargets(targets: readonly Target[]): Promise<Subscription[]>;
  /** Pauses all subscriptions of the channel. True when at least one was active: the moment to tell a manager, once. */
  pause(at: Channel, reason: string): Promise<boolean>;
  resume(at: Channel): Promise<void>;
};

/** One edit of a watch in the append-only log; undoing is a further edit. */
export type WatchEdit = {
  readonly id: number;
  readonly server: string;
  readonly watch: string;
  readonly by: string;
  readonly at: Date;
  readonly change: WatchChange;
};

export type EditStore = {
  append(edit: Omit<WatchEdit, "id">): Promise<WatchEdit>;
  /** In order. */
  list(filter: { server?: string; watch?: string }): Promise<WatchEdit[]>;
};

/** Marks that are set once and for all: jobs by slot, notices, command-registration hashes, leases of roles. */
export type MarkStore = {
  /** True for the first caller of that (name, slot), false for every other one. */
  once(name: string, slot: string, now: Date): Promise<boolean>;
  get(name: string): Promise<string | undefined>;
  set(name: string, value: string, now: Date): Promise<void>;
  /** Takes or renews a role (ingest) for `leaseMs`; false while another owner holds it. */
  hold(role: string, owner: string, leaseMs: number, now: Date): Promise<boolean>;
  release(role: string, owner: string): Promise<void>;
};

/**
 * All that is remembered. Implementations: SQLite, PostgreSQL. Every method is one transaction unless it is called on
 * the store that `transaction` hands out. Methods may be repeated after a crash without harm.
 */
export type Store = {
  readonly feeds: FeedStore;
  readonly pushes: PushStore;
  readonly items: ItemStore;
  readonly stories: StoryStore;
  readonly posts: PostStore;
  readonly subscriptions: SubscriptionStore;
  readonly mutes: MuteStore;
  readonly edits: EditStore;
  readonly marks: MarkStore;
  transaction<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** Applies the numbered migrations that are missing; gives how many there are. */
  migrate(): Promise<number>;
  /** Fails when nothing can be written. */
  ping(): Promise<void>;
  close(): Promise<void>;
};
