import type { Span } from "../model/article.ts";
import type { Direction } from "../model/findings.ts";
import type { Term, Watch } from "../model/watch.ts";
import type { PhraseBook } from "../text/phrase-book.ts";
import { EVERYDAY } from "./everyday.ts";
import {
  actorSpotter,
  eventSpotter,
  negativeReader,
  type Sighting,
  type Spotter,
  settled,
  termSpotter,
} from "./sightings.ts";

/** Everything that the watch's own words, and those against it, find in an item. */
export type Seen = {
  readonly actors: readonly Sighting[];
  readonly events: readonly Sighting[];
  readonly topics: readonly {
    readonly id: string;
    readonly direction: Direction;
    readonly terms: readonly Sighting[];
  }[];
  readonly against: readonly Sighting[];
};

export type WatchSpotter = (text: string) => Seen;

/** The spotters of watches: lists that two watches, or a watch and its edited forms, have in common are made once. */
export type WatchWords = {
  /** For a watch that stays. */
  of(watch: Watch): WatchSpotter;
  /** For a form of a watch that may go: what it alone holds is taken from the book that is given. */
  ofEdited(watch: Watch, lent: PhraseBook): WatchSpotter;
};

/** Opens the words of watches over a book. */
export function createWatchWords(book: PhraseBook): WatchWords {
  const known = new WeakMap<object, Spotter>();
  const everyday = negativeReader(EVERYDAY, book);
  const spotterFor = (into: PhraseBook) => {
    return <List extends object>(list: List, make: (list: List, book: PhraseBook) => Spotter): Spotter => {
      const found = known.get(list) ?? make(list, into);
      if (into === book) known.set(list, found);
      return found;
    };
  };
  const create = (watch: Watch, into: PhraseBook): WatchSpotter => {
    const one = spotterFor(into);
    const actors = one(watch.actors, actorSpotter);
    const events = one(watch.events, eventSpotter);
    const topics = watch.topics.map(({ id, direction, terms }) => ({ id, direction, spot: one(terms, termSpotter) }));
    const negatives = one(watch.negatives, negativeReader);
    const wanted = new Set(watch.topics.flatMap(({ terms }) => terms.map(loosely)));
    return (text) => {
      const usual = everyday(text).filter(({ key }) => !wanted.has(key.toLowerCase()));
      const against = settled([...negatives(text), ...usual], text);
      const counts = (term: Sighting) => !against.some((negative) => isInside(term, negative));
      return {
        actors: actors(text),
        events: events(text),
        topics: topics.map(({ id, direction, spot }) => ({ id, direction, terms: spot(text).filter(counts) })),
        against,
      };
    };
  };
  return { of: (watch) => create(watch, book), ofEdited: create };
}

function loosely({ phrase }: Term): string {
  return phrase.toLowerCase();
}

/** Words of everyday life that a watch takes for its own do not speak against it. */
export function everydayLike(term: Term): Term[] {
  return EVERYDAY.filter((one) => loosely(one) === loosely(term));
}

/** Whether one span lies in another, longer one. */
export function isInside(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end && inner.end - inner.start < outer.end - outer.start;
}
