import { NUMBER } from "../number-words.ts";
import { isoWeek, isoYear, partsOf, weekdayOf } from "./calendar.ts";
import { amountOf, durationText, shifted } from "./date-reckoning.ts";
import {
  type Context,
  date,
  duration,
  fromToday,
  isCapital,
  type Parts,
  type Rule,
  rule,
  type Value,
} from "./date-rule.ts";
import { BLANK, EARLY, MONTH_FULL, monthOf, SEASON, seasonCode, UNIT, unitOf } from "./date-words.ts";

const ABOUT = `(?:(?:(?:more|less|fewer)${BLANK}than|about|around|nearly|almost|over|roughly|some|just|only|at${BLANK}least)${BLANK})?`;

const WHICH = "last|previous|this|current|next|coming|following|past";

const PERIODS: readonly Rule[] = [
  rule(
    `(?:${EARLY}(?:the${BLANK})?|(?:earlier|later)${BLANK}(?=this))(?<which>${WHICH})${BLANK}(?<unit>week|month|quarter|year|decade|century)(?!['’]s${BLANK}(?:first|second|third|fourth))`,
    period,
  ),
  rule(
    `(?:(?:the|this)${BLANK})?(?:(?<which>last|this|next|past|coming|this past|previous)${BLANK})?weekend`,
    ({ which }, context, words) => {
      // "a weekend of talks" is any weekend.
      if (/^weekend$/i.test(words) && /\b(?:an?|one|another|any)\s+(?:\p{L}+\s+)?$/iu.test(context.before))
        return undefined;
      return fromToday(context, "PAST", (today) => {
        const isAhead = which === undefined ? context.tense() === "future" : /next|coming/i.test(which);
        const isPast = !isAhead && !(which !== undefined && /this$/i.test(which) && context.tense() === "future");
        return date(`${isoWeek(today - (isPast && weekdayOf(today) < 6 ? 7 : 0))}-WE`);
      });
    },
  ),
  rule(
    `(?<which>last|this|next|this past|this coming)${BLANK}(?<month>${MONTH_FULL})`,
    ({ which = "", month = "" }, context) =>
      isCapital(month)
        ? fromToday(context, "PAST", (today) => date(shiftedMonth(which, monthOf(month), today)))
        : undefined,
  ),
  rule(
    `(?:the${BLANK})?(?<which>last|this|next|past|coming|this past)${BLANK}(?<season>${SEASON})`,
    ({ which = "", season = "" }, context) =>
      fromToday(context, "PAST", (today) => date(shiftedSeason(which.toLowerCase(), seasonCode(season), today))),
  ),
];

const BEFORE_LAST: Rule = rule(
  `the${BLANK}(?<unit>week|month|year)${BLANK}(?:(?<past>before${BLANK}last)|after${BLANK}next)`,
  ({ unit = "", past }, context) =>
    fromToday(context, past === undefined ? "FUTURE" : "PAST", (today) =>
      date(shifted(today, unitOf(unit), past === undefined ? 2 : -2)),
    ),
);

/** "later that year": of the day that was named last. */
const THAT: Rule = rule(
  `(?:(?:early|late|earlier|later)${BLANK})?that${BLANK}(?:same${BLANK})?(?<unit>week|month|year)`,
  ({ unit = "" }, { lastDay, lastNamed = "" }) => {
    const length = { year: 4, month: 7 }[unit.toLowerCase()];
    if (length !== undefined) return lastNamed.length < length ? undefined : date(lastNamed.slice(0, length));
    return lastDay === undefined ? undefined : date(shifted(lastDay, unitOf(unit), 0));
  },
);

function period(parts: Parts, context: Context, words: string): Value | undefined {
  const which = (parts["which"] ?? "").toLowerCase();
  const unit = unitOf(parts["unit"] ?? "");
  if (context.today === undefined) return date(/last|previous|past/.test(which) ? "PAST_REF" : "FUTURE_REF");
  // "the last week" and "the past year" are spans that end now.
  if (/^the\s+(?:last|past)/i.test(words)) return duration(durationText(1, unit));
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
      return fromToday(context, sign < 0 ? "PAST" : "FUTURE", (today) =>
        date(shifted(today, unitOf(unit), sign * amount)),
      );
    },
  ),
  rule(
    `${ABOUT}(?<count>${NUMBER}|an?)${BLANK}(?<unit>${UNIT})${BLANK}(?<way>earlier|later|before)(?!${BLANK}(?:than|this|the|his|her|their|its))`,
    ({ count = "", unit = "", way = "" }, { lastDay, today }) => {
      const amount = amountOf(count);
      const isLater = way.toLowerCase() === "later";
      if (amount === undefined) return undefined;
      const anchor = isLater ? lastDay : (lastDay ?? today);
      if (anchor === undefined || way.toLowerCase() === "before") return duration(durationText(amount, unit));
      return date(shifted(anchor, unitOf(unit), isLater ? amount : -amount));
    },
  ),
  rule(`(?:a|one)${BLANK}fortnight${BLANK}(?<way>ago|earlier|later)`, ({ way = "" }, { lastDay, today }) => {
    const anchor = way.toLowerCase() === "ago" ? today : (lastDay ?? today);
    if (anchor === undefined) return duration("P2W");
    return date(shifted(anchor, "week", way.toLowerCase() === "later" ? 2 : -2));
  }),
  rule(
    `(?:(?:several|many|a${BLANK}few|some|a${BLANK}couple${BLANK}of)${BLANK})?(?:days|weeks|months|years|decades|centuries|hours|minutes)${BLANK}ago|long${BLANK}ago`,
    () => date("PAST_REF"),
  ),
];

const VAGUE: readonly Rule[] = [
  rule(`now|at${BLANK}(?:present|the${BLANK}moment)|currently|these${BLANK}days|nowadays`, (_, c) =>
    /^['-]/.test(c.after) ? undefined : date("PRESENT_REF"),
  ),
  rule("current", () => date("PRESENT_REF")),
  rule(
    `(?:more${BLANK}|most${BLANK})?recently|recent(?!${BLANK}(?:weeks|months|years|days|decades))|lately|the${BLANK}past(?![ -]\\w)|the${BLANK}past(?=${BLANK}(?:and|but|or|they|he|she|it|we|when|that)\\b)`,
    () => date("PAST_REF"),
  ),
  rule(
    `(?:very${BLANK})?soon(?!${BLANK}(?:after|as))|the${BLANK}(?:near${BLANK}|foreseeable${BLANK})?future|shortly(?!${BLANK}(?:after|before))`,
    () => date("FUTURE_REF"),
  ),
];

/** Weeks, months, seasons and years that hang on the day of publication, shifts from it, and vague times. */
export const RELATIVE_PERIODS: readonly Rule[] = [...PERIODS, BEFORE_LAST, THAT, ...SHIFTS, ...VAGUE];
