import type { Channel, ClaimedPost, Post, Subscription, Target } from "../model/channel.ts";
import type { Feed, FeedState } from "../model/feed.ts";
import type { DatedEvent, FormerQuote, Level, Quote } from "../model/findings.ts";
import type { Draft, Item, ReadItem } from "../model/item.ts";
import type { Alert, Story, StoryLink } from "../model/story.ts";
import type { FeedSpec, WatchChange } from "../model/watch.ts";

/** Who asks: a server sees public items and those of feeds that it added itself. Absent: public items only. */
export type Viewer = { readonly server?: string };

export type Page = { readonly limit: number; readonly offset?: number };

export type FeedStore = {
  /** Makes the public feeds equal to the configured ones: adds new ones (due at once), retires those not named. */
  sync(specs: readonly FeedSpec[], now: Date): Promise<void>;
  /** Adds a feed for one server; a feed it already has stays as it is. */
  add(spec: FeedSpec, server: string, now: Date): Promise<Feed>;
  remove(url: string, server: string): Promise<boolean>;
  list(viewer: Viewer): Promise<Feed[]>;
  /** Takes up to `limit` due feeds for `leaseMs`; no other process gets them meanwhile. */
  claimDue(claim: { now: Date; owner: string; leaseMs: number; limit: number }): Promise<Feed[]>;
  /** Stores what a poll found and the feed's new state, in one transaction, only while `owner` holds the lease. `baseline` marks new drafts as old news; rewritten and dated anew, they are news after all. */
  savePoll(poll: {
    feed: Feed;
    owner: string;
    state: FeedState;
    drafts: readonly Draft[];
    baseline: (draft: Draft) => boolean;
    now: Date;
  }): Promise<{ added: number; revised: number }>;
  /** Those of the given feeds that told, since `told`, of a relevant story of that level or a louder one that has changed since `since`. */
  moving(question: { feeds: readonly string[]; told: Date; since: Date; level: Level }): Promise<ReadonlySet<string>>;
  /** The feeds that told, since then, of those of the stories that are relevant, and of that level or louder. */
  ofStories(question: { stories: readonly string[]; told: Date; level: Level }): Promise<Feed[]>;
  /** All feeds of a host (with its port, if it has one of its own), whoever added them; by their ids. */
  onHost(host: string): Promise<string[]>;
  /** The feeds that are due and in nobody's hands, by their ids. */
  due(now: Date): Promise<string[]>;
  /** Feeds that are due are next asked at `at`. */
  delay(feeds: readonly string[], at: Date): Promise<void>;
  /** The given feeds are not asked before `until`, whatever happens. */
  postpone(feeds: readonly string[], until: Date): Promise<void>;
  /** A feed has news: it is asked at `at`, unless it fails, is postponed, or was asked less than a minute before. */
  hasten(feed: string, at: Date): Promise<void>;
};

/** A subscription at a hub that pushes a feed's news: the one that runs, or the one that is to end. */
export type Push = {
  readonly feed: string;
  readonly hub: string;
  readonly topic: string;
  /** The secret part of the callback's address. */
  readonly token: string;
  /** Signs what the hub sends. */
  readonly secret: string;
  readonly mode: "subscribe" | "unsubscribe";
  /** How often it was asked for since the hub last agreed. */
  readonly attempts: number;
  readonly leaseUntil?: Date;
};

export type PushStore = {
  /** A feed's news are to come from that hub. Changes nothing when they are already; else the given secrets are its new ones. */
  want(wish: Pick<Push, "feed" | "hub" | "topic" | "token" | "secret"> & { now: Date }): Promise<void>;
  get(feed: string): Promise<Push | undefined>;
  /** Takes those that have to be asked for, renewed or ended, and puts them off to `again`. Feeds that are not polled any more leave their hub. */
  claimDue(claim: { now: Date; again: Date; limit: number }): Promise<Push[]>;
  agreed(feed: string, leaseUntil: Date, renewAt: Date): Promise<void>;
  /** The hub does not push, and is asked again then. */
  later(feed: string, at: Date): Promise<void>;
  leave(feed: string, now: Date): Promise<void>;
  forget(feed: string): Promise<void>;
  /** Those of the feeds whose news are pushed now. */
  active(feeds: readonly string[], now: Date): Promise<ReadonlySet<string>>;
};

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

/** What became of a delivery attempt, to be stored. */
export type Settlement =
  | {
      readonly kind: "sent";
      readonly messageId: string;
      readonly shown: number;
      readonly now: Date;
      readonly editAgainAt: Date;
    }
  /** Stays claimed until its lease ends, then is reconciled. */
  | { readonly kind: "ambiguous"; readonly error: string }
  /** Idle until then. `doubtful`: this attempt or an earlier one may have reached the channel; else all attempts are forgotten. */
  | { readonly kind: "retry"; readonly at: Date; readonly error: string; readonly doubtful: boolean }
  /** Never tried again until somebody mends it. */
  | { readonly kind: "dead"; readonly error: string };

export type PostStore = {
  /** Wants that revision shown in that channel: makes the post, or raises `wanted` (never lowers it). Gives the post's id. */
  want(post: {
    story: string;
    at: Channel;
    watch: string;
    wanted: number;
    priority: number;
    now: Date;
  }): Promise<string>;
  /**
   * Takes due posts (shown < wanted, idle or with a lapsed lease, not before their time) for `leaseMs`: state
   * sending, attempts + 1, firstAttemptAt once. Most urgent first, round-robin by server inside one priority.
   */
  claim(claim: { now: Date; leaseMs: number; limit: number; platforms: readonly string[] }): Promise<ClaimedPost[]>;
  /** Fenced by the lease token: false when the lease was lost meanwhile. `sent` resets attempts. */
  settle(post: ClaimedPost, settlement: Settlement): Promise<boolean>;
  ofStory(story: string): Promise<Post[]>;
  /** Forgets the story's posts that nobody has tried to send yet. */
  dropUntried(story: string): Promise<void>;
  byMessage(at: Omit<Channel, "channel">, messageId: string): Promise<Post | undefined>;
  /** Posts of a channel, latest shown last. */
  ofChannel(at: Channel, page: Page): Promise<Post[]>;
  /**
   * Has a story's posts shown once more though it is the same revision: its words are others. False while one of them
   * is still on its way; then nothing is changed for that one.
   */
  redraw(story: string, now: Date): Promise<boolean>;
  /** Dead posts of a channel become idle again. */
  revive(at: Channel): Promise<void>;
  depth(): Promise<{ waiting: number; oldest?: Date; dead: number }>;
  /** When the next post is due, if any waits. */
  nextDue(now: Date): Promise<Date | undefined>;
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
  readonly edits: EditStore;
  readonly marks: MarkStore;
  transaction<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** Applies the numbered migrations that are missing; gives how many there are. */
  migrate(): Promise<number>;
  /** Fails when nothing can be written. */
  ping(): Promise<void>;
  close(): Promise<void>;
};
