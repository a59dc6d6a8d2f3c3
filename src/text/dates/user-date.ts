import { numberOf } from "../number-words.ts";
import { type Day, dayOf, isoDay, parseDay } from "./calendar.ts";
import { fullYear } from "./date-reckoning.ts";
import { findDates } from "./dates.ts";

const DAYS_OF: Readonly<Record<string, number>> = { day: 1, week: 7 };

function daysAgo(typed: string, today: Day): Day | undefined {
  const parts = /^(.+?) (day|week)s? ago$/i.exec(typed);
  if (parts === null) return undefined;
  const count = /^an?$/i.test(parts[1] ?? "") ? 1 : numberOf(parts[1] ?? "");
  return count === undefined ? undefined : today - Math.round(count * (DAYS_OF[parts[2]?.toLowerCase() ?? ""] ?? 1));
}

/** "7/5", "07.05." and "7-5-2025": the day first as most of the world writes it, else the month. */
function numericDay(typed: string, today: Day): Day | undefined {
  const parts = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d\d)?)?$/.exec(typed);
  if (parts === null) return undefined;
  const [first, second] = [Number(parts[1]), Number(parts[2])];
  const [day, month] = second > 12 ? [second, first] : [first, second];
  if (parts[3] !== undefined) return dayOf(fullYear(parts[3]), month, day);
  const year = Number(isoDay(today).slice(0, 4));
  const here = dayOf(year, month, day);
  return here !== undefined && here - today > 45 ? dayOf(year - 1, month, day) : here;
}

/**
 * The day that a person typed into a command ("yesterday", "7 May", "2025-05-07", "last Friday", "7/5", "3 days ago")
 * as yyyy-mm-dd; undefined when it is not one day. Days without a year are taken to be past or near.
 */
export function parseUserDate(typed: string, today: string): string | undefined {
  const words = typed
    .trim()
    .replace(/^(?:on|since|until|from)\s+/i, "")
    .replace(/\s+/g, " ");
  const now = parseDay(today);
  if (now === undefined || words === "" || words.length > 60) return undefined;
  const reckoned = daysAgo(words, now) ?? numericDay(words, now);
  if (reckoned !== undefined) return isoDay(reckoned);
  // A capital lets "may 7" and "friday" be read as names of months and days.
  const named = words.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
  const [only, ...more] = findDates(named, today);
  if (only === undefined || more.length > 0 || only.start > 0 || only.end < named.length) return undefined;
  return parseDay(only.value) === undefined ? undefined : only.value.slice(0, 10);
}
