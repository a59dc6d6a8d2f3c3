import type { Span } from "../../model/article.ts";
import type { Trigger } from "./event-triggers.ts";

/** What might happen is no event: "fears of a wider war", "to prevent further attacks", "no evidence that it was an attack". */
const HYPOTHETICAL =
  /\b(?:fears?|risks?|possibility|dangers?|prospects?|potential|chances?|prevent\w*|avoid\w*|avert\w*|against|future|further|any|no|without|counter|anti|never|possible|hypothetical)[\s-]+(?:[\p{L}'’-]+\s+){0,3}$/iu;
const NO_EVIDENCE = /\bno (?:evidence|sign|indication|suggestion|proof)\b[^.;]*$/i;
const NEGATED = /(?:\b(?:not|never|no longer|cannot|without)\b|n['’]t)\s+(?:\p{L}+\s+){0,2}$/iu;
/** "could resume strikes"; "may have killed" is told as something that perhaps happened, and "in May" is a month. */
const MIGHT = /\b(?:could|might|may)\s+(?!have\b|be\s+(?:seen|heard)\b)(?:[\p{L}-]+\s+){0,4}$/u;
/** "Had the missile hit the plant, thousands would have died": it did not. */
const COUNTERFACTUAL = /^["“]?(?:Had|If)\s[^.?!]*\b(?:would|could|might) have\b/u;
/** What is remembered is no news: "the anniversary of the massacre", "a memorial to those killed in the raid". */
const REMEMBERED =
  /\b(?:anniversary of|commemorat\w+|in memory of|memorials? (?:to|for)|re-?enact\w*|remembrance of)\s+(?:\S+\s+){0,6}$/iu;

/** "No group has claimed the attack", "None of the drones struck": nobody did it. */
const NOBODY = /^["“‘'(\s]*(?:(?:and|but|that)\s+)?(?:no|none|nobody|neither)\b/i;

/** Leaves out triggers that are negated, only feared, thought of or remembered; `from` is where their sentence begins. */
export function realTriggers(text: string, triggers: readonly Trigger[], from: number): Trigger[] {
  return triggers.filter((trigger) => {
    const sentence = text.slice(from, trigger.start);
    if (COUNTERFACTUAL.test(text.slice(from, from + 300))) return false;
    const before = sentence.slice(-60);
    if (REMEMBERED.test(before) || MIGHT.test(before)) return false;
    return trigger.form === "noun"
      ? !HYPOTHETICAL.test(before) && !NO_EVIDENCE.test(sentence.slice(-120))
      : !NEGATED.test(before);
  });
}

/** Whether nobody is the subject of a clause: then nothing in it happened. */
export function hasNoSubject(clause: string): boolean {
  return NOBODY.test(clause);
}

/** "had nothing to do with the attack", "was not behind it": a denial without the word. */
const DISOWNS =
  /\b(?:ha[sd]|have|having) (?:nothing to do with|no (?:role|part|hand|links?|involvement|connection|knowledge) (?:in|to|with|of))\b|\b(?:is|was|are|were|had|has|have) not (?:been )?(?:behind|involved in|responsible for)\b/i;

/** Where a clause says that somebody had no part in something; undefined where it does not. */
export function disownsAt(text: string, { start, end }: Span): number | undefined {
  const hit = DISOWNS.exec(text.slice(start, end));
  return hit === null ? undefined : start + hit.index;
}

const SIMULATED = /\b(?:rehears(?:ed|es|ing|als?)|simulat\w+|practi[sc](?:ed|es|ing)|mock|drills?)\b/i;

/** Whether a sentence tells of an exercise: what is done in it was only tried. */
export function isExercise(sentence: string): boolean {
  return SIMULATED.test(sentence);
}

const SAYS_WHAT_DID_NOT =
  /\b(?:did|does|do|has|have|had|was|were|is|are|will|would|could|can)\s+(?:not|never)\b(?!\s(?:yet\s)?(?:be(?:en)?\s)?(?:independently\s)?(?:confirmed|verified))|n['’]t\b|\bnever\b|\bno (?:evidence|sign|indication|suggestion|proof)\b|\bwould have\b|\b(?:could|might)\b(?!\snot\s)/i;

/** Whether a sentence tells what did not happen, or only might. */
export function isUnreal(sentence: string): boolean {
  return SAYS_WHAT_DID_NOT.test(sentence) || hasNoSubject(sentence);
}
