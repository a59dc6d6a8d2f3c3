import type { EventRow, Toll } from "../analyse/events/event-rows.ts";
import type { Direction, EventStatus } from "../model/findings.ts";
import { dayInWords } from "../text/dates/day-in-words.ts";

export const DIRECTION_WORDS: Readonly<Record<Direction, string>> = {
  escalation: "escalation",
  "de-escalation": "de-escalation",
  mixed: "both escalation and de-escalation",
  none: "no clear direction",
};

const STATUS_WORDS: Readonly<Record<EventStatus, string>> = {
  stated: "",
  attributed: "attributed",
  alleged: "alleged",
  denied: "denied",
  unconfirmed: "unconfirmed",
  planned: "planned",
};

/** "1 outlet", "3 outlets". */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}

/** "100", "35 to 40"; with whose count it is where figures differ: "100 (India)". */
function figure({ count: n, to }: Toll): string {
  return to === undefined ? String(n) : `${n} to ${to}`;
}

/** Figures side by side, never averaged: "26 killed (3 outlets), 28 (1)", "100 killed (India; 1 outlet), 31 (Pakistan; 1)". */
export function tollInWords(tolls: readonly Toll[], what: "killed" | "injured"): string | undefined {
  const [first, ...others] = tolls;
  if (first === undefined) return undefined;
  if (others.length === 0) return `${figure(first)} ${what}`;
  const from = ({ by }: Toll, outlets: string) =>
    [...(by.length > 0 ? [by.slice(0, 2).join(", ")] : []), outlets].join("; ");
  const rest = others.map((toll) => `${figure(toll)} (${from(toll, String(toll.outlets.length))})`);
  return [`${figure(first)} ${what} (${from(first, count(first.outlets.length, "outlet"))})`, ...rest].join(", ");
}

/** When, with how it is known: "7 May 2025", "~ by 10 May 2025". */
export function whenInWords(row: Pick<EventRow, "date" | "precision">): string {
  if (row.date === undefined) return "undated";
  const day = dayInWords(row.date);
  return row.precision === "by" ? `~ by ${day}` : day;
}

/** "alleged, denied"; "" when the event is simply stated. */
export function statusInWords(statuses: readonly EventStatus[]): string {
  return statuses
    .map((status) => STATUS_WORDS[status])
    .filter((word) => word !== "")
    .join(", ");
}
