import type { ClaimedPost } from "../../../src/model/channel.ts";
import type { Settlement, Store } from "../../../src/store/store.ts";
import { channel, minute, T0 } from "./make.ts";

/** How long a claim lasts, in milliseconds. */
export const LEASE = 40_000;
export const PLATFORMS = ["discord", "slack", "console"];
export const wanted = { story: "story", at: channel(), watch: "kashmir", wanted: 1, priority: 3, now: T0 };

export function claim(
  store: Store,
  at: number,
  parts: { limit?: number; platforms?: string[] } = {},
): Promise<ClaimedPost[]> {
  return store.posts.claim({ now: minute(at), leaseMs: LEASE, limit: 100, platforms: PLATFORMS, ...parts });
}

export async function claimOne(store: Store, at: number): Promise<ClaimedPost> {
  const [post] = await claim(store, at, { limit: 1 });
  if (!post) throw new Error("no post was due");
  return post;
}

export function sent(at: number, parts: Partial<Extract<Settlement, { kind: "sent" }>> = {}): Settlement {
  return { kind: "sent", messageId: "999", shown: 1, now: minute(at), editAgainAt: minute(at + 2), ...parts };
}
