import type { Span } from "../model/article.ts";
import type { ActorMention, Quote, Statement } from "../model/findings.ts";
import type { Lexicon } from "./lexicon.ts";
import { createPeople, type People } from "./people.ts";
import { pairQuotationMarks, type Quotation } from "./quotation-marks.ts";
import type { Reading } from "./reading.ts";
import { type Outline, outline } from "./sentence-parts.ts";
import { type Attribution, attribute, type SpeakerRule } from "./speakers.ts";
import { findStatements } from "./statements.ts";
import { createSubjects } from "./subjects.ts";

/** How often each rule is right on news, coarsely. */
const CONFIDENCE: Readonly<Record<SpeakerRule, number>> = {
  "right subject verb": 0.97,
  "right verb subject": 0.96,
  "with name": 0.95,
  "same paragraph": 0.93,
  "left verb subject": 0.85,
  "according to": 0.83,
  "left subject verb": 0.83,
  signature: 0.9,
  colon: 0.8,
  continuation: 0.8,
  "paragraph before": 0.75,
  "sentence before": 0.7,
  "sentence subject": 0.6,
  carried: 0.56,
};

const ALWAYS_KEPT = 5;

/** The direct quotations and the reported statements of a text, each with who says it. */
export function findQuotes(
  reading: Reading,
  actors: readonly ActorMention[],
  lexicon: Lexicon,
): { readonly quotes: Quote[]; readonly statements: Statement[] } {
  const quotations = pairQuotationMarks(reading);
  const scene = outline(reading, quotations);
  const subjects = createSubjects(scene);
  const holders = { lexicon, day: reading.article.published?.slice(0, 10) };
  const people = createPeople({ outline: scene, subjects }, actors, holders);
  const found = attribute(scene, subjects, quotations);
  const quotes = quotations.flatMap((quotation, index) => quoteOf(scene, quotation, found[index], people));
  const statements = findStatements(scene, subjects, people);
  return { quotes, statements: statements.filter((statement) => !isCovered(statement, quotations)) };
}

const wordsIn = (text: string) => text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** "John “Jack” Smith", and titles of works: words in marks that nobody says. */
function isSaid(text: string, { start, end }: Span, found: Attribution | undefined): boolean {
  const written = text.slice(start, end);
  const words = wordsIn(written);
  if (words < 2 || (isWork(written) && found?.cue === undefined)) return false;
  if (words >= ALWAYS_KEPT) return true;
  if (found === undefined || found.rule === "sentence subject" || found.rule === "carried") return words >= 3;
  return true;
}

const LONGEST_TITLE = 8;
const SMALL_WORDS = /^(?:a|an|the|of|and|or|in|on|at|to|for|from|with|by|as|vs|is)$/;

/** The title of a book, film or operation: every word with a capital and no stop at the end. */
function isWork(written: string): boolean {
  const words = written.split(/\s+/u);
  if (words.length > LONGEST_TITLE || /[.,!?…]$/u.test(written)) return false;
  return words.every((word) => /^[^\p{L}]*(?:\p{Lu}|\d)/u.test(word) || SMALL_WORDS.test(word));
}

function quoteOf(scene: Outline, quotation: Quotation, found: Attribution | undefined, people: People): Quote[] {
  const { start, end } = quotation;
  if (!isSaid(scene.text, quotation, found)) return [];
  const quote = { start, end, text: scene.text.slice(start, end) };
  if (found === undefined) return [{ ...quote, confidence: 0 }];
  const cue = found.cue === undefined ? undefined : scene.parts[found.cue]?.text;
  const confidence = CONFIDENCE[found.rule];
  return [{ ...quote, speaker: people.resolve(found.phrase), confidence, ...(cue === undefined ? {} : { cue }) }];
}

/** Whether more than half of a statement stands in quotation marks. */
function isCovered(statement: Span, quotations: readonly Quotation[]): boolean {
  let covered = 0;
  for (const { start, end } of quotations)
    covered += Math.max(0, Math.min(end, statement.end) - Math.max(start, statement.start));
  return covered > 0.5 * (statement.end - statement.start);
}
