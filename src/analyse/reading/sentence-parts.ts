import type { Span } from "../../model/article.ts";
import { isCue } from "../../text/cue-verbs.ts";
import { type Part, splitParts } from "../../text/parts.ts";
import { splitSentences } from "../../text/sentences.ts";
import type { Quotation } from "./quotation-marks.ts";
import type { Reading } from "./reading.ts";

/** A sentence as a range of parts, with whole quotations as single parts. */
export type Clause = { readonly from: number; readonly to: number; readonly paragraph: number };

/** A text seen with its quotations closed: nothing inside them can be taken for a speaker or a cue. */
export type Outline = {
  readonly text: string;
  readonly parts: readonly Part[];
  readonly sentences: readonly Clause[];
  /** Part of each quotation, by the quotation's place in the list. */
  readonly partOf: readonly number[];
  /** Sentence of each part; -1 in cross-link lines. */
  readonly sentenceOf: readonly number[];
};

/** Longer ones are no sentences; cutting them keeps the work linear on any text. */
const LONGEST_SENTENCE = 400;

/** A word after "?”" decides whether the sentence goes on: "…?” she asked" does. */
function goesOnAfter(text: string, end: number): boolean {
  const next = text.slice(end, end + 60).split(/[.,;:!?\n]/u)[0] ?? "";
  return next
    .trim()
    .split(/\s+/u)
    .slice(0, 7)
    .some((word) => isCue(word.toLowerCase()));
}

/** The text with the inside of each quotation made unreadable, but its first letter's case and last mark kept. */
function closedText(text: string, quotations: readonly Quotation[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, outer } of quotations) {
    const last = text.charAt(end - 1);
    const ends = last === "." || last === "…" || (/[?!]/u.test(last) && !goesOnAfter(text, outer.end));
    const first = /^\p{Lu}/u.test(text.charAt(start)) ? "X" : "x";
    const inside = first + "x".repeat(Math.max(0, end - start - 2)) + (ends ? "." : "x");
    pieces.push(text.slice(at, start), inside.slice(0, end - start));
    at = end;
  }
  return pieces.join("") + text.slice(at);
}

/** Lays the sentences of a text out around its quotations. */
export function outline(reading: Reading, quotations: readonly Quotation[]): Outline {
  const { text, paragraphs } = reading;
  const parts = splitParts(
    text,
    quotations.map((quotation) => quotation.outer),
  );
  const sentences: Clause[] = [];
  const sentenceOf = new Array<number>(parts.length).fill(-1);
  let [part, paragraph] = [0, 0];
  for (const span of splitSentences(closedText(text, quotations))) {
    while (paragraph + 1 < paragraphs.length && (paragraphs[paragraph + 1]?.start ?? 0) <= span.start) paragraph++;
    while (part < parts.length && (parts[part]?.start ?? 0) < span.start) part++;
    const from = part;
    while (part < parts.length && (parts[part]?.start ?? 0) < span.end) part++;
    if (paragraphs[paragraph]?.crosslink) continue;
    for (let at = from; at < part; at += LONGEST_SENTENCE) {
      const to = Math.min(part, at + LONGEST_SENTENCE);
      sentenceOf.fill(sentences.length, at, to);
      sentences.push({ from: at, to, paragraph });
    }
  }
  return { text, parts, sentences, sentenceOf, partOf: partsOf(parts, quotations) };
}

function partsOf(parts: readonly Part[], quotations: readonly Span[]): number[] {
  const found: number[] = [];
  parts.forEach((part, index) => {
    if (part.kind === "quotation") found.push(index);
  });
  return quotations.map((_, index) => found[index] ?? 0);
}
