import type { MatchLine } from "../../model/findings.ts";
import type { ReadItem } from "../../model/item.ts";

const HOUR_MS = 3_600_000;
/** The rate before is taken over a day at least, so that two reports of the morning are no busy hour. */
const LEAST_BEFORE_HOURS = 24;
const MOST_BEFORE_HOURS = 14 * 24;
/** Fewer reports in an hour are no rush, whatever was before. */
const LEAST_REPORTS = 4;
const MOST_POINTS = 10;
const POINTS_PER_DOUBLING = 3;

/**
 * A line for a story that is told by many at once: its reports of the latest hour against its own rate of up to fourteen
 * days before. Copies of a text do not count. Depends on the items alone, so that the same items give the same line.
 */
export function spikeLines(items: readonly ReadItem[]): MatchLine[] {
  const times = items
    .filter(({ duplicateOf }) => duplicateOf === undefined)
    .map(({ firstSeen }) => firstSeen.getTime());
  const latest = Math.max(...times);
  const now = times.filter((at) => at > latest - HOUR_MS).length;
  if (now < LEAST_REPORTS) return [];
  const before = times.filter((at) => at <= latest - HOUR_MS && at > latest - MOST_BEFORE_HOURS * HOUR_MS);
  const hours = before.length === 0 ? 0 : (latest - Math.min(...before)) / HOUR_MS - 1;
  const usual = before.length / Math.max(LEAST_BEFORE_HOURS, hours);
  const points = Math.min(MOST_POINTS, Math.round(POINTS_PER_DOUBLING * Math.log2(now / (usual + 1))));
  return points > 0 ? [{ points, what: `${now} reports within an hour, ${usual.toFixed(1)} an hour before` }] : [];
}
