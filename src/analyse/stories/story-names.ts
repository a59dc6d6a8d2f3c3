import type { Actor } from "../../model/watch.ts";
import { createPhraseIndex } from "../../text/phrases/phrases.ts";

/** What a text names of what the watches know. */
export type Named = {
  /** Towns and regions by id. */
  readonly places: ReadonlySet<string>;
  /** Of these the ones that lie in one country and give no people its name: two of them are two places. */
  readonly towns: ReadonlySet<string>;
  /** The countries named through places and persons. */
  readonly countries: ReadonlySet<string>;
};

/** Reads the known names of a text. */
export type NameReader = (text: string) => Named;

type Spelling = { readonly text: string; readonly place?: string; readonly town?: string; readonly country?: string };

/** Organisations are left out: many are named after one country and work in another. */
function spellingsOf({ id, kind, names, bare, country, demonyms }: Actor): Spelling[] {
  if (kind === "organisation") return [];
  const tells = {
    ...(kind === "place" ? { place: id } : {}),
    ...(kind === "place" && country !== undefined && demonyms.length === 0 ? { town: id } : {}),
    ...(country === undefined ? {} : { country: country.toLowerCase() }),
  };
  // A short name that needs company may be someone else.
  const short = bare.filter(({ needs }) => needs === undefined).map(({ name }) => name);
  return [...names, ...short].map((text) => ({ text, ...tells }));
}

/** Makes the reader once for all texts. A name in small letters is another word. */
export function createNameReader(actors: readonly Actor[]): NameReader {
  const spellings = actors.flatMap(spellingsOf);
  const index = createPhraseIndex(spellings.map(({ text }) => ({ text, exact: true })));
  return (text) => {
    const places = new Set<string>();
    const towns = new Set<string>();
    const countries = new Set<string>();
    for (const { phrase, start } of index.find(text)) {
      const found = spellings[phrase];
      if (found === undefined || /^\p{Ll}/u.test(text.charAt(start))) continue;
      if (found.place !== undefined) places.add(found.place);
      if (found.town !== undefined) towns.add(found.town);
      if (found.country !== undefined) countries.add(found.country);
    }
    return { places, towns, countries };
  };
}
