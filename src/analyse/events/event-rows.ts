import type { EventStatus } from "../../model/findings.ts";
import { standsAlone as hasFiniteVerb } from "../reading/full-sentence.ts";
import { type RowDate, voteDate } from "./row-date.ts";
import { type Denial, denialOf } from "./row-denials.ts";
import { groupTellings, type Telling } from "./row-groups.ts";

export type { Telling } from "./row-groups.ts";

/** A figure with the outlets that print it, and whose count it is where they say so. */
export type Toll = {
  readonly count: number;
  /** The upper end of a range. */
  readonly to?: number;
  readonly outlets: readonly string[];
  readonly by: readonly string[];
};

/** One event told by many items: a line of a timeline. Figures that differ stay side by side. */
export type EventRow = RowDate & {
  readonly type: Telling["type"];
  readonly title: string;
  readonly name?: string;
  readonly statuses: readonly EventStatus[];
  /** Who denies it. */
  readonly deniedBy: readonly string[];
  readonly actors: readonly string[];
  readonly killed: readonly Toll[];
  readonly injured: readonly Toll[];
  readonly tellings: readonly Telling[];
};

function tolls(tellings: readonly Telling[], of: "killed" | "injured"): Toll[] {
  const known = new Map<string, { count: number; to: number | undefined; outlets: Set<string>; by: Set<string> }>();
  for (const telling of tellings) {
    const [count, to] = [telling[of], telling[`${of}To`]];
    if (count === undefined) continue;
    const key = `${count} ${to}`;
    const toll = known.get(key) ?? { count, to, outlets: new Set(), by: new Set() };
    toll.outlets.add(telling.outlet);
    if (telling.status === "attributed" && telling.attributedTo !== undefined) toll.by.add(telling.attributedTo);
    known.set(key, toll);
  }
  return [...known.values()]
    .map(({ count, to, outlets, by }) => ({
      count,
      ...(to === undefined ? {} : { to }),
      outlets: [...outlets],
      by: [...by],
    }))
    .sort((a, b) => b.outlets.length - a.outlets.length || b.count - a.count);
}

/** "He repeated", "which": words that a reader who meets them alone cannot place. */
const NOT_ALONE = /^["“‘]?(?:he|she|it|they|his|her|its|their|this|that|these|those|which|who|we|i)\s/i;

function standsAlone({ title }: Telling): boolean {
  return !NOT_ALONE.test(title);
}

/**
 * Who speaks for a row: one that can be read alone and tells something, and stated, named, numbered or dated before one that is not; then
 * the earliest.
 */
function spokesman(tellings: readonly Telling[]): Telling | undefined {
  const weight = (telling: Telling) =>
    4 * Number(standsAlone(telling)) +
    2 * Number(hasFiniteVerb(telling.title)) +
    Number(!telling.title.startsWith("[")) +
    Number(telling.status === "stated") +
    Number(telling.name !== undefined) +
    Number(telling.killed !== undefined) +
    Number(telling.precision === "day");
  return [...tellings].sort((a, b) => weight(b) - weight(a))[0];
}

function rowOf(tellings: readonly Telling[]): Omit<EventRow, "deniedBy"> | undefined {
  const best = spokesman(tellings);
  const date = voteDate(tellings);
  if (best === undefined || date === undefined) return undefined;
  const name = tellings.find((telling) => telling.name !== undefined)?.name;
  return {
    ...date,
    type: best.type,
    title: best.title,
    ...(name === undefined ? {} : { name }),
    statuses: [...new Set(tellings.map((telling) => telling.status))],
    actors: [...new Set(tellings.flatMap((telling) => telling.actors ?? []))],
    killed: tolls(tellings, "killed"),
    injured: tolls(tellings, "injured"),
    tellings,
  };
}

/** "The ceasefire on Monday" names something and tells nothing of it. */
const SHORT_NAME_WORDS = 5;

function isBareName({ title, status, precision }: Telling): boolean {
  if (status !== "stated" && status !== "attributed") return false;
  return !hasFiniteVerb(title) && (precision === "by" || title.split(" ").length <= SHORT_NAME_WORDS);
}

/** What a reader cannot place is only shown for the day, the name or the figures that nothing else tells. */
function isWorthShowing({ tellings, precision, name, killed }: Omit<EventRow, "deniedBy">): boolean {
  if (name !== undefined || killed.length > 0) return true;
  return !tellings.every(isBareName) && (tellings.some(standsAlone) || precision !== "by");
}

/** Orders by date; what is only known "by" a day stands after that day's dated events. */
function byDate(a: EventRow, b: EventRow): number {
  const key = (row: EventRow) => `${row.date ?? "9999"} ${row.precision === "by" ? 1 : 0}`;
  return key(a).localeCompare(key(b));
}

/** Rows in order of date, each denial that says something of its own right behind what it denies. */
function inOrder(claims: readonly EventRow[], denials: readonly Denial<EventRow>[]): EventRow[] {
  const placed = [...claims, ...denials.filter(({ claim }) => claim === undefined).map(({ row }) => row)].sort(byDate);
  return placed.flatMap((row) => [
    row,
    ...denials
      .filter(({ claim, isBare }) => !isBare && claim !== undefined && row.tellings.includes(claim))
      .map((d) => d.row),
  ]);
}

/** Brings the tellings of one event together, in order of date, each denial beside the claim it denies. */
export function eventRows(tellings: readonly Telling[]): EventRow[] {
  const rows = groupTellings(tellings)
    .flatMap((group) => rowOf(group) ?? [])
    .filter(isWorthShowing);
  const denying = rows.filter(({ statuses }) => statuses.includes("denied"));
  const denials = denying.map((row) => denialOf({ ...row, deniedBy: [] }, tellings));
  const claims = rows
    .filter((row) => !denying.includes(row))
    .map((row) => ({
      ...row,
      deniedBy: [
        ...new Set(denials.flatMap(({ claim, by }) => (claim !== undefined && row.tellings.includes(claim) ? by : []))),
      ],
    }));
  return inOrder(
    claims,
    denials.map((denial) => ({ ...denial, claim: shownClaim(denial.claim, claims) })),
  );
}

/** A denial of something that is not shown stands for itself. */
function shownClaim(claim: Telling | undefined, rows: readonly EventRow[]): Telling | undefined {
  return claim !== undefined && rows.some((row) => row.tellings.includes(claim)) ? claim : undefined;
}
