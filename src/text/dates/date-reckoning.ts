import { numberOf } from "../number-words.ts";
import { type Day, dayOf, isoDay, isoMonth, isoWeek, isoYear, mondayOf, partsOf, weekdayOf } from "./calendar.ts";
import type { Context } from "./date-rule.ts";
import { type Unit, unitOf } from "./date-words.ts";

/** News that looks ahead names days up to this far away without saying the year. */
const LOOKS_AHEAD = 45;
const HALF_YEAR = 183;

/** A month and day without a year: the one that fits the day of publication and the tense best. */
export function nearestMonthDay(month: number, dayOfMonth: number, context: Context): string | undefined {
  const { today } = context;
  if (today === undefined) {
    const exists = dayOf(2024, month, dayOfMonth) !== undefined;
    return exists ? `XXXX-${isoMonth(2024, month).slice(5)}-${String(dayOfMonth).padStart(2, "0")}` : undefined;
  }
  const { year } = partsOf(today);
  const here =
    dayOf(year, month, dayOfMonth) ?? dayOf(year - 1, month, dayOfMonth) ?? dayOf(year + 1, month, dayOfMonth);
  if (here === undefined) return undefined;
  const ahead = here - today;
  let chosen = year;
  if (ahead > LOOKS_AHEAD && context.tense() !== "future") chosen = year - 1;
  if (ahead < -HALF_YEAR && context.tense() === "future") chosen = year + 1;
  return isoDay(dayOf(chosen, month, dayOfMonth) ?? here);
}

/** A bare month up to one month ahead is the coming one: the one before it would be called "last". */
const NEAR_MONTHS = 1;
/** What lasts or must be done by a month looks ahead as far as half a year. */
const DEADLINE = /\b(?:by|until|till|through)\s+(?:the\s+end\s+of\s+)?$/i;

/** A month without a year: the last one that began, or the next one when it is near, a deadline or in the future tense. */
export function nearestMonth(month: number, context: Context): string {
  if (context.today === undefined) return `XXXX-${isoMonth(2024, month).slice(5)}`;
  const { year, month: now } = partsOf(context.today);
  const isFuture = context.tense() === "future";
  const ahead = (month - now + 12) % 12;
  const isDeadline = DEADLINE.test(context.before) && ahead < 6;
  if (month > now) {
    const isNear = ahead <= NEAR_MONTHS && !/\b(?:since|last)\s+$/i.test(context.before);
    return isoMonth(isFuture || isDeadline || isNear ? year : year - 1, month);
  }
  return isoMonth(month < now && (isDeadline || (isFuture && now - month > 4)) ? year + 1 : year, month);
}

/** A weekday alone: the latest one up to today, or the next one in the future tense. */
export function nearestWeekday(weekday: number, context: Context): string {
  if (context.today === undefined) return `XXXX-WXX-${weekday}`;
  const back = (weekdayOf(context.today) - weekday + 7) % 7;
  const isAhead = context.tense() === "future" && back > 0;
  // An outlet in the west tells on Friday evening what happened "on Saturday" where it is Saturday already.
  if (back === 6 && context.latestDay === context.today + 1) return isoDay(context.latestDay);
  return isoDay(context.today - back + (isAhead ? 7 : 0));
}

/** The weekday of last, this or next week as news means it: the latest before today, the one nearest, that of next week. */
export function shiftedWeekday(weekday: number, shift: "last" | "this" | "next" | "coming", today: Day): Day {
  const back = (weekdayOf(today) - weekday + 7) % 7;
  switch (shift) {
    case "last":
      return today - (back === 0 ? 7 : back);
    case "coming":
      return today + (back === 0 ? 7 : 7 - back);
    case "this":
      return mondayOf(today) + weekday - 1;
    case "next":
      return mondayOf(today) + 7 + weekday - 1;
  }
}

/** Half a century ago is told in decades. */
const SMALLER: Readonly<Partial<Record<Unit, { readonly unit: Unit; readonly count: number }>>> = {
  year: { unit: "month", count: 12 },
  decade: { unit: "year", count: 10 },
  century: { unit: "decade", count: 10 },
};

/** The value of today moved by a number of units, at the unit's own precision: weeks as yyyy-Www, months as yyyy-mm. */
export function shifted(today: Day, unit: Unit, by: number): string {
  const { year, month } = partsOf(today);
  const smaller = by % 1 === 0 ? undefined : SMALLER[unit];
  if (smaller !== undefined) return shifted(today, smaller.unit, Math.round(by * smaller.count));
  switch (unit) {
    case "second":
    case "minute":
    case "hour":
      return isoDay(today + Math.trunc((by * hoursOf(unit)) / 24));
    case "day":
      return isoDay(today + Math.round(by));
    case "week":
      return isoWeek(today + Math.round(by * 7));
    case "month":
      return isoMonth(year, month + Math.round(by));
    case "quarter":
      return quarterOf(year, Math.ceil(month / 3) + Math.round(by));
    case "year":
      return isoYear(year + Math.round(by));
    case "decade":
      return isoYear(year + Math.round(by) * 10).slice(0, 3);
    case "century":
      return isoYear(year + Math.round(by) * 100).slice(0, 2);
  }
}

function hoursOf(unit: "second" | "minute" | "hour"): number {
  if (unit === "hour") return 1;
  return unit === "minute" ? 1 / 60 : 1 / 3600;
}

/** yyyy-Qn; quarters beyond the year carry over. */
export function quarterOf(year: number, quarter: number): string {
  const quarters = year * 4 + quarter - 1;
  return `${isoYear(Math.floor(quarters / 4))}-Q${(((quarters % 4) + 4) % 4) + 1}`;
}

/** A quarter without a year: the last one that began, or the next one in the future tense. */
export function nearestQuarter(quarter: number, context: Context): string {
  if (context.today === undefined) return `XXXX-Q${quarter}`;
  const { year, month } = partsOf(context.today);
  if (quarter > Math.ceil(month / 3)) return quarterOf(context.tense() === "future" ? year : year - 1, quarter);
  return quarterOf(year, quarter);
}

/** A two-digit year: up to 29 it is of this century. */
export function fullYear(written: string): number {
  const year = Number(written);
  if (written.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

/** The count that NUMBER, "a" or "half a" tells. */
export function amountOf(count: string): number | undefined {
  if (/^half/i.test(count)) return 0.5;
  return /^an?$/i.test(count) ? 1 : numberOf(count);
}

/** Half of a unit as whole smaller ones; half a week or century stays a fraction. */
const HALVES: Readonly<Partial<Record<Unit, string>>> = {
  minute: "30S",
  hour: "30M",
  day: "T12H",
  year: "6M",
  decade: "5Y",
};

/** P3D, PT2H, P1Y6M: the value of a length of time. Decades are ten years. */
export function durationText(amount: number, written: string): string {
  const unit = unitOf(written);
  const half = HALVES[unit];
  if (half === undefined || amount % 1 !== 0.5) return wholeDuration(amount, unit);
  if (amount < 1) return /[SM]$/.test(half) && unit !== "year" ? `PT${half}` : `P${half}`;
  if (unit === "decade") return `P${amount * 10}Y`;
  return `${wholeDuration(Math.floor(amount), unit)}${half}`;
}

function wholeDuration(amount: number, unit: Unit): string {
  switch (unit) {
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
      return `P${amount}Q`;
    case "year":
      return `P${amount}Y`;
    case "decade":
      return `P${amount * 10}Y`;
    case "century":
      return `P${amount * 100}Y`;
  }
}
