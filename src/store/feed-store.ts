import type { Feed, FeedState } from "../model/feed.ts";
import type { Level } from "../model/findings.ts";
import type { Draft } from "../model/item.ts";
import type { FeedSpec } from "../model/watch.ts";
import type { Viewer } from "./store.ts";

/** Who adds a feed: a server, by its key, in one of its channels. */
export type Adder = { readonly server: string; readonly channel?: string };

export type FeedStore = {
  /** Makes the public feeds equal to the configured ones: adds new ones (due at once), retires those not named, has those that ended asked once more. */
  sync(specs: readonly FeedSpec[], now: Date): Promise<void>;
  /** Adds a feed for one server; a feed it already has stays as it is, unless it ended. */
  add(spec: FeedSpec, by: Adder, now: Date): Promise<Feed>;
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
