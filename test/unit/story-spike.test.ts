import fc from "fast-check";
import { expect, test } from "vitest";
import { NO_FINDINGS } from "../../src/analyse/no-findings.ts";
import { spikeLines } from "../../src/analyse/stories/story-spike.ts";
import type { ReadItem } from "../../src/model/item.ts";

/** Reports that were found so many minutes after the story began; those after the bar are copies. */
function reports(minutes: readonly number[], copies: readonly number[] = []): ReadItem[] {
  const start = Date.parse("2026-03-02T08:00:00Z");
  return [...minutes, ...copies].map((minute, at) => ({
    id: `item-${at}`,
    key: `${at}`,
    feed: "f",
    outlet: { name: `Outlet ${at}` },
    title: "",
    text: "",
    contentHash: "",
    firstSeen: new Date(start + minute * 60_000),
    revision: 1,
    baseline: false,
    findings: NO_FINDINGS,
    story: "s",
    ...(at >= minutes.length ? { duplicateOf: "item-0" } : {}),
  }));
}

const many = (count: number, from: number, step: number) => Array.from({ length: count }, (_, at) => from + at * step);
const pointsOf = (items: readonly ReadItem[]) => spikeLines(items).map(({ points }) => points);

test("four reports within an hour are a rush, three are none, and copies are no reports", () => {
  expect(pointsOf(reports([0, 10, 20]))).toEqual([]);
  expect(pointsOf(reports([0, 10, 20, 30]))).toEqual([6]);
  expect(pointsOf(reports([0, 10, 20], [30, 40, 50]))).toEqual([]);
  expect(pointsOf(reports(many(8, 0, 5)))).toEqual([9]);
  expect(pointsOf(reports(many(40, 0, 1)))).toEqual([10]);
});

test("what is usual for the story is no rush", () => {
  const day = many(5 * 48, 0, 12);
  expect(pointsOf(reports([...day, ...many(5, 48 * 60, 10)]))).toEqual([]);
  expect(spikeLines(reports([...day, ...many(24, 48 * 60, 2)]))[0]?.what).toBe(
    "25 reports within an hour, 5.0 an hour before",
  );
});

test("the order of reports changes nothing, and the points are whole and within ten", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30_000), { maxLength: 30 }), (minutes) => {
      const items = reports(minutes);
      const lines = spikeLines(items);
      expect(spikeLines(items.toReversed())).toEqual(lines);
      for (const { points } of lines) expect(Number.isInteger(points) && points > 0 && points <= 10).toBe(true);
    }),
  );
});
