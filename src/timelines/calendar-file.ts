import { safeLink } from "../chat/link.ts";
import { type Day, dayOf, isoDay, parseDay, parseWeek } from "../text/dates/calendar.ts";
import { type Entry, remarksOf } from "./entry.ts";

/** RFC 5545, 3.1: no line longer than 75 octets without its end. */
const LINE_OCTETS = 75;
const encoder = new TextEncoder();

/** RFC 5545, 3.3.11. */
function text(value: string): string {
  return value.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/** Breaks a long line; a continuation begins with a space, and no character is cut in two. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = "";
  let octets = 0;
  for (const character of line) {
    const length = encoder.encode(character).length;
    if (octets + length > LINE_OCTETS) {
      lines.push(current);
      current = " ";
      octets = 1;
    }
    current += character;
    octets += length;
  }
  return [...lines, current].join("\r\n");
}

/** First day of a period and the day after it: a day, an ISO week, a month or a year. */
function periodOf(date: string): readonly [Day, Day] | undefined {
  const day = parseDay(date);
  if (day !== undefined) return [day, day + 1];
  const monday = parseWeek(date);
  if (monday !== undefined) return [monday, monday + 7];
  const parts = /^(\d{4})(?:-(\d\d))?$/.exec(date);
  if (parts === null) return undefined;
  const [year, month] = [Number(parts[1]), parts[2] === undefined ? undefined : Number(parts[2])];
  const first = dayOf(year, month ?? 1, 1);
  const next = month === undefined || month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
  return first === undefined || next === undefined ? undefined : [first, next];
}

function basicDate(day: Day): string {
  return isoDay(day).replaceAll("-", "");
}

function basicInstant(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** RFC 5545, 3.8.1.11: an entry is tentative or confirmed. */
function statusOf({ sign, status }: Entry): string {
  return sign === "?" || sign === "×" || status.includes("planned") ? "TENTATIVE" : "CONFIRMED";
}

function eventLines(entry: Entry, now: Date): string[] {
  const period = entry.date === undefined ? undefined : periodOf(entry.date);
  if (period === undefined) return [];
  const { sign, name, what, status, sources, type } = entry;
  const marks = [entry.precision === "by" ? "by this day" : "", status].filter((mark) => mark !== "");
  const summary = `${sign === undefined ? "" : `${sign} `}${name === undefined ? "" : `${name}: `}${what}`;
  const links = sources.map(({ outlet, url }) => `${outlet} ${(url && safeLink(url)) || ""}`.trim());
  const [first] = sources.flatMap(({ url }) => (url && safeLink(url)) || []);
  return [
    "BEGIN:VEVENT",
    `UID:${entry.id}@sitrep`,
    `DTSTAMP:${basicInstant(now)}`,
    `DTSTART;VALUE=DATE:${basicDate(period[0])}`,
    `DTEND;VALUE=DATE:${basicDate(period[1])}`,
    `SUMMARY:${text(marks.length > 0 ? `${summary} (${marks.join("; ")})` : summary)}`,
    `DESCRIPTION:${text([remarksOf(entry).join(" · "), ...links].join("\n"))}`,
    ...(type === undefined ? [] : [`CATEGORIES:${text(type)}`]),
    ...(first === undefined ? [] : [`URL:${first}`]),
    `STATUS:${statusOf(entry)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** The timeline's dated entries as an iCalendar file (RFC 5545): whole days without a zone, so that no reader sees the day before. */
export function timelineCalendar(title: string, entries: readonly Entry[], now: Date): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//sitrep//timeline//EN",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${text(title)}`,
    ...entries.flatMap((entry) => eventLines(entry, now)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}
