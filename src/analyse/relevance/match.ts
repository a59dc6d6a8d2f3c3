import type { Article, Span } from "../../model/article.ts";
import { type Direction, type Findings, LEVELS, type Level, type Match, type MatchLine } from "../../model/findings.ts";
import type { Watch } from "../../model/watch.ts";
import { createPhraseBook } from "../../text/phrases/phrase-book.ts";
import type { Sighting } from "../names/sightings.ts";
import { type Lead, leadOf } from "../reading/lead.ts";
import { type Belonging, type Draft, type Severity, severityOf } from "./severity.ts";
import { sidesLine } from "./sides.ts";
import { createWatchWords, isInside, type Seen, type WatchSpotter } from "./watch-words.ts";

/** The least score of each level that has one. */
const LEAST: Readonly<Partial<Record<Level, number>>> = { alert: 20, urgent: 45, flash: 70 };

/** An actor of less weight says what the news is about, but is in the news everywhere: it does not make an item relevant. */
const LEAST_WEIGHT = 2;
/** This share of the threshold must come from topics: many names alone are no news of a crisis. */
const TOPIC_SHARE = 0.5;
/** The smaller of two directions must have this share of the larger one to be worth telling. */
const MIXED_SHARE = 0.4;
/** What somebody did says which way things go the more, the graver it is: so many of its points weigh as one of a word. */
const ACT_SHARE = 5;
/** "lower tensions", "an end to the fighting": what is to be less does not grow. */
const EASED =
  /\b(?:eas|lower|reduc|defus|calm|avoid|prevent|avert|end|stop|halt|de-?escalat|cool)\w*\s+(?:[^\s.,;]+\s+){0,2}$/iu;
const BEFORE = 50;
/** What names of places, other names and words of topics may bring to the score; relevance knows no limit. */
const MOST_PLACES = 10;
const MOST_NAMES = 5;
const MOST_WORDS = 8;
/** The usual weights end here; whoever gives a word more wants it loud, and no limit holds it. */
const DECISIVE = 5;

/** How loudly a score speaks. */
export function levelOf(score: number): Level {
  return LEVELS.findLast((level) => score >= (LEAST[level] ?? Number.NEGATIVE_INFINITY)) ?? "info";
}

/** From which score to below which one a level goes; the quietest has no beginning, the loudest no end. */
export function levelRange(level: Level): readonly [from: number | undefined, below: number | undefined] {
  const louder = LEVELS[LEVELS.indexOf(level) + 1];
  return [LEAST[level], louder && LEAST[louder]];
}

function drafts(watch: Watch, seen: Seen): Draft[] {
  const { actors, events, topics, against } = seen;
  return [
    ...sidesLine(watch, seen),
    ...actors.map((one) => ({ ...one, what: `names ${one.what}` })),
    ...events.map((one) => ({ ...one, what: `names ${one.what}` })),
    ...topics.flatMap(({ id, terms }) => terms.map((one) => ({ ...one, what: `${id}: ${one.what}` }))),
    ...against.map((one) => ({ ...one, points: -one.points, what: `speaks against it: ${one.what}` })),
  ].filter(({ points }) => points !== 0);
}

/** A limit on what one kind of words may bring, as a line of its own: the other lines stay as they are. */
function limitLine(of: string, most: number, found: readonly Pick<Sighting, "points">[]): MatchLine[] {
  const sum = found.reduce((total, { points }) => total + points, 0);
  return sum > most ? [{ points: most - sum, what: `limit: ${of} count ${most} at most` }] : [];
}

/** Many names and words of one kind make an item no graver than a few. */
function limitLines(watch: Watch, seen: Seen): MatchLine[] {
  const ids = new Set(watch.actors.filter(({ kind }) => kind === "place").map(({ id }) => id));
  const places = [...seen.actors.filter(({ key }) => ids.has(key)), ...sidesLine(watch, seen)];
  const others = [...seen.actors.filter(({ key }) => !ids.has(key)), ...seen.events];
  const words = seen.topics.flatMap(({ terms }) => terms).filter(({ points }) => points <= DECISIVE);
  return [
    ...limitLine("places", MOST_PLACES, places),
    ...limitLine("other names", MOST_NAMES, others),
    ...limitLine("words of topics", MOST_WORDS, words),
  ];
}

/** Which way the news goes: by what was done, and by the words of topics outside the background. */
function directionOf(text: string, seen: Seen, { acts, background }: Severity): Direction {
  const touches = (a: Span, b: Span) => a.start < b.end && a.end > b.start;
  const weigh = (wanted: Direction) => {
    const counts = (term: Sighting) =>
      !background.some((span) => touches(span, term)) &&
      !EASED.test(text.slice(Math.max(0, term.start - BEFORE), term.start)) &&
      !acts.some((act) => act.direction !== wanted && isInside(term, act));
    const topics = seen.topics.filter(({ direction }) => direction === wanted).flatMap(({ terms }) => terms);
    const gravest = Math.max(0, ...acts.filter(({ direction }) => direction === wanted).map(({ points }) => points));
    return topics.filter(counts).reduce((sum, { points }) => sum + points, 0) + gravest / ACT_SHARE;
  };
  const [up, down] = [weigh("escalation"), weigh("de-escalation")];
  if (up === 0 && down === 0) return "none";
  if (Math.min(up, down) >= MIXED_SHARE * Math.max(up, down)) return "mixed";
  return up > down ? "escalation" : "de-escalation";
}

/** What is missing for the item to be relevant, in words; undefined when nothing is. */
function missing(watch: Watch, seen: Seen, sum: number): string | undefined {
  // What names both sides, or an event that the watch knows by name, is of the crisis in whatever words.
  const itself = [...sidesLine(watch, seen), ...seen.events];
  const topics = seen.topics.filter(({ terms }) => terms.length > 0).length + (itself.length > 0 ? 1 : 0);
  const told = [...seen.topics.flatMap(({ terms }) => terms), ...itself].reduce((sum, { points }) => sum + points, 0);
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

/** Finds the sightings of actors that belong to a country. */
function belongings(watch: Watch, seen: Seen): Belonging[] {
  const countries = new Map(watch.actors.map(({ id, country }) => [id, country]));
  return seen.actors.flatMap(({ key, start, end }) => {
    const country = countries.get(key);
    return country === undefined ? [] : [{ start, end, country }];
  });
}

type Weighed = Pick<Match, "score" | "level" | "direction" | "lines">;

/** Most items of a general feed are not relevant, and nobody asks how grave those are: it is found out when somebody does. */
function onceAsked(verdict: Pick<Match, "watch" | "relevant">, weigh: () => Weighed): Match {
  let weighed: Weighed | undefined;
  const known = () => {
    weighed ??= weigh();
    return weighed;
  };
  return {
    ...verdict,
    get score() {
      return known().score;
    },
    get level() {
      return known().level;
    },
    get direction() {
      return known().direction;
    },
    get lines() {
      return known().lines;
    },
  };
}

/**
 * Makes the judge of one watch. The score is a plain sum: what the watch's own words bring, less what speaks against
 * it, and how grave the news is. Only the first two decide whether the item is relevant; the last line says why not.
 */
export function createMatcher(
  watch: Watch,
  spot: WatchSpotter = createWatchWords(createPhraseBook()).of(watch),
): (article: Article, findings: Findings) => Match {
  return (article, findings) => {
    const lead = leadOf(article);
    const seen = spot(lead.text, { article, findings });
    const own = drafts(watch, seen);
    const reason = missing(
      watch,
      seen,
      own.reduce((sum, { points }) => sum + points, 0),
    );
    const weigh = (): Weighed => {
      const named = { events: watch.events, spans: seen.events, belonging: belongings(watch, seen) };
      const severity = severityOf(lead, { article, findings }, named);
      const lines = [
        ...[...own, ...severity.lines].map((draft) => lineOf(lead, draft)).sort(byWeight),
        ...limitLines(watch, seen),
        ...(reason === undefined ? [] : [{ points: 0, what: `not relevant: ${reason}` }]),
      ];
      const score = lines.reduce((sum, { points }) => sum + points, 0);
      return { score, level: levelOf(score), direction: directionOf(lead.text, seen, severity), lines };
    };
    return onceAsked({ watch: watch.id, relevant: reason === undefined }, weigh);
  };
}
