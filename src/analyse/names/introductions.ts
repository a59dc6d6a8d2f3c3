import { isCue } from "../../text/cue-verbs.ts";
import type { Part } from "../../text/parts.ts";
import { isAdverb, PREPOSITIONS, TIME_NOUNS, TIME_WORDS } from "../../text/word-classes.ts";

const INTRODUCES = new Set(
  (
    "in on at after before during since for with from by as when while if although though despite following according " +
    "asked speaking amid under over about through until once because given like unlike to between without within " +
    "throughout instead against among along upon where whether referring based"
  ).split(" "),
);
const LONGEST_INTRODUCTION = 6;

/** "On Friday,", "Speaking to reporters,", "Hours later,". */
export function isIntroduction(parts: readonly Part[], from: number, comma: number): boolean {
  const first = parts[from];
  if (first === undefined || first.kind === "quotation") return false;
  if (INTRODUCES.has(first.lower) || PREPOSITIONS.has(first.lower) || isAdverb(first.lower)) return true;
  if (/ing$/.test(first.lower) && first.capital && !isCue(first.lower)) return true;
  if (comma - from > LONGEST_INTRODUCTION) return false;
  for (let at = from; at < comma; at++) if (TIME_NOUNS.has(parts[at]?.lower ?? "")) return true;
  return TIME_WORDS.has(first.lower);
}
