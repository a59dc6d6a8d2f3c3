import { type Day, dayOf, isoDay, isoWeek, nthWeekday, parseDay, partsOf, weekdayOf } from "./calendar.ts";
import { nearestMonthDay } from "./date-reckoning.ts";
import { type Context, date, type Parts, type Rule, rule, type Value } from "./date-rule.ts";
import { BLANK, COMMA, YEAR } from "./date-words.ts";

/** Holidays on the same day of every year, by the words that name them. */
const FIXED: readonly (readonly [words: string, month: number, day: number])[] = [
  [`Christmas${BLANK}Eve`, 12, 24],
  [`Christmas(?:${BLANK}Day)?`, 12, 25],
  [`New${BLANK}Year['’]?s?${BLANK}Eve`, 12, 31],
  [`New${BLANK}Year['’]?s?${BLANK}Day`, 1, 1],
  [`Boxing${BLANK}Day`, 12, 26],
  ["Halloween", 10, 31],
  [`Valentine['’]?s${BLANK}Day`, 2, 14],
  [`May${BLANK}Day`, 5, 1],
  [`Orthodox${BLANK}Christmas`, 1, 7],
  [`Veterans${BLANK}Day`, 11, 11],
];

/** Easter Sunday of the western churches: the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms). */
function easter(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * late + 114;
  return dayOf(year, Math.floor(days / 31), (days % 31) + 1) ?? 0;
}

/** Easter Sunday of the eastern churches in the common calendar (Meeus, Astronomical Algorithms); 13 days until 2099. */
function orthodoxEaster(year: number): Day {
  const moon = (19 * (year % 19) + 15) % 30;
  const days = moon + ((2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7) + 114;
  return (dayOf(year, Math.floor(days / 31), (days % 31) + 1) ?? 0) + 13;
}

/** Holidays that move, as days of a year. */
const MOVING: readonly (readonly [words: string, of: (year: number) => Day])[] = [
  [`Thanksgiving(?:${BLANK}Day)?`, (year) => nthWeekday(year, 11, [4, 4])],
  [`Memorial${BLANK}Day`, (year) => nthWeekday(year, 5, [-1, 1])],
  [`Labor${BLANK}Day`, (year) => nthWeekday(year, 9, [1, 1])],
  [`Good${BLANK}Friday`, (year) => easter(year) - 2],
  [`Easter(?:${BLANK}Sunday)?`, easter],
  [`Orthodox${BLANK}Easter(?:${BLANK}Sunday)?`, orthodoxEaster],
  [`Ash${BLANK}Wednesday`, (year) => easter(year) - 46],
  [`Pentecost(?:${BLANK}Sunday)?`, (year) => easter(year) + 49],
  [`Easter${BLANK}Monday`, (year) => easter(year) + 1],
  [`Palm${BLANK}Sunday`, (year) => easter(year) - 7],
];

/** First words of the names, in lower case. */
export const HOLIDAY_STARTERS: readonly string[] =
  "christmas new boxing halloween valentine may thanksgiving memorial labor good easter palm orthodox veterans ash pentecost".split(
    " ",
  );

const ON = /\b(?:on|at|since|before|after|until|by|over|last|this|next|during|for|every|around)\s+$/i;

/** Christmas and Easter are seasons and names too: alone they are a day only after a preposition. */
function isDay(words: string, { before, after }: Context): boolean {
  if (/^\s(?:Agreement|Accords?|Island|Sunday School)\b/.test(after)) return false;
  return /\s|Halloween|Thanksgiving/.test(words) || ON.test(before);
}

function fixed(month: number, day: number): Rule["read"] {
  return ({ last, year }, context, words) => {
    if (!isDay(words, context)) return undefined;
    if (year !== undefined) return date(`${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
    const value = nearestMonthDay(month, day, context);
    if (value === undefined) return undefined;
    const isAhead = last !== undefined && context.today !== undefined && value > isoDay(context.today);
    return date(isAhead ? `${Number(value.slice(0, 4)) - 1}${value.slice(4)}` : value);
  };
}

function moving(of: (year: number) => Day): Rule["read"] {
  return ({ last, year }: Parts, context: Context, words: string): Value | undefined => {
    const { today } = context;
    if (!isDay(words, context)) return undefined;
    if (year !== undefined) return date(isoDay(of(Number(year))));
    if (today === undefined) return undefined;
    const now = partsOf(today).year;
    const isFar = of(now) - today > (last === undefined ? LOOKS_AHEAD : 0);
    return date(isoDay(of(isFar && context.tense() !== "future" ? now - 1 : now)));
  };
}

/** News looks ahead to a holiday up to so many days away without saying the year. */
const LOOKS_AHEAD = 45;
const THEN_YEAR = `(?:(?:${COMMA}|${BLANK}of${BLANK})(?<year>${YEAR}))?`;
const LAST = `(?:(?<last>last)${BLANK})?`;

/** "Easter week", "Thanksgiving weekend": the calendar week of the day. */
function weekOf(read: Rule["read"]): Rule["read"] {
  return (parts, context, words) => {
    const day = parseDay(read(parts, context, words)?.value);
    if (day === undefined) return undefined;
    if (/^week$/i.test(parts["week"] ?? "")) return date(isoWeek(day));
    // A Monday closes the weekend before it.
    return date(`${isoWeek(weekdayOf(day) === 1 ? day - 1 : day)}-WE`);
  };
}

/** A holiday, and its week or weekend. */
function withWeek(words: string, read: Rule["read"]): Rule[] {
  return [
    rule(`${LAST}${words}${THEN_YEAR}`, read),
    rule(`${LAST}${words}${BLANK}(?<week>week(?:end)?)`, weekOf(read)),
  ];
}

/** Holidays that news dates by: those of fixed days, and those that move with weekdays or Easter. */
export const HOLIDAYS: readonly Rule[] = [
  ...FIXED.flatMap(([words, month, day]) => withWeek(words, fixed(month, day))),
  ...MOVING.flatMap(([words, of]) => withWeek(words, moving(of))),
];
