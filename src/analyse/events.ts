import type { Span } from "../model/article.ts";
import type { ActorMention, DatedEvent, DateExpression, EventStatus, EventType, Statement } from "../model/findings.ts";
import type { NamedEvent } from "../model/watch.ts";
import { parseDay } from "../text/calendar.ts";
import { findCasualties } from "../text/casualties.ts";
import { type Clause, splitClauses } from "./clauses.ts";
import { byPublication, type Dating, dateEvent, datingOf } from "./event-dating.ts";
import { findEventNames, type NameHit } from "./event-names.ts";
import { statusOf } from "./event-status.ts";
import { subjectOfClause } from "./event-subject.ts";
import { eventTitle } from "./event-title.ts";
import { isHarmful, tellsToll, tollOf } from "./event-toll.ts";
import { findTriggers, type Trigger } from "./event-triggers.ts";
import { chooseTrigger, realTriggers, typeIn } from "./event-type.ts";
import { standsAlone } from "./full-sentence.ts";
import { tellsNothing } from "./no-event.ts";
import type { Reading, Sentence } from "./reading.ts";
import { mergeTellings, occasionOf, type Telling } from "./same-event.ts";
import { toldSentences } from "./told-sentences.ts";

export type EventContext = {
  readonly dates: readonly DateExpression[];
  readonly actors: readonly ActorMention[];
  readonly quotes: readonly Span[];
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
  readonly quotes: readonly Span[];
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
    const scene = sceneOf(reading, sentence, { names, dates: context.dates, quotes: context.quotes });
    tellings.push(...toldIn(reading.text, scene).map((told) => telling(reading, told, { scene, context })));
  }
  return tellings.length === 0 ? leadEvent(reading, context) : mergeTellings(tellings);
}

function sceneOf(
  { text }: Reading,
  { start, end }: Sentence,
  found: Pick<EventContext, "dates" | "quotes"> & { readonly names: readonly NameHit[] },
): Scene {
  const words = text.slice(start, end);
  const at = { start, end };
  const dates = within(found.dates, at);
  // "March 3" is no march; and what is wished or feared inside a quotation did not happen.
  const told = findTriggers(words, start).filter(
    (one) => !dates.some((date) => isInside(one, date)) && !found.quotes.some((quote) => isInside(one, quote)),
  );
  const triggers = realTriggers(text, told, start);
  return {
    ...at,
    words,
    clauses: splitClauses(text, at),
    triggers,
    names: within(found.names, at),
    dates,
    quotes: found.quotes,
  };
}

function toldIn(text: string, scene: Scene): Told[] {
  const told: Told[] = [];
  for (const clause of scene.clauses) {
    const last = told.at(-1);
    const one = readClause(text, scene, clause);
    if (last !== undefined && one !== undefined && tellsHow(text, last, one)) {
      told[told.length - 1] = { ...last, end: clause.end, type: one.type };
      continue;
    }
    const goesOn = clause.opener === "participle" && last !== undefined && last.end >= clause.start - 3;
    if (goesOn && (one !== undefined || tellsToll(text, clause)))
      told[told.length - 1] = joinParticiple(last, clause, one);
    else if (one !== undefined) told.push(one);
  }
  return told.filter((one) => told.length === 1 || !isBackground(text, scene, one));
}

/** "Nine people were killed when a bomb went off": what follows tells how they came to harm. */
function tellsHow(text: string, harm: Told, how: Told): boolean {
  const isHow = how.clause.opener === "apart" && /^(?:when|as|after)\s/.test(text.slice(how.start, how.start + 6));
  return (
    isHow &&
    harm.trigger?.form === "harm" &&
    how.trigger?.form !== "harm" &&
    isHarmful(how.type) &&
    harm.end >= how.start - 3
  );
}

/** "after the attack": named in passing, without a day, a figure or a name of its own. */
function isBackground(text: string, scene: Scene, told: Told): boolean {
  if (told.clause.opener !== "apart" || told.trigger?.form !== "noun" || told.name !== undefined) return false;
  const words = text.slice(told.start, told.end);
  if (standsAlone(words) || /\breports? of\b/i.test(words)) return false;
  return within(scene.dates, told).length === 0 && Object.keys(findCasualties(words)).length === 0;
}

/** ", killing two" tells more of the event before; it names the kind where that was left open. */
function joinParticiple(told: Told, clause: Clause, more: Told | undefined): Told {
  const isOpen = told.type === "other" || (told.trigger === undefined && more !== undefined);
  return { ...told, end: clause.end, type: isOpen && more !== undefined ? more.type : told.type };
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
  const date = within(scene.dates, clause).find(
    (one) => datingOf(one) !== undefined && !scene.quotes.some((quote) => isInside(one, quote)),
  );
  const isOpen = scene.triggers.length === 0 || clause.opener === "main";
  if (date === undefined || !isOpen || !standsAlone(text.slice(clause.start, clause.end))) return undefined;
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
  const subject = subjectOfClause(text, { ...clause, start, end }, { sentence: scene, actors: context.actors });
  const mentions = [...(subject === undefined ? [] : [subject]), ...within(context.actors, { start, end })];
  const actors = [...new Set(mentions.map((actor) => actor.name))];
  const nouns = within(scene.triggers, clause).filter((one) => one.form === "noun");
  const occasion = nouns.map((noun) => occasionOf(text, noun)).find((one) => one !== undefined);
  const dating = dateEvent({ start, end, at, clause }, sentence, article.published);
  const event: DatedEvent = {
    start,
    end,
    ...dating,
    type,
    status: isAhead(dating, article.published) && status !== "denied" ? "planned" : status,
    title: eventTitle(text, { clause: { start, end }, sentence: scene, subject: subject?.name ?? subject?.text, at }),
    ...(name === undefined ? {} : { name: name.name }),
    ...(actors.length > 0 ? { actors } : {}),
    ...sourceOf(status, told, context.statements),
    ...tollOf(text, told),
  };
  return { event, occasion };
}

/** Who is cited for an attributed event. */
function sourceOf(
  status: EventStatus,
  { start, at }: Told,
  statements: readonly Statement[],
): Pick<DatedEvent, "attributedTo"> {
  if (status !== "attributed" && status !== "alleged") return {};
  const statement =
    statements.find((one) => one.start <= at && one.end > at) ??
    statements.find((one) => one.start >= start && one.start <= at);
  const name = statement?.speaker?.name ?? statement?.speaker?.text;
  return name === undefined || /^(?:he|she|it|they)$/i.test(name) ? {} : { attributedTo: name };
}

/** What lies after the day of publication can only be planned. A day's grace: an outlet in the west writes earlier. */
function isAhead({ date, precision }: Dating, published: string | undefined): boolean {
  const [day, today] = [parseDay(date), parseDay(published)];
  return precision === "day" && day !== undefined && today !== undefined && day > today + 1;
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
      title: eventTitle(text, { clause: { start, end }, sentence: { start, end }, subject: undefined, at: start }),
      ...(named.length > 0 ? { actors: named } : {}),
    },
  ];
}
