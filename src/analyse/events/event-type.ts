import type { Span } from "../../model/article.ts";
import type { EventType } from "../../model/findings.ts";
import type { Trigger } from "./event-triggers.ts";
import { isExercise } from "./unreal.ts";

/** "to demand reforms" tells the aim of another verb. */
const AIM = /\bto\s+(?:\p{L}+ly\s+)?$/iu;
/** Types that say little when another one stands in the same clause. */
const WEAK = new Set<EventType>(["other", "support", "consult", "aid"]);
/** What people can suffer harm from. */
const HARMFUL = new Set<EventType>(["assault", "fight", "kill", "disaster", "protest", "coerce"]);

const PROTESTERS = /\b(?:protest[eo]rs?|demonstrators?|rioters?)\b/i;
const PROTEST =
  /\b(?:anti-government (?:protest|rall)\w*|demonstrations?|protests|(?<!\bat (?:an?|the|his|her) (?:\p{L}+ )?)rall(?:y|ies))\b/iu;
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

/** The trigger that names the clause: its first verb that says something, else its first noun, else what was suffered. */
export function chooseTrigger(text: string, triggers: readonly Trigger[]): Trigger | undefined {
  const of = (form: Trigger["form"]) => triggers.filter((trigger) => trigger.form === form);
  const [verbs, nouns, harms] = [of("verb"), of("noun").filter((noun) => !isDoer(text, noun, triggers)), of("harm")];
  const modifier = verbs.find((verb) => isModifier(text, verb, verbs));
  const strong = (trigger: Trigger) =>
    !WEAK.has(trigger.type) && (modifier === undefined || trigger.start < modifier.start);
  const isAim = ({ start }: Trigger) => AIM.test(text.slice(Math.max(0, start - 24), start));
  return (
    verbs.find((verb) => strong(verb) && !isAim(verb)) ??
    nouns.find((noun) => strong(noun) && !isTopic(text, noun, verbs)) ??
    harms[0] ??
    verbs.find(strong) ??
    verbs.find((verb) => verb.type !== "other" && verb !== modifier) ??
    nouns.find((noun) => !isTopic(text, noun, verbs)) ??
    verbs[0]
  );
}

/** "Gang members killed 70": who did it, where the verb tells what was done. */
function isDoer(text: string, noun: Trigger, triggers: readonly Trigger[]): boolean {
  return (
    isDoerNoun(text, noun) &&
    triggers.some((one) => one.start > noun.start && (one.form === "harm" || one.type === "assault"))
  );
}

/** "called the drills a provocation": judged, and told elsewhere. */
const CALLED =
  /\b(?:called|described|labell?ed|branded|termed)\s(?:the|this|that|these|those|\p{L}+['’]s)\s(?:[\p{L}-]+\s){0,3}$/u;

/** "would discuss the attack": what talks are about is no news of its own. */
function isTopic(text: string, noun: Trigger, verbs: readonly Trigger[]): boolean {
  return (
    CALLED.test(text.slice(Math.max(0, noun.start - 60), noun.start)) ||
    verbs.some(
      ({ type, end }) =>
        type === "consult" &&
        end < noun.start &&
        /^\s(?:the|this|that|these|last \S+)\s(?:[\p{L}-]+\s){0,3}$/u.test(text.slice(end, noun.start)),
    )
  );
}

/** Whether a trigger is a word for people who do harm, not for what they do. */
export function isDoerNoun(text: string, { start, end }: Span): boolean {
  return GANG.test(text.slice(start, end));
}

/** "vote on a resolution demanding a truce": a participle behind a noun tells of the noun, where another verb tells the clause. */
function isModifier(text: string, trigger: Trigger, verbs: readonly Trigger[]): boolean {
  if (trigger.form !== "verb" || !/^\p{Ll}+ing\b/u.test(text.slice(trigger.start, trigger.end))) return false;
  const isBehindNoun =
    /\b(?:an?|the|its|their|new|draft)\s(?:[\p{L}-]+\s){0,2}?(?!(?:is|are|was|were|be|been|by|of|after|for|in|began|begun|started|stopped)\s)\p{Ll}+\s$/u.test(
      text.slice(Math.max(0, trigger.start - 40), trigger.start),
    );
  return isBehindNoun && verbs.some((verb) => verb.start < trigger.start);
}

/** A trigger with the word that it is. */
type Told = Trigger & { readonly word: string };

/** "A magnitude 6 quake struck the coast", "the storm hit": nature, where it stands before the verb. */
const NATURE =
  /\b(?:earthquakes?|quakes?|tremors?|aftershocks?|floods?|floodwaters|storms?|cyclones?|typhoons?|hurricanes?|tornado(?:e?s)?|tsunamis?|landslides?|mudslides?|avalanches?|wildfires?|lightning|monsoon|magnitude)\b/i;
/** Members of these do harm by other means. */
const GANG = /^(?:cartels?|gangs?|smugglers?)$/i;

/** What collapses without harm to anybody. */
const FAILS =
  /\b(?:talks|negotiations|deals?|agreements?|truce|cease-?fire|government|coalition|compan(?:y|ies)|markets?|shares|currenc(?:y|ies)|prices?|econom(?:y|ies)|banks?|sales)\b(?:\s\S+){0,6}?\scollaps/i;

/** Where shots and shells are told of, "the fire" is gunfire. */
const FIRE = /^fires?$/i;
const SHOOTING =
  /\b(?:strikes?|shell\w*|gun\w*|mortars?|artillery|troops|soldiers|small[- ]arms|cease-?fire|rounds)\b/i;

/** The type of a trigger, given the words of its sentence and what else is told in it. */
export function typeIn(sentence: string, trigger: Told, others: readonly Told[]): EventType {
  const isHow = (one: Told) => HARMFUL.has(one.type) && one.form !== "harm" && !GANG.test(one.word);
  const { type } = trigger.form === "harm" ? (others.find(isHow) ?? trigger) : trigger;
  if (isExercise(sentence) && trigger.form !== "harm" && (HARMFUL.has(type) || type === "concede")) return "mobilize";
  if (type === "disaster" && /^collaps/i.test(trigger.word) && FAILS.test(sentence)) return "other";
  if (type === "assault" && isOfNature(sentence, trigger.word)) return "disaster";
  if (type === "assault" && isCrash(sentence, trigger.word)) return "disaster";
  if (type === "fight" && /^(?:battl|fight|fought)/i.test(trigger.word) && isAgainstFire(sentence)) return "disaster";
  if (isOfProtest(sentence, type)) return "protest";
  if (ULTIMATUM.test(sentence)) return "threaten";
  if (type === "disaster" && FIRE.test(trigger.word) && SHOOTING.test(sentence)) return "assault";
  if (type !== "assault") return type;
  if (BLAST.test(sentence) && ACCIDENT_SITE.test(sentence) && !BY_HAND.test(sentence)) return "disaster";
  return isBetweenArmed(sentence) ? "fight" : "assault";
}

const VEHICLES =
  /\b(?:trains?|bus(?:es)?|minibus(?:es)?|trucks?|lorr(?:y|ies)|ferr(?:y|ies)|ships?|planes?|aircraft|barges?|tankers?)\b/i;

/** "A train rammed into another": nobody meant to. */
function isCrash(sentence: string, verb: string): boolean {
  return (
    /^(?:ramm|slam)/i.test(verb) && VEHICLES.test(sentence.slice(0, sentence.indexOf(verb))) && !BY_HAND.test(sentence)
  );
}

function isAgainstFire(sentence: string): boolean {
  return (
    /\b(?:fires?|wildfires?|bushfires?|blazes?|flames|floods?|floodwaters)\b/i.test(sentence) &&
    !SHOOTING.test(sentence)
  );
}

function isOfNature(sentence: string, verb: string): boolean {
  return (
    /^(?:str|hit|slam|shook|pound|batter|kill|injur|wound|destroy|damag|devastat)/i.test(verb) &&
    NATURE.test(sentence.slice(0, sentence.indexOf(verb)))
  );
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
