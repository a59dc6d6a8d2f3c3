import type { Article, Span } from "../model/article.ts";
import type { DatedEvent, Direction, Findings, Level, Match, MatchLine } from "../model/findings.ts";
import type { Watch } from "../model/watch.ts";
import { findCasualties } from "../text/casualties.ts";
import { actOf, actsIn, type FoundAct } from "./acts.ts";
import { EVERYDAY, SOFTENING } from "./everyday.ts";
import { type Lead, leadOf } from "./lead.ts";
import { actorSpotter, eventSpotter, negativeSpotter, type Sighting, termSpotter } from "./sightings.ts";

const FLASH = 70;
const URGENT = 45;
const ALERT = 20;

/** An actor of less weight says what the news is about, but is in the news everywhere: it does not make an item relevant. */
const LEAST_WEIGHT = 2;
/** This share of the threshold must come from topics: many names alone are no news of a crisis. */
const TOPIC_SHARE = 0.5;
const DAY_MS = 86_400_000;
/** What happened longer before the article is background. */
const RECENT_DAYS = 14;
/** The smaller of two directions must have this share of the larger one to be worth telling. */
const MIXED_SHARE = 0.3;
/** What somebody did says more of the way things go than a single word. */
const ACT_WEIGHT = 4;

/** Points by people killed, the most first. */
const TOLLS: readonly (readonly [number, number])[] = [
  [100, 30],
  [20, 20],
  [5, 10],
  [1, 5],
];

/** How loudly a score speaks. */
export function levelOf(score: number): Level {
  if (score >= FLASH) return "flash";
  if (score >= URGENT) return "urgent";
  return score >= ALERT ? "alert" : "info";
}

type Draft = Span & { readonly points: number; readonly what: string };

/** Everything that the watch's own words, and those against it, find in an item. */
type Seen = {
  readonly actors: readonly Sighting[];
  readonly events: readonly Sighting[];
  readonly topics: readonly {
    readonly id: string;
    readonly direction: Direction;
    readonly terms: readonly Sighting[];
  }[];
  readonly against: readonly Sighting[];
};

function isInside(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end && inner.end - inner.start < outer.end - outer.start;
}

function createSpotters(watch: Watch): (text: string) => Seen {
  const actors = actorSpotter(watch.actors);
  const events = eventSpotter(watch.events);
  const topics = watch.topics.map((topic) => ({ ...topic, spot: termSpotter(topic.terms) }));
  const wanted = new Set(watch.topics.flatMap((topic) => topic.terms.map((term) => term.phrase.toLowerCase())));
  const everyday = EVERYDAY.filter((term) => !wanted.has(term.phrase.toLowerCase()));
  const against = negativeSpotter([...watch.negatives, ...everyday]);
  return (text) => {
    const negatives = against(text);
    const counts = (term: Sighting) => !negatives.some((negative) => isInside(term, negative));
    return {
      actors: actors(text),
      events: events(text),
      topics: topics.map(({ id, direction, spot }) => ({ id, direction, terms: spot(text).filter(counts) })),
      against: negatives,
    };
  };
}

function drafts({ actors, events, topics, against }: Seen): Draft[] {
  return [
    ...actors.map((one) => ({ ...one, what: `names ${one.what}` })),
    ...events.map((one) => ({ ...one, what: `names ${one.what}` })),
    ...topics.flatMap(({ id, terms }) => terms.map((one) => ({ ...one, what: `${id}: ${one.what}` }))),
    ...against.map((one) => ({ ...one, points: -one.points, what: `speaks against it: ${one.what}` })),
  ].filter(({ points }) => points !== 0);
}

function isRecent(event: DatedEvent, published: string | undefined): boolean {
  if (event.date === undefined || event.precision !== "day" || published === undefined) return true;
  const age = Date.parse(published.slice(0, 10)) - Date.parse(event.date);
  return !(age > RECENT_DAYS * DAY_MS);
}

/** The gravest act, told by the findings' events or by the words of headline and lead. */
function gravestAct(acts: readonly FoundAct[]): Draft[] {
  const [gravest] = [...acts].sort((a, b) => b.points - a.points || b.start - a.start);
  return gravest === undefined ? [] : [gravest];
}

function tollPoints(lead: Lead): Draft[] {
  const tolls = lead.sentences.flatMap((span): Draft[] => {
    const { killed = 0, injured = 0 } = findCasualties(lead.text.slice(span.start, span.end));
    const points = TOLLS.find(([least]) => killed >= least)?.[1];
    if (points !== undefined) return [{ ...span, points, what: `${killed} killed` }];
    return injured > 0 ? [{ ...span, points: 3, what: `${injured} injured` }] : [];
  });
  return tolls.sort((a, b) => b.points - a.points || b.start - a.start).slice(0, 1);
}

const softening = negativeSpotter(SOFTENING);

function severity(lead: Lead, acts: readonly FoundAct[]): Draft[] {
  const softer = softening(lead.text).map((one) => ({ ...one, points: -one.points, what: `less grave: ${one.what}` }));
  return [...gravestAct(acts), ...tollPoints(lead), ...softer];
}

/** Events of the findings as acts, with spans of the lead's text: those that the lead itself tells, and lately. */
function actsOfEvents(lead: Lead, article: Article, findings: Findings): FoundAct[] {
  return lead.sentences.flatMap((sentence) => {
    const own = lead.toArticle(sentence);
    if (own === undefined) return [];
    const shift = sentence.start - own.start;
    return findings.events
      .filter((event) => event.start >= own.start && event.end <= own.end && isRecent(event, article.published))
      .flatMap(actOf)
      .map((act) => ({ ...act, start: act.start + shift, end: act.end + shift }));
  });
}

function directionOf(seen: Seen, acts: readonly FoundAct[]): Direction {
  const weigh = (wanted: Direction) => {
    const topics = seen.topics.filter(({ direction }) => direction === wanted).flatMap(({ terms }) => terms);
    const [gravest] = acts.filter(({ direction }) => direction === wanted).sort((a, b) => b.points - a.points);
    return topics.reduce((sum, { points }) => sum + points, 0) + (gravest === undefined ? 0 : ACT_WEIGHT);
  };
  const [up, down] = [weigh("escalation"), weigh("de-escalation")];
  if (up === 0 && down === 0) return "none";
  if (Math.min(up, down) >= MIXED_SHARE * Math.max(up, down)) return "mixed";
  return up > down ? "escalation" : "de-escalation";
}

/** What is missing for the item to be relevant, in words; undefined when nothing is. */
function missing(watch: Watch, seen: Seen, sum: number): string | undefined {
  const topics = seen.topics.filter(({ terms }) => terms.length > 0).length;
  const told = seen.topics.flatMap(({ terms }) => terms).reduce((total, { points }) => total + points, 0);
  const least = Math.ceil(watch.threshold * TOPIC_SHARE);
  const named = [...seen.actors, ...seen.events].filter(({ points }) => points >= LEAST_WEIGHT).length;
  if (named < watch.require.actorsOrPlaces)
    return `it names ${named} of ${watch.require.actorsOrPlaces} needed actors, places or events`;
  if (topics < watch.require.topics) return `it touches ${topics} of ${watch.require.topics} needed topics`;
  if (watch.require.topics > 0 && told < least) return `its topics bring ${told} of ${least} needed points`;
  if (sum < watch.threshold) return `the watch's words bring ${sum} of ${watch.threshold} needed points`;
  return undefined;
}

function lineOf(lead: Lead, draft: Draft): MatchLine {
  return { points: draft.points, what: draft.what, ...lead.toArticle(draft) };
}

function byWeight(a: MatchLine, b: MatchLine): number {
  return Math.abs(b.points) - Math.abs(a.points) || (a.start ?? -1) - (b.start ?? -1) || a.what.localeCompare(b.what);
}

/**
 * Makes the judge of one watch. The score is a plain sum: what the watch's own words bring, less what speaks against
 * it, and how grave the news is. Only the first two decide whether the item is relevant; the last line says why not.
 */
export function createMatcher(watch: Watch): (article: Article, findings: Findings) => Match {
  const spot = createSpotters(watch);
  return (article, findings) => {
    const lead = leadOf(article);
    const seen = spot(lead.text);
    const acts = [...actsIn(lead.text, seen.events), ...actsOfEvents(lead, article, findings)];
    const own = drafts(seen);
    const reason = missing(
      watch,
      seen,
      own.reduce((sum, { points }) => sum + points, 0),
    );
    const lines = [...own, ...severity(lead, acts)].map((draft) => lineOf(lead, draft)).sort(byWeight);
    const score = lines.reduce((sum, { points }) => sum + points, 0);
    return {
      watch: watch.id,
      score,
      level: levelOf(score),
      direction: directionOf(seen, acts),
      relevant: reason === undefined,
      lines: reason === undefined ? lines : [...lines, { points: 0, what: `not relevant: ${reason}` }],
    };
  };
}
