import type { EventRow } from "../analyse/events/event-rows.ts";
import { dayInWords } from "../text/dates/day-in-words.ts";

/** "22 Apr 2025 – 10 May 2025", over the days that are known; "" without any. */
function spanInWords(rows: readonly Pick<EventRow, "date" | "precision">[]): string {
  const days = rows.flatMap((row) => (row.date === undefined || row.precision === "by" ? [] : [row.date])).sort();
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return "";
  return first === last ? dayInWords(first) : `${dayInWords(first)} – ${dayInWords(last)}`;
}

/** "Timeline: Klow · 1 Mar 2026". */
export function timelineTitle(subject: string, rows: readonly Pick<EventRow, "date" | "precision">[]): string {
  const span = spanInWords(rows);
  return span === "" ? `Timeline: ${subject}` : `Timeline: ${subject} · ${span}`;
}

const LONGEST_SLUG = 40;

/** A name for a file about that subject: "timeline-shelling-kills-14-in-klow.csv". */
export function fileName(subject: string, extension: string): string {
  const words = subject
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const slug = (words ?? []).join("-").slice(0, LONGEST_SLUG).replace(/-+$/, "");
  return `timeline${slug === "" ? "" : `-${slug}`}.${extension}`;
}
