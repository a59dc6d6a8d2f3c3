import type { Level } from "./findings.ts";

export const PLATFORMS = ["discord", "slack", "console"] as const;
export type Platform = (typeof PLATFORMS)[number];

/** A place for messages. `server` is the tenant: a Discord guild, a Slack workspace, or "local" for the console. */
export type Channel = { readonly platform: Platform; readonly server: string; readonly channel: string };

/** The tenant's key in the store: ids of two platforms never meet. */
export function serverKey(at: { readonly platform: Platform; readonly server: string }): string {
  return `${at.platform}/${at.server}`;
}

/** What a channel wants: the alerts of a watch, or one story or actor. */
export type Target = { readonly kind: "watch" | "story" | "actor"; readonly id: string };

/** A channel wants a target's alerts from some level on. */
export type Subscription = {
  readonly id: string;
  readonly at: Channel;
  readonly target: Target;
  readonly level: Level;
  readonly createdBy: string;
  readonly createdAt: Date;
  /** Set when the platform refused to deliver; a manager has to mend it. */
  readonly pausedReason?: string;
};

/** One story in one channel. Delivery makes `shown` equal `wanted`. */
export type Post = {
  readonly id: string;
  readonly story: string;
  readonly at: Channel;
  /** The watch and server edits through which the channel sees the story. */
  readonly watch: string;
  /** Story revision that the channel should show. */
  readonly wanted: number;
  /** Story revision that it shows; 0 before the first message. */
  readonly shown: number;
  readonly state: "idle" | "sending" | "dead";
  readonly attempts: number;
  readonly firstAttemptAt?: Date;
  readonly messageId?: string;
  /** 1 flash … 9 backfill; smaller goes first. */
  readonly priority: number;
  /** When it first showed something. */
  readonly postedAt?: Date;
  readonly lastError?: string;
};

/** A post claimed by this process until the lease ends; every completion must present the token. */
export type ClaimedPost = Post & { readonly leaseToken: string };
