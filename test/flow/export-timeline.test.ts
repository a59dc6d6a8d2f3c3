import { afterEach, beforeEach, expect, test } from "vitest";
import { exportTimeline } from "../../src/cli/export-timeline.ts";
import { COPY, SHELLING } from "./reports.ts";
import { startWorld, type World } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld();
  await world.report("Herald", SHELLING);
  await world.report("Courier", COPY);
});
afterEach(() => world.stop());

const run = (...args: string[]) => exportTimeline(world.app().store, args, world.clock.now());

test("the command line writes the events of a story as CSV, calendar or Markdown", async () => {
  const [{ story } = { story: { id: "" } }] = await world.app().store.stories.latest({}, {}, { limit: 1 });
  expect(await run("--story", story.id)).toMatch(/^\uFEFF"date",.+\r\n"2026-03-01","day","day stated","attack"/);
  expect(await run("--as", "calendar", "--since", "2026-03-01")).toContain("DTSTART;VALUE=DATE:20260301");
  expect(await run("--as", "markdown", "--actor", "Syldavia")).toContain("## 1 Mar 2026");
  expect(await run("--until", "2020-01-01")).toBe(`${(await run()).split("\r\n")[0]}\r\n`);
});

test("what cannot be is refused with what is allowed", async () => {
  await expect(run("--as", "pdf")).rejects.toThrow('cannot be written as "pdf"');
  await expect(run("--story", "nothing")).rejects.toThrow('There is no story "nothing"');
  await expect(run("--since", "someday")).rejects.toThrow('"someday" is not a date');
});
