import type { DateExpression } from "../../model/findings.ts";
import type { Tense } from "../tense.ts";
import type { Day } from "./calendar.ts";

/** What a rule may look at beside its own words. */
export type Context = {
  /** The calendar day of publication, when known. */
  readonly today: Day | undefined;
  /** The calendar day that it already was in the east of Asia when this was published. */
  readonly latestDay: Day | undefined;
  /** The last calendar day that the text named before: what "the following day" hangs on. */
  readonly lastDay: Day | undefined;
  /** The calendar day of an expression that ends right before this one: "May 12 at 1200 hours". */
  readonly dayBeside: Day | undefined;
  /** The last day, month or year that the text named before, as written in a value: what "that year" hangs on. */
  readonly lastNamed: string | undefined;
  /** The last quarter that the text named, as yyyy-Qn: what "a year earlier" hangs on beside figures. */
  readonly lastQuarter: string | undefined;
  /** Up to 48 characters before and after the expression. */
  readonly before: string;
  readonly after: string;
  tense(): Tense;
  /** Whether the text writes days before months in figures: it holds one such as 30/04/2025. */
  isDayFirst(): boolean;
  /** Whether sums of money stand around: business reports have periods of their own. */
  isAboutMoney(): boolean;
};

export type Value = Pick<DateExpression, "type" | "value">;

/** The named parts of a match; those that did not take part are undefined. */
export type Parts = Readonly<Record<string, string | undefined>>;

export type Rule = { readonly pattern: RegExp; read(parts: Parts, context: Context, words: string): Value | undefined };

/** A rule from the source of a pattern, which is bounded by "not inside a word or number" on the right. */
export function rule(source: string, read: Rule["read"]): Rule {
  return { pattern: new RegExp(`(?:${source})(?![A-Za-z0-9])`, "iy"), read };
}

export const date = (value: string): Value => ({ type: "DATE", value });
export const time = (value: string): Value => ({ type: "TIME", value });
export const duration = (value: string): Value => ({ type: "DURATION", value });
export const set = (value: string): Value => ({ type: "SET", value });

/** Whether the words begin with a capital letter, modifiers aside. */
export function isCapital(word: string | undefined): boolean {
  return /^\p{Lu}/u.test(word ?? "");
}

/** A value that hangs on the day of publication; without one, only its direction is known. */
export function fromToday(
  context: Context,
  direction: "PAST" | "PRESENT" | "FUTURE",
  read: (today: number) => Value,
): Value {
  return context.today === undefined ? date(`${direction}_REF`) : read(context.today);
}
