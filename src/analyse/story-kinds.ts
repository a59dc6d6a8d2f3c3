import { stem } from "../text/stem.ts";
import { ideaOf } from "../text/synonyms.ts";
import type { Terms } from "./story-terms.ts";

/** Kinds of events that are never one event, told by words that mean little else. */
const KINDS: Readonly<Record<string, string>> = {
  arms: "shelling missile drone bomb shooting gunmen militant airbase",
  nature: "earthquake flood storm eruption landslide avalanche drought heatwave tsunami",
  sport: "wicket innings goalkeeper midfielder striker playoff semifinal quarterfinal",
};

const KIND_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(KINDS).flatMap(([kind, words]) => words.split(" ").map((word) => [ideaOf(stem(word)), kind])),
);

/** The kinds of events that an item's terms speak of. */
export function kindsOf(terms: Terms): ReadonlySet<string> {
  const kinds = new Set<string>();
  for (const term of terms.keys()) {
    const kind = KIND_OF.get(term);
    if (kind !== undefined) kinds.add(kind);
  }
  return kinds;
}
