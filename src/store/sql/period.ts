const DAY_MS = 86_400_000;

/** Monday of an ISO 8601 week: the week with 4 January in it is the first. */
function monday(year: number, week: number): number {
  const fourth = Date.UTC(year, 0, 4);
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  return fourth + ((week - 1) * 7 - weekday) * DAY_MS;
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** First and last day of a calendar date written yyyy, yyyy-mm, yyyy-Www or yyyy-mm-dd; undefined for anything else. */
export function period(date: string): { first: string; last: string } | undefined {
  const week = /^(\d{4})-W(\d\d)$/.exec(date);
  if (week) {
    const start = monday(Number(week[1]), Number(week[2]));
    return { first: day(start), last: day(start + 6 * DAY_MS) };
  }
  const [, year, month, dayOfMonth] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? [];
  if (year === undefined) return undefined;
  return {
    first: `${year}-${month ?? "01"}-${dayOfMonth ?? "01"}`,
    last: `${year}-${month ?? "12"}-${dayOfMonth ?? "31"}`,
  };
}
