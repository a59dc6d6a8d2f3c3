import { expect, test } from "vitest";
import { departures } from "../../src/feeds/start-up.ts";
import { shortId } from "../../src/lib/short-id.ts";

const INTERVAL_MS = 300_000;

function ids(count: number): string[] {
  return Array.from({ length: count }, (_, at) => shortId(`https://${at}.example/feed`, ""));
}

test("a few dozen feeds are all asked at once", () => {
  expect(departures(ids(32), INTERVAL_MS).size).toBe(0);
});

test("thousands of feeds are spread evenly over one interval", () => {
  const groups = departures(ids(10_000), INTERVAL_MS);
  const sizes = [...groups.values()].map((group) => group.length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(10_000);
  expect(groups.size).toBe(60);
  expect(Math.max(...sizes)).toBeLessThan(1.5 * (10_000 / 60));
  expect(Math.max(...groups.keys())).toBeLessThan(INTERVAL_MS);
});

test("a feed has the same place at each start, whatever starts beside it", () => {
  const all = departures(ids(6_000), INTERVAL_MS);
  const more = departures(ids(9_000).toReversed(), INTERVAL_MS);
  const first = ids(1)[0] ?? "";
  const place = (groups: typeof all) => [...groups].find(([, group]) => group.includes(first))?.[0];
  expect(place(more)).toBe(place(all));
});

test("what was missed in a short pause is caught up with in seconds", () => {
  expect(Math.max(...departures(ids(300), INTERVAL_MS).keys())).toBeLessThan(30_000);
});
