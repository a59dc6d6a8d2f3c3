import type { Span } from "../../model/article.ts";
import type { DatedEvent, DateExpression } from "../../model/findings.ts";
import { findCasualties } from "../../text/casualties.ts";
import { isoDay, parseDay } from "../../text/dates/calendar.ts";
import type { Clause } from "../reading/clauses.ts";

export type Dating = Pick<DatedEvent, "date" | "precision" | "basis">;

/** A date that stands right after a reporting verb tells when it was said, not when it happened. */
const SAID_BEFORE =
  /\b(?:said|says|told(?:\s+\S+){1,3}|announced|reported|confirmed|stated|added)\s+(?:in a statement\s+)?(?:on\s+|late\s+|early\s+)?$/i;
const NAMES_A_DAY = /\d|jan|feb|mar|apr|may\b|jun|jul|aug|sep|oct|nov|dec/i;

/** "at 6 a.m.", "at 03:40 GMT": an hour names no day. */
const HOUR_ALONE =
  /^(?:(?:at|about|around)\s)*\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?\s?m\b\.?|hours|hrs|o['’]clock)?(?:\s(?:local time|\p{Lu}{2,4}))?$/iu;

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

const FINENESS: readonly string[] = ["year", "month", "week", "day"];

/** The date that stands nearest; a year or month only where no day is named. */
function nearest(dates: readonly DateExpression[], at: number): DateExpression | undefined {
  const distance = (date: DateExpression) => Math.max(date.start - at, at - date.end, 0);
  const fineness = (date: DateExpression) => FINENESS.indexOf(datingOf(date)?.precision ?? "");
  return [...dates].sort((a, b) => fineness(b) - fineness(a) || distance(a) - distance(b))[0];
}

/** Whether something that stands apart ("after …") lies between two places of a sentence. */
function isApartBetween(clauses: readonly Clause[], from: number, to: number): boolean {
  return clauses.some((clause) => clause.opener === "apart" && clause.start > from && clause.start <= to);
}

/** "the treaty of 1960": the year belongs to a thing, unless that thing is what is told. */
const OF_THING = /\b[\p{L}-]+\s+of\s+(?:the\s+)?$/u;
/** "the April 22 attack", "last year's election", "Tuesday's raid". */
const THE = /\b(?:the|its|their|his|her|this|that|an?)\s+$/i;
const POSSESSIVE = /^\s?['’]s?\s/;
/** What may stand between such a date and the word that tells the event that it dates. */
const UP_TO_NOUN = /^\s?(?:['’]s?\s)?(?:\s?(?!(?:was|were|is|are|has|had|have)\b)[\p{L}-]+\s){0,2}$/u;

/** "killed since 2022", "since May they have attacked ships, killing nine": dead who were counted up to now died on no one day. */
function isSinceWithToll(text: string, date: DateExpression, event: Span & { readonly clause: Span }): boolean {
  const isSince = /\bsince\s(?:early\s|late\s|mid-)?$/i.test(text.slice(Math.max(0, date.start - 16), date.start));
  if (!isSince || date.start < event.clause.start || date.end > event.clause.end) return false;
  return Object.keys(findCasualties(text.slice(event.start, event.end))).length > 0;
}

/** "called for a strike on Wednesday": the day of what is asked for, whatever the day of the call. */
const ASKED_FOR =
  /\b(?:call(?:s|ed|ing)? for|demand(?:s|ed|ing)?|propos(?:e|es|ed|ing)|urg(?:e|es|ed|ing)|request(?:s|ed|ing)?)\s(?:[\p{L}-]+\s){0,4}?(?:strikes?|sessions?|meetings?|votes?|protests?|rall(?:y|ies)|summits?|march(?:es)?|talks|demonstrations?|shutdowns?|boycotts?)\s(?:on|for|this|next)\s$|\bto\s\p{Ll}+\s(?:[\p{L}-]+\s){0,5}by\s$/iu;

/** Whether a date belongs to a thing that a clause names, and does not tell when the clause itself happened. */
function isOfThing(text: string, date: DateExpression, at: number): boolean {
  const [before, after] = [text.slice(Math.max(0, date.start - 40), date.start), text.slice(date.end, date.end + 4)];
  if (datingOf(date)?.precision === "year" && /^\d{4}$/.test(date.text)) {
    const thing = OF_THING.exec(before)?.[0];
    if (thing !== undefined) return at < date.start - thing.length || at >= date.end;
  }
  const isAttribute = POSSESSIVE.test(after) || (THE.test(before) && /^\s\p{Ll}/u.test(after));
  return isAttribute && !(at >= date.end && UP_TO_NOUN.test(text.slice(date.end, at)));
}

/** "since 2008, when 166 people were killed": the date right before "when" tells when. */
function rightBefore(text: string, clause: Clause, dates: readonly DateExpression[]): DateExpression | undefined {
  if (!/^when\s/i.test(text.slice(clause.start, clause.start + 5))) return undefined;
  return dates.find((date) => date.end <= clause.start && /^,?\s*$/.test(text.slice(date.end, clause.start)));
}

/** "The toll rose to 670 on Sunday": the count is of that day, the deaths are of some day before. */
const COUNTED_ON =
  /\b(?:toll|number of (?:dead|deaths|killed|injured))\b[^.;]{0,90}\b(?:rose|risen|rises|climb\w+|reach\w+|stands?|stood|jumped|pass\w+|increased|grew|revised)\b/i;

/** What a clause with "when", "as" or "while" tells happened at the time of the clause before it. */
const MEANWHILE = /^(?:when|as|while)\s/i;

function meanwhile(clause: Clause, text: string, clauses: readonly Clause[]): Clause | undefined {
  const next = clauses[clauses.findIndex((one) => one.start === clause.start) + 1];
  return next !== undefined && MEANWHILE.test(text.slice(next.start, next.start + 6)) ? next : undefined;
}

function inside(dates: readonly DateExpression[], { start, end }: Span): DateExpression[] {
  return dates.filter((date) => date.start >= start && date.end <= end);
}

/**
 * The date of an event: from its own clause, then from what goes on about it, then from one that stands before it in
 * the sentence, nothing apart between; else it happened by the day of publication. `dates` are those of the sentence.
 */
export function dateEvent(
  event: Span & { readonly at: number; readonly clause: Clause },
  sentence: { readonly text: string; readonly dates: readonly DateExpression[]; readonly clauses: readonly Clause[] },
  published: string | undefined,
): Dating {
  const usable = sentence.dates.filter(
    (date) =>
      datingOf(date) !== undefined &&
      !(date.type === "TIME" && HOUR_ALONE.test(date.text)) &&
      !isOfThing(sentence.text, date, event.at) &&
      !isSinceWithToll(sentence.text, date, event) &&
      !ASKED_FOR.test(sentence.text.slice(Math.max(0, date.start - 80), date.start)),
  );
  const said = new Set(
    usable.filter((date) => SAID_BEFORE.test(sentence.text.slice(Math.max(0, date.start - 60), date.start))),
  );
  const open = usable.filter((date) => !said.has(date));
  const { clause } = event;
  const at = meanwhile(clause, sentence.text, sentence.clauses);
  const chosen =
    nearest(inside(open, clause), event.at) ??
    rightBefore(sentence.text, clause, open) ??
    (clause.opener === "apart" ? inPeriod(sentence, open) : beforeIn(event.start, open, sentence.clauses)) ??
    // ", holding it to blame for the raid a day earlier": what goes on may tell of an earlier time.
    nearest(
      inside(open, event).filter(
        (date) => !/\b(?:earlier|before|previous)\b/i.test(date.text) && !isInAside(sentence, date, clause),
      ),
      event.at,
    ) ??
    (at === undefined ? undefined : nearest(inside(open, at), at.start));
  const dating = chosen === undefined ? undefined : datingOf(chosen);
  const isCount = COUNTED_ON.test(sentence.text.slice(clause.start, clause.end));
  if (dating !== undefined) return isCount && dating.precision === "day" ? { ...dating, precision: "by" } : dating;
  const told = said.values().next().value;
  const toldOn = told === undefined ? undefined : datingOf(told);
  if (toldOn?.precision === "day") return { ...toldOn, precision: "by" };
  return byPublication(published);
}

/** "the drill, which ends on Friday,": the day of an aside is not that of what it interrupts. */
function isInAside(
  { text, clauses }: { readonly text: string; readonly clauses: readonly Clause[] },
  date: DateExpression,
  own: Clause,
): boolean {
  const clause = clauses.find(({ start, end }) => date.start >= start && date.end <= end);
  return (
    clause !== undefined &&
    clause.start !== own.start &&
    clause.opener === "apart" &&
    /^(?:which|who|whose)\s/.test(text.slice(clause.start, clause.start + 6))
  );
}

/** "In 2022, trains stopped after hackers struck": a year or month that opens a sentence holds for all of it. */
function inPeriod(
  { text, clauses }: { readonly text: string; readonly clauses: readonly Clause[] },
  dates: readonly DateExpression[],
): DateExpression | undefined {
  const [first] = clauses;
  return dates.find((date) => {
    const precision = datingOf(date)?.precision;
    return (
      first !== undefined &&
      (precision === "year" || precision === "month") &&
      date.end <= first.end &&
      /^(?:back )?in (?:early |late |mid-)?$/i.test(text.slice(first.start, date.start))
    );
  });
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
