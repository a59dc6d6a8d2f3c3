import { standsAlone } from "../reading/full-sentence.ts";
import { hasNoSubject } from "./unreal.ts";

/** ", said Mila Tarn, a fire officer" and "according to the report" only name the source. */
const SOURCE = /^["“”‘’',\s]*(?:said|says|told|according to|reported|announced|added|wrote)\b(?!.*\bthat\b)/i;
/** "said the bridge had fallen", "said it was ready": a subject of its own, with its verb, is what was said. */
const SAYS_WHAT = /^(?:said|says|reported|announced|added)\s(?=\p{Ll})(?<what>(?!.*\b(?:who|whose|which|where)\b).*)$/u;
/** What may never come: "until the attacks end", "unless troops withdraw". */
const CONDITION = /^(?:until|unless|if)\s/i;

/** "The army did not respond to a request for comment." */
const NO_COMMENT = /\b(?:for|to) comment\b|\bno comment\b/i;
/** "It was the worst flood since 2011" compares what is told elsewhere. */
const COMPARES =
  /^(?:it|this|that)\s(?:is|was|has been|would be|became|marked)\s(?:one of\s)?(?:the|its|their)\s(?:\S+\s){0,4}?(?:\p{L}+est|worst|first|second|third|fourth|most|latest|largest)\b/iu;
/** "Landslides are common in the hills": nothing that happened once. */
const GENERAL =
  /\b(?:are|is)\s(?:very\s|not\s|relatively\s)?(?:un)?(?:common|frequent|rare|usual|routine)(?:place|ly)?\b/i;
/** "whose house was searched", "who is negotiating": says who somebody is. */
const WHOSE = /^(?:and\s)?whose\s/;

/** "an officer told reporters on Friday" says no more than who is the source. */
const ONLY_SAYS =
  /\b(?:said|says|told(?: \S+){1,3}|reported|announced)(?:\s(?:in|a|an|the|statement|interview|late|early|on|at|\p{L}+day|morning|evening|night|afternoon))*[\s.,]*$/iu;

/** Whether a clause tells nothing that happened: it names a source, a condition, or what nobody did. */
export function tellsNothing(words: string): boolean {
  const what = SAYS_WHAT.exec(words)?.groups?.["what"];
  const isSource = SOURCE.test(words) && (what === undefined || !standsAlone(what));
  if (NO_COMMENT.test(words) || COMPARES.test(words) || GENERAL.test(words)) return true;
  if (WHOSE.test(words) && !/\d/.test(words)) return true;
  return isSource || ONLY_SAYS.test(words) || CONDITION.test(words) || hasNoSubject(words);
}
