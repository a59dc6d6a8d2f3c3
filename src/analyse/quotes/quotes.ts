import type { Span } from "../../model/article.ts";
import type { ActorMention, Quote, Statement } from "../../model/findings.ts";
import type { Lexicon } from "../names/lexicon.ts";
import { createPeople, type People } from "../names/people.ts";
import { createSubjects, type Subjects } from "../names/subjects.ts";
import { pairQuotationMarks, type Quotation } from "../reading/quotation-marks.ts";
import type { Reading } from "../reading/reading.ts";
import { type Outline, outline } from "../reading/sentence-parts.ts";
import { rankSpeakers, type Verdict } from "./speaker-ranker.ts";
import { type Attribution, type SpeakerRule, withRole } from "./speaker-scene.ts";
import { findStatements } from "./statements.ts";

const ALWAYS_KEPT = 5;
/** Rules that tell little: a quotation of two words needs more. */
const GUESSES: ReadonlySet<SpeakerRule> = new Set(["sentence subject", "carried", "ranked"]);
/** Below this a speaker proves no short quotation. */
const HALF_SURE = 0.45;
const NOBODY: Verdict = { found: undefined, confidence: 0 };

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
  let made: People | undefined;
  // Most texts quote nobody, and then nobody has to be told from another.
  const people: People = {
    resolve(phrase) {
      made ??= createPeople({ outline: scene, subjects }, actors, holders);
      return made.resolve(phrase);
    },
  };
  const verdicts = rankSpeakers(scene, subjects, quotations);
  const quotes = quotations.flatMap((quotation, index) =>
    quoteOf({ scene, subjects, people }, quotation, { ...(verdicts[index] ?? NOBODY), part: scene.partOf[index] ?? 0 }),
  );
  const statements = findStatements(scene, subjects, people);
  return { quotes, statements: statements.filter((statement) => !isCovered(statement, quotations)) };
}

const wordsIn = (text: string) => text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const LONGEST_HEADLINE = 200;

/** Whether words stand in single marks in a headline over a text: its editor may have shortened what was said. */
function isHeadlined({ text }: Outline, { single, paragraph, outer }: Quotation): boolean {
  if (!single || paragraph > 0 || outer.end > LONGEST_HEADLINE) return false;
  const end = text.indexOf("\n", outer.end);
  return end >= 0 && end <= LONGEST_HEADLINE && !/[.!?…]$/u.test(text.slice(0, end).trim());
}

/** "John “Jack” Smith", and titles of works: words in marks that nobody says. */
function isSaid(scene: Outline, { start, end }: Span, at: number, found: Attribution | undefined): boolean {
  const written = scene.text.slice(start, end);
  const words = wordsIn(written);
  const isBesideCue = found?.cue !== undefined && Math.abs(found.cue - at) <= 3;
  // "said on Channel 6's “Sunday Table”": what someone owns in title case is a programme.
  const isLed = isBesideCue && scene.parts[at - 1]?.possessive !== true && !isSpokenOf(scene, at);
  if (
    words < 2 ||
    (isWork(written) && !isLed) ||
    isSource(scene.text, end) ||
    isByline(written, scene.text.slice(end, end + 12))
  )
    return false;
  if (words >= ALWAYS_KEPT) return true;
  if (found === undefined || GUESSES.has(found.rule)) return words >= 3;
  return true;
}

const WORKS =
  /^(?:book|novel|poem|play|film|movie|documentary|series|song|album|track|essay|article|report|paper|memoir|headed|titled|entitled|captioned|called|named)$/;

/** "the book “…”", "“…”, which NAME cited": of a work something is told. */
function isSpokenOf({ parts }: Outline, at: number): boolean {
  const next = parts[at + 1]?.text === "," ? at + 2 : at + 1;
  return WORKS.test(parts[at - 1]?.lower ?? "") || /^(?:which|whose)$/.test(parts[next]?.lower ?? "");
}

/** "“Headline” — Outlet, August 15, 2008" in a list of sources: the line ends in a year; that of a post names its account. */
function isSource(text: string, end: number): boolean {
  const [line = ""] = text.slice(end, end + 120).split("\n");
  if (line.includes("(@")) return false;
  return /^["”]\s*[—–-]\s*\p{Lu}[^.]*,\s[^.]*\b(?:19|20)\d\d\.?\s*$/u.test(line);
}

/** "“Headline,” by Outlet's NAME" in a review of the press; "called “a disgrace” by NAME" has no comma. */
const isByline = (written: string, after: string) => written.endsWith(",") && /^["”] by (?:the )?\p{Lu}/u.test(after);

const LONGEST_TITLE = 8;
/** From this many words on, a line in title case is a headline even with a stop: its editor changed what was said. */
const SHORTEST_HEADLINE = 5;
const SMALL_WORDS = /^(?:a|an|the|of|and|or|but|nor|in|on|at|to|for|from|with|by|as|vs|is|be|than|that|into|over|via)$/;

/** The title of a book, film or operation, or a headline: every word with a capital. */
function isWork(said: string): boolean {
  const written = said.replace(/,$/, "");
  const words = written.split(/\s+/u);
  const isShort = words.length <= LONGEST_TITLE && !/[.,!?…]$/u.test(written);
  if (!isShort && (words.length < SHORTEST_HEADLINE || !/^[^\p{L}]*\p{Lu}/u.test(written))) return false;
  return words.every((word) => /^[^\p{L}]*(?:\p{Lu}|\d)/u.test(word) || SMALL_WORDS.test(word));
}

function quoteOf(
  { scene, subjects, people }: { readonly scene: Outline; readonly subjects: Subjects; readonly people: People },
  quotation: Quotation,
  by: Verdict & { readonly part: number },
): Quote[] {
  const { found, confidence } = by;
  const { start, end } = quotation;
  if (isHeadlined(scene, quotation) || !isSaid(scene, quotation, by.part, confidence < HALF_SURE ? undefined : found))
    return [];
  const quote = { start, end, text: scene.text.slice(start, end), confidence };
  if (found === undefined) return [quote];
  const { speaker, sure } = people.resolve(withRole(scene, subjects, found.phrase));
  const cue = found.cue === undefined ? undefined : scene.parts[found.cue]?.text;
  return [
    {
      ...quote,
      // The right words are not enough: it must be as sure whom they mean.
      confidence: Math.min(confidence, sure),
      speaker,
      ...(cue === undefined ? {} : { cue }),
    },
  ];
}

/** Whether more than half of a statement stands in quotation marks. */
function isCovered(statement: Span, quotations: readonly Quotation[]): boolean {
  let covered = 0;
  for (let at = firstEndingAfter(quotations, statement.start); at < quotations.length; at++) {
    const quotation = quotations[at];
    if (quotation === undefined || quotation.start >= statement.end) break;
    covered += Math.min(quotation.end, statement.end) - Math.max(quotation.start, statement.start);
  }
  return covered > 0.5 * (statement.end - statement.start);
}

function firstEndingAfter(quotations: readonly Quotation[], offset: number): number {
  let [low, high] = [0, quotations.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotations[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
