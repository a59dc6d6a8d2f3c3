import { ORDINAL_WORD, ordinalOf } from "../number-words.ts";
import { type Day, dayOf, isoDay, isoWeek, nthWeekday, parseDay, partsOf, weekdayOf } from "./calendar.ts";
import { fullYear, nearestMonth, nearestMonthDay } from "./date-reckoning.ts";
import { type Context, date, isCapital, type Parts, type Rule, rule, time, type Value } from "./date-rule.ts";
import { BLANK, COMMA, MONTH, monthOf, WEEKDAY, WEEKDAY_SHORT, weekdayNumber, YEAR } from "./date-words.ts";
import { yearBehind } from "./shared-years.ts";

const DAY_DIGITS = "(?:0?[1-9]|[12]\\d|3[01])";
const DAY_OF_MONTH = `(?:${DAY_DIGITS}(?:st|nd|rd|th)?|${ORDINAL_WORD})`;
const WEEKDAY_BEFORE = `(?:(?:(?:this|next|last)${BLANK})?(?:(?:coming|past)${BLANK})?${WEEKDAY_SHORT}${COMMA}(?:the${BLANK})?)?`;
const THEN_YEAR = `(?:(?:${COMMA}|${BLANK}of${BLANK})(?<year>${YEAR}))`;

const WITH_MONTH: readonly Rule[] = [
  rule(
    `(?<year>${YEAR})-(?<month>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\\d|3[01])(?:T(?<clock>[0-2]\\d:[0-5]\\d)(?::[\\d.]+)?(?:(?<zone>Z)|[+-]\\d\\d:?\\d\\d)?)?`,
    ({ year, month, day, clock, zone = "" }) => {
      const found = calendarDay(Number(year), Number(month), Number(day));
      return found === undefined || clock === undefined ? found : time(`${found.value}T${clock}${zone}`);
    },
  ),
  rule("(?<first>\\d{1,2})(?<mark>[/.-])(?<second>\\d{1,2})\\k<mark>(?<year>\\d{4}|\\d\\d)(?![/.-]?\\d)", numericDay),
  rule("(?<first>[0-3]?\\d)/(?<second>[0-3]?\\d)(?!\\s*/)", ({ first = "", second = "" }, context) => {
    // "3/16" is a fraction too.
    if (first.length + second.length < 4 && !ON.test(context.before)) return undefined;
    const isDayFirst = Number(first) > 12;
    const [month, day] = isDayFirst ? [second, first] : [first, second];
    if (!isDayFirst && Number(second) <= 12) return undefined;
    const value = nearestMonthDay(Number(month), Number(day), context);
    return value === undefined ? undefined : date(value);
  }),
  rule(
    `${WEEKDAY_BEFORE}(?<month>${MONTH})${BLANK}(?:the${BLANK})?(?<day>${DAY_OF_MONTH})(?!\\d|[.,:]\\d|[^\\S\\n]?%)${THEN_YEAR}?`,
    dayInMonth,
  ),
  rule(
    `${WEEKDAY_BEFORE}(?:the${BLANK})?(?<day>${DAY_OF_MONTH})(?:${BLANK}(?:day${BLANK})?of)?[ -](?<month>${MONTH})(?:${THEN_YEAR}|-(?<dashed>${YEAR}))?`,
    (p, c) => dayInMonth({ ...p, year: p["year"] ?? p["dashed"] }, c),
  ),
];

const ON = /\b(?:on|since|until|till|dated)\s+$/i;

function calendarDay(year: number, month: number, dayOfMonth: number): Value | undefined {
  const day = dayOf(year, month, dayOfMonth);
  return day === undefined ? undefined : date(isoDay(day));
}

/** "march" and "may" are verbs too: they name months only with a capital. */
function isMonthWord(month: string | undefined, year: string | undefined): boolean {
  return isCapital(month) || year !== undefined || !/^(?:mar|may)/i.test(month ?? "");
}

function dayInMonth({ month = "", day = "", year }: Parts, context: Context): Value | undefined {
  const dayOfMonth = ordinalOf(day);
  if (dayOfMonth === undefined || !isMonthWord(month, year)) return undefined;
  const written = year === undefined ? yearBehind(monthOf(month), context) : Number(year);
  if (written !== undefined) return calendarDay(written, monthOf(month), dayOfMonth);
  const value = nearestMonthDay(monthOf(month), dayOfMonth, context);
  return value === undefined ? undefined : date(value);
}

/** The month in which that day of the month falls on that weekday, nearest to publication; past months first. */
function dayOfWeekday({ weekday = "", day = "" }: Parts, { today }: Context): Value | undefined {
  const [number, dayOfMonth] = [weekdayNumber(weekday), ordinalOf(day)];
  if (today === undefined || dayOfMonth === undefined) return undefined;
  const { year, month } = partsOf(today);
  for (const shift of [0, -1, 1, -2, 2, -3, 3]) {
    const found = dayInShiftedMonth(year, month + shift, dayOfMonth);
    if (found !== undefined && weekdayOf(found) === number) return date(isoDay(found));
  }
  return undefined;
}

const BEFORE_DAY = /\b(?:on|until|since|by|(?:night|morning|afternoon|evening|hours)\s+of)\s+$/i;

/** "on the 18th": of this month, of the one before when it would be ahead, or of the next in the future tense. */
function dayOfMonthAlone({ day = "" }: Parts, context: Context): Value | undefined {
  const { today, before, after } = context;
  const dayOfMonth = ordinalOf(day);
  if (today === undefined || dayOfMonth === undefined || !BEFORE_DAY.test(before)) return undefined;
  if (!/^(?:$|[.,;:!?)\n]|\s+(?:and|but|at|in|with|when|after|before|as)\b)/.test(after)) return undefined;
  const { year, month, dayOfMonth: now } = partsOf(today);
  const isFuture = context.tense() === "future";
  const shift = Number(isFuture && dayOfMonth < now) - Number(!isFuture && dayOfMonth > now);
  const found = dayInShiftedMonth(year, month + shift, dayOfMonth);
  return found === undefined ? undefined : date(isoDay(found));
}

/** Months beyond the year carry over. */
function dayInShiftedMonth(year: number, month: number, dayOfMonth: number): Day | undefined {
  return dayOf(year + Math.floor((month - 1) / 12), ((((month - 1) % 12) + 12) % 12) + 1, dayOfMonth);
}

/** Month first unless that is no month; with full stops the day stands first, as the countries that write so do. */
function numericDay({ first = "", second = "", mark, year = "" }: Parts, context: Context) {
  const isDayFirst = mark === "." || Number(first) > 12 || (context.isDayFirst() && Number(second) <= 12);
  const [month, day] = isDayFirst ? [second, first] : [first, second];
  if (mark === "." && year.length < 4) return undefined;
  return calendarDay(fullYear(year), Number(month), Number(day));
}

const WRITTEN_WITH_MARKS: readonly Rule[] = [
  rule(`(?<day>${DAY_DIGITS})(?<mark>[/-])(?<month>${MONTH})\\k<mark>(?<year>\\d{4}|\\d\\d)`, markedDay),
  rule(`(?<month>${MONTH})(?<mark>[/-])(?<day>${DAY_DIGITS})\\k<mark>(?<year>\\d{4}|\\d\\d)`, markedDay),
  rule(`(?<year>${YEAR})(?<mark>[/-])(?<month>${MONTH})\\k<mark>(?<day>${DAY_DIGITS})`, markedDay),
  rule(
    `(?<weekday>${WEEKDAY_SHORT})${COMMA}(?:the${BLANK})?(?<day>\\d{1,2}(?:st|nd|rd|th)|${ORDINAL_WORD})`,
    dayOfWeekday,
  ),
  rule(`the${BLANK}(?<day>\\d{1,2}(?:st|nd|rd|th))`, dayOfMonthAlone),
];

function markedDay({ day, month = "", year = "" }: Parts): Value | undefined {
  return calendarDay(fullYear(year), monthOf(month), Number(day));
}

/** "last Oct. 23", "next March 3": the nearest before or after publication. */
const SHIFTED: readonly Rule[] = [
  rule(
    `(?<which>last|this|next)${BLANK}(?<month>${MONTH})${BLANK}(?<day>${DAY_OF_MONTH})(?!\\d|[.,:]\\d)`,
    ({ which = "", month = "", day = "" }, { today }) => {
      const dayOfMonth = ordinalOf(day);
      if (today === undefined || dayOfMonth === undefined || !isCapital(month)) return undefined;
      const { year } = partsOf(today);
      const here = dayOf(year, monthOf(month), dayOfMonth) ?? today;
      const shift = { last: -Number(here >= today), next: Number(here <= today) }[which.toLowerCase()] ?? 0;
      return calendarDay(year + shift, monthOf(month), dayOfMonth);
    },
  ),
  rule(
    `the${BLANK}(?<nth>first|second|third|fourth|last)${BLANK}(?<weekday>${WEEKDAY})${BLANK}(?:of|in)${BLANK}(?<month>${MONTH})(?:,?${BLANK}(?<year>${YEAR}))?`,
    nthWeekdayOfMonth,
  ),
  rule(
    `the${BLANK}week${BLANK}of${BLANK}(?<month>${MONTH})${BLANK}(?<day>${DAY_OF_MONTH})(?!\\d|[.,:]\\d)${THEN_YEAR}?`,
    (parts, context) => {
      const day = parseDay(dayInMonth(parts, context)?.value);
      return day === undefined ? undefined : date(isoWeek(day));
    },
  ),
];

/** "the first Monday of May". */
function nthWeekdayOfMonth({ nth = "", weekday = "", month = "", year }: Parts, context: Context): Value | undefined {
  const number = monthOf(month);
  const inYear = Number(year ?? nearestMonth(number, context).slice(0, 4));
  if (Number.isNaN(inYear) || !isCapital(month)) return undefined;
  return date(isoDay(nthWeekday(inYear, number, [ordinalOf(nth) ?? -1, weekdayNumber(weekday)])));
}

/** Calendar days that a text names: with a month, with marks, by weekday and day of the month. */
export const NAMED_DAYS: readonly Rule[] = [...WITH_MONTH, ...WRITTEN_WITH_MARKS, ...SHIFTED];
