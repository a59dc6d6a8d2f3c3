import type { FeedState } from "../model/feed.ts";

const DAY_MS = 86_400_000;
/** So often, and over a day at least, the same new address is told before it is believed. */
const TOLD_OFTEN = 3;
/** Failures at a new address after which the old one is tried again. */
const FAILURES_TO_RETURN = 3;

type Place = Pick<FeedState, "address" | "moved">;

/** Where a feed is read from now on, after an answer that came by way of a permanent redirect, or of none. */
export function placeAfter({ address, moved }: Place, movedTo: string | undefined, now: Date): Place {
  const here = address === undefined ? {} : { address };
  if (movedTo === undefined) return here;
  const told = moved?.to === movedTo ? { ...moved, count: moved.count + 1 } : { to: movedTo, since: now, count: 1 };
  const isBelieved = told.count >= TOLD_OFTEN && now.getTime() - told.since.getTime() >= DAY_MS;
  return isBelieved ? { address: movedTo } : { ...here, moved: told };
}

/** The same after a failure: a feed that fails at its new address is read at the old one again. */
export function placeAfterFailure({ address, moved }: Place, failures: number): Place {
  return {
    ...(address !== undefined && failures < FAILURES_TO_RETURN && { address }),
    ...(moved !== undefined && { moved }),
  };
}
