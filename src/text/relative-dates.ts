import { isoDay, isoWeek, isoYear, partsOf } from "./calendar.ts";
import { nearestWeekday, shifted, shiftedWeekday } from "./date-reckoning.ts";
import { type Context, date, isCapital, type Rule, rule, time, type Value } from "./date-rule.ts";
import {
  BLANK,
  DAY_PART,
  dayPartCode,
  MONTH_FULL,
  monthOf,
  SEASON,
  seasonCode,
  UNIT,
  unitOf,
  WEEKDAY,
  weekdayNumber,
} from "./date-words.ts";
import { NUMBER, numberOf } from "./number-words.ts";

const EARLY = `(?:(?:early|late|earlier|later|mid|first thing)(?:[- ]|${BLANK}on${BLANK}))?`;
const ABOUT = `(?:(?:(?:more|less|fewer)${BLANK}than|about|around|nearly|almost|over|roughly|some|just|only|at${BLANK}least)${BLANK})?`;

/** A value that hangs on the day of publication; without one, only its direction is known. */
function from(context: Context, direction: "PAST" | "PRESENT" | "FUTURE", read: (today: number) => Value): Value {
  return context.today === undefined ? date(`${direction}_REF`) : read(context.today);
}

function dayOffset(offset: number): Rule["read"] {
  const direction = offset < 0 ? "PAST" : "FUTURE";
  return ({ part }, context) =>
    from(context, offset === 0 ? "PRESENT" : direction, (today) => dayWithPart(isoDay(today + offset), part));
}

function dayWithPart(day: string, part: string | undefined): Value {
  return part === undefined ? date(day) : time(`${day}${dayPartCode(part)}`);
}

const THEN_PART = `(?:${BLANK}(?<part>${DAY_PART}))?`;

const DAYS: readonly Rule[] = [
  rule(`${EARLY}today`, dayOffset(0)),
  rule(`${EARLY}yesterday${THEN_PART}`, dayOffset(-1)),
  rule(`${EARLY}tomorrow${THEN_PART}`, dayOffset(1)),
  rule(`(?:the${BLANK})?day${BLANK}before${BLANK}yesterday`, dayOffset(-2)),
  rule(`(?:the${BLANK})?day${BLANK}after${BLANK}tomorrow`, dayOffset(2)),
  rule(`${EARLY}tonight`, (_, c) => from(c, "PRESENT", (today) => time(`${isoDay(today)}TNI`))),
  rule(`${EARLY}(?:this|that)${BLANK}(?<part>${DAY_PART})`, (p, c) =>
    from(c, "PRESENT", (today) => dayWithPart(isoDay(today), p["part"])),
  ),
  rule(`${EARLY}(?:last|overnight on)${BLANK}(?<part>night|evening)`, (p, c) =>
    from(c, "PAST", (today) => dayWithPart(isoDay(today - 1), p["part"])),
  ),
  rule(
    `(?:the${BLANK})?(?<which>same|that|next|following|previous)${BLANK}day`,
    ({ which = "" }, { lastDay }, words) => {
      if (lastDay === undefined || (/^same/i.test(words) && which.toLowerCase() !== "same")) return undefined;
      const offset = { next: 1, following: 1, previous: -1 }[which.toLowerCase()] ?? 0;
      return date(isoDay(lastDay + offset));
    },
  ),
];

function shiftOf(written: string, context: Context): "last" | "this" | "next" | "coming" | undefined {
  const word = written
    .toLowerCase()
    .replace(/[\s-]+/g, " ")
    .trim();
  if (word === "last" || word === "past" || word === "this past" || word === "previous") return "last";
  if (word === "next") return "next";
  if (/coming$|^following$/.test(word)) return "coming";
  if (word !== "this") return undefined;
  return context.tense() === "past" ? "this" : "coming";
}

const WEEKDAYS: readonly Rule[] = [
  rule(
    `${EARLY}(?:the${BLANK})?(?:(?<shift>this${BLANK}(?:past|coming|upcoming)|last|next|this|past|coming|upcoming|following|previous)${BLANK})?(?<weekday>${WEEKDAY})(?:${BLANK}(?<part>${DAY_PART}))?`,
    ({ shift, weekday = "", part }, context) => {
      if (/^(?: (?:Times|Herald|Post|Night Live|Telegraph|Mail|Review))/.test(context.after)) return undefined;
      const number = weekdayNumber(weekday);
      const which = shift === undefined ? undefined : shiftOf(shift, context);
      if (which === undefined || context.today === undefined) return dayWithPart(nearestWeekday(number, context), part);
      return dayWithPart(isoDay(shiftedWeekday(number, which, context.today)), part);
    },
  ),
  rule(
    `${EARLY}(?<weekday>${WEEKDAY})${BLANK}(?:of${BLANK})?(?<which>last|this|next)${BLANK}week`,
    ({ weekday = "", which = "" }, context) =>
      from(context, "PAST", (today) => {
        const shift = (["last", "this", "next"].indexOf(which.toLowerCase()) - 1) * 7;
        return date(isoDay(shiftedWeekday(weekdayNumber(weekday), "this", today) + shift));
      }),
  ),
  rule(
    `(?:the${BLANK})?(?<weekday>${WEEKDAY})${BLANK}(?:before${BLANK}last|(?:a|the)${BLANK}week${BLANK}(?:ago|before))`,
    ({ weekday = "" }, context) =>
      from(context, "PAST", (today) => date(isoDay(shiftedWeekday(weekdayNumber(weekday), "last", today) - 7))),
  ),
];

const WHICH = "last|previous|this|current|next|coming|following|past";

const PERIODS: readonly Rule[] = [
  rule(
    `${EARLY}(?:the${BLANK})?(?<which>${WHICH})${BLANK}(?<unit>week|month|quarter|year|decade|century)(?!['’]s${BLANK}(?:first|second|third|fourth))`,
    period,
  ),
  rule(
    `(?:(?:the|this)${BLANK})?(?:(?<which>last|this|next|past|coming|this past|previous)${BLANK})?weekend`,
    ({ which }, context) =>
      from(context, "PAST", (today) => {
        const isAhead = which === undefined ? context.tense() === "future" : /next|coming/i.test(which);
        const isPast = !isAhead && !(which !== undefined && /this$/i.test(which) && context.tense() === "future");
        return date(`${isoWeek(today - (isPast && partOfWeek(today) < 6 ? 7 : 0))}-WE`);
      }),
  ),
  rule(
    `(?<which>last|this|next|this past|this coming)${BLANK}(?<month>${MONTH_FULL})`,
    ({ which = "", month = "" }, context) =>
      isCapital(month) ? from(context, "PAST", (today) => date(shiftedMonth(which, monthOf(month), today))) : undefined,
  ),
  rule(
    `(?:the${BLANK})?(?<which>last|this|next|past|coming|this past)${BLANK}(?<season>${SEASON})`,
    ({ which = "", season = "" }, context) =>
      from(context, "PAST", (today) => date(shiftedSeason(which.toLowerCase(), seasonCode(season), today))),
  ),
  rule(`(?:the${BLANK})?year[- ](?:earlier|ago)${BLANK}(?:period|quarter|month|week)`, (_, c) =>
    from(c, "PAST", (today) => date(shifted(today, "year", -1))),
  ),
];

function partOfWeek(today: number): number {
  return ((((today + 3) % 7) + 7) % 7) + 1;
}

function period(
  parts: Readonly<Record<string, string | undefined>>,
  context: Context,
  words: string,
): Value | undefined {
  const which = (parts["which"] ?? "").toLowerCase();
  const unit = unitOf(parts["unit"] ?? "");
  if (context.today === undefined) return date(/last|previous|past/.test(which) ? "PAST_REF" : "FUTURE_REF");
  // "the last week" and "the past year" are spans that end now.
  if (/^the\s+(?:last|past)/i.test(words)) return { type: "DURATION", value: `P1${unit.charAt(0).toUpperCase()}` };
  if (which === "following" && context.lastDay !== undefined) return date(shifted(context.lastDay, unit, 1));
  const shift = /last|previous|past/.test(which) ? -1 : Number(/next|coming|following/.test(which));
  return date(shifted(context.today, unit, shift));
}

function shiftedMonth(which: string, month: number, today: number): string {
  const { year, month: now } = partsOf(today);
  const word = which.toLowerCase();
  if (/coming|next/.test(word)) return `${isoYear(month > now ? year : year + 1)}-${String(month).padStart(2, "0")}`;
  if (word === "this") return `${isoYear(year)}-${String(month).padStart(2, "0")}`;
  return `${isoYear(month < now ? year : year - 1)}-${String(month).padStart(2, "0")}`;
}

/** The month in which a season is over. */
const SEASON_END: Readonly<Record<string, number>> = { WI: 3, SP: 6, SU: 9, FA: 12 };

function shiftedSeason(which: string, season: string, today: number): string {
  const { year, month } = partsOf(today);
  const end = SEASON_END[season] ?? 12;
  if (/next|coming/.test(which)) return `${isoYear(month < end - 3 ? year : year + 1)}-${season}`;
  if (which === "this") return `${isoYear(year)}-${season}`;
  return `${isoYear(month >= end - 1 ? year : year - 1)}-${season}`;
}

const SHIFTS: readonly Rule[] = [
  rule(
    `${ABOUT}(?<count>${NUMBER}|an?|half${BLANK}an?)${BLANK}(?<unit>${UNIT})${BLANK}(?<way>ago|from${BLANK}now|hence)`,
    ({ count = "", unit = "", way = "" }, context) => {
      const sign = way.toLowerCase() === "ago" ? -1 : 1;
      const amount = amountOf(count);
      if (amount === undefined) return undefined;
      return from(context, sign < 0 ? "PAST" : "FUTURE", (today) => date(shifted(today, unitOf(unit), sign * amount)));
    },
  ),
  rule(
    `${ABOUT}(?<count>${NUMBER}|an?)${BLANK}(?<unit>${UNIT})${BLANK}(?<way>earlier|later|before)(?!${BLANK}(?:than|this|the|his|her|their|its))`,
    ({ count = "", unit = "", way = "" }, { lastDay, today }) => {
      const amount = amountOf(count);
      const way_ = way.toLowerCase();
      if (amount === undefined) return undefined;
      const anchor = way_ === "later" ? lastDay : (lastDay ?? today);
      if (anchor === undefined || way_ === "before") return { type: "DURATION", value: durationText(amount, unit) };
      return date(shifted(anchor, unitOf(unit), way_ === "later" ? amount : -amount));
    },
  ),
  rule(
    `(?:(?:several|many|a${BLANK}few|some|a${BLANK}couple${BLANK}of)${BLANK})?(?:days|weeks|months|years|decades|centuries|hours|minutes)${BLANK}ago|long${BLANK}ago`,
    () => date("PAST_REF"),
  ),
  rule(`(?:an?|half${BLANK}an?|${NUMBER})${BLANK}(?:hours?|minutes?)${BLANK}ago`, (_, c) =>
    from(c, "PAST", (today) => time(isoDay(today))),
  ),
];

function amountOf(count: string): number | undefined {
  if (/^half/i.test(count)) return 0.5;
  return /^an?$/i.test(count) ? 1 : numberOf(count);
}

/** P3D, PT2H: the value of a length of time. Quarters are three months, decades ten years. */
export function durationText(amount: number, written: string): string {
  switch (unitOf(written)) {
    case "second":
      return `PT${amount}S`;
    case "minute":
      return `PT${amount}M`;
    case "hour":
      return `PT${amount}H`;
    case "day":
      return `P${amount}D`;
    case "week":
      return `P${amount}W`;
    case "month":
      return `P${amount}M`;
    case "quarter":
      return `P${amount * 3}M`;
    case "year":
      return `P${amount}Y`;
    case "decade":
      return `P${amount * 10}Y`;
    case "century":
      return `P${amount * 100}Y`;
  }
}

const AHEAD: readonly Rule[] = [
  rule(`in${BLANK}(?<count>${NUMBER}|a)${BLANK}days?`, ({ count = "" }, context) => {
    const amount = amountOf(count);
    if (amount === undefined || context.today === undefined || context.tense() !== "future") return undefined;
    return date(isoDay(context.today + Math.round(amount)));
  }),
];

const VAGUE: readonly Rule[] = [
  rule(
    `(?:right${BLANK}|just${BLANK}|until${BLANK})?now|at${BLANK}(?:present|the${BLANK}moment)|currently|these${BLANK}days|nowadays`,
    (_, c) => (/^['-]/.test(c.after) ? undefined : date("PRESENT_REF")),
  ),
  rule("current", () => date("PRESENT_REF")),
  rule(
    `(?:more${BLANK}|most${BLANK})?recently|recent(?!${BLANK}(?:weeks|months|years|days|decades))|previously|formerly|lately|in${BLANK}the${BLANK}past|the${BLANK}past(?!${BLANK}\\w)`,
    () => date("PAST_REF"),
  ),
  rule(
    `(?:very${BLANK})?soon(?!${BLANK}(?:after|as))|the${BLANK}(?:near${BLANK}|foreseeable${BLANK})?future|shortly(?!${BLANK}(?:after|before))|(?:the${BLANK})?coming${BLANK}(?:days|weeks|months|years)`,
    () => date("FUTURE_REF"),
  ),
];

/** Dates that hang on the day of publication or on a day named before. */
export const RELATIVE_DATES: readonly Rule[] = [...DAYS, ...WEEKDAYS, ...PERIODS, ...SHIFTS, ...AHEAD, ...VAGUE];
