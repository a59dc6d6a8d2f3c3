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
/** Future when something "is" so: "is due Friday", "are payable in June". */
const AFTER_IS = new Set("scheduled expected due slated set planned called awaited anticipated".split(" "));
const IS = new Set("is are be being now been 's're".split(" "));
/** Verbs that look ahead whatever follows: "expects its first landing on Friday"; "they meet on Friday" is fixed. */
const LOOKS_AHEAD = new Set(
  "meet meets begin begins resume resumes convene convenes expire expires expects expect awaits await anticipates anticipate payable scheduled schedules postponed".split(
    " ",
  ),
);
const TO_BE = new Set("is are was were".split(" "));
const PRESENT = new Set(
  (
    "is are am has have do does says say said's plans remains remain continues continue calls urges warns faces " +
    "visits launches kills"
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

function cueAt(words: readonly string[], at: number): Tense | undefined {
  const [word = "", next, before = ""] = [words[at], words[at + 1], words[at - 1]?.toLowerCase()];
  if (word === "May") return undefined;
  const lower = word.toLowerCase();
  if (MODALS.has(lower)) return "future";
  // "had been due to expire" tells of a plan that is over.
  if (before === "been" && words[at - 2]?.toLowerCase() === "had") return "past";
  if (BEFORE_TO.has(lower) && (next === "to" || next === "for")) return "future";
  if (AFTER_IS.has(lower) && IS.has(before)) return "future";
  // An infinitive has the tense of the verb that it hangs on.
  if (LOOKS_AHEAD.has(lower) && before !== "to") return "future";
  if (TO_BE.has(lower) && next === "to") return "future";
  if (IRREGULAR_PAST.has(lower)) return "past";
  if (lower.length > 3 && lower.endsWith("ed") && !NOT_PAST.has(lower)) return "past";
  return PRESENT.has(lower) ? "present" : undefined;
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}-]+/gu) ?? [];
}

/** A day that something is set for, lasts until or comes as soon as lies ahead, unless all of it is told as over. */
const SET_FOR = /\b(?:for|as (?:soon|early|late) as|no later than)\s+(?:early\s+|late\s+)?$/i;
const UNTIL = /\b(?:until|till)\s+(?:early\s+|late\s+)?$/i;
const WAS_OVER = new Set("was were lasted remained stayed continued went had did waited kept".split(" "));

function byPreposition(before: string, words: readonly string[], named: string): Tense | undefined {
  // A day or month, which has a capital: profits "for the fourth quarter" are past.
  if (SET_FOR.test(before) && /\p{Lu}/u.test(named)) return "future";
  return UNTIL.test(before) && !words.some((word) => WAS_OVER.has(word.toLowerCase())) ? "future" : undefined;
}

/**
 * The tense that an expression stands in: that of the nearest verb to its left in the sentence, else of the first one
 * to its right; past when there is none, for news tells what happened.
 */
export function tenseAt(text: string, expression: Span, sentence: Span): Tense {
  const before = text.slice(Math.max(sentence.start, expression.start - 400), expression.start);
  const left = wordsOf(before);
  const told = byPreposition(before, left, text.charAt(expression.start));
  if (told) return told;
  for (let at = left.length - 1; at >= 0; at--) {
    const cue = cueAt(left, at);
    if (cue) return cue;
  }
  const right = wordsOf(text.slice(expression.end, Math.min(sentence.end, expression.end + 300)));
  for (let at = 0; at < Math.min(right.length, LONGEST_LOOK); at++) {
    const cue = cueAt(right, at);
    if (cue) return cue;
  }
  return "past";
}
