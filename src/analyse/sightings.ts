import type { Span } from "../model/article.ts";
import type { Actor, NamedEvent, Term } from "../model/watch.ts";
import { createPhraseIndex, type Phrase } from "../text/phrases.ts";
import { type Company, company } from "./company.ts";

/** Something of the watch that stands in a text: which one, where first, and its points. */
export type Sighting = Span & { readonly key: string; readonly what: string; readonly points: number };

/** One spelling of something that is looked for. All spellings with one key count once. */
type Wanted = Phrase & {
  readonly key: string;
  readonly what: string;
  readonly points: number;
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

function spotter(
  wanted: readonly Wanted[],
  names: "names" | "words",
  overlaps: "longest" | "all" = "longest",
): Spotter {
  const index = createPhraseIndex(wanted);
  return (text) => {
    const hits = overlaps === "all" ? index.findAll(text) : index.find(text);
    const found = hits.flatMap(({ phrase, start, end }): Sighting[] => {
      const one = wanted[phrase];
      if (one === undefined) return [];
      const span = { start, end };
      if (names === "names" && !isWrittenAsName(one.text, text.slice(start, end))) return [];
      if (one.needs?.(text, span) === false || one.not?.(text, span) === true) return [];
      return [{ ...span, key: one.key, what: one.what, points: one.points }];
    });
    return oncePerKey(strongestAtEachPlace(found), text.indexOf("\n"));
  };
}

/** Finds the actors of a watch under every spelling, people of a place by their demonym. */
export function actorSpotter(actors: readonly Actor[]): Spotter {
  const wanted = actors.flatMap((actor): Wanted[] => {
    const common = { key: actor.id, what: actor.name, points: actor.weight };
    const full = [...actor.names, ...actor.demonyms].map((text) => ({ ...common, text }));
    const bare = actor.bare.map(({ name, needs = [], not = [], near = DEFAULT_NEAR }) => ({
      ...common,
      text: name,
      needs: company(needs, near),
      not: company(not, near),
    }));
    return [...full, ...bare];
  });
  return spotter(wanted, "names");
}

/** Finds named events under every spelling, unless a word that speaks against it stands near. */
export function eventSpotter(events: readonly NamedEvent[]): Spotter {
  const wanted = events.flatMap(({ id, name, names, not, weight }): Wanted[] => {
    const unless = company(not, NOT_NEAR);
    return names.map((text) => ({ key: id, what: name, points: weight, text, not: unless }));
  });
  return spotter(wanted, "names");
}

const wantedTerm = ({ phrase, weight, exact }: Term): Wanted => ({
  text: phrase,
  exact,
  key: phrase,
  what: phrase,
  points: weight,
});

/** Finds the words of a topic; the longest phrase takes its words. */
export function termSpotter(terms: readonly Term[]): Spotter {
  return spotter(terms.map(wantedTerm), "words");
}

/** Finds words that speak against an item, also inside one another: one more of them never hides another one. */
export function negativeSpotter(terms: readonly Term[]): Spotter {
  return spotter(terms.map(wantedTerm), "words", "all");
}
