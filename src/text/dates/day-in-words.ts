const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A local calendar date as people read it: "7 May 2025", "May 2025", "2025"; other forms stay as they are. */
export function dayInWords(date: string): string {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date);
  if (parts === null) return date;
  const [, year = "", month, day] = parts;
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), name, year]
    .filter((part) => part !== undefined)
    .join(" ");
}

/** An instant as people read it: "7 May 2025, 14:05 UTC". */
export function instantInWords(at: Date): string {
  if (Number.isNaN(at.getTime())) return "at an unknown time";
  const written = at.toISOString();
  return `${dayInWords(written.slice(0, 10))}, ${written.slice(11, 16)} UTC`;
}
