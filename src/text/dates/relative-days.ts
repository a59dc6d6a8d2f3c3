import { NUMBER } from "../number-words.ts";
import { isoDay, parseDay, weekdayOf } from "./calendar.ts";
import { amountOf, nearestWeekday, shifted, shiftedWeekday } from "./date-reckoning.ts";
import { type Context, date, fromToday, type Parts, type Rule, rule, time, type Value } from "./date-rule.ts";
import { BLANK, DAY_PART, dayPartCode, EARLY, unitOf, WEEKDAY, weekdayNumber } from "./date-words.ts";

function dayOffset(offset: number): Rule["read"] {
  const direction = offset < 0 ? "PAST" : "FUTURE";
  return ({ part }, context) =>
    fromToday(context, offset === 0 ? "PRESENT" : direction, (today) => dayWithPart(isoDay(today + offset), part));
}

function dayWithPart(day: string, part: string | undefined): Value {
  return part === undefined ? date(day) : time(`${day}${dayPartCode(part)}`);
}

/** "India Today" is a magazine. */
const PAPER = /\b(?:USA|India|Pakistan|Russia|Israel|Nepal|Malaysia|Africa|Business)\s$/;

const THEN_PART = `(?:${BLANK}(?<part>${DAY_PART}))?`;

const DAYS: readonly Rule[] = [
  rule(`${EARLY}today`, (parts, context, words) =>
    PAPER.test(context.before) && words === "Today" ? undefined : dayOffset(0)(parts, context, words),
  ),
  rule(`${EARLY}yesterday${THEN_PART}`, dayOffset(-1)),
  rule(`${EARLY}tomorrow${THEN_PART}`, dayOffset(1)),
  rule(`(?:the${BLANK})?day${BLANK}before${BLANK}yesterday`, dayOffset(-2)),
  rule(`(?:the${BLANK})?day${BLANK}after${BLANK}tomorrow`, dayOffset(2)),
  rule(`${EARLY}tonight`, (_, c) => fromToday(c, "PRESENT", (today) => time(`${isoDay(today)}TNI`))),
  rule(`${EARLY}this${BLANK}(?<part>${DAY_PART})`, (p, c) =>
    fromToday(c, "PRESENT", (today) => dayWithPart(isoDay(today), p["part"])),
  ),
  rule(`${EARLY}(?:last|overnight on)${BLANK}(?<part>night|evening)`, (p, c) =>
    fromToday(c, "PAST", (today) => dayWithPart(isoDay(today - 1), p["part"])),
  ),
  rule(
    `(?:the${BLANK}|that${BLANK})?(?<which>same|that|next|following|previous)${BLANK}(?:day|(?<part>${DAY_PART}))`,
    ({ which = "", part }, { lastDay }) => {
      if (lastDay === undefined) return undefined;
      const offset = { next: 1, following: 1, previous: -1 }[which.toLowerCase()] ?? 0;
      return dayWithPart(isoDay(lastDay + offset), part);
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

/** "Bloody Sunday", "Black Friday": a name of its own, of another year or of a sale. */
const NAMED_WEEKDAY = /\b(?:Bloody|Black|Good|Super|Holy|Maundy|Cyber|Fat|Giving)\s+$/;

/** A weekday as an ISO day: the nearest by tense, or the one that "last", "this" or "next" means. */
function dayOfWeekday({ shift, weekday = "" }: Parts, context: Context): string {
  const number = weekdayNumber(weekday);
  const which = shift === undefined ? undefined : shiftOf(shift, context);
  if (which === undefined || context.today === undefined) return nearestWeekday(number, context);
  return isoDay(shiftedWeekday(number, which, context.today));
}

const WEEKDAYS: readonly Rule[] = [
  rule(
    `${EARLY}(?:the${BLANK})?(?:(?<shift>this${BLANK}(?:past|coming|upcoming)|last|next|this|past|coming|upcoming|following|previous)${BLANK})?(?<weekday>${WEEKDAY})(?:${BLANK}(?<part>${DAY_PART}))?`,
    (parts, context) => {
      if (/^(?: (?:Times|Herald|Post|Night Live|Telegraph|Mail|Review))/.test(context.after)) return undefined;
      // "the last Friday of the fast" hangs on what follows.
      if (parts["shift"] !== undefined && /^\s(?:of|in|before)\s(?!(?:last|this|next)\b)/.test(context.after))
        return undefined;
      if (NAMED_WEEKDAY.test(context.before)) return undefined;
      return dayWithPart(dayOfWeekday(parts, context), parts["part"]);
    },
  ),
  rule(
    `the${BLANK}day${BLANK}(?<side>before|after)${BLANK}(?:(?<shift>last|next)${BLANK})?(?<weekday>${WEEKDAY})(?!${BLANK}(?:${DAY_PART}))`,
    (parts, context) => {
      const day = parseDay(dayOfWeekday(parts, context));
      return day === undefined ? undefined : date(isoDay(day + (/^before$/i.test(parts["side"] ?? "") ? -1 : 1)));
    },
  ),
  rule(
    `${EARLY}(?<weekday>${WEEKDAY})${BLANK}(?:of${BLANK})?(?<which>last|this|next)${BLANK}week`,
    ({ weekday = "", which = "" }, context) =>
      fromToday(context, "PAST", (today) => {
        const shift = (["last", "this", "next"].indexOf(which.toLowerCase()) - 1) * 7;
        return date(isoDay(shiftedWeekday(weekdayNumber(weekday), "this", today) + shift));
      }),
  ),
  rule(
    `(?:the${BLANK})?(?<weekday>${WEEKDAY})${BLANK}(?:before${BLANK}last|(?:a|the)${BLANK}week${BLANK}(?:ago|before))`,
    ({ weekday = "" }, context) =>
      fromToday(context, "PAST", (today) => date(isoDay(shiftedWeekday(weekdayNumber(weekday), "last", today) - 7))),
  ),
];

const BESIDE: readonly Rule[] = [
  rule(
    `(?<count>${NUMBER}|a)${BLANK}weeks?${BLANK}ago${BLANK}(?<weekday>${WEEKDAY})`,
    ({ count = "", weekday = "" }, c) => {
      const weeks = amountOf(count);
      if (weeks === undefined || c.today === undefined) return undefined;
      const back = (weekdayOf(c.today) - weekdayNumber(weekday) + 7) % 7;
      return date(isoDay(c.today - back - 7 * Math.round(weeks)));
    },
  ),
  rule(
    `(?<weekday>${WEEKDAY})${BLANK}(?<which>last|next)(?!${BLANK}(?:week|month|year|night|season))`,
    ({ weekday = "", which = "" }, { today, before, after }) => {
      if (today === undefined || !/\bon\s+$/i.test(before) || !/^(?:$|[.,;)\n])/.test(after)) return undefined;
      return date(isoDay(shiftedWeekday(weekdayNumber(weekday), /^last$/i.test(which) ? "last" : "coming", today)));
    },
  ),
  rule(`(?<weekday>${WEEKDAY})${BLANK}week`, ({ weekday = "" }, { today, after, tense }) =>
    today === undefined || !/^(?:$|[.,;)\n])/.test(after) || tense() !== "future"
      ? undefined
      : date(isoDay(shiftedWeekday(weekdayNumber(weekday), "coming", today) + 7)),
  ),
];

const AHEAD: readonly Rule[] = [
  rule(
    `in${BLANK}(?<count>${NUMBER}|a)${BLANK}(?<unit>days?|weeks?|months?|years?)`,
    ({ count = "", unit = "" }, context) => {
      const amount = amountOf(count);
      if (amount === undefined || context.today === undefined || context.tense() !== "future") return undefined;
      return date(shifted(context.today, unitOf(unit), Math.round(amount)));
    },
  ),
];

/** Days that hang on the day of publication or on a day named before: "yesterday", "last Friday", "the next day". */
export const RELATIVE_DAYS: readonly Rule[] = [...DAYS, ...WEEKDAYS, ...BESIDE, ...AHEAD];
