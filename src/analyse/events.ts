import type { Span } from "../model/article.ts";
import type { ActorMention, DatedEvent, DateExpression, EventType, Statement } from "../model/findings.ts";
import type { NamedEvent } from "../model/watch.ts";
import { findCasualties } from "../text/casualties.ts";
import { type Clause, splitClauses } from "./clauses.ts";
import { byPublication, dateEvent, datingOf } from "./event-dating.ts";
import { findEventNames, type NameHit } from "./event-names.ts";
import { statusOf } from "./event-status.ts";
import { eventTitle } from "./event-title.ts";
import { findTriggers, type Trigger } from "./event-triggers.ts";
import { chooseTrigger, hasNoSubject, realTriggers, typeIn } from "./event-type.ts";
import { standsAlone } from "./full-sentence.ts";
import type { Reading, Sentence } from "./reading.ts";
import { mergeTellings, occasionOf, type Telling } from "./same-event.ts";
import { toldSentences } from "./told-sentences.ts";

export type EventContext = {
  readonly dates: readonly DateExpression[];
  readonly actors: readonly ActorMention[];
  readonly statements: readonly Statement[];
  readonly namedEvents: readonly NamedEvent[];
};

/** A clause, or a clause with its participles, that tells one event; `at` is the word that tells it. */
type Told = Span & {
  readonly clause: Clause;
  readonly at: number;
  readonly trigger?: Trigger;
  readonly type: EventType;
  readonly name?: NameHit;
};

/** A sentence with what was found in it. */
type Scene = Span & {
  readonly words: string;
  readonly clauses: readonly Clause[];
  readonly triggers: readonly Trigger[];
  readonly names: readonly NameHit[];
  readonly dates: readonly DateExpression[];
};

/** No article tells more events than a reader could check. */
const MAX_EVENTS = 60;

function within<T extends Span>(found: readonly T[], { start, end }: Span): T[] {
  return found.filter((one) => one.start >= start && one.end <= end);
}

/**
 * The events that a text tells, clause by clause, in order. Each has its date from its own clause or sentence, never
 * from an earlier sentence; else it happened "by" the day of publication. Tellings of one named event become one.
 */
export function findEvents(reading: Reading, context: EventContext): DatedEvent[] {
  const names = findEventNames(reading.text, context.namedEvents);
  const tellings: Telling[] = [];
  for (const sentence of toldSentences(reading)) {
    if (tellings.length >= MAX_EVENTS) break;
    const scene = sceneOf(reading, sentence, { names, dates: context.dates });
    tellings.push(...toldIn(reading.text, scene).map((told) => telling(reading, told, { scene, context })));
  }
  return tellings.length === 0 ? leadEvent(reading, context) : mergeTellings(tellings);
}

function sceneOf(
  { text }: Reading,
  { start, end }: Sentence,
  found: { readonly names: readonly NameHit[]; readonly dates: readonly DateExpression[] },
): Scene {
  const words = text.slice(start, end);
  const at = { start, end };
  const dates = within(found.dates, at);
  // "March 3" is no march.
  const told = findTriggers(words, start).filter((one) => !dates.some((date) => isInside(one, date)));
  const triggers = realTriggers(text, told, start);
  return { ...at, words, clauses: splitClauses(text, at), triggers, names: within(found.names, at), dates };
}

function toldIn(text: string, scene: Scene): Told[] {
  const told: Told[] = [];
  for (const clause of scene.clauses) {
    const last = told.at(-1);
    const one = readClause(text, scene, clause);
    const goesOn = clause.opener === "participle" && last !== undefined && last.end >= clause.start - 3;
    if (goesOn && (one !== undefined || tellsToll(text, clause)))
      told[told.length - 1] = joinParticiple(last, clause, one);
    else if (one !== undefined) told.push(one);
  }
  return told;
}

function tellsToll(text: string, { start, end }: Span): boolean {
  return Object.keys(findCasualties(text.slice(start, end))).length > 0;
}

/** ", killing two" tells more of the event before; it names the kind where that was left open. */
function joinParticiple(told: Told, clause: Clause, more: Told | undefined): Told {
  const isOpen = told.type === "other" || (told.trigger === undefined && more !== undefined);
  return { ...told, end: clause.end, type: isOpen && more !== undefined ? more.type : told.type };
}

/** ", said Mila Tarn, a fire officer" and "according to the report" only name the source. */
const SOURCE = /^["“”‘’',\s]*(?:said|says|told|according to|reported|announced|added|wrote)\b(?!.*\bthat\b)/i;
/** What may never come: "until the attacks end", "unless troops withdraw". */
const CONDITION = /^(?:until|unless|if)\s/i;

function tellsNothing(words: string): boolean {
  return SOURCE.test(words) || CONDITION.test(words) || hasNoSubject(words);
}

function readClause(text: string, scene: Scene, clause: Clause): Told | undefined {
  if (tellsNothing(text.slice(clause.start, clause.end))) return undefined;
  const span = { start: clause.start, end: clause.end, clause };
  const name = within(scene.names, clause)[0];
  const named = name === undefined ? {} : { name };
  const trigger = chooseTrigger(text, within(scene.triggers, clause));
  if (name?.isOperation && (trigger === undefined || trigger.type === "other" || isInside(trigger, name)))
    return { ...span, ...named, at: name.start, type: "assault" };
  if (trigger !== undefined)
    return {
      ...span,
      ...named,
      trigger,
      at: trigger.start,
      type: typeIn(scene.words, { ...trigger, word: text.slice(trigger.start, trigger.end) }, scene.triggers),
    };
  const date = within(scene.dates, clause).find((one) => datingOf(one) !== undefined);
  if (date === undefined || scene.triggers.length > 0 || !standsAlone(text.slice(clause.start, clause.end)))
    return undefined;
  return { ...span, ...named, at: date.start, type: "other" };
}

function isInside(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function telling(
  { text, article }: Reading,
  told: Told,
  { scene, context }: { readonly scene: Scene; readonly context: EventContext },
): Telling {
  const { start, end, type, clause, at, name } = told;
  const sentence = { text, dates: scene.dates, clauses: scene.clauses };
  const status = statusOf(
    text,
    { start, end, type, at, isApart: clause.opener === "apart", isJoined: clause.opener === "joined" },
    { sentence: scene, statements: context.statements },
  );
  const subject = lostSubject(text, told, { scene, context });
  const mentions = [...(subject === undefined ? [] : [subject]), ...within(context.actors, { start, end })];
  const actors = [...new Set(mentions.map((actor) => actor.name))];
  const nouns = within(scene.triggers, clause).filter((one) => one.form === "noun");
  const occasion = nouns.map((noun) => occasionOf(text, noun)).find((one) => one !== undefined);
  const event: DatedEvent = {
    start,
    end,
    ...dateEvent({ start, end, at, clause }, sentence, article.published),
    type,
    status,
    title: eventTitle(text, { start, end }, subject?.text),
    ...(name === undefined ? {} : { name: name.name }),
    ...(actors.length > 0 ? { actors } : {}),
    ...findCasualties(text.slice(start, end)),
  };
  return { event, occasion };
}

/** The actor that begins the sentence, where a clause goes on with "and" and a verb of the same subject. */
function lostSubject(
  text: string,
  { clause }: Told,
  { scene, context }: { readonly scene: Scene; readonly context: EventContext },
): ActorMention | undefined {
  if (clause.opener !== "joined" || !/^(?:and|but)\s+\p{Ll}+(?:ed|s|\s)/u.test(text.slice(clause.start, clause.end)))
    return undefined;
  if (
    /^(?:and|but)\s+(?:he|she|it|they|we|the|that|this|his|her|its|their|an?)\s/.test(
      text.slice(clause.start, clause.end),
    )
  )
    return undefined;
  return context.actors.find(({ start }) => start >= scene.start && start - scene.start <= "The ".length);
}

/** A text without any event word still tells one thing: its lead. */
function leadEvent(reading: Reading, { actors }: EventContext): DatedEvent[] {
  const { text, article } = reading;
  const lead = toldSentences(reading).find(({ start, end }) => standsAlone(text.slice(start, end)));
  if (lead === undefined) return [];
  const { start, end } = lead;
  const named = [...new Set(within(actors, lead).map((actor) => actor.name))];
  return [
    {
      start,
      end,
      ...byPublication(article.published),
      type: "other",
      status: "stated",
      title: eventTitle(text, { start, end }),
      ...(named.length > 0 ? { actors: named } : {}),
    },
  ];
}
