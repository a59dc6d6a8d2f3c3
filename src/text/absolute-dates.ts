import { dayOf, isoDay, isoMonth, isoYear, partsOf, weekdayOf } from "./calendar.ts";
import { fullYear, nearestMonth, nearestMonthDay, nearestQuarter, quarterOf } from "./date-reckoning.ts";
import { type Context, date, isCapital, type Parts, type Rule, rule, type Value } from "./date-rule.ts";
import {
  BLANK,
  MONTH,
  MONTH_FULL,
  monthOf,
  SEASON,
  seasonCode,
  WEEKDAY_SHORT,
  weekdayNumber,
  YEAR,
} from "./date-words.ts";
import { ORDINAL_WORD, ordinalOf } from "./number-words.ts";

const COMMA = `(?:[^\\S\\n]?,)?${BLANK}`;
const DAY_DIGITS = "(?:0?[1-9]|[12]\\d|3[01])";
const DAY_OF_MONTH = `(?:${DAY_DIGITS}(?:st|nd|rd|th)?|${ORDINAL_WORD})`;
const WEEKDAY_BEFORE = `(?:${WEEKDAY_SHORT}${COMMA}(?:the${BLANK})?)?`;
const THEN_YEAR = `(?:(?:${COMMA}|${BLANK}of${BLANK})(?<year>${YEAR}))`;
const MODIFIER = `(?:early|late|mid|the${BLANK}(?:end|beginning|start|middle)${BLANK}of)`;
const MODIFIED = `(?<modifier>${MODIFIER}(?:[- ]|${BLANK}in${BLANK}))?`;

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
  if (year !== undefined) return calendarDay(Number(year), monthOf(month), dayOfMonth);
  const value = nearestMonthDay(monthOf(month), dayOfMonth, context);
  return value === undefined ? undefined : date(value);
}

/** Words that make a bare "March" or "May" a month. */
const BEFORE_MONTH =
  /\b(?:in|since|by|until|till|of|for|from|during|to|last|next|this|early|late|through|and|between|each|every|before|after|mid)[\s-]+$/i;
/** Words that make a bare number a year even before a plural noun. */
const BEFORE_YEAR =
  /(?:\b(?:in|since|of|by|until|till|from|during|before|after|between|to|through|for|early|late|mid|circa|year|the|and)[\s-]+|[(–-])$/i;
const BEFORE_OLD_YEAR = /\b(?:in|since|of|by|until|from|circa|year)\s+$|\($/i;
const COUNTED =
  /^[^\S\n]?(?:%|percent|per cent|(?!\w*(?:ss|us|is)\b)[a-z]{2,}s\b(?<!was|has|does|says)|people|troops|men|women|children|feet|km|kg|miles)/;

const DAYS: readonly Rule[] = [
  rule(
    `(?<year>${YEAR})-(?<month>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\\d|3[01])(?:T[\\d:.]+(?:Z|[+-]\\d\\d:?\\d\\d)?)?`,
    (p) => calendarDay(Number(p["year"]), Number(p["month"]), Number(p["day"])),
  ),
  rule("(?<first>\\d{1,2})(?<mark>[/.-])(?<second>\\d{1,2})\\k<mark>(?<year>\\d{4}|\\d\\d)(?![/.-]?\\d)", numericDay),
  rule("(?<first>[0-3]\\d)/(?<second>[0-3]\\d)(?!\\s*/)", ({ first = "", second = "" }, context) => {
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

/** The month in which that day of the month falls on that weekday, nearest to publication; past months first. */
function dayOfWeekday({ weekday = "", day = "" }: Parts, { today }: Context): Value | undefined {
  const [number, dayOfMonth] = [weekdayNumber(weekday), ordinalOf(day)];
  if (today === undefined || dayOfMonth === undefined) return undefined;
  const { year, month } = partsOf(today);
  for (const shift of [0, -1, 1, -2, 2, -3, 3]) {
    const [inYear = 0, inMonth = 0] = isoMonth(year, month + shift)
      .split("-")
      .map(Number);
    const found = dayOf(inYear, inMonth, dayOfMonth);
    if (found !== undefined && weekdayOf(found) === number) return date(isoDay(found));
  }
  return undefined;
}

/** "on the 18th": of this month, of the one before when it would be ahead, or of the next in the future tense. */
function dayOfMonthAlone({ day = "" }: Parts, context: Context): Value | undefined {
  const { today, before, after } = context;
  const dayOfMonth = ordinalOf(day);
  if (today === undefined || dayOfMonth === undefined || !/\b(?:on|until|since|by)\s+$/i.test(before)) return undefined;
  if (!/^(?:$|[.,;:!?)\n]|\s+(?:and|but|at|in|with|when|after|before|as)\b)/.test(after)) return undefined;
  const { year, month, dayOfMonth: now } = partsOf(today);
  const isFuture = context.tense() === "future";
  const shift = Number(isFuture && dayOfMonth < now) - Number(!isFuture && dayOfMonth > now);
  const [inYear = 0, inMonth = 0] = isoMonth(year, month + shift)
    .split("-")
    .map(Number);
  return calendarDay(inYear, inMonth, dayOfMonth);
}

/** Month first unless that is no month; with full stops the day stands first, as the countries that write so do. */
function numericDay({ first = "", second = "", mark, year = "" }: Parts): Value | undefined {
  const isDayFirst = mark === "." || Number(first) > 12;
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

const MONTHS: readonly Rule[] = [
  rule(
    `${MODIFIED}(?<month>${MONTH})(?:${COMMA}|${BLANK}of${BLANK}|-)(?:the${BLANK}year${BLANK})?(?<year>${YEAR})`,
    (p) => date(isoMonth(Number(p["year"]), monthOf(p["month"] ?? ""))),
  ),
  rule(
    `${MODIFIED}(?<month>${MONTH_FULL})${BLANK}(?:of${BLANK})?(?<which>this|last|next)${BLANK}year`,
    (p, { today }) => {
      const shift = ["last", "this", "next"].indexOf((p["which"] ?? "").toLowerCase()) - 1;
      if (today === undefined) return undefined;
      return date(isoMonth(Number(isoDay(today).slice(0, 4)) + shift, monthOf(p["month"] ?? "")));
    },
  ),
  rule(`${MODIFIED}(?<month>${MONTH_FULL})`, ({ month = "", modifier }, context) => {
    const isVerbToo = /^(?:march|may)$/i.test(month);
    if (!isCapital(month)) return undefined;
    if (isVerbToo && modifier === undefined && !BEFORE_MONTH.test(context.before)) return undefined;
    // April, May, June and August are given names as well.
    if (
      /^(?:april|may|june|august)$/i.test(month) &&
      /^ (?:\p{Lu}\p{Ll}+)/u.test(context.after) &&
      modifier === undefined
    )
      if (!BEFORE_MONTH.test(context.before)) return undefined;
    return date(nearestMonth(monthOf(month), context));
  }),
];

const YEARS: readonly Rule[] = [
  rule(
    `(?:(?:the|fiscal)${BLANK})?${MODIFIED}(?:fiscal${BLANK}(?:year${BLANK})?)?(?<year>${YEAR})(?!['’]|[.,:/-]\\d|[-/]\\w|s)`,
    ({ year = "", modifier }, context, words) => {
      if (/[$£€₹#\d]\s?$|\d[.,:/-]$|\w-$/.test(context.before)) return undefined;
      if (words !== year) return /^the \d/i.test(words) ? undefined : date(year);
      if (modifier === undefined && year < "1900" && !BEFORE_OLD_YEAR.test(context.before)) return undefined;
      if (COUNTED.test(context.after) && !BEFORE_YEAR.test(context.before)) return undefined;
      return date(year);
    },
  ),
  rule(`(?:the${BLANK})?(?:${MODIFIER}[- ])?(?<decade>1[5-9]\\d|20\\d)0['’]?s`, (p) => date(p["decade"] ?? "")),
  rule(`the${BLANK}(?:${MODIFIER}[- ])?['’]?(?<decade>[2-9])0['’]?s`, (p) => date(`19${p["decade"]}`)),
  rule(`the${BLANK}(?:${MODIFIER}[- ])?(?<word>twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies`, ({ word = "" }) =>
    date(`19${["twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"].indexOf(word.toLowerCase()) + 2}`),
  ),
  rule(
    `(?:the${BLANK})?(?:${MODIFIER}[- ])?(?<ordinal>\\d\\d?(?:st|nd|rd|th)|${ORDINAL_WORD})[- ]century`,
    ({ ordinal = "" }) => {
      const century = ordinalOf(ordinal);
      return century === undefined ? undefined : date(isoYear(century - 1).slice(2));
    },
  ),
  rule(
    "(?<century>nineteen|eighteen|twenty)[- ](?<rest>(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)",
    spelledYear,
  ),
];

function spelledYear({ century = "", rest = "" }: Parts, { after }: { after: string }): Value | undefined {
  const hundreds = { eighteen: 18, nineteen: 19, twenty: 20 }[century.toLowerCase()];
  const tens = rest.split(/[- ]/).reduce((sum, word) => sum + (ordinalOf(word) ?? cardinal(word)), 0);
  // "nineteen twenty people" counts; a year stands before no plural noun.
  return hundreds === undefined || COUNTED.test(after) ? undefined : date(String(hundreds * 100 + tens));
}

function cardinal(word: string): number {
  const names =
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
      " ",
    );
  const tens = ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
  const at = names.indexOf(word.toLowerCase());
  return at >= 0 ? at + 1 : 30 + 10 * tens.indexOf(word.toLowerCase());
}

const QUARTER = `(?:fiscal${BLANK})?(?:(?:first|second|third|fourth)[- ]quarter)`;

const PERIODS: readonly Rule[] = [
  rule(
    `(?:the${BLANK})?${QUARTER.replace("(?:first|", "(?<nth>first|")}(?:${BLANK}of${BLANK}|${BLANK})(?<year>${YEAR})`,
    (p) => date(quarterOf(Number(p["year"]), ordinalOf(p["nth"] ?? "") ?? 1)),
  ),
  rule(`(?:the${BLANK})?(?<year>${YEAR})(?:['’]s)?${BLANK}${QUARTER.replace("(?:first|", "(?<nth>first|")}`, (p) =>
    date(quarterOf(Number(p["year"]), ordinalOf(p["nth"] ?? "") ?? 1)),
  ),
  rule(
    `(?:the${BLANK})?${QUARTER.replace("(?:first|", "(?<nth>first|")}${BLANK}(?:of${BLANK})?(?<which>this|last|next)${BLANK}year|(?<whose>this|last|next)${BLANK}year['’]s${BLANK}(?:(?<nth2>first|second|third|fourth)[- ]quarter)`,
    (p, { today }) => {
      const which = (p["which"] ?? p["whose"] ?? "").toLowerCase();
      if (today === undefined) return undefined;
      const year = Number(isoDay(today).slice(0, 4)) + ["last", "this", "next"].indexOf(which) - 1;
      return date(quarterOf(year, ordinalOf(p["nth"] ?? p["nth2"] ?? "") ?? 1));
    },
  ),
  rule(`(?:the${BLANK})?${QUARTER.replace("(?:first|", "(?<nth>first|")}`, (p, context) =>
    date(nearestQuarter(ordinalOf(p["nth"] ?? "") ?? 1, context)),
  ),
  rule(`Q(?<nth>[1-4])${BLANK}(?:of${BLANK})?(?<year>${YEAR})`, (p) => date(`${p["year"]}-Q${p["nth"]}`)),
  rule(`(?:the${BLANK})?(?<nth>first|second)${BLANK}half${BLANK}of${BLANK}(?<year>${YEAR})`, (p) =>
    date(`${p["year"]}-H${ordinalOf(p["nth"] ?? "")}`),
  ),
  rule(`(?:the${BLANK})?${MODIFIED}(?<season>${SEASON})(?:${BLANK}of)?${BLANK}(?<year>${YEAR})`, (p) =>
    date(`${p["year"]}-${seasonCode(p["season"] ?? "")}`),
  ),
];

/** Holidays that fall on the same day everywhere. */
const HOLIDAYS: readonly Rule[] = [
  rule("Christmas", (_, context) => {
    if (!/\b(?:on|at|since|before|after|until|by|over|last|this)\s+$/i.test(context.before)) return undefined;
    const value = nearestMonthDay(12, 25, context);
    return value === undefined ? undefined : date(value);
  }),
  rule(`(?<name>Christmas|New${BLANK}Year['’]?s?)${BLANK}(?<part>Eve|Day)`, ({ name = "", part = "" }, context) => {
    const isEve = part.toLowerCase() === "eve";
    const isChristmas = name.toLowerCase() === "christmas";
    const [month, day] = isChristmas || isEve ? [12, isChristmas ? 24 + Number(!isEve) : 31] : [1, 1];
    const value = nearestMonthDay(month, day, context);
    return value === undefined ? undefined : date(value);
  }),
];

/** Dates that a calendar names: days, months, years, decades, quarters, seasons of a year. */
export const ABSOLUTE_DATES: readonly Rule[] = [
  ...DAYS,
  ...WRITTEN_WITH_MARKS,
  ...MONTHS,
  ...YEARS,
  ...PERIODS,
  ...HOLIDAYS,
];
