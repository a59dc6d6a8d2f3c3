import { isCoreCue, isCue, isCueParticiple, takesAddressee } from "../../text/cue-verbs.ts";
import { ADVERBS, PREPOSITIONS, TIME_NOUNS, TIME_WORDS } from "../../text/word-classes.ts";
import type { Subjects } from "../names/subjects.ts";
import type { Clause, Outline } from "../reading/sentence-parts.ts";

/** One sentence of a text while its statements are looked for. */
export type Here = {
  readonly outline: Outline;
  readonly subjects: Subjects;
  readonly clause: Clause;
  readonly sentence: number;
};

const NARRATOR =
  /^(?:reflecting|raising|highlighting|underscoring|underlining|marking|signalling|signaling|fuelling|fueling|prompting|leaving|sparking|triggering|showing)$/;

const LONGEST_SETTING = 14;
const TELLS = /^(?:tells?|told|telling|assur(?:e|es|ed|ing)|remind(?:s|ed|ing)?|inform(?:s|ed|ing)?)$/;

/** What is written at a part, in lower case. */
export const lower = (here: Here, at: number) => here.outline.parts[at]?.lower ?? "";

/** What is written at a part. */
export const text = (here: Here, at: number) => here.outline.parts[at]?.text ?? "";

/** Only where and when it was said stands after the verb: "… , he said on Friday." */
export function isTail(here: Here, from: number, to: number): boolean {
  const first = lower(here, from);
  if (first === "that") return false;
  if (/^[,.;:]$/.test(first)) return true;
  return (PREPOSITIONS.has(first) || TIME_WORDS.has(first) || ADVERBS.has(first)) && to - from < 14;
}

/** Where what is said begins: steps over the hearer, adverbs, times and places up to "that". */
export function contentStart(here: Here, cue: number, after: number): number {
  const word = lower(here, cue);
  const end = Math.min(after + LONGEST_SETTING, here.clause.to);
  const setsScene = takesAddressee(word) || isSetting(lower(here, after));
  for (let at = after; setsScene && at < end; at++) {
    if (lower(here, at) === "that") return at;
    if (/^[,;]$/.test(text(here, at)) || here.outline.parts[at]?.kind === "quotation" || isCue(lower(here, at))) break;
  }
  let from = after;
  while (from < here.clause.to && (ADVERBS.has(lower(here, from)) || isTime(here, from))) from++;
  if (!TELLS.test(word)) return from;
  return here.subjects.phrases(here.sentence).find((phrase) => phrase.from === from)?.to ?? from;
}

const isSetting = (word: string) => PREPOSITIONS.has(word) || ADVERBS.has(word) || TIME_WORDS.has(word);

const isTime = (here: Here, at: number) =>
  (lower(here, at) === "on" && TIME_WORDS.has(lower(here, at + 1))) ||
  TIME_WORDS.has(lower(here, at)) ||
  (TIME_NOUNS.has(lower(here, at)) && TIME_WORDS.has(lower(here, at - 1)));

/** The end of the sentence, a second verb of saying that is coordinated, or the narrator's own tail. */
export function contentEnd(here: Here, from: number): number {
  let to = here.clause.to;
  while (to > from && /^[.!?…,;:]$/.test(text(here, to - 1))) to--;
  for (let at = from + 1; at < to; at++) {
    if (!/^(?:,|and|but)$/.test(lower(here, at))) continue;
    const next = /^(?:and|but|also|then)$/.test(lower(here, at + 1)) ? at + 2 : at + 1;
    if (NARRATOR.test(lower(here, next)) || isWithSpeaker(here, next, to)) return at;
    const isSecond =
      isCoreCue(lower(here, next)) && (isCueParticiple(lower(here, next)) || /(?:ed|id)$/.test(lower(here, next)));
    if (isSecond || (lower(here, at) === "," && lower(here, at + 1) === "according")) return at;
  }
  return to;
}

/** ", with NAME noting" gives the word to someone else. */
function isWithSpeaker(here: Here, at: number, end: number): boolean {
  if (lower(here, at) !== "with") return false;
  for (let next = at + 2; next < Math.min(end, at + 16); next++) {
    if (isCueParticiple(lower(here, next))) return true;
    if (text(here, next) === ",") return false;
  }
  return false;
}
