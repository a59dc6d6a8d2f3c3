import { isCue, isFiniteCue } from "../../text/cue-verbs.ts";
import { looksLikeRole } from "../../text/names/role-nouns.ts";
import { isTitleHead } from "../../text/names/titles.ts";
import type { Part } from "../../text/parts.ts";
import { AUXILIARIES, COMMON_VERBS, DETERMINERS, isAdverb, TIME_NOUNS } from "../../text/word-classes.ts";
import { beginsName, isPlainNoun, runEnd } from "./capital-runs.ts";

const LONGEST_ROLE = 4;

/** "Bus conductor NAME", "UN relief coordinator NAME": lower-case words that end in a role, or before one who speaks. */
export function leadsToName(parts: readonly Part[], from: number, end: number): boolean {
  let to = from;
  while (to < end && to - from <= LONGEST_ROLE && isRolePart(parts[to])) to++;
  const [first, last] = [parts[from], parts[to - 1]];
  if (to === from || to - from > LONGEST_ROLE || to >= end || !beginsName(parts, to, false)) return false;
  if (first === undefined || last === undefined || /(?:ed|ing)$/.test(first.lower)) return false;
  const isSingular = !/[^s]s$/.test(first.lower) && !/(?:[^s]s|ed|ing)$/.test(last.lower);
  if (isSingular && (isTitleHead(last.lower) || looksLikeRole(last.lower))) return true;
  return isSingular && speaks(parts, runEnd(parts, to, end));
}

const isRolePart = (part: Part | undefined) =>
  isPlainNoun(part) &&
  !part.capital &&
  !part.possessive &&
  !isCue(part.lower) &&
  !COMMON_VERBS.has(part.lower) &&
  !DETERMINERS.has(part.lower) &&
  !TIME_NOUNS.has(part.lower);

/** A verb of saying stands here; an age in commas, adverbs and auxiliaries are stepped over. */
function speaks(parts: readonly Part[], at: number): boolean {
  const isAged = parts[at]?.text === "," && /^\d{1,2}$/.test(parts[at + 1]?.text ?? "") && parts[at + 2]?.text === ",";
  let verb = isAged ? at + 3 : at;
  while (isAdverb(parts[verb]?.lower ?? "") || AUXILIARIES.has(parts[verb]?.lower ?? "")) verb++;
  return isFiniteCue(parts[verb]?.lower ?? "") && parts[verb]?.capital === false;
}
