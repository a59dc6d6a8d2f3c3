import type { Card } from "./card.ts";
import type { Level } from "./findings.ts";

export const PLATFORMS = ["discord", "slack", "console"] as const;
export type Platform = (typeof PLATFORMS)[number];

/** A place for messages. `server` is the tenant: a Discord guild, a Slack workspace, or "local" for the console. */
export type Channel = { readonly platform: Platform; readonly server: string; readonly channel: string };

/** The tenant's key in the store: ids of two platforms never meet. */
export function serverKey(at: { readonly platform: Platform; readonly server: string }): string {
  return `${at.platform}/${at.server}`;
}

/** The platform and server of a tenant's key. */
export function serverOfKey(key: string): Omit<Channel, "channel"> {
  const platform = PLATFORMS.find((one) => key.startsWith(`${one}/`));
  if (platform === undefined) throw new Error(`no platform has a server ${key}`);
  return { platform, server: key.slice(platform.length + 1) };
}

/** In place of a channel's id: wherever the managers of the server can be told something. */
export const MANAGERS = "@managers";

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

/** One story in one channel, or one notice. Delivery makes `shown` equal `wanted`. */
export type Post = {
  readonly id: string;
  /** Of a notice: what it is about, the same whenever it is to be told again. */
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
  /** Shown in place of a story; it never changes. */
  readonly notice?: Card;
};

/** A post claimed by this process until the lease ends; every completion must present the token. */
export type ClaimedPost = Post & { readonly leaseToken: string };
