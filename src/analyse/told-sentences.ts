import { datelineLength } from "../text/dateline.ts";
import { isFurniture } from "../text/furniture.ts";
import type { Reading, Sentence } from "./reading.ts";

/** The sentences that tell the news: without datelines, and without what the page says about itself. */
export function toldSentences({ text, sentences, paragraphs }: Reading): Sentence[] {
  const told: Sentence[] = [];
  for (const { start, end, paragraph } of sentences) {
    const opens = paragraphs[paragraph]?.start === start;
    const from = opens ? start + datelineLength(text.slice(start, end)) : start;
    if (from < end && !isFurniture(text.slice(from, end))) told.push({ start: from, end, paragraph });
  }
  return told;
}
