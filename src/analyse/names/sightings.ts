import type { Span } from "../../model/article.ts";
import type { Actor, NamedEvent, Term } from "../../model/watch.ts";
import { createPhraseBook, longest, type PhraseBook } from "../../text/phrases/phrase-book.ts";
import type { Phrase } from "../../text/phrases/phrases.ts";
import { isRule } from "../../text/phrases/rule.ts";
import { type Company, company } from "./company.ts";

/** Something of the watch that stands in a text: which one, where first, and its points. */
export type Sighting = Span & { readonly key: string; readonly what: string; readonly points: number };

/** One spelling of something that is looked for. All spellings with one key count once. */
type Wanted = Phrase & {
  readonly key: string;
  readonly what: string;
  readonly points: number;
  readonly isName: boolean;
  readonly needs?: Company | undefined;
  readonly not?: Company | undefined;
};

export type Spotter = (text: string) => Sighting[];

const DEFAULT_NEAR = 40;
/** How near a word must stand to say that the event's name is not meant. */
const NOT_NEAR = 6;

/** Names are written with a capital: "trump" is a verb and "dar" a word of other languages. */
function isWrittenAsName(name: string, found: string): boolean {
  return !/^\p{Lu}/u.test(name) || !/^\p{Ll}/u.test(found);
}

/** One sighting for each key: the first in the lead, since a headline has no place in the text; else the first. */
function oncePerKey(found: readonly Sighting[], titleEnd: number): Sighting[] {
  const byKey = new Map<string, Sighting>();
  for (const one of found) {
    const known = byKey.get(one.key);
    if (known === undefined || (known.start < titleEnd && one.start >= titleEnd)) byKey.set(one.key, one);
  }
  return [...byKey.values()];
}

/** At one place only the strongest spelling counts: "air strike" and "airstrike" are one. */
function strongestAtEachPlace(found: readonly Sighting[]): Sighting[] {
  const places = new Map<string, Sighting>();
  for (const one of found) {
    const place = `${one.start} ${one.end}`;
    const known = places.get(place);
    const better = known === undefined || one.points - known.points || known.key.localeCompare(one.key);
    if (better === true || better > 0) places.set(place, one);
  }
  return [...places.values()];
}

/** Makes the reader of a text that gives every spelling found, several for one thing. */
function reader(wanted: readonly Wanted[], overlaps: "longest" | "all", book: PhraseBook): Spotter {
  const byPhrase = new Map<number, Wanted[]>();
  for (const one of wanted) {
    const number = book.hold({ text: one.text, exact: one.exact ?? false });
    byPhrase.set(number, [...(byPhrase.get(number) ?? []), one]);
  }
  return (text) => {
    const own = book.hits(text).filter(({ phrase }) => byPhrase.has(phrase));
    const hits = overlaps === "all" ? own : longest(own);
    return hits.flatMap(({ phrase, start, end }) =>
      (byPhrase.get(phrase) ?? []).flatMap((one) => sighted(one, text, { start, end })),
    );
  };
}

function sighted(one: Wanted, text: string, span: Span): Sighting[] {
  if (one.isName && !isWrittenAsName(one.text, text.slice(span.start, span.end))) return [];
  if (one.needs?.(text, span) === false || one.not?.(text, span) === true) return [];
  return [{ ...span, key: one.key, what: one.what, points: one.points }];
}

/** One sighting for each thing, out of all that was found in a text. */
export function settled(found: readonly Sighting[], text: string): Sighting[] {
  return oncePerKey(strongestAtEachPlace(found), text.indexOf("\n"));
}

function settledReader(wanted: readonly Wanted[], overlaps: "longest" | "all", book: PhraseBook): Spotter {
  const read = reader(wanted, overlaps, book);
  return (text) => settled(read(text), text);
}

/** Finds the actors of a watch under every spelling, people of a place by their demonym. */
export function actorSpotter(actors: readonly Actor[], book: PhraseBook): Spotter {
  const wanted = actors.flatMap((actor): Wanted[] => {
    const common = { key: actor.id, what: actor.name, points: actor.weight, isName: true };
    const full = [...actor.names, ...actor.demonyms].map((text) => ({ ...common, text }));
    const bare = actor.bare.map(({ name, needs = [], not = [], near = DEFAULT_NEAR }) => ({
      ...common,
      text: name,
      needs: company(needs, near),
      not: company(not, near),
    }));
    return [...full, ...bare];
  });
  return settledReader(wanted, "longest", book);
}

/** Finds named events under every spelling, unless a word that speaks against it stands near. */
export function eventSpotter(events: readonly NamedEvent[], book: PhraseBook): Spotter {
  const wanted = events.flatMap(({ id, name, names, not, weight }): Wanted[] => {
    const unless = company(not, NOT_NEAR);
    return names.map((text) => ({ key: id, what: name, points: weight, isName: true, text, not: unless }));
  });
  return settledReader(wanted, "longest", book);
}

/** Keywords; rules among them are another one's business. */
function wantedTerms(terms: readonly Term[]): Wanted[] {
  return terms
    .filter(({ phrase }) => !isRule(phrase))
    .map(({ phrase, weight, exact }) => {
      return { text: phrase, exact, key: phrase, what: phrase, points: weight, isName: false };
    });
}

/** Finds the words of a topic; the longest phrase takes its words. */
export function termSpotter(terms: readonly Term[], book = createPhraseBook()): Spotter {
  return settledReader(wantedTerms(terms), "longest", book);
}

/** Finds words that speak against an item, also inside one another: one more of them never hides another one. */
export function negativeSpotter(terms: readonly Term[], book = createPhraseBook()): Spotter {
  return settledReader(wantedTerms(terms), "all", book);
}

/** The same, before one sighting for each word is chosen: lists can be put together. */
export function negativeReader(terms: readonly Term[], book: PhraseBook): Spotter {
  return reader(wantedTerms(terms), "all", book);
}
