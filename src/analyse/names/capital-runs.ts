import { isFamilyFirst } from "../../text/names/family-names.ts";
import { isFirstName } from "../../text/names/first-names.ts";
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

/** Whether a part is written as a name. */
export const isName = (part: Part | undefined): part is Part =>
  part?.kind === "word" && (part.capital || /^(?:al|el|an|ul)-\p{Lu}/u.test(part.text));

function isSentenceWord(part: Part): boolean {
  return SENTENCE_STARTERS.has(part.lower) && part.text !== "US" && !part.text.includes(".");
}

const NAMES_TOO = new Set("jan mar april may june august sun sat".split(" "));

/** Whether a part tells time: "Mar 3", but not "Jan NAME", "NAME Mar", "NAME May". */
export function isTimeWord(parts: readonly Part[], at: number): boolean {
  const [before, part, next] = [parts[at - 1], parts[at], parts[at + 1]];
  if (part === undefined || !TIME_WORDS.has(part.lower)) return false;
  if (!NAMES_TOO.has(part.lower) || /^\d/.test(next?.text ?? "")) return true;
  const isOther = (other: Part | undefined) => other?.capital === true && !TIME_WORDS.has(other.lower);
  const isInside = isOther(before) && before?.possessive === false && !SENTENCE_STARTERS.has(before.lower);
  const isGiven = isFirstName(part.lower) || isFamilyFirst(part.lower) || part.lower === "sat";
  const opens = isGiven && isOther(next) && !/^(?:last|next|this|early|late|mid|and|or)$/.test(before?.lower ?? "");
  return !isInside && !(opens && !PREPOSITIONS.has(before?.lower ?? ""));
}

/** Whether a capitalised word may begin a name: weekdays and, at the start of a sentence, function words may not. */
export function beginsName(parts: readonly Part[], at: number, isFirst: boolean): boolean {
  const part = parts[at];
  if (!isName(part) || isTimeWord(parts, at)) return false;
  if (part.lower === "i" && part.text === "I") return false;
  return !(isFirst || part.text.length < 4) || !isSentenceWord(part);
}

/** A word between marks inside a name: "John “Jack” Smith". */
export function isNickname(parts: readonly Part[], at: number): boolean {
  const isMark = (part: Part | undefined) => part?.kind === "mark" && /^["“”'‘’]$/.test(part.text);
  return isMark(parts[at]) && parts[at + 1]?.kind === "word" && isMark(parts[at + 2]);
}

/** Where the capitalised run that begins at `from` ends: connectors and "of" are inside only before a capital. */
export function runEnd(parts: readonly Part[], from: number, to: number): number {
  let at = from + 1;
  while (at < to) {
    const [part, next, after] = [parts[at], parts[at + 1], parts[at + 2]];
    if (part === undefined || isTimeWord(parts, at)) break;
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
