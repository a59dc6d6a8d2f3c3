/** A local calendar day as the number of days since 1970-01-01: no zone, no instant. */
export type Day = number;

const MS_PER_DAY = 86_400_000;

/** The day of a year, month (1–12) and day of month; undefined when the calendar has no such day. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | undefined {
  const at = new Date(Date.UTC(2000, month - 1, dayOfMonth));
  at.setUTCFullYear(year, month - 1, dayOfMonth);
  const exists = at.getUTCMonth() === month - 1 && at.getUTCDate() === dayOfMonth && year > 0 && year < 10_000;
  return exists ? Math.round(at.getTime() / MS_PER_DAY) : undefined;
}

/** The day that an ISO date or time begins with; undefined when it does not. The written day counts, whatever the zone. */
export function parseDay(iso: string | undefined): Day | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(iso ?? "");
  return parts === null ? undefined : dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** Year, month (1–12) and day of month. */
export function partsOf(day: Day): { readonly year: number; readonly month: number; readonly dayOfMonth: number } {
  const at = new Date(day * MS_PER_DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, dayOfMonth: at.getUTCDate() };
}

/** yyyy-mm-dd. */
export function isoDay(day: Day): string {
  const { year, month, dayOfMonth } = partsOf(day);
  return `${isoMonth(year, month)}-${String(dayOfMonth).padStart(2, "0")}`;
}

/** yyyy-mm; months beyond the year carry over, so that month 0 is December of the year before. */
export function isoMonth(year: number, month: number): string {
  const months = year * 12 + month - 1;
  return `${isoYear(Math.floor(months / 12))}-${String((((months % 12) + 12) % 12) + 1).padStart(2, "0")}`;
}

/** yyyy. */
export function isoYear(year: number): string {
  return String(Math.max(0, year)).padStart(4, "0");
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of a day's week. */
export function mondayOf(day: Day): Day {
  return day - weekdayOf(day) + 1;
}

/** yyyy-Www of the ISO week, which belongs to the year of its Thursday. */
export function isoWeek(day: Day): string {
  const thursday = mondayOf(day) + 3;
  const { year } = partsOf(thursday);
  const first = dayOf(year, 1, 1) ?? thursday;
  return `${isoYear(year)}-W${String(Math.floor((thursday - first) / 7) + 1).padStart(2, "0")}`;
}

/** The Monday of an ISO week written as yyyy-Www. */
export function parseWeek(week: string): Day | undefined {
  const parts = /^(\d{4})-W(\d\d)/.exec(week);
  const fourth = parts === null ? undefined : dayOf(Number(parts[1]), 1, 4);
  return fourth === undefined ? undefined : mondayOf(fourth) + (Number(parts?.[2]) - 1) * 7;
}

/** The nth such weekday of a month, counted from its end when negative. */
export function nthWeekday(year: number, month: number, [nth, weekday]: readonly [number, number]): Day {
  const first = dayOf(year, month, 1) ?? 0;
  const next = dayOf(year + Number(month === 12), (month % 12) + 1, 1) ?? 0;
  const fromFirst = (weekday - weekdayOf(first) + 7) % 7;
  if (nth > 0) return first + fromFirst + 7 * (nth - 1);
  const back = (weekdayOf(next - 1) - weekday + 7) % 7;
  return next - 1 - back;
}
