import type { Target } from "../model/channel.ts";
import type { Findings } from "../model/findings.ts";
import type { Mute } from "../model/mute.ts";
import type { Alert } from "../model/story.ts";
import type { Store } from "../store/store.ts";

/** So many stories back a sequel belongs to what was muted. */
const MOST_EARLIER = 10;

/** What a report about a story is about: the watch, the story, and the actors that the report names. */
export function targetsOf({ watch, story }: Pick<Alert, "watch" | "story">, { actors }: Findings): Target[] {
  const ids = new Set(actors.flatMap(({ actor }) => actor ?? []));
  return [
    { kind: "watch", id: watch },
    { kind: "story", id: story },
    ...[...ids].map((id): Target => ({ kind: "actor", id })),
  ];
}

/** The stories that this one goes on from, the nearest first; `follows` is the nearest when no link says so yet. */
async function earlierStories(store: Store, story: string, follows: string | undefined): Promise<string[]> {
  const earlier: string[] = follows === undefined ? [] : [follows];
  for (let next = follows ?? story; earlier.length < MOST_EARLIER; ) {
    const links = await store.stories.links([next]);
    const link = links.find((one) => one.kind === "follows" && one.story === next && !earlier.includes(one.other));
    if (link === undefined) break;
    earlier.push(link.other);
    next = link.other;
  }
  return earlier;
}

/** The mutes in force on what a report is about, or on a story that its own goes on from. */
export async function mutesOn(
  store: Store,
  { targets, story, follows, now }: { targets: readonly Target[]; story: string; follows?: string; now: Date },
): Promise<Mute[]> {
  const earlier = await earlierStories(store, story, follows);
  return store.mutes.onTargets([...targets, ...earlier.map((id): Target => ({ kind: "story", id }))], now);
}
