import type { DatedEvent, EventType } from "../../model/findings.ts";
import { parseDay } from "../../text/dates/calendar.ts";
import { fold } from "../../text/fold.ts";
import { stem } from "../../text/stem.ts";
import { COUNTRIES } from "../names/countries.ts";
import { nameKey } from "./event-names.ts";

/** One telling of an event: the finding and who printed it. */
export type Telling = DatedEvent & {
  readonly item: string;
  readonly outlet: string;
  readonly url?: string;
  /** Which revision of its report tells it so; absent for the first. */
  readonly revision?: number;
};

const STOP = new Set(
  "the a an of in on at to for and with by from its it as that after is was were has have had be been said say least more than who which".split(
    " ",
  ),
);
/** Types that outlets choose differently for one event. */
const VIOLENT = new Set<EventType>(["assault", "fight", "kill"]);
/** An undated telling may belong to an event so many days before it; to one with the same dead far longer. */
const NEAR_DAYS = 3;
const FAR_DAYS = 60;
/** Fewer dead than this are counted in too many places to tell an event by. */
const TELLING_TOLL = 5;
const TOLL_NEWS = /\b(?:toll|number of (?:the )?(?:dead|deaths|killed|fatalities|injured|wounded))\b/i;

/** The stems of a title that say something. */
export function titleStems(title: string): Set<string> {
  const all = fold(title).split(" ");
  return new Set(all.filter((word) => word !== "" && !STOP.has(word)).map(stem));
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const smaller = Math.min(a.size, b.size);
  return smaller === 0 ? 0 : a.intersection(b).size / smaller;
}

/** Names of places and people in a title; its first word is capitalised anyway. */
function capitals(title: string): Set<string> {
  const found = title.match(/(?<=\S\s["“‘[]?)\p{Lu}[\p{L}-]+/gu) ?? [];
  return new Set(found.map((word) => fold(word)));
}

function isAlike(a: EventType, b: EventType): boolean {
  return a === b || (VIOLENT.has(a) && VIOLENT.has(b));
}

function gapOf(a: Telling, b: Telling): number {
  const [first, second] = [parseDay(a.date), parseDay(b.date)];
  return first === undefined || second === undefined ? Number.POSITIVE_INFINITY : Math.abs(first - second);
}

/** Whether two tellings can be of one time: the same date, or one only knows that it was over by then. */
function mayCoincide(a: Telling, b: Telling, days: number): boolean {
  if (a.precision !== "by" && b.precision !== "by") return a.date === b.date;
  if (gapOf(a, b) > days) return false;
  const [open, dated] = a.precision === "by" ? [a, b] : [b, a];
  return dated.precision === "by" || (open.date ?? "") >= (dated.date ?? "");
}

function isOperation(name: string): boolean {
  return /^operation\b/i.test(name);
}

/** Whether both tell of one event: one operation under any spelling, the same dead at one place, or much the same words. */
function isSameEvent(a: Telling, b: Telling): boolean {
  if ((a.status === "denied") !== (b.status === "denied") || (a.status === "planned") !== (b.status === "planned"))
    return false;
  if (a.name !== undefined && b.name !== undefined && nameKey(a.name) !== nameKey(b.name)) return false;
  if (a.name !== undefined && b.name !== undefined && isOperation(a.name) && isAlike(a.type, b.type)) return true;
  // Such news has the same words wherever people died.
  if (TOLL_NEWS.test(a.title) && TOLL_NEWS.test(b.title) && !sharesPlace(a, b)) return false;
  const shared = overlap(titleStems(a.title), titleStems(b.title));
  const isNamed = a.name !== undefined && b.name !== undefined && isAlike(a.type, b.type);
  if (isNamed && mayCoincide(a, b, FAR_DAYS)) return true;
  if (hasTollsAtOnePlace(a, b)) return true;
  if (hasSameDead(a, b) && mayCoincide(a, b, FAR_DAYS)) return true;
  if (!mayCoincide(a, b, NEAR_DAYS)) return false;
  if (isAlike(a.type, b.type)) return shared >= (a.precision === "day" && b.precision === "day" ? 0.4 : 0.6);
  return shared >= 0.8;
}

const NATIONS = new Set(COUNTRIES.flatMap(({ names, demonyms }) => [...names, ...demonyms].map((name) => fold(name))));

/** Counts of one day at one place differ while people still count: they stand side by side in one row. */
function hasTollsAtOnePlace(a: Telling, b: Telling): boolean {
  const isCounted = [a, b].some(({ killed, injured }) => killed !== undefined || injured !== undefined);
  if (!isCounted || a.precision !== "day" || a.date !== b.date || b.precision !== "day" || !isAlike(a.type, b.type))
    return false;
  return sharesPlace(a, b);
}

/** Whether both titles name one place or person that is no country. */
function sharesPlace(a: Telling, b: Telling): boolean {
  const places = [...capitals(a.title).intersection(capitals(b.title))];
  return places.some((place) => !NATIONS.has(place) && !DAY_NAME.test(place));
}

/** "The toll in Lenara rose to 31": the latest event there in which people came to harm a few days before. */
function countedIn(groups: readonly Telling[][], telling: Telling): Telling[] | undefined {
  const isCount = telling.killed !== undefined || telling.injured !== undefined;
  if (telling.precision !== "by" || !isCount || !TOLL_NEWS.test(telling.title)) return undefined;
  const isCounted = (one: Telling) =>
    one.precision === "day" &&
    (isAlike(one.type, telling.type) || one.type === "disaster") &&
    (one.killed !== undefined || one.injured !== undefined) &&
    mayCoincide(one, telling, NEAR_DAYS) &&
    sharesPlace(one, telling);
  const dayOf = (group: readonly Telling[]) => group.find(isCounted)?.date ?? "";
  const [latest] = groups.filter((group) => group.some(isCounted)).toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1));
  return latest;
}

const DAY_NAME = /day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;

function hasSameDead(a: Telling, b: Telling): boolean {
  if (a.killed === undefined || a.killed !== b.killed || a.killed < TELLING_TOLL || !isAlike(a.type, b.type))
    return false;
  const isSameDay = a.precision === "day" && b.precision === "day" && a.date === b.date;
  return isSameDay || capitals(a.title).intersection(capitals(b.title)).size > 0;
}

/**
 * Whether a telling goes on about the event right before it in the same item: a count without a day or a place of its
 * own, such as "Seventeen were wounded" or another side's "they killed 31".
 */
function goesOn(before: Telling, after: Telling): boolean {
  if (before.item !== after.item || before.start >= after.start || after.precision !== "by") return false;
  if (after.killed === undefined && after.injured === undefined) return false;
  if (!VIOLENT.has(before.type) || !VIOLENT.has(after.type) || before.status === "planned") return false;
  const known = new Set([...capitals(before.title), ...(after.actors ?? []).flatMap((name) => fold(name).split(" "))]);
  return [...capitals(after.title)].every((word) => known.has(word));
}

/** The names of a group: two of them are two events. */
function namesIn(group: readonly Telling[]): Set<string> {
  return new Set(group.flatMap(({ name }) => (name === undefined ? [] : [nameKey(name)])));
}

/** The groups that a telling belongs to, as one: what it has in common with both, they have in common. */
function joined(groups: Telling[][], telling: Telling): Telling[] | undefined {
  const [first, ...others] = groups.filter((members) => members.some((member) => isSameEvent(member, telling)));
  // Denials are short and alike: what they deny tells them apart.
  if (first === undefined || telling.status === "denied") return first;
  for (const other of others) {
    if (new Set([...namesIn(first), ...namesIn(other)]).size > 1) continue;
    first.push(...other);
    groups.splice(groups.indexOf(other), 1);
  }
  return first;
}

/** Brings tellings of one event together; those of one item must stand in the order of its text. */
export function groupTellings(tellings: readonly Telling[]): Telling[][] {
  const groups: Telling[][] = [];
  const items = Map.groupBy(tellings, ({ item }) => item);
  for (const told of items.values()) {
    let before: Telling | undefined;
    for (const telling of told.toSorted((a, b) => a.start - b.start)) {
      const last = before;
      const own =
        last !== undefined && goesOn(last, telling) ? groups.find((group) => group.includes(last)) : undefined;
      const group = own ?? countedIn(groups, telling) ?? joined(groups, telling);
      if (group) group.push(telling);
      else groups.push([telling]);
      before = telling;
    }
  }
  return groups;
}
