import type { EventType } from "../model/findings.ts";
import type { Trigger } from "./event-triggers.ts";

/** What might happen is no event: "fears of a wider war", "to prevent further attacks". */
const HYPOTHETICAL =
  /\b(?:fears?|risks?|possibility|dangers?|prospects?|potential|chances?|prevent\w*|avoid\w*|avert\w*|against|future|further|any|no|without|counter|anti|never|possible)[\s-]+(?:[\p{L}'’-]+\s+){0,3}$/iu;
const NEGATED = /(?:\b(?:not|never|no longer|cannot|without)\b|n['’]t)\s+(?:\p{L}+\s+){0,2}$/iu;
/** Types that say little when another one stands in the same clause. */
const WEAK = new Set<EventType>(["other", "support", "consult", "aid"]);
const PROTESTERS =
  /\b(?:protest[eo]rs?|demonstrators?|rioters?|anti-government (?:protest|rall|demonstration)\w*|demonstrations?|protests|rall(?:y|ies))\b/i;
/** Force between police and protesters belongs to the protest. */
const PART_OF_PROTEST = new Set<EventType>(["assault", "fight", "coerce", "kill", "other"]);

/** Leaves out triggers that are negated or only feared. */
export function realTriggers(text: string, triggers: readonly Trigger[], from: number): Trigger[] {
  return triggers.filter((trigger) => {
    const before = text.slice(Math.max(from, trigger.start - 60), trigger.start);
    if (trigger.form === "noun") return !HYPOTHETICAL.test(before);
    return !NEGATED.test(before);
  });
}

/** The trigger that names the clause: its first verb that says something, else its first noun. */
export function chooseTrigger(triggers: readonly Trigger[]): Trigger | undefined {
  const verbs = triggers.filter((trigger) => trigger.form === "verb");
  const nouns = triggers.filter((trigger) => trigger.form === "noun");
  const strong = (trigger: Trigger) => !WEAK.has(trigger.type);
  return (
    verbs.find(strong) ?? nouns.find(strong) ?? verbs.find((verb) => verb.type !== "other") ?? nouns[0] ?? verbs[0]
  );
}

/** The type of a clause, given the words of its sentence. */
export function typeIn(sentence: string, trigger: Trigger): EventType {
  return PART_OF_PROTEST.has(trigger.type) && PROTESTERS.test(sentence) ? "protest" : trigger.type;
}
