import { isTitleHead } from "../../text/names/titles.ts";
import type { Part } from "../../text/parts.ts";
import {
  AUXILIARIES,
  CONJUNCTIONS,
  isAdverb,
  NAME_CONNECTORS,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
  SENTENCE_STARTERS,
  TIME_WORDS,
} from "../../text/word-classes.ts";
import { isNickname } from "./name-runs.ts";

/** Whether a part is written as a name. */
export const isName = (part: Part | undefined): part is Part =>
  part?.kind === "word" && (part.capital || /^(?:al|el|an|ul)-\p{Lu}/u.test(part.text));

function isSentenceWord(part: Part): boolean {
  return SENTENCE_STARTERS.has(part.lower) && part.text !== "US" && !part.text.includes(".");
}

/** Whether a capitalised word may begin a name: weekdays and, at the start of a sentence, function words may not. */
export function beginsName(part: Part | undefined, isFirst: boolean): boolean {
  if (!isName(part) || TIME_WORDS.has(part.lower)) return false;
  if (part.lower === "i" && part.text === "I") return false;
  return !(isFirst || part.text.length < 4) || !isSentenceWord(part);
}

/** Where the capitalised run that begins at `from` ends: connectors and "of" are inside only before a capital. */
export function runEnd(parts: readonly Part[], from: number, to: number): number {
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
export function isPlainNoun(part: Part | undefined): part is Part {
  if (part?.kind !== "word") return false;
  const { lower } = part;
  if (PREPOSITIONS.has(lower) || CONJUNCTIONS.has(lower) || AUXILIARIES.has(lower) || PRONOUNS.has(lower)) return false;
  return !RELATIVES.has(lower) && !isAdverb(lower);
}
