import type { EventType } from "../model/findings.ts";
import type { Trigger } from "./event-triggers.ts";

/** What might happen is no event: "fears of a wider war", "to prevent further attacks". */
const HYPOTHETICAL =
  /\b(?:fears?|risks?|possibility|dangers?|prospects?|potential|chances?|prevent\w*|avoid\w*|avert\w*|against|future|further|any|no|without|counter|anti|never|possible)[\s-]+(?:[\p{L}'’-]+\s+){0,3}$/iu;
const NEGATED = /(?:\b(?:not|never|no longer|cannot|without)\b|n['’]t)\s+(?:\p{L}+\s+){0,2}$/iu;
/** "No group has claimed the attack", "None of the drones struck": nobody did it. */
const NOBODY = /^["“‘'(\s]*(?:(?:and|but|that)\s+)?(?:no|none|nobody|neither)\b/i;
/** "to demand reforms" tells the aim of another verb. */
const AIM = /\bto\s+(?:\p{L}+ly\s+)?$/iu;
/** Types that say little when another one stands in the same clause. */
const WEAK = new Set<EventType>(["other", "support", "consult", "aid"]);
/** What people can suffer harm from. */
const HARMFUL = new Set<EventType>(["assault", "fight", "kill", "disaster", "protest", "coerce"]);

const PROTESTERS = /\b(?:protest[eo]rs?|demonstrators?|rioters?)\b/i;
const PROTEST = /\b(?:anti-government (?:protest|rall)\w*|demonstrations?|protests|rall(?:y|ies))\b/i;
const BEGINS_WITH_PROTESTERS = /^(?:\S+\s+){0,6}?(?:protest[eo]rs?|demonstrators?|rioters?|crowds?)\b/i;

const ACCIDENT_SITE =
  /\b(?:plants?|factor(?:y|ies)|refiner(?:y|ies)|mines?|gas|boilers?|fireworks?|warehouses?|chemical|containers?|generators?|pipelines?|fuel|fertili[sz]er|ammonium|solvents?)\b/i;
const BLAST = /\b(?:explo(?:sions?|ded|des?)|blasts?|blew up|detonat\w+|fires?|leak\w*)\b/i;
const BY_HAND =
  /\b(?:attack\w*|bomb\w*|drones?|missiles?|rockets?|strikes?|militants?|terror\w*|gunm[ae]n|rebels?|grenades?|IEDs?|suicide|shell\w*|weapons?|troops|soldiers)\b/i;

const ARMED =
  /\b(?:soldiers?|troops|arm(?:y|ies)|militar(?:y|ies)|fighters?|militants?|insurgents?|rebels?|gunm[ae]n|militias?|militiam[ae]n|jihadis\w*|mujahideen|security forces?|security personnel|forces|patrol|checkpoints?|convoy|garrison|base|guards?)\b/gi;
/** Force from afar is an attack, whoever stands at the other end. */
const FROM_AFAR =
  /\b(?:air|aerial|warplanes?|jets?|helicopters?|drones?|bomb\w*|explosi\w+|explod\w+|blasts?|rockets?|missiles?|mortars?|artillery|shell(?:s|ed|ing)|grenades?|mines?|landmines?|IEDs?|suicide|gas|chemical|civilians?)\b/i;

/** "will leave unless …" threatens, whatever the act. */
const ULTIMATUM = /\b(?:will|would)\s(?:\S+\s){1,30}?unless\s/i;

/** Leaves out triggers that are negated or only feared. */
export function realTriggers(text: string, triggers: readonly Trigger[], from: number): Trigger[] {
  return triggers.filter((trigger) => {
    const before = text.slice(Math.max(from, trigger.start - 60), trigger.start);
    return trigger.form === "noun" ? !HYPOTHETICAL.test(before) : !NEGATED.test(before);
  });
}

/** Whether nobody is the subject of a clause: then nothing in it happened. */
export function hasNoSubject(clause: string): boolean {
  return NOBODY.test(clause);
}

/** The trigger that names the clause: its first verb that says something, else its first noun, else what was suffered. */
export function chooseTrigger(text: string, triggers: readonly Trigger[]): Trigger | undefined {
  const of = (form: Trigger["form"]) => triggers.filter((trigger) => trigger.form === form);
  const [verbs, nouns, harms] = [of("verb"), of("noun"), of("harm")];
  const strong = (trigger: Trigger) => !WEAK.has(trigger.type);
  const isAim = ({ start }: Trigger) => AIM.test(text.slice(Math.max(0, start - 24), start));
  return (
    verbs.find((verb) => strong(verb) && !isAim(verb)) ??
    nouns.find(strong) ??
    harms[0] ??
    verbs.find(strong) ??
    verbs.find((verb) => verb.type !== "other") ??
    nouns[0] ??
    verbs[0]
  );
}

/** A trigger with the word that it is. */
type Told = Trigger & { readonly word: string };

/** Where shots and shells are told of, "the fire" is gunfire. */
const FIRE = /^fires?$/i;
const SHOOTING =
  /\b(?:strikes?|shell\w*|gun\w*|mortars?|artillery|troops|soldiers|small[- ]arms|cease-?fire|rounds)\b/i;

/** The type of a trigger, given the words of its sentence and what else is told in it. */
export function typeIn(sentence: string, trigger: Told, others: readonly Trigger[]): EventType {
  const named =
    trigger.form === "harm" ? (others.find((one) => HARMFUL.has(one.type) && one.form !== "harm") ?? trigger) : trigger;
  const { type } = named;
  if (isOfProtest(sentence, type)) return "protest";
  if (ULTIMATUM.test(sentence)) return "threaten";
  if (type === "disaster" && FIRE.test(trigger.word) && SHOOTING.test(sentence)) return "assault";
  if (type !== "assault") return type;
  if (BLAST.test(sentence) && ACCIDENT_SITE.test(sentence) && !BY_HAND.test(sentence)) return "disaster";
  return isBetweenArmed(sentence) ? "fight" : "assault";
}

/** Force between police and protesters belongs to the protest, as does what protesters demand. */
function isOfProtest(sentence: string, type: EventType): boolean {
  if (BEGINS_WITH_PROTESTERS.test(sentence)) return type !== "disaster";
  if (type === "coerce") return PROTESTERS.test(sentence);
  return HARMFUL.has(type) && type !== "disaster" && (PROTESTERS.test(sentence) || PROTEST.test(sentence));
}

function isBetweenArmed(sentence: string): boolean {
  const sides = new Set((sentence.match(ARMED) ?? []).map((word) => word.toLowerCase()));
  return sides.size > 1 && !FROM_AFAR.test(sentence);
}
