import type { Member } from "./story-members.ts";
import { likenessesTo } from "./story-rivals.ts";

/** A story that has grown beyond this holds together by so many reports that one item cannot take it apart. */
const MOST = 12;
/** Two events are told by two reports each, at least: a lone report may just be odd. */
const LEAST = 2;
/** The reports of each part are so much alike. */
const ALIKE = 0.08;
/** Across the parts they share at most this much of that. */
const APART = 0.25;

type Table = readonly (readonly number[])[];

function mean(table: Table, rows: readonly number[], columns: readonly number[]): number {
  let [sum, count] = [0, 0];
  for (const row of rows)
    for (const column of columns) {
      if (row === column) continue;
      sum += table[row]?.[column] ?? 0;
      count++;
    }
  return count === 0 ? 0 : sum / count;
}

/** Each item goes with the part that it is more like; once from two seeds, once from the parts that these made. */
function partition(table: Table, seeds: readonly [number, number]): readonly [readonly number[], readonly number[]] {
  const all = table.map((_, at) => at);
  let parts: [number[], number[]] = [[seeds[0]], [seeds[1]]];
  for (let round = 0; round < 2; round++) {
    const [one, other] = parts;
    const isOfFirst = (at: number) => mean(table, [at], one) >= mean(table, [at], other);
    parts = [all.filter(isOfFirst), all.filter((at) => !isOfFirst(at))];
  }
  return parts;
}

/**
 * The items that have to leave a story because its newest item, given last, shows that it tells two events: it is like
 * some of the reports and has nothing in common with others, and so are the rest. The larger part stays, of two equal
 * ones the older.
 */
export function partedBy(members: readonly Member[]): readonly Member[] {
  if (members.length < 2 * LEAST || members.length > MOST) return [];
  const newest = members.length - 1;
  const [last] = members.slice(newest);
  const toNewest = last === undefined ? [] : likenessesTo(last, members);
  const closest = Math.max(...toNewest.slice(0, newest));
  // Most new items are like all the others, which is seen without comparing those.
  if (toNewest.filter((likeness) => likeness <= APART * closest).length < LEAST) return [];
  const farthest = toNewest.indexOf(Math.min(...toNewest));
  const table = members.map((one) => likenessesTo(one, members));
  const [near, far] = partition(table, [newest, farthest]);
  if (Math.min(near.length, far.length) < LEAST) return [];
  const within = Math.min(mean(table, near, near), mean(table, far, far));
  if (within < ALIKE || mean(table, near, far) > APART * within) return [];
  const [stays, leaves] =
    near.length > far.length || (near.length === far.length && near[0] === 0) ? [near, far] : [far, near];
  return stays.length === 0 ? [] : members.filter((_, at) => leaves.includes(at));
}
