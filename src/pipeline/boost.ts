import { boostedPollAt } from "../feeds/schedule.ts";
import type { Clock } from "../lib/clock.ts";
import type { Store } from "../store/store.ts";

type Parts = { readonly store: Store; readonly clock: Clock };

const HOUR_MS = 3_600_000;
/** A story moves for so long after its newest report. */
const MOVING_HOURS = 6;
/** A feed that told of it so lately will tell how it goes on. */
const TOLD_HOURS = 24;
/** Quieter stories can wait for the usual rhythm. */
const LEVEL = "alert";

function hoursAgo({ clock }: Parts, hours: number): Date {
  return new Date(clock.now().getTime() - hours * HOUR_MS);
}

/** Those of the feeds that are asked more often, because a story that they told of is moving. */
export function movingFeeds(parts: Parts, feeds: readonly string[]): Promise<ReadonlySet<string>> {
  const [since, told] = [hoursAgo(parts, MOVING_HOURS), hoursAgo(parts, TOLD_HOURS)];
  return parts.store.feeds.moving({ feeds, since, told, level: LEVEL });
}

/** After a change of these stories, the feeds that told of the loud ones do not wait for the end of a quiet interval. */
export async function hastenFeeds(parts: Parts, stories: ReadonlySet<string>): Promise<void> {
  const { store, clock } = parts;
  const feeds = await store.feeds.ofStories({
    stories: [...stories],
    told: hoursAgo(parts, TOLD_HOURS),
    level: LEVEL,
  });
  const pushed = await store.pushes.active(
    feeds.map(({ id }) => id),
    clock.now(),
  );
  for (const feed of feeds) {
    const at = pushed.has(feed.id) ? undefined : boostedPollAt(feed, clock.now());
    if (at && at < feed.state.nextPollAt) await store.feeds.hasten(feed.id, at);
  }
}
