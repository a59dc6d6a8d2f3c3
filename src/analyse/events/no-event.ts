import { hasNoSubject } from "./unreal.ts";

/** ", said Mila Tarn, a fire officer" and "according to the report" only name the source. */
const SOURCE = /^["“”‘’',\s]*(?:said|says|told|according to|reported|announced|added|wrote)\b(?!.*\bthat\b)/i;
/** What may never come: "until the attacks end", "unless troops withdraw". */
const CONDITION = /^(?:until|unless|if)\s/i;

/** "an officer told reporters on Friday" says no more than who is the source. */
const ONLY_SAYS =
  /\b(?:said|says|told(?: \S+){1,3}|reported|announced)(?:\s(?:in|a|an|the|statement|interview|late|early|on|at|\p{L}+day|morning|evening|night|afternoon))*[\s.,]*$/iu;

/** Whether a clause tells nothing that happened: it names a source, a condition, or what nobody did. */
export function tellsNothing(words: string): boolean {
  return SOURCE.test(words) || ONLY_SAYS.test(words) || CONDITION.test(words) || hasNoSubject(words);
}
