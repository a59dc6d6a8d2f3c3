import { NUMBER, numberOf } from "../number-words.ts";
import { isoDay, parseDay } from "./calendar.ts";
import { nearestMonthDay, nearestWeekday } from "./date-reckoning.ts";
import { type Context, type Parts, type Rule, rule, time, type Value } from "./date-rule.ts";
import { BLANK, DAY_PART, MONTH, monthOf, WEEKDAY, weekdayNumber } from "./date-words.ts";

const ZONE = "(?:EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|GMT|UTC|IST|PKT|BST|CET|CEST|MSK|local time)";
const HALF = "[ap]\\.?m\\b\\.?";
const THEN_ZONE = `(?:${BLANK}\\(?(?<zone>${ZONE})\\)?)?`;
const THEN_DAY = `(?:,?${BLANK}(?:on${BLANK})?(?:(?<weekday>${WEEKDAY})(?:${BLANK}(?<part>${DAY_PART}))?|(?<today>today|tomorrow|yesterday)|(?<month>${MONTH})${BLANK}(?<day>\\d{1,2})|(?<day2>\\d{1,2})${BLANK}(?<month2>${MONTH})))?`;

const DAY_BEHIND = new RegExp(
  `^(?:[^\\S\\n]?\\(?\\d{4}${BLANK}(?:GMT|UTC))?\\),?${BLANK}(?:on${BLANK})?(${WEEKDAY})\\b`,
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

function dayFor(parts: Parts, context: Context): string | undefined {
  const month = parts["month"] ?? parts["month2"];
  if (month !== undefined) return nearestMonthDay(monthOf(month), Number(parts["day"] ?? parts["day2"]), context);
  if (parts["weekday"] !== undefined) return nearestWeekday(weekdayNumber(parts["weekday"]), context);
  // "10:35 a.m. (0735 GMT) Friday": the day stands behind the other zone's time.
  const behind = DAY_BEHIND.exec(context.after)?.[1];
  if (behind !== undefined && parts["today"] === undefined) return nearestWeekday(weekdayNumber(behind), context);
  const offset = ["yesterday", "today", "tomorrow"].indexOf((parts["today"] ?? "today").toLowerCase()) - 1;
  return context.today === undefined ? undefined : isoDay(context.today + offset);
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

/** Times of the clock, with the day and zone that stand beside them. */
export const CLOCK_TIMES: readonly Rule[] = [
  rule(`(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))?[^\\S\\n]?(?<half>${HALF})${THEN_ZONE}${THEN_DAY}`, readClock),
  rule(
    `(?<hour>[01]?\\d|2[0-4])[:.](?<minute>[0-5]\\d)(?:${BLANK}(?:hrs|hours))?${BLANK}\\(?(?<zone>${ZONE})\\)?${THEN_DAY}`,
    readClock,
  ),
  rule(
    `(?<hour>[01]\\d|2[0-4])(?<minute>[0-5]\\d)${BLANK}(?:hrs|hours|(?<zone>GMT|UTC|IST|PKT))${THEN_DAY}`,
    readClock,
  ),
  rule(`(?<hour>[01]?\\d|2[0-4]):(?<minute>[0-5]\\d)(?!:?\\d)${THEN_DAY}`, (parts, context) =>
    /\b(?:at|by|around|about|from|until|before|after|since)\s+$/i.test(context.before)
      ? readClock(parts, context)
      : undefined,
  ),
  rule(
    `(?<hour>\\d{1,2}|${NUMBER})${BLANK}o['’]clock(?:${BLANK}(?:in${BLANK}the|at)${BLANK}(?<of>${DAY_PART}))?${THEN_DAY}`,
    readOClock,
  ),
  rule(`(?<hour>\\d{1,2})${BLANK}in${BLANK}the${BLANK}(?<of>morning|afternoon|evening)${THEN_DAY}`, readOClock),
  rule(`midnight${THEN_DAY}`, readNamed("24")),
  rule(`(?<!high )(?:noon|midday)${THEN_DAY}`, readNamed("12")),
];
