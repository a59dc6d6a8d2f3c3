/** Source of patterns for the words that dates are made of. Months and weekdays are told apart by their first three letters. */
const MONTH_NAMES = "january|february|march|april|may|june|july|august|september|october|november|december";
const MONTH_SHORT = "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec";
const WEEKDAY_NAMES = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";

/** At most three blanks, never a line feed: a date does not run over paragraphs. */
export const BLANK = "[^\\S\\n]{1,3}";
export const COMMA = `(?:[^\\S\\n]?,)?${BLANK}`;
/** What may stand before a day or period. */
export const EARLY = `(?:(?:early|late|mid|first thing)(?:[- ]|${BLANK}on${BLANK}))?`;
export const MONTH = `(?:${MONTH_NAMES}|(?:${MONTH_SHORT})\\.?)`;
export const MONTH_FULL = `(?:${MONTH_NAMES}|(?:${MONTH_SHORT})\\.)`;
export const WEEKDAY = `(?:${WEEKDAY_NAMES})`;
/** Short forms too: only beside a month and a day, for "they sat" is no Saturday. */
export const WEEKDAY_SHORT = `(?:${WEEKDAY_NAMES}|(?:mon|tues?|wed|thur?s?|fri|sat|sun)\\.?)`;
export const YEAR = "(?:1[5-9]\\d\\d|20\\d\\d)";
export const SEASON = "(?:spring|summer|autumn|fall|winter)";
export const DAY_PART = "(?:morning|afternoon|evening|night)";
export const UNIT =
  "(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?|centur(?:y|ies)|nights?)";

const MONTH_KEYS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAY_KEYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** Words that an expression may begin with, beside numbers. */
export const DATE_STARTERS: readonly string[] = [
  ...`${MONTH_NAMES}|${MONTH_SHORT}|${WEEKDAY_NAMES}`.split("|"),
  ...WEEKDAY_KEYS,
  ..."tues thur thurs mondays tuesdays wednesdays thursdays fridays saturdays sundays".split(" "),
];

/** 1–12. */
export function monthOf(written: string): number {
  return MONTH_KEYS.indexOf(written.slice(0, 3).toLowerCase()) + 1;
}

/** 1 Monday … 7 Sunday. */
export function weekdayNumber(written: string): number {
  return WEEKDAY_KEYS.indexOf(written.slice(0, 3).toLowerCase()) + 1;
}

/** TIMEX3's code of a season: SP, SU, FA, WI. */
export function seasonCode(written: string): string {
  const name = written.toLowerCase();
  return name === "autumn" ? "FA" : name.slice(0, 2).toUpperCase();
}

/** TIMEX3's code of a part of the day: TMO, TAF, TEV, TNI. */
export function dayPartCode(written: string): string {
  return `T${written.slice(0, 2).toUpperCase()}`;
}

const UNITS = ["second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"] as const;
export type Unit = (typeof UNITS)[number];

/** The unit that a word of UNIT names; nights count as days. */
export function unitOf(written: string): Unit {
  const word = written.toLowerCase().replace(/ies$/, "y").replace(/s$/, "");
  return UNITS.find((unit) => unit === word) ?? "day";
}
