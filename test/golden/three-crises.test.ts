import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { pairs, type Report, storiesOf } from "./story-reader.ts";

const REPORTS = z
  .array(z.object({ at: z.coerce.string(), event: z.string(), title: z.string(), text: z.string() }))
  .parse(parse(readFileSync(new URL("../fixtures/stories/three-crises.yaml", import.meta.url), "utf8")));

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
