import type { Span } from "../../model/article.ts";
import type { DatedEvent } from "../../model/findings.ts";
import type { NamedEvent } from "../../model/watch.ts";
import { blankOut } from "../../text/blank-out.ts";
import { isoWeek, parseDay } from "../../text/dates/calendar.ts";
import { violenceIn } from "../events/acts.ts";
import { findEventNames } from "../events/event-names.ts";
import { knownAttacks, saidOfKnown, saidOfPlaces, withTold } from "../events/known-attacks.ts";
import { type Clause, splitClauses } from "../reading/clauses.ts";
import type { Lead } from "../reading/lead.ts";
import { asks, explains } from "../reading/title-kinds.ts";

/** What happened longer before the publication is no news any more. */
const RECENT_DAYS = 3;

/** What stands after these words came before the news; after the first ones only when the news is not of the same kind. */
const LATER = /^(?:after|following)\s/i;
const BEFORE =
  /^(?:since|because|in response to|in retaliation for|in revenge for|in protest|in (?:the )?(?:wake|aftermath) of)\b/i;
const LAPSE = /\b(?:minutes?|hours?|days?|weeks?|months?|years?|fortnight|nights?|day)\s*(?:,\s*)?$/i;

export type Known = {
  readonly published: string | undefined;
  readonly events: readonly DatedEvent[];
  readonly namedEvents: readonly NamedEvent[];
};

function daysBefore(date: string | undefined, published: string | undefined): number {
  const [then, now] = [parseDay(date), parseDay(published?.slice(0, 10))];
  return then === undefined || now === undefined ? 0 : now - then;
}

/** How many days before the publication an event was, when its own words say so. */
function ageOf(event: DatedEvent, published: string | undefined): number {
  if (event.basis === "publication" || event.date === undefined) return 0;
  if (event.precision === "day") return daysBefore(event.date, published);
  if (event.precision === "by") return 0;
  const day = parseDay(published?.slice(0, 10));
  if (event.precision === "week") return day === undefined || isoWeek(day) === event.date ? 0 : RECENT_DAYS + 1;
  const named = event.date.slice(0, event.precision === "year" ? 4 : 7);
  return published === undefined || published.startsWith(named) ? 0 : RECENT_DAYS + 1;
}

/** Where named events stand that the watch dates so many days or more before the publication. */
function namesBefore(text: string, known: Known, days: number): Span[] {
  const dates = new Map(known.namedEvents.map((event) => [event.name, event.date]));
  return findEventNames(text, known.namedEvents).filter(
    ({ name }) => daysBefore(dates.get(name), known.published) >= days,
  );
}

/** Clauses that tell what came before the news of their sentence. */
function earlierClauses(text: string, clauses: readonly Clause[]): Span[] {
  const main = clauses.filter(({ opener }) => opener !== "apart");
  const isViolent = main.some(({ start, end }) => violenceIn(text, { start, end }) !== "none");
  return clauses.flatMap((clause, at): Span[] => {
    const words = text.slice(clause.start, clause.end);
    const lapse = LAPSE.test(text.slice(clauses[at - 1]?.start ?? clause.start, clause.start));
    const isEarlier = BEFORE.test(words) || (LATER.test(words) && (lapse || !isViolent));
    if (!isEarlier) return [];
    // What goes on from it tells more of the same: "after gunmen came from the woods, killing 26".
    const next = clauses[at + 1];
    const goesOn =
      at > 0 &&
      next !== undefined &&
      (next.opener === "participle" || /^(?:and|in which|which)\b/.test(text.slice(next.start)));
    return [{ start: clause.start, end: goesOn ? next.end : clause.end }];
  });
}

/** A clause with the one that tells more of its last word: "Operation Sindoor, which killed …". */
function withRelative(text: string, clause: Clause, clauses: readonly Clause[]): Span {
  const next = clauses.find(({ start }) => start >= clause.end);
  const isRelative = next !== undefined && /^(?:in |during )?(?:which|where|whose)\b/.test(text.slice(next.start));
  return { start: clause.start, end: isRelative ? next.end : clause.end };
}

const VIOLENT_TYPES: ReadonlySet<DatedEvent["type"]> = new Set(["assault", "kill", "fight"]);

/** Whether headline and first sentence, without what is known before, tell of violence by their words or their events. */
function isOpenedByViolence(at: {
  readonly lead: Lead;
  readonly opening: readonly Span[];
  readonly grammar: readonly Span[];
  readonly events: readonly DatedEvent[];
}): boolean {
  const bare = blankOut(at.lead.text, at.grammar);
  return at.opening.some((sentence) => {
    if (violenceIn(bare, sentence) === "told") return true;
    const own = at.lead.toArticle(sentence);
    if (own === undefined) return false;
    const isFree = (event: Span) =>
      at.grammar.every(
        ({ start, end }) =>
          start >= event.end + sentence.start - own.start || end <= event.start + sentence.start - own.start,
      );
    return at.events.some(
      (event) => VIOLENT_TYPES.has(event.type) && event.start >= own.start && event.end <= own.end && isFree(event),
    );
  });
}

/**
 * The parts of a lead that it does not report as new: what came before, what somebody speaks of, what its date puts
 * days back. The headline and the first sentence say what the news is; when that is no violence, what later sentences
 * tell of the days before is background too.
 */
export function backgroundOf(lead: Lead, known: Known): Span[] {
  const { text, sentences } = lead;
  const bodyStart = text.indexOf("\n") + 1;
  const firstOfBody = sentences.find(({ start }) => start >= bodyStart);
  const earlier = namesBefore(text, known, 1);
  const old = namesBefore(text, known, RECENT_DAYS + 1);
  const grammar = sentences.flatMap((sentence) => {
    const clauses = splitClauses(text, sentence);
    const named = clauses.filter((clause) => old.some(({ start, end }) => start >= clause.start && end <= clause.end));
    const words = text.slice(sentence.start, sentence.end);
    // A question reports nothing.
    if (asks(words) || (sentence.start < bodyStart && explains(words))) return [sentence];
    return [
      ...earlierClauses(text, clauses),
      ...knownAttacks(text, sentence),
      ...saidOfPlaces(text, sentence),
      ...earlier
        .filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
        .map((span) => withTold(text, span, sentence)),
      ...named.map((clause) => withRelative(text, clause, clauses)),
    ];
  });
  const opening = sentences.filter(({ start }) => start < bodyStart || start === firstOfBody?.start);
  const isViolent = isOpenedByViolence({ opening, grammar, lead, events: known.events });
  const days = isViolent ? RECENT_DAYS : 0;
  const dated = sentences.flatMap((sentence): Span[] => {
    const own = lead.toArticle(sentence);
    if (own === undefined) return [];
    const shift = sentence.start - own.start;
    const before = known.events.filter(
      (event) => event.start >= own.start && event.end <= own.end && ageOf(event, known.published) > days,
    );
    return before.map(({ start, end }) => ({ start: start + shift, end: end + shift }));
  });
  const recalled = isViolent
    ? []
    : sentences.filter((one) => !opening.includes(one)).flatMap((one) => saidOfKnown(text, one));
  return [...grammar, ...dated, ...recalled];
}
