import { stem } from "../text/stem.ts";
import { ideaOf } from "../text/synonyms.ts";
import type { Terms } from "./story-terms.ts";

/** Kinds of events that are never one event, told by words that mean little else. */
const KINDS: Readonly<Record<string, string>> = {
  arms: "shelling missile drone bomb shooting gunmen militant airbase",
  nature: "earthquake flood storm eruption landslide avalanche drought heatwave tsunami",
  sport:
    "wicket innings goalkeeper midfielder striker playoff semifinal quarterfinal medal trophy cricket football tennis tournament championship",
};

function byWord(kinds: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(kinds).flatMap(([kind, words]) =>
      words.split(" ").map((word): [string, string] => [ideaOf(stem(word)), kind]),
    ),
  );
}

function among(kinds: ReadonlyMap<string, string>, terms: Terms): ReadonlySet<string> {
  const found = new Set<string>();
  for (const term of terms.keys()) {
    const kind = kinds.get(term);
    if (kind !== undefined) found.add(kind);
  }
  return found;
}

const KIND_OF = byWord(KINDS);

/** The kinds of events that an item's terms speak of. */
export function kindsOf(terms: Terms): ReadonlySet<string> {
  return among(KIND_OF, terms);
}

/** What a title says was done: reports repeat in their text what an event follows from, titles seldom do. */
const DEEDS: Readonly<Record<string, string>> = {
  violence:
    "dead injured massacre shooting gunmen explosion bomb strike missile shelling attack drone hit raid hostage",
  measure: "suspend close ban expel sanction treaty visa import export reopen resume restrict bar airspace trade",
  truce: "ceasefire",
  breach: "violate breach",
  contact: "talks call phone meet mediate urge press visit envoy deescalate council summit",
  play: "film movie trademark match wedding box office song award",
};

const DEED_OF = byWord(DEEDS);

/** What follows from a violent act or a truce, and names it only after itself: "accused of violating the truce". */
const ANSWERS: ReadonlySet<string> = new Set(["breach", "play"]);
const CAUSES: ReadonlySet<string> = new Set(["violence", "truce"]);

/** What the terms of a title say was done. Of an answer and what it answers, the answer alone. */
export function deedsOf(terms: Terms): ReadonlySet<string> {
  const deeds = [...among(DEED_OF, terms)];
  const answer = deeds.findIndex((deed) => ANSWERS.has(deed));
  const cause = deeds.findIndex((deed) => CAUSES.has(deed));
  return new Set(answer >= 0 && answer < cause ? deeds.slice(answer, answer + 1) : deeds);
}
