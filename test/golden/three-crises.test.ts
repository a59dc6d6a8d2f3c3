import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { createAnalyser } from "../../src/analyse/create-analyser.ts";
import { createStoryIndex } from "../../src/analyse/stories/story-index.ts";

const REPORTS = z
  .array(z.object({ at: z.coerce.string(), event: z.string(), title: z.string(), text: z.string() }))
  .parse(parse(readFileSync(new URL("../fixtures/stories/three-crises.yaml", import.meta.url), "utf8")));

type Report = (typeof REPORTS)[number];

/** The story of each report in the end. */
function storiesOf(reports: readonly Report[]): string[] {
  const analyser = createAnalyser([]);
  const index = createStoryIndex();
  const stories = new Map<string, string>();
  reports.forEach(({ at, title, text }, number) => {
    const article = { id: String(number), title, text, published: at };
    const { story, merged, split } = index.place(article, analyser.read(article));
    for (const [id, of] of stories) if (merged.includes(of)) stories.set(id, story);
    for (const id of split?.items ?? []) stories.set(id, split?.into ?? story);
    stories.set(String(number), story);
  });
  return [...stories.values()];
}

/** Pairs of reports that share a story or an event. */
function pairs(reports: readonly Report[], stories: readonly string[]) {
  const found: {
    readonly titles: readonly [string, string];
    readonly oneEvent: boolean;
    readonly oneStory: boolean;
  }[] = [];
  for (const [a, one] of reports.entries())
    for (const [b, other] of reports.entries())
      if (a < b)
        found.push({
          titles: [one.title, other.title],
          oneEvent: one.event === other.event,
          oneStory: stories[a] === stories[b],
        });
  return found;
}

/** Other orders of arrival: outlets and their feeds are not equally quick. */
const ORDERS: Readonly<Record<string, readonly Report[]>> = {
  "as they were published": REPORTS,
  "the newest first": REPORTS.toReversed(),
  "every other one late": [...REPORTS.filter((_, at) => at % 2 === 0), ...REPORTS.filter((_, at) => at % 2 === 1)],
};

test.each(Object.keys(ORDERS))(
  "reports of three crises meet by event, and a second quake, ferry or shooting stays apart: %s",
  (order) => {
    const reports = ORDERS[order] ?? [];
    const all = pairs(reports, storiesOf(reports));
    expect(all.filter(({ oneEvent, oneStory }) => oneStory && !oneEvent).map(({ titles }) => titles)).toEqual([]);
    const events = all.filter(({ oneEvent }) => oneEvent);
    expect(events.filter(({ oneStory }) => oneStory).length / events.length).toBeGreaterThan(0.75);
  },
);
