import { createAnalyser } from "../../src/analyse/create-analyser.ts";
import { createStoryIndex } from "../../src/analyse/stories/story-index.ts";

/** A report and the event that it tells. */
export type Report = {
  readonly at: string;
  readonly event: string;
  readonly title: string;
  readonly text: string;
};

/** The story of each report in the end; from `restart` on, by an index that was rebuilt from what the first one had decided. */
export function storiesOf(reports: readonly Report[], restart = reports.length): string[] {
  const analyser = createAnalyser([]);
  let index = createStoryIndex();
  const stories = new Map<string, string>();
  reports.forEach(({ at, title, text }, number) => {
    if (number === restart) {
      index = createStoryIndex();
      for (const [id, story] of stories) {
        const told = reports[Number(id)];
        if (told === undefined) continue;
        const article = { id, title: told.title, text: told.text, published: told.at };
        index.restore(article, analyser.read(article), story);
      }
    }
    const article = { id: String(number), title, text, published: at };
    const { story, merged, split } = index.place(article, analyser.read(article));
    for (const [id, of] of stories) if (merged.includes(of)) stories.set(id, story);
    for (const id of split?.items ?? []) stories.set(id, split?.into ?? story);
    stories.set(String(number), story);
  });
  return [...stories.values()];
}

export type Pair = {
  readonly titles: readonly [string, string];
  readonly events: readonly [string, string];
  readonly oneEvent: boolean;
  readonly oneStory: boolean;
};

/** All pairs of reports. */
export function pairs(reports: readonly Report[], stories: readonly string[]): Pair[] {
  return reports.flatMap((one, a) =>
    reports.slice(a + 1).map((other, after) => ({
      titles: [one.title, other.title] as const,
      events: [one.event, other.event] as const,
      oneEvent: one.event === other.event,
      oneStory: stories[a] === stories[a + 1 + after],
    })),
  );
}
