import { datelineLength } from "../../text/dates/dateline.ts";
import { isFurniture } from "../../text/furniture.ts";
import type { Reading, Sentence } from "../reading/reading.ts";

/** The sentences that tell the news: without datelines, and without what the page says about itself. */
export function toldSentences(reading: Reading): readonly Sentence[] {
  const told = known.get(reading) ?? findTold(reading);
  known.set(reading, told);
  return told;
}

/** Events and summary ask for the same ones. */
const known = new WeakMap<Reading, readonly Sentence[]>();

function findTold({ text, sentences, paragraphs }: Reading): Sentence[] {
  const told: Sentence[] = [];
  const whole = (at: Sentence) =>
    paragraphs[at.paragraph]?.start === at.start && paragraphs[at.paragraph]?.end === at.end;
  for (const { start, end, paragraph } of sentences) {
    const opens = paragraphs[paragraph]?.start === start;
    const from = opens ? start + datelineLength(text.slice(start, end)) : start;
    if (paragraph > 0 && whole({ start, end, paragraph }) && isSubhead(text.slice(start, end))) continue;
    if (from < end && !isFurniture(text.slice(from, end))) told.push({ start: from, end, paragraph });
  }
  return told;
}

const LONGEST_SUBHEAD_WORDS = 8;

/** A short line of its own without a full stop heads what follows: "Evacuation plans rehearsed". */
function isSubhead(line: string): boolean {
  return (
    !/[.!?…:;,"”’)]\s*$|\b(?:was|were|is|are|has|have|had|will)\b|\d{4}/.test(line) &&
    line.trim().split(/\s+/).length <= LONGEST_SUBHEAD_WORDS
  );
}
