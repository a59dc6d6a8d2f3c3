import type { Span } from "../model/article.ts";
import type { DatedEvent, DateExpression } from "../model/findings.ts";
import { isoDay, parseDay } from "../text/calendar.ts";
import type { Clause } from "./clauses.ts";

export type Dating = Pick<DatedEvent, "date" | "precision" | "basis">;

/** A date that stands right after a reporting verb tells when it was said, not when it happened. */
const SAID_BEFORE =
  /\b(?:said|says|told(?:\s+\S+){1,3}|announced|reported|confirmed|stated|added)\s+(?:in a statement\s+)?(?:on\s+|late\s+|early\s+)?$/i;
const NAMES_A_DAY = /\d|jan|feb|mar|apr|may\b|jun|jul|aug|sep|oct|nov|dec/i;

/** A TIMEX3 value as an event's date; undefined for lengths, vague times and values without a year. */
export function datingOf({ value, text, type }: DateExpression): Dating | undefined {
  if (type !== "DATE" && type !== "TIME") return undefined;
  const basis = NAMES_A_DAY.test(text) && !/\bago\b|earlier|later/i.test(text) ? "explicit" : "relative";
  const day = parseDay(value);
  if (day !== undefined) return { date: isoDay(day), precision: "day", basis };
  const week = /^\d{4}-W\d\d/.exec(value)?.[0];
  if (week !== undefined) return { date: week, precision: "week", basis };
  const month = /^\d{4}-\d\d$/.exec(value)?.[0];
  if (month !== undefined) return { date: month, precision: "month", basis };
  const year = /^\d{4}(?=$|-(?:Q|H|SP|SU|FA|WI))/.exec(value)?.[0];
  return year === undefined ? undefined : { date: year, precision: "year", basis };
}

function nearest(dates: readonly DateExpression[], at: number): DateExpression | undefined {
  const distance = (date: DateExpression) => Math.max(date.start - at, at - date.end, 0);
  return [...dates].sort((a, b) => distance(a) - distance(b))[0];
}

/** Whether something that stands apart ("after …") lies between two places of a sentence. */
function isApartBetween(clauses: readonly Clause[], from: number, to: number): boolean {
  return clauses.some((clause) => clause.opener === "apart" && clause.start > from && clause.start <= to);
}

/**
 * The date of an event: from its own clause, else one that stands before it in the sentence, nothing apart between;
 * else it happened by the day of publication. `dates` are those of the sentence.
 */
export function dateEvent(
  event: Span & { readonly at: number; readonly clause: Clause },
  sentence: { readonly text: string; readonly dates: readonly DateExpression[]; readonly clauses: readonly Clause[] },
  published: string | undefined,
): Dating {
  const usable = sentence.dates.filter((date) => datingOf(date) !== undefined);
  const said = new Set(
    usable.filter((date) => SAID_BEFORE.test(sentence.text.slice(Math.max(0, date.start - 60), date.start))),
  );
  const open = usable.filter((date) => !said.has(date));
  const own = nearest(
    open.filter((date) => date.start >= event.start && date.end <= event.end),
    event.at,
  );
  const chosen = own ?? (event.clause.opener === "apart" ? undefined : beforeIn(event.start, open, sentence.clauses));
  const dating = chosen === undefined ? undefined : datingOf(chosen);
  if (dating !== undefined) return dating;
  const told = said.values().next().value;
  const toldOn = told === undefined ? undefined : datingOf(told);
  if (toldOn?.precision === "day") return { ...toldOn, precision: "by" };
  return byPublication(published);
}

function beforeIn(
  start: number,
  dates: readonly DateExpression[],
  clauses: readonly Clause[],
): DateExpression | undefined {
  const left = dates.filter((date) => date.end <= start && !isApartBetween(clauses, date.start, start));
  const standsApart = (date: DateExpression) =>
    clauses.some((clause) => clause.opener === "apart" && date.start >= clause.start && date.end <= clause.end);
  return left.filter((date) => !standsApart(date)).at(-1);
}

/** Known only to have happened by the day of publication; without one, undated. */
export function byPublication(published: string | undefined): Dating {
  const day = parseDay(published);
  return { ...(day === undefined ? {} : { date: isoDay(day) }), precision: "by", basis: "publication" };
}
