import type { Findings } from "../../model/findings.ts";
import { NUMBER_STARTERS, numberOf } from "../../text/number-words.ts";
import { ideaAt } from "../../text/phrases/idea-phrases.ts";
import { stem } from "../../text/stem.ts";
import { ideaOf } from "../../text/synonyms.ts";
import { COUNTRY_WORDS, countryNamed } from "../names/country-words.ts";
import { isAct, sortOf } from "./story-acts.ts";
import type { Named } from "./story-names.ts";

/** What a news item is about: each term with how often it counts, and the word that stands there. */
export type Terms = Map<string, { readonly count: number; readonly written: string }>;

/** Words of a text in order, folded and as written. */
export type Words = readonly { readonly folded: string; readonly written: string }[];

/** A pair of words counts so much of what a word counts. */
const PAIR_WEIGHT = 0.5;
/** Names after so many characters are background: what the event follows from, who else was asked. */
const OPENING = 300;
/** A named event is what an item is about; a person speaks of many. */
const EVENT_WEIGHT = 3;
const PERSON_WEIGHT = 1;
const PLACE_WEIGHT = 1;
/** A sort of act in a country is the outline of an event: reports agree on it when they share no other word. */
const OUTLINE_WEIGHT = 3;

/** Words that stand in news of any event. */
const STOP = new Set(
  (
    "a about above after again against ahead all almost along already also although am amid among an and another any are around as ask asked at " +
    "away back be became because become been before behind being below between both but by call called came can cannot come could day days did do does doing down during " +
    "each early either else even ever every few first for former from further get gets give given go goes going good got had has have having he her here hers him his " +
    "how however i if in including inside into is it its itself just keep know known last late later latest least less like likely long look made make makes making many may me " +
    "might month months more most much must my near need never new next no nor not now of off on once only overnight onto or other others our out over own part people per place put " +
    "rather really report reported reportedly reports right said same saw say saying says second see seen set shall she should show since so some still such take takes taken than that the their " +
    "them then there these they thing things third this those though through time times to today told tomorrow tonight too took toward towards under until up upon us use used very via " +
    "want wants was way we week weeks well went were what when where whether which while who whom whose why will with within without would year years yesterday yet you your " +
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december " +
    "mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec " +
    "video watch live update updates updated photo photos picture pictures gallery read exclusive breaking news story explained analysis opinion " +
    "dont doesnt didnt isnt wasnt cant couldnt wont wouldnt havent hasnt arent werent im ive hes shes theyre youre thats whats lets ll re ve s t d m"
  ).split(" "),
);

const NUMBER_WORDS = new Set(NUMBER_STARTERS);

function isTelling(word: string): boolean {
  return !STOP.has(word) && (word.length > 1 || /[^a-z]/.test(word));
}

/** The term of a folded word: its country, its figure, or its idea by stem. */
function termOf(word: string): string {
  const stemmed = stem(word);
  const figure = NUMBER_WORDS.has(word) ? numberOf(word) : undefined;
  return countryNamed(stemmed) ?? (figure === undefined ? ideaOf(stemmed) : String(figure));
}

function add(terms: Terms, term: string, weight: number, written: string): void {
  const known = terms.get(term);
  terms.set(term, { count: (known?.count ?? 0) + weight, written: known?.written ?? written });
}

function asWritten(words: Words): string {
  return words.map(({ written }) => written).join(" ");
}

/** Counts the telling words, and with `pairs` also each two that stand side by side. */
export function addWords(terms: Terms, words: Words, by: { readonly weight: number; readonly pairs: boolean }): void {
  const stems = words.map(({ folded }) => stem(folded));
  let before: string | undefined;
  let next = 0;
  for (const [at, { folded, written }] of words.entries()) {
    if (at < next) continue;
    const phrase = ideaAt(stems, at);
    next = at + (phrase?.words ?? 1);
    const word = phrase?.idea ?? folded;
    const term = isTelling(word) ? termOf(word) : undefined;
    if (term !== undefined)
      add(terms, term, by.weight, phrase === undefined ? written : asWritten(words.slice(at, next)));
    if (by.pairs && term !== undefined && before !== undefined)
      add(terms, `${before} ${term}`, by.weight * PAIR_WEIGHT, "");
    before = term;
  }
}

const COUNTRIES = new Set(COUNTRY_WORDS);

/** Counts the known places by themselves, and each of the acts with each country of the text: "truce" and "India" far apart. */
export function addPlaced(terms: Terms, { places, countries }: Named, acts: Iterable<string>): void {
  const words = [...acts];
  for (const place of places) if (!COUNTRIES.has(place)) add(terms, `@${place}`, PLACE_WEIGHT, "");
  const sorts = new Set(words.map(sortOf).filter((sort) => sort !== undefined));
  for (const country of countries.union(new Set([...terms.keys()].filter((term) => COUNTRIES.has(term))))) {
    for (const act of words.filter(isAct)) add(terms, `${act}@${country}`, 1, "");
    for (const sort of sorts) add(terms, `!${sort}@${country}`, OUTLINE_WEIGHT, "");
  }
}

/** Counts the named events and persons of the opening, which the analysers know by one id in every spelling and language. */
export function addNamed(terms: Terms, { actors, events }: Findings): void {
  for (const name of new Set(events.filter(({ start }) => start < OPENING).map(({ name }) => name)))
    if (name !== undefined) add(terms, `#${name}`, EVENT_WEIGHT, name);
  const persons = actors.filter(({ kind, start }) => kind === "person" && start < OPENING);
  for (const [actor, [mention]] of Map.groupBy(persons, ({ actor }) => actor))
    if (actor !== undefined) add(terms, `@${actor}`, PERSON_WEIGHT, mention?.name ?? "");
}
