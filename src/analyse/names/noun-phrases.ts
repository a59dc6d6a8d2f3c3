import { isCue } from "../../text/cue-verbs.ts";
import { isTitleHead, isTitleWord } from "../../text/names/titles.ts";
import type { Part } from "../../text/parts.ts";
import { COMMON_VERBS, DETERMINERS, PREPOSITIONS, PRONOUNS, TIME_WORDS } from "../../text/word-classes.ts";
import type { Clause, Outline } from "../reading/sentence-parts.ts";
import { beginsName, isName, isPlainNoun, runEnd } from "./capital-runs.ts";
import { leadsToName } from "./roles-before-names.ts";

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

/** Where the phrase that begins with a determiner or a possessor ends: at a verb of saying, a preposition, a mark. */
function plainEnd(parts: readonly Part[], from: number, to: number): number {
  const before = parts[from - 1];
  const isNounFirst = before !== undefined && (before.possessive || ARTICLES.has(before.lower));
  let at = from;
  while (at < to && at - from < MAX_PLAIN_WORDS && isPlainNoun(parts[at])) {
    const lower = parts[at]?.lower ?? "";
    const isTitle = isTitleWord(lower) && isTitleHead(parts[at + 1]?.lower ?? "");
    if (TIME_WORDS.has(lower) || (isCue(lower) && !(isNounFirst && at === from) && !isTitle)) break;
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
  if (beginsName(parts, at, at === clause.from)) return namePhrase(parts, at, clause.to);
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
  const isModifier =
    parts[to - 1]?.possessive === true ||
    (next !== undefined && isTitleWord(next.lower)) ||
    leadsToName(parts, to, end);
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
