import type { Span } from "../../model/article.ts";
import type { DateExpression } from "../../model/findings.ts";
import { firstLetters } from "../first-letters.ts";
import { splitSentences } from "../sentences.ts";
import { type Tense, tenseAt } from "../tense.ts";
import { type Day, parseDay } from "./calendar.ts";
import { CLOCK_TIMES } from "./clock-times.ts";
import type { Context, Rule, Value } from "./date-rule.ts";
import { mayBeginDate } from "./date-starters.ts";
import { DAY_PAIRS } from "./day-pairs.ts";
import { DURATIONS } from "./durations.ts";
import { EVENT_DAYS } from "./event-days.ts";
import { FINANCE_PERIODS } from "./finance-periods.ts";
import { HOLIDAYS } from "./holidays.ts";
import { MONTHS_AND_YEARS } from "./months-and-years.ts";
import { NAMED_DAYS } from "./named-days.ts";
import { RELATIVE_DAYS } from "./relative-days.ts";
import { RELATIVE_PERIODS } from "./relative-periods.ts";

const RULES = [
  ...EVENT_DAYS,
  ...NAMED_DAYS,
  ...DAY_PAIRS,
  ...HOLIDAYS,
  ...MONTHS_AND_YEARS,
  ...RELATIVE_DAYS,
  ...FINANCE_PERIODS,
  ...RELATIVE_PERIODS,
  ...DURATIONS,
  ...CLOCK_TIMES,
];

/** In their order, by the letter or digit with which an expression of theirs may begin. */
const RULES_OF = rulesByLetter();

function rulesByLetter(): ReadonlyMap<string, readonly Rule[]> {
  const all = new Map<string, Rule[]>();
  for (const rule of RULES)
    for (const letter of firstLetters(rule.pattern.source)) all.set(letter, [...(all.get(letter) ?? []), rule]);
  return all;
}

const DAY_FIRST = /(?<![\d/-])(?:1[3-9]|2\d|3[01])[/-](?:0?[1-9]|1[0-2])[/-](?:19|20)?\d\d(?![\d/-])/;
const MONEY = /[$£€₹#]\s?\d|\b(?:earnings|earned|profits?|revenue|sales|dividend|net income|shares?)\b/i;
const MONEY_NEAR = 160;

/** What may stand between a day and its time: "May 12 at about 1200 hours". */
const JOINS_TIME = /^(?:,|[^\S\n][|–-])?[^\S\n](?:(?:at|around|about|from|by|between|before|after)[^\S\n]){0,2}$/i;
/** What stands between two times of one day: "from 7:00 to about 8:30". */
const JOINS_SECOND = /^(?:[^\S\n]?[-–—][^\S\n]?|[^\S\n](?:and|to|until|till)[^\S\n](?:(?:about|around)[^\S\n])?)$/i;
const LONGEST_JOIN = 20;
/** How many characters before and after an expression its rule may look at. */
const BESIDE = 48;

type Found = Value & { readonly end: number };

/** Sentences are only needed for tense, and cut only once. */
function sentenceFinder(text: string): (at: number) => Span {
  let sentences: Span[] | undefined;
  return (at) => {
    sentences ??= splitSentences(text);
    let [low, high] = [0, sentences.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((sentences[middle]?.start ?? Infinity) <= at) low = middle;
      else high = middle - 1;
    }
    return sentences[low] ?? { start: 0, end: text.length };
  };
}

const TOKYO_MS = 9 * 3_600_000;

/** The calendar day in Tokyo at an instant; undefined when the time or its offset is not written. */
function dayInTokyo(published: string | undefined): Day | undefined {
  if (!/T\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$/.test(published ?? "")) return undefined;
  const at = Date.parse(published ?? "");
  return Number.isNaN(at) ? undefined : parseDay(new Date(at + TOKYO_MS).toISOString());
}

class Tagger {
  readonly #text: string;
  readonly #today: Day | undefined;
  readonly #latestDay: Day | undefined;
  readonly #sentenceAt: (at: number) => Span;
  #isDayFirst: boolean | undefined;
  #lastDay: Day | undefined;
  #last: DateExpression | undefined;
  #lastNamed: string | undefined;
  #lastQuarter: string | undefined;

  constructor(text: string, published: string | undefined) {
    this.#text = text;
    this.#today = parseDay(published);
    this.#latestDay = dayInTokyo(published) ?? this.#today;
    this.#sentenceAt = sentenceFinder(text);
  }

  find(): DateExpression[] {
    const found: DateExpression[] = [];
    const word = /[A-Za-z]+|\d+/g;
    for (let hit = word.exec(this.#text); hit !== null; hit = word.exec(this.#text)) {
      if (!mayBeginDate(this.#text, hit[0], hit.index)) continue;
      const best = this.#longestAt(hit.index);
      if (best === undefined) continue;
      const text = this.#text.slice(hit.index, best.end);
      this.#last = { start: hit.index, end: best.end, text, type: best.type, value: best.value };
      found.push(this.#last);
      this.#lastDay = parseDay(best.value) ?? this.#lastDay;
      this.#lastNamed = /^\d{4}(?:$|-\d\d)/.exec(best.value) === null ? this.#lastNamed : best.value;
      if (/^\d{4}-Q[1-4]$/.test(best.value) && !/ago|earlier|year/i.test(text)) this.#lastQuarter = best.value;
      word.lastIndex = best.end;
    }
    return found;
  }

  #longestAt(start: number): Found | undefined {
    let best: Found | undefined;
    for (const { pattern, read } of RULES_OF.get(this.#text.charAt(start).toLowerCase()) ?? []) {
      pattern.lastIndex = start;
      const match = pattern.exec(this.#text);
      if (match === null) continue;
      const end = start + match[0].length;
      if (best !== undefined && end <= best.end) continue;
      const value = read(match.groups ?? {}, this.#contextOf({ start, end }), match[0]);
      if (value !== undefined) best = { ...value, end };
    }
    return best;
  }

  #dayBeside(start: number): Day | undefined {
    const last = this.#last;
    if (last === undefined || start - last.end > LONGEST_JOIN) return undefined;
    const joins = { DATE: JOINS_TIME, TIME: JOINS_SECOND, DURATION: undefined, SET: undefined }[last.type];
    return joins?.test(this.#text.slice(last.end, start)) ? parseDay(last.value) : undefined;
  }

  #contextOf(expression: Span): Context {
    const text = this.#text;
    let tense: Tense | undefined;
    return {
      today: this.#today,
      latestDay: this.#latestDay,
      lastDay: this.#lastDay,
      dayBeside: this.#dayBeside(expression.start),
      lastNamed: this.#lastNamed,
      lastQuarter: this.#lastQuarter,
      before: text.slice(Math.max(0, expression.start - BESIDE), expression.start),
      after: text.slice(expression.end, expression.end + BESIDE),
      tense: () => {
        tense ??= tenseAt(text, expression, this.#sentenceAt(expression.start));
        return tense;
      },
      isDayFirst: () => {
        this.#isDayFirst ??= DAY_FIRST.test(text);
        return this.#isDayFirst;
      },
      isAboutMoney: () =>
        MONEY.test(text.slice(Math.max(0, expression.start - MONEY_NEAR), expression.end + MONEY_NEAR)),
    };
  }
}

/**
 * The time expressions of a text in order, with TIMEX3 values. Values are local calendar dates as written, never
 * instants; `published` (an ISO date or time, of which the first ten characters count) is what "yesterday" hangs on.
 */
export function findDates(text: string, published?: string): DateExpression[] {
  return new Tagger(text, published).find();
}
