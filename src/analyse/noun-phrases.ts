import { isCue } from "../text/cue-verbs.ts";
import type { Part } from "../text/parts.ts";
import { isTitleHead, isTitleWord } from "../text/titles.ts";
import {
  AUXILIARIES,
  COMMON_VERBS,
  CONJUNCTIONS,
  DETERMINERS,
  isAdverb,
  NAME_CONNECTORS,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
  SENTENCE_STARTERS,
  TIME_WORDS,
} from "../text/word-classes.ts";
import { isNickname } from "./name-runs.ts";
import type { Clause, Outline } from "./sentence-parts.ts";

/** A name, a pronoun or a phrase such as "the commander" in one sentence, as a range of parts. */
export type NounPhrase = {
  readonly from: number;
  readonly to: number;
  readonly kind: "name" | "pronoun" | "noun";
  /** The preposition before it, if any: "with", "of". */
  readonly preposition?: string;
};

const MAX_PLAIN_WORDS = 8;

/** After these the next word is a noun even when it looks like a verb of saying: "the report", "his claims". */
const ARTICLES = new Set("the a an his her their its our my your".split(" "));

const isName = (part: Part | undefined): part is Part =>
  part?.kind === "word" && (part.capital || /^(?:al|el|an|ul)-\p{Lu}/u.test(part.text));

function isSentenceWord(part: Part): boolean {
  return SENTENCE_STARTERS.has(part.lower) && part.text !== "US" && !part.text.includes(".");
}

/** Whether a capitalised word may begin a name: weekdays and, at the start of a sentence, function words may not. */
function beginsName(part: Part | undefined, isFirst: boolean): boolean {
  if (!isName(part) || TIME_WORDS.has(part.lower)) return false;
  if (part.lower === "i" && part.text === "I") return false;
  return !(isFirst || part.text.length < 4) || !isSentenceWord(part);
}

/** Where the capitalised run that begins at `from` ends: connectors and "of" are inside only before a capital. */
function runEnd(parts: readonly Part[], from: number, to: number): number {
  let at = from + 1;
  while (at < to) {
    const [part, next, after] = [parts[at], parts[at + 1], parts[at + 2]];
    if (part === undefined || TIME_WORDS.has(part.lower)) break;
    if (isName(part) && !isSentenceWord(part)) at++;
    else if (isNickname(parts, at) && isName(parts[at + 3])) at += 4;
    else if (
      at + 1 < to &&
      isName(next) &&
      (NAME_CONNECTORS.has(part.lower) || part.text === "&" || part.lower === "of")
    )
      at += 2;
    else if (at + 2 < to && part.lower === "of" && next?.lower === "the" && isName(after)) at += 3;
    else if (isTitleHead(part.lower) && isName(next) && at + 1 < to) at += 2;
    else break;
  }
  return at;
}

/** A word that may stand inside a noun phrase: no preposition, conjunction, auxiliary, pronoun, relative or adverb. */
export function isPlainNoun(part: Part | undefined): boolean {
  if (part?.kind !== "word") return false;
  const { lower } = part;
  if (PREPOSITIONS.has(lower) || CONJUNCTIONS.has(lower) || AUXILIARIES.has(lower) || PRONOUNS.has(lower)) return false;
  return !RELATIVES.has(lower) && !isAdverb(lower);
}

/** Where the phrase that begins with a determiner or a possessor ends: at a verb of saying, a preposition, a mark. */
function plainEnd(parts: readonly Part[], from: number, to: number): number {
  const before = parts[from - 1];
  const isNounFirst = before !== undefined && (before.possessive || ARTICLES.has(before.lower));
  let at = from;
  while (at < to && at - from < MAX_PLAIN_WORDS && isPlainNoun(parts[at])) {
    const lower = parts[at]?.lower ?? "";
    if (TIME_WORDS.has(lower) || (isCue(lower) && !(isNounFirst && at === from))) break;
    if (at > from && (DETERMINERS.has(lower) || isOtherVerb(parts, at))) break;
    at++;
  }
  return at;
}

/** Without a dictionary of verbs: frequent ones, and words in -ed before a name or an article. */
function isOtherVerb(parts: readonly Part[], at: number): boolean {
  const [part, next] = [parts[at], parts[at + 1]];
  if (part === undefined || part.capital) return false;
  if (COMMON_VERBS.has(part.lower)) return true;
  const opensObject = next !== undefined && (next.capital || DETERMINERS.has(next.lower) || PRONOUNS.has(next.lower));
  return /[^e]ed$/.test(part.lower) && opensObject;
}

function phraseAt(
  parts: readonly Part[],
  at: number,
  clause: Clause,
): { to: number; kind: NounPhrase["kind"] } | undefined {
  const part = parts[at];
  if (part?.kind !== "word") return undefined;
  if (PRONOUNS.has(part.lower) && part.text !== "US" && (part.lower !== "it" || part.text !== "IT"))
    return { to: at + 1, kind: "pronoun" };
  if (beginsName(part, at === clause.from)) return namePhrase(parts, at, clause.to);
  const isRole = isTitleWord(part.lower) && !isCue(part.lower);
  if (isRole && !DETERMINERS.has(part.lower)) return rolePhrase(parts, at, clause.to);
  if (!DETERMINERS.has(part.lower) && !/^\d[\d,.]*$/.test(part.text)) return undefined;
  const to = plainEnd(parts, at + 1, clause.to);
  if (to === at + 1 && standsAlone(parts, at)) return { to, kind: "noun" };
  return to > at + 1 ? joined(parts, to, clause.to) : undefined;
}

/** "one said", "another of them wrote": a determiner that names someone by itself. */
function standsAlone(parts: readonly Part[], at: number): boolean {
  const next = parts[at + 1]?.lower ?? "";
  return /^(?:one|another|some|others|several|many)$/.test(parts[at]?.lower ?? "") && (next === "of" || isCue(next));
}

/** A name with the role words and possessed nouns after it: "Pakistan's foreign minister Ishaq Dar", "Rubio's call". */
function namePhrase(parts: readonly Part[], at: number, end: number): { to: number; kind: NounPhrase["kind"] } {
  const to = runEnd(parts, at, end);
  const next = parts[to];
  const isModifier = parts[to - 1]?.possessive === true || (next !== undefined && isTitleWord(next.lower));
  if (!isModifier) return { to, kind: "name" };
  const after = plainEnd(parts, to, end);
  return after > to ? joined(parts, after, end) : { to, kind: "name" };
}

/** A lower-case role before a name belongs to it: "spokesman John Kirby". */
function rolePhrase(
  parts: readonly Part[],
  at: number,
  end: number,
): { to: number; kind: NounPhrase["kind"] } | undefined {
  const to = plainEnd(parts, at, end);
  return to > at ? joined(parts, to, end) : undefined;
}

/** Ends in a name when its last words are capitalised. */
function joined(parts: readonly Part[], to: number, end: number): { to: number; kind: NounPhrase["kind"] } {
  const last = parts[to - 1];
  const reach = isName(last) ? runEnd(parts, to - 1, end) : to;
  return { to: reach, kind: isName(last) ? "name" : "noun" };
}

/** All phrases of a sentence from left to right, without overlaps. */
export function nounPhrases({ parts }: Outline, clause: Clause): NounPhrase[] {
  const found: NounPhrase[] = [];
  let at = clause.from;
  while (at < clause.to) {
    const phrase = phraseAt(parts, at, clause);
    if (phrase === undefined) {
      at++;
      continue;
    }
    const preposition = prepositionBefore(parts, at, found.at(-1)?.to ?? clause.from);
    found.push({ from: at, to: phrase.to, kind: phrase.kind, ...(preposition === undefined ? {} : { preposition }) });
    at = phrase.to;
  }
  return found;
}

/** The preposition before a phrase; up to two plain nouns between belong to the phrase ("with harbour spokesperson NAME"). */
function prepositionBefore(parts: readonly Part[], at: number, start: number): string | undefined {
  for (let before = at - 1; before >= Math.max(start, at - 3); before--) {
    const part = parts[before];
    if (part !== undefined && PREPOSITIONS.has(part.lower)) return part.lower;
    if (!isPlainNoun(part) || part?.capital || isCue(part?.lower ?? "") || COMMON_VERBS.has(part?.lower ?? ""))
      return undefined;
    if (DETERMINERS.has(parts[at]?.lower ?? "") || /(?:ed|ing)$/.test(part?.lower ?? "")) return undefined;
  }
  return undefined;
}
