import { NUMBER, numberOf } from "../number-words.ts";
import { dayOf, isoDay, parseDay } from "./calendar.ts";
import { nearestMonthDay, nearestWeekday } from "./date-reckoning.ts";
import { type Context, type Parts, type Rule, rule, time, type Value } from "./date-rule.ts";
import { BLANK, DAY_PART, MONTH, monthOf, WEEKDAY, weekdayNumber, YEAR } from "./date-words.ts";

const ZONE = "(?:EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|GMT|UTC|IST|PKT|BST|CET|CEST|MSK|JST|KST|local time)";
/** The full stop after "pm" ends the sentence; that of "p.m." belongs to it. */
const HALF = "(?:[ap]m\\b|[ap]\\.m\\b\\.?)";
const THEN_ZONE = `(?:${BLANK}(?:(?<zone>${ZONE})|\\((?<zone>${ZONE})\\)))?`;
const ORDINAL_END = "(?:st|nd|rd|th)?";
const MONTH_DAY = `(?:(?<month>${MONTH})${BLANK}(?<day>\\d{1,2})|(?<day>\\d{1,2})${ORDINAL_END}${BLANK}(?:of${BLANK})?(?<month>${MONTH}))(?:,?${BLANK}(?<year>${YEAR}))?`;
const DAY = `(?:${WEEKDAY},?${BLANK}${MONTH_DAY}|(?<weekday>${WEEKDAY})(?:${BLANK}(?<part>${DAY_PART}))?|(?<today>today|tomorrow|yesterday|tonight)|${MONTH_DAY})`;
const THEN_DAY = `(?:,?${BLANK}(?:(?:on|of)${BLANK})?${DAY})?`;

/** "10:35 a.m. (0735 GMT) Friday": the day stands behind the other zone's time. */
const DAY_BEHIND = new RegExp(
  `^(?:[^\\S\\n]?\\(?\\d{4}${BLANK}(?:GMT|UTC))?\\),?${BLANK}(?:on${BLANK})?(?<weekday>${WEEKDAY})\\b`,
  "i",
);
/** "between 1.05 and 1.30 am on Wednesday": what two times share stands behind the second. */
const SECOND_TIME = new RegExp(
  `^(?:[^\\S\\n]?[-–—][^\\S\\n]?|${BLANK}(?:and|to|until|till)${BLANK}(?:about${BLANK}|around${BLANK})?)(?<hour>\\d{1,2})(?:[:.][0-5]\\d)?[^\\S\\n]?(?<half>${HALF})?${THEN_ZONE}${THEN_DAY}`,
  "i",
);

/** The written local date is kept; only Greenwich time is marked in the value, as TIMEX3 has no other zones. */
function clock({ hour = "", minute = "00", half }: Parts): string | undefined {
  let hours = Number(hour);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return undefined;
    hours = (hours % 12) + (/^p/i.test(half) ? 12 : 0);
  }
  return hours > 24 || Number(minute) > 59 ? undefined : `T${String(hours).padStart(2, "0")}:${minute}`;
}

/** The day that a match names, when it names one. */
function namedDay({ month, day, year, weekday, today }: Parts, context: Context): string | undefined {
  if (month !== undefined && year !== undefined) {
    const exact = dayOf(Number(year), monthOf(month), Number(day));
    return exact === undefined ? undefined : isoDay(exact);
  }
  if (month !== undefined) return nearestMonthDay(monthOf(month), Number(day), context);
  if (weekday !== undefined) return nearestWeekday(weekdayNumber(weekday), context);
  if (today === undefined || context.today === undefined) return undefined;
  return isoDay(context.today + (OFFSETS[today.toLowerCase()] ?? 0));
}

const OFFSETS: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tonight: 0, tomorrow: 1 };

function dayFor(parts: Parts, context: Context): string | undefined {
  const named = namedDay(parts, context);
  if (named !== undefined) return named;
  if (context.dayBeside !== undefined) return isoDay(context.dayBeside);
  const behind = DAY_BEHIND.exec(context.after) ?? SECOND_TIME.exec(context.after);
  const shared = behind === null ? undefined : namedDay(behind.groups ?? {}, context);
  return shared ?? (context.today === undefined ? undefined : isoDay(context.today));
}

function readClock(parts: Parts, context: Context): Value | undefined {
  const at = clock(parts);
  if (at === undefined) return undefined;
  const zone = /^(?:GMT|UTC)$/i.test(parts["zone"] ?? "") ? "Z" : "";
  const day = dayFor(parts, context);
  const written = parseDay(day);
  const inZone = written === undefined || zone === "" ? day : isoDay(written + daysFromLocal(at, context.before));
  return time(`${inZone ?? "XXXX-XX-XX"}${at}${zone}`);
}

const LOCAL_BEFORE = new RegExp(
  `(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))?\\s?(?<half>${HALF})?(?:\\s(?:local time|[A-Z]{2,4}))?\\s?\\($`,
  "i",
);
const HOUR_MIN = 60;
const HALF_DAY_MIN = 12 * HOUR_MIN;
/** No zone is further ahead of Greenwich. */
const FURTHEST_MIN = 14 * HOUR_MIN;

function minutesOf(at: string): number {
  return Number(at.slice(1, 3)) * HOUR_MIN + Number(at.slice(4));
}

/** "1:05 am IST (1935 GMT) on Wednesday": in Greenwich it was the day before the one that is named. */
function daysFromLocal(greenwich: string, before: string): number {
  const local = LOCAL_BEFORE.exec(before)?.groups;
  const at = local === undefined ? undefined : clock(local);
  if (at === undefined) return 0;
  const ahead = minutesOf(at) - minutesOf(greenwich);
  return Number(ahead > FURTHEST_MIN) - Number(ahead < -HALF_DAY_MIN);
}

/** "two o'clock on Wednesday morning": only the part of the day tells which of two hours is meant. */
function readOClock(parts: Parts, context: Context): Value | undefined {
  const part = (parts["of"] ?? parts["part"])?.toLowerCase();
  const hour = numberOf(parts["hour"] ?? "");
  if (hour === undefined || hour > 12 || part === undefined) return undefined;
  const isLate = part === "afternoon" || part === "evening" || (part === "night" && hour > 6 && hour < 12);
  return readClock({ ...parts, hour: String(hour), half: isLate ? "pm" : "am" }, context);
}

function readNamed(hour: string): Rule["read"] {
  return (parts, context) => time(`${dayFor(parts, context) ?? "XXXX-XX-XX"}T${hour}`);
}

const BEFORE_TIME =
  /\b(?:at|by|around|about|from|until|till|before|after|since|between|of)\s+(?:around\s+|about\s+|approximately\s+)?$/i;

/** The half of the day that a second time shares with this one: "from 7:00 to 8:00 pm", but "from 9:30 to 3:00 pm". */
function sharedHalf({ hour = "" }: Parts, { after }: Context): string | undefined {
  const { hour: second = "", half } = SECOND_TIME.exec(after)?.groups ?? {};
  if (half === undefined || Number(hour) > 12) return undefined;
  return Number(hour) % 12 <= Number(second) % 12 ? half : "am";
}

/** Hours and minutes that nothing else marks are a time after a preposition or beside a day. */
function readBare(parts: Parts, context: Context): Value | undefined {
  const isTime =
    BEFORE_TIME.test(context.before) || context.dayBeside !== undefined || namedDay(parts, context) !== undefined;
  return isTime ? readClock({ ...parts, half: sharedHalf(parts, context) }, context) : undefined;
}

/** "1.05" in "between 1.05 and 1.30 am": only beside a second time that says which half of the day. */
function readFirst(parts: Parts, context: Context): Value | undefined {
  const half = sharedHalf(parts, context);
  return half === undefined || !/\b(?:between|from)\s+(?:about\s+|around\s+)?$/i.test(context.before)
    ? undefined
    : readClock({ ...parts, half }, context);
}

/** Times of the clock, with the day and zone that stand beside them. */
export const CLOCK_TIMES: readonly Rule[] = [
  rule(`(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))?[^\\S\\n]?(?<half>${HALF})${THEN_ZONE}${THEN_DAY}`, readClock),
  rule(
    `(?<hour>[01]?\\d|2[0-4])[:.](?<minute>[0-5]\\d)(?:${BLANK}(?:hrs|hours))?${BLANK}(?:(?<zone>${ZONE})|\\((?<zone>${ZONE})\\))${THEN_DAY}`,
    readClock,
  ),
  rule(
    `(?<hour>[01]\\d|2[0-4])(?<minute>[0-5]\\d)${BLANK}(?:(?:hrs|hours)${THEN_ZONE}|(?<zone>GMT|UTC|IST|PKT|JST|KST))${THEN_DAY}`,
    readClock,
  ),
  rule(`(?<hour>[01]?\\d|2[0-4]):(?<minute>[0-5]\\d)(?!:?\\d)${THEN_DAY}`, readBare),
  rule("(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))?", readFirst),
  rule(
    `(?<hour>\\d{1,2}|${NUMBER})${BLANK}o['’]clock(?:${BLANK}(?:in${BLANK}the|at)${BLANK}(?<of>${DAY_PART}))?${THEN_DAY}`,
    readOClock,
  ),
  rule(`(?<hour>\\d{1,2})${BLANK}in${BLANK}the${BLANK}(?<of>morning|afternoon|evening)${THEN_DAY}`, readOClock),
  rule(`midnight${THEN_DAY}`, readNamed("24")),
  rule(`(?<!high )(?:noon|midday)${THEN_DAY}`, readNamed("12:00")),
];
