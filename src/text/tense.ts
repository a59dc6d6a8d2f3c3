import type { Span } from "../model/article.ts";

export type Tense = "past" | "present" | "future";

const MODALS = new Set("will would shall should could may might can wo ll cannot must".split(" "));
/** Future when "to" or "for" follows: "is due to", "slated for". */
const BEFORE_TO = new Set(
  (
    "scheduled expected due slated set going planned poised supposed plan plans planning expects expect hopes hope " +
    "wants want intends intend aims aim agreed ordered prepares preparing vowed promised pledged needs need " +
    "threatened ready"
  ).split(" "),
);
const PRESENT = new Set(
  (
    "is are am has have do does says say said's plans remains remain continues continue calls urges warns meets " +
    "faces visits begins launches kills"
  ).split(" "),
);
const IRREGULAR_PAST = new Set(
  (
    "was were had did said told came went took made gave got saw knew found left held kept began met sent ran won " +
    "lost led brought thought bought fought caught taught sold stood understood spoke broke chose drove wrote rose " +
    "fell grew threw drew flew hit shot struck swept blew became withdrew forbade spent built felt meant heard paid " +
    "sank sought shook woke tore wore swore hung dug fled bled laid been born slain fired burst"
  ).split(" "),
);
/** Words in -ed that are no past verb, or stand before a noun as adjectives. */
const NOT_PAST = new Set(
  (
    "need indeed speed hundred red armed naked wicked sacred seed feed deed greed breed weed reed shed bed bred sled " +
    "embed exceed proceed succeed so-called unprecedented united divided"
  ).split(" "),
);
const LONGEST_LOOK = 25;

function cueOf(word: string, next: string): Tense | undefined {
  if (word === "May") return undefined;
  const lower = word.toLowerCase();
  if (MODALS.has(lower)) return "future";
  if (BEFORE_TO.has(lower) && (next === "to" || next === "for")) return "future";
  if (IRREGULAR_PAST.has(lower)) return "past";
  if (lower.length > 3 && lower.endsWith("ed") && !NOT_PAST.has(lower)) return "past";
  return PRESENT.has(lower) ? "present" : undefined;
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}-]+/gu) ?? [];
}

/**
 * The tense that an expression stands in: that of the nearest verb to its left in the sentence, else of the first one
 * to its right; past when there is none, for news tells what happened.
 */
export function tenseAt(text: string, expression: Span, sentence: Span): Tense {
  const left = wordsOf(text.slice(Math.max(sentence.start, expression.start - 400), expression.start));
  for (let at = left.length - 1; at >= 0; at--) {
    const cue = cueOf(left[at] ?? "", left[at + 1] ?? "");
    if (cue) return cue;
  }
  const right = wordsOf(text.slice(expression.end, Math.min(sentence.end, expression.end + 300)));
  for (let at = 0; at < Math.min(right.length, LONGEST_LOOK); at++) {
    const cue = cueOf(right[at] ?? "", right[at + 1] ?? "");
    if (cue) return cue;
  }
  return "past";
}
