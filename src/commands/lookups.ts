import { type StoryView, viewStory } from "../desk/story-view.ts";
import { UserError } from "../lib/user-error.ts";
import type { Text } from "../model/card.ts";
import { serverKey } from "../model/channel.ts";
import type { Alert } from "../model/story.ts";
import type { Watch } from "../model/watch.ts";
import { fold } from "../text/fold.ts";
import type { Run } from "./command.ts";

/** The asker's server, as the store names it. */
export function serverOf(run: Run): string {
  return serverKey(run.asker.at);
}

function isNamed({ id, name }: Watch, wanted: string): boolean {
  return [id, name].some((one) => fold(one).includes(wanted));
}

/** The watch with that id or name; the only watch when none is named. */
export function findWatch(run: Run, typed: string | undefined): Watch {
  const { watches } = run.desk;
  const [first] = watches;
  const wanted = fold(typed ?? "");
  const found =
    typed === undefined
      ? first
      : (watches.find((watch) => watch.id === typed) ??
        watches.find((watch) => wanted !== "" && isNamed(watch, wanted)));
  if (found) return run.desk.view(found.id, serverOf(run))?.watch ?? found;
  const ids = watches.map((watch) => watch.id).join(", ");
  throw new UserError(`There is no watch "${typed}".`, `These are loaded: ${ids}.`);
}

/** The stories that hold all the words, most recent first; as spans, to be offered. */
export async function offerStories(run: Run, words: string | undefined, limit: number): Promise<Text[]> {
  const filter = words === undefined ? {} : { words };
  const rows = await run.store.stories.latest(filter, run.viewer, { limit });
  return rows.map(({ story }) => [{ kind: "text", text: `${story.headline} (${story.id})` }]);
}

/** A watch that the story is relevant to goes before one that only shares its words. */
function speaksBefore(one: Alert, other: Alert): boolean {
  return one.relevant === other.relevant ? one.score > other.score : one.relevant;
}

/** The story with that id, or the latest one that holds the typed words. */
export async function findStory(run: Run, typed: string): Promise<StoryView> {
  const server = serverOf(run);
  const byId = await run.store.stories.get(typed);
  const candidates = byId ? [byId.mergedInto ?? byId.id] : [];
  if (candidates.length === 0) {
    const matches = await run.store.stories.latest({ words: typed }, run.viewer, { limit: 50 });
    // Words of the headline name a story better than words somewhere in its reports.
    const words = fold(typed).split(" ");
    const named = matches.find(({ story }) => words.every((word) => fold(story.headline).includes(word)));
    const [match] = named ? [named] : matches;
    if (match) candidates.push(match.story.id);
  }
  const [story] = candidates;
  let best: StoryView | undefined;
  if (story !== undefined)
    for (const watch of run.desk.watches) {
      const view = await viewStory(run, { story, watch: watch.id, server });
      if (view && (best === undefined || speaksBefore(view.alert, best.alert))) best = view;
    }
  if (best) return best;
  const latest = (await run.store.stories.latest({}, run.viewer, { limit: 3 })).map((row) => `"${row.story.headline}"`);
  const next =
    latest.length > 0 ? `The latest stories: ${latest.join(", ")}.` : "No story has been found yet; see /status.";
  throw new UserError(`No story matches "${typed}".`, next);
}
