import type { Card } from "../model/card.ts";
import type { Channel, ClaimedPost, Post } from "../model/channel.ts";
import type { Page } from "./store.ts";

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
    notice?: Card;
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
  /** Dead posts of a channel become idle again; its notices were told elsewhere. */
  revive(at: Channel): Promise<void>;
  depth(): Promise<{ waiting: number; oldest?: Date; dead: number }>;
  /** When the next post is due, if any waits. */
  nextDue(now: Date): Promise<Date | undefined>;
};
