import { isoDay, parseDay } from "./calendar.ts";
import { nearestMonthDay } from "./date-reckoning.ts";
import { type Context, date, isCapital, type Rule, rule, type Value } from "./date-rule.ts";
import { MONTH, monthOf, YEAR } from "./date-words.ts";

const DAY = "(?:0?[1-9]|[12]\\d|3[01])";
const JOIN = "(?:\\s?[-–—/]\\s?|\\s(?:and|or|to|until|through)\\s|,\\s)";

/** "6 and 7 May", "3 to 7 May 2025": the month stands behind the other day. */
const FIRST = new RegExp(
  `^${JOIN}(?:${DAY}${JOIN}){0,4}(?<other>${DAY})(?:st|nd|rd|th)?\\s(?<month>${MONTH})(?:,?\\s(?<year>${YEAR}))?\\b`,
  "i",
);
/** "May 6 and 7", "May 7-10": the month stands before the other day. */
const SECOND = new RegExp(
  `\\b(?<month>${MONTH})\\s(?:${DAY}${JOIN}){0,4}(?<other>${DAY})(?:st|nd|rd|th)?${JOIN}$`,
  "i",
);
/** "May 6 and 8 people" counts; after a day the sentence goes on. */
const GOES_ON =
  /^(?:$|[.,;:!?)\n]|\s(?:and|but|or|at|in|with|when|after|before|as|by|near|that|which|were|was|had|have)\b|\s\p{Ll}+ed\b)/u;
/** "May 7, 26 died" counts; a day after a comma has another one behind it. */
const LIST_GOES_ON = /^,?\s(?:(?:and|or)\s)?(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b(?!\s(?:\p{L}+s|people)\b)/u;
const THEN_YEAR = new RegExp(`^,?\\s(${YEAR})\\b`);

/** A day of a month, in the year that is written or in the one that fits best. */
function dayIn(month: string, day: number, at: { readonly year: string | undefined; readonly context: Context }) {
  const nearest = nearestMonthDay(monthOf(month), day, at.context);
  if (at.year === undefined) return nearest;
  const written = `${at.year}-${String(monthOf(month)).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return parseDay(written) === undefined ? undefined : isoDay(parseDay(written) ?? 0);
}

function readPair({ day = "" }: Readonly<Record<string, string | undefined>>, context: Context): Value | undefined {
  const behind = FIRST.exec(context.after)?.groups;
  const ahead = SECOND.exec(context.before)?.groups;
  const isSecond =
    ahead !== undefined &&
    (/[-–—/]\s?$/.test(context.before) || (/,\s$/.test(context.before) ? LIST_GOES_ON : GOES_ON).test(context.after));
  const other = behind ?? (isSecond || THEN_YEAR.test(context.after) ? ahead : undefined);
  const { month = "" } = other ?? {};
  if (!isCapital(month)) return undefined;
  // Days of one month are told in order.
  const first = behind === undefined ? Number(other?.["other"]) : Number(day);
  const second = behind === undefined ? Number(day) : Number(other?.["other"]);
  if (first >= second) return undefined;
  const year = behind === undefined ? THEN_YEAR.exec(context.after)?.[1] : behind["year"];
  const value = dayIn(month, Number(day), { year, context });
  return value === undefined ? undefined : date(value);
}

/** The day that shares its month with another one: "6" in "6 and 7 May", "10" in "May 7-10". */
export const DAY_PAIRS: readonly Rule[] = [rule(`(?<day>${DAY})(?:st|nd|rd|th)?`, readPair)];
