import { findActors } from "../../src/analyse/names/actors.ts";
import { createLexicon } from "../../src/analyse/names/lexicon.ts";
import { findQuotes } from "../../src/analyse/quotes/quotes.ts";
import { layOut } from "../../src/analyse/reading/reading.ts";
import type { ActorMention, Quote, Statement } from "../../src/model/findings.ts";
import type { Actor, Watch } from "../../src/model/watch.ts";

/** An actor of a made-up watch. */
export function actor(parts: Pick<Actor, "id" | "kind" | "name"> & Partial<Actor>): Actor {
  return { bare: [], demonyms: [], roles: [], weight: 5, ...parts, names: [parts.name, ...(parts.names ?? [])] };
}

/** A made-up watch with these actors. */
export function watch(parts: Partial<Watch>): Watch {
  return {
    id: "strait",
    name: "The strait",
    languages: ["en"],
    threshold: 40,
    require: { topics: 1, actorsOrPlaces: 1 },
    feeds: [],
    actors: [],
    events: [],
    topics: [],
    negatives: [],
    ...parts,
  };
}

export type Read = {
  readonly quotes: readonly Quote[];
  readonly statements: readonly Statement[];
  readonly actors: readonly ActorMention[];
};

/** Reads texts with the actors of some watches. */
export function reader(watches: readonly Watch[] = []): (text: string, published?: string) => Read {
  const lexicon = createLexicon(watches);
  return (text, published = "2025-05-10T12:00:00Z") => {
    const reading = layOut({ id: "test", text, published });
    const actors = findActors(reading, lexicon);
    return { actors, ...findQuotes(reading, actors, lexicon) };
  };
}

/** "NAME: words" for each quotation; the words of the mention where no name is known. */
export function told(found: readonly (Quote | Statement)[]): string[] {
  return found.map(({ speaker, text }) => `${speaker?.name ?? speaker?.text ?? "?"}: ${text}`);
}
