import type { Span } from "../../model/article.ts";
import type { ActorMention, DatedEvent, DateExpression, EventStatus, Statement } from "../../model/findings.ts";
import type { NamedEvent } from "../../model/watch.ts";
import { isoWeek, parseDay } from "../../text/dates/calendar.ts";
import { standsAlone } from "../reading/full-sentence.ts";
import type { Reading } from "../reading/reading.ts";
import { sceneOf, toldIn } from "./event-clauses.ts";
import { byPublication, type Dating, dateEvent } from "./event-dating.ts";
import { findEventNames } from "./event-names.ts";
import { statusOf } from "./event-status.ts";
import { subjectOfClause } from "./event-subject.ts";
import { eventTitle } from "./event-title.ts";
import { tollOf } from "./event-toll.ts";
import { mergeTellings, occasionOf, type Telling } from "./same-event.ts";
import { isAboutSport, isOfPlay } from "./sport.ts";
import { type Scene, type Told, within } from "./told.ts";
import { toldSentences } from "./told-sentences.ts";
import { isUnreal } from "./unreal.ts";

export type EventContext = {
  readonly dates: readonly DateExpression[];
  readonly actors: readonly ActorMention[];
  readonly quotes: readonly Span[];
  readonly statements: readonly Statement[];
  readonly namedEvents: readonly NamedEvent[];
};

/** No article tells more events than a reader could check. */
const MAX_EVENTS = 60;

/**
 * The events that a text tells, clause by clause, in order. Each has its date from its own clause or sentence, never
 * from an earlier sentence; else it happened "by" the day of publication. Tellings of one named event become one.
 */
export function findEvents(reading: Reading, context: EventContext): DatedEvent[] {
  const names = findEventNames(reading.text, context.namedEvents);
  const isSport = isAboutSport(reading.text);
  const tellings: Telling[] = [];
  for (const sentence of toldSentences(reading)) {
    if (tellings.length >= MAX_EVENTS) break;
    const scene = sceneOf(reading, sentence, { names, dates: context.dates, quotes: context.quotes });
    const told = toldIn(reading.text, scene).filter((one) => !isSport || !isOfPlay(one.type, scene.words));
    tellings.push(...told.map((told) => telling(reading, told, { scene, context })));
  }
  return tellings.length === 0 ? leadEvent(reading, context) : mergeTellings(tellings);
}

function telling(
  { text, article }: Reading,
  told: Told,
  { scene, context }: { readonly scene: Scene; readonly context: EventContext },
): Telling {
  const { start, end, type, clause, at, name } = told;
  const sentence = { text, dates: scene.dates, clauses: scene.clauses };
  const isApart = clause.opener === "apart";
  const status = told.isDisowned
    ? "alleged"
    : statusOf(
        text,
        { start, end, type, at, isApart, isJoined: clause.opener === "joined" },
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
  { start, at, isDisowned }: Told,
  statements: readonly Statement[],
): Pick<DatedEvent, "attributedTo"> {
  if (isDisowned || (status !== "attributed" && status !== "alleged")) return {};
  const statement =
    statements.find((one) => one.start <= at && one.end > at) ??
    statements.find((one) => one.start >= start && one.start <= at);
  const name = statement?.speaker?.name ?? statement?.speaker?.text;
  return name === undefined || /^(?:he|she|it|they)$/i.test(name) ? {} : { attributedTo: name };
}

/** What lies after the day of publication can only be planned. A day's grace: an outlet in the west writes earlier. */
function isAhead({ date, precision }: Dating, published: string | undefined): boolean {
  if (date === undefined || published === undefined || precision === "by") return false;
  const [day, today] = [parseDay(date), parseDay(published)];
  if (precision === "day") return day !== undefined && today !== undefined && day > today + 1;
  if (precision === "week") return today !== undefined && date > isoWeek(today);
  return date > published.slice(0, date.length);
}

/** A text without any event word still tells one thing: its lead. */
function leadEvent(reading: Reading, { actors, statements }: EventContext): DatedEvent[] {
  const { text, article } = reading;
  const lead = toldSentences(reading).find(({ start, end }) => {
    const words = text.slice(start, end);
    return standsAlone(words) && !isUnreal(words);
  });
  if (lead === undefined) return [];
  const { start, end } = lead;
  const named = [...new Set(within(actors, lead).map((actor) => actor.name))];
  return [
    {
      start,
      end,
      ...byPublication(article.published),
      type: "other",
      status: statusOf(
        text,
        { start, end, type: "other", at: start, isApart: false, isJoined: false },
        { sentence: lead, statements },
      ),
      title: eventTitle(text, { clause: { start, end }, sentence: { start, end }, subject: undefined, at: start }),
      ...(named.length > 0 ? { actors: named } : {}),
    },
  ];
}
