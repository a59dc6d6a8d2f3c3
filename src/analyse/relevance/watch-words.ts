import type { Span } from "../../model/article.ts";
import type { Direction } from "../../model/findings.ts";
import type { Term, Watch } from "../../model/watch.ts";
import type { PhraseBook } from "../../text/phrases/phrase-book.ts";
import {
  actorSpotter,
  eventSpotter,
  negativeReader,
  type Sighting,
  type Spotter,
  settled,
  termSpotter,
} from "../names/sightings.ts";
import { EVERYDAY } from "./everyday.ts";
import { type AboutItem, type RuleSpotter, ruleSpotter } from "./rule-spotter.ts";

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

/** `about` is what rules may ask beside the text. */
export type WatchSpotter = (text: string, about: Pick<AboutItem, "article" | "findings">) => Seen;

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
  const knownRules = new WeakMap<object, RuleSpotter>();
  const everyday = negativeReader(EVERYDAY, book);
  const spotterFor = (into: PhraseBook) => {
    return <List extends object>(list: List, make: (list: List, book: PhraseBook) => Spotter): Spotter => {
      const found = known.get(list) ?? make(list, into);
      if (into === book) known.set(list, found);
      return found;
    };
  };
  const rulesFor = (terms: readonly Term[], into: PhraseBook): RuleSpotter => {
    const found = knownRules.get(terms) ?? ruleSpotter(terms, into);
    if (into === book) knownRules.set(terms, found);
    return found;
  };
  const create = (watch: Watch, into: PhraseBook): WatchSpotter => {
    const one = spotterFor(into);
    const actors = one(watch.actors, actorSpotter);
    const events = one(watch.events, eventSpotter);
    const topics = watch.topics.map(({ id, direction, terms }) => {
      return { id, direction, spot: one(terms, termSpotter), rules: rulesFor(terms, into) };
    });
    const negatives = { read: one(watch.negatives, negativeReader), rules: rulesFor(watch.negatives, into) };
    const wanted = new Set(watch.topics.flatMap(({ terms }) => terms.map(loosely)));
    return (text, item) => {
      const plain = topics.map((topic) => ({ ...topic, terms: topic.spot(text) }));
      const touches = (topic: string) => plain.some(({ id, terms }) => id === topic && terms.length > 0);
      const about = { ...item, touches };
      const usual = everyday(text).filter(({ key }) => !wanted.has(key.toLowerCase()));
      const against = [...settled([...negatives.read(text), ...usual], text), ...negatives.rules(text, about)];
      const counts = (term: Sighting) => !against.some((negative) => isInside(term, negative));
      return {
        actors: actors(text),
        events: events(text),
        topics: plain.map(({ id, direction, terms, rules }) => {
          return { id, direction, terms: [...terms, ...rules(text, about)].filter(counts) };
        }),
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
