import { UserError } from "../lib/user-error.ts";
import type { Channel, Target } from "../model/channel.ts";
import type { Run } from "./command.ts";
import { findWatch } from "./lookups.ts";

/** The channel that was named, on the asker's own server; the asker's channel when none was. */
export function channelOption(run: Run): Channel {
  const channel = run.options["channel"];
  return channel === undefined ? run.asker.at : { ...run.asker.at, channel };
}

/** The living story of that id: one that was merged leads to the story that it became a part of. */
async function livingStory({ store }: Run, id: string): Promise<Target> {
  const story = await store.stories.get(id);
  if (story === undefined) throw new UserError(`There is no story "${id}".`, "Run /latest or /stories to find its id.");
  return { kind: "story", id: story.mergedInto ?? story.id };
}

/** What the option `topic` means: a watch, or one story ("story:<id>") or actor ("actor:<id>"). */
export async function targetOption(run: Run): Promise<Target> {
  const typed = run.options["topic"];
  const [, kind, id] = /^(story|actor):(\S+)$/.exec(typed ?? "") ?? [];
  if (kind === "story" && id) return livingStory(run, id);
  if (kind !== "actor" || !id) return { kind: "watch", id: findWatch(run, typed).id };
  const isKnown = run.desk.watches.some(({ actors }) => actors.some((actor) => actor.id === id));
  if (!isKnown) throw new UserError(`No watch knows an actor "${id}".`, "Run /actors to find the name.");
  return { kind, id };
}

export function targetInWords({ desk }: Run, { kind, id }: Target): string {
  if (kind === "story") return `story ${id}`;
  const named = kind === "watch" ? desk.watches : desk.watches.flatMap(({ actors }) => actors);
  return named.find((one) => one.id === id)?.name ?? id;
}
