import type { Span } from "../../model/article.ts";
import type { ActorKind } from "../../model/findings.ts";
import type { Actor, BareName, NamedEvent, Role, Watch } from "../../model/watch.ts";
import { fold } from "../../text/fold.ts";
import { createPhraseIndex } from "../../text/phrases/phrases.ts";
import { type Token, tokenize } from "../../text/tokens.ts";
import { COUNTRIES } from "./countries.ts";
import { holds, officeOf } from "./office-holders.ts";
import { KNOWN_ORGANISATIONS } from "./organisations-known.ts";

/** Someone or something the house knows: an actor of a watch has an id, what is common knowledge has none. */
type KnownActor = {
  readonly id?: string;
  readonly kind: ActorKind;
  readonly name: string;
  readonly gender?: "male" | "female";
  readonly country?: string;
  readonly roles: readonly Role[];
};

/** Where a known name stands. Several actors: the words do not tell which of them is meant. */
export type LexiconHit = Span & {
  readonly actors: readonly KnownActor[];
  /** A full spelling, a short name, or a word for the people of a place. */
  readonly via: "name" | "bare" | "demonym";
};

/** All known names, ready to be looked up. */
export type Lexicon = {
  /** Every known name in a text, from left to right; the longest spelling takes its words. */
  find(text: string): LexiconHit[];
  /** Every spelling of a named event: its words name neither persons nor places. */
  findEvents(text: string): (Span & { readonly event: NamedEvent })[];
  /** The actor of a watch. */
  byId(id: string): KnownActor | undefined;
  /** Persons with this last name. */
  withSurname(surname: string): readonly KnownActor[];
  /** Persons who hold an office on a day: "president", "indian prime minister". No day: whoever holds or held it. */
  holders(title: string, day?: string): readonly KnownActor[];
};

type Entry = { readonly actor: KnownActor; readonly via: LexiconHit["via"]; readonly bare?: BareName };

const DEFAULT_NEAR = 40;

function known({ id, kind, name, gender, country, roles }: Actor): KnownActor {
  return {
    id,
    kind,
    name,
    roles,
    ...(gender === undefined ? {} : { gender }),
    ...(country === undefined ? {} : { country }),
  };
}

/** Names to entries; an actor in two watches is one actor. */
class Names {
  readonly texts: { text: string; exact: boolean }[] = [];
  readonly entries: Entry[] = [];
  readonly #seen = new Set<string>();

  add(text: string, entry: Entry): void {
    const key = `${fold(text)}|${entry.actor.id ?? entry.actor.name}|${entry.via}`;
    if (fold(text) === "" || this.#seen.has(key)) return;
    this.#seen.add(key);
    this.texts.push({ text, exact: entry.via !== "demonym" });
    this.entries.push(entry);
  }
}

function addWatchActor(names: Names, actor: Actor, common: ReadonlyMap<string, KnownActor>): void {
  const self = common.get(fold(actor.name)) ?? known(actor);
  for (const name of [actor.name, ...actor.names]) names.add(name, { actor: self, via: "name" });
  for (const bare of actor.bare) names.add(bare.name, { actor: self, via: "bare", bare });
  for (const demonym of actor.demonyms) addDemonym(names, demonym, self);
}

/** Its plural too: inflection does not reach "Iraqis". */
function addDemonym(names: Names, demonym: string, actor: KnownActor): void {
  names.add(demonym, { actor, via: "demonym" });
  if (demonym.endsWith("i")) names.add(`${demonym}s`, { actor, via: "demonym" });
}

/** Countries and bodies everyone knows; those that a watch has too carry the watch's id and name. */
function addCommon(names: Names, byName: ReadonlyMap<string, KnownActor>): void {
  const actorOf = (spellings: readonly string[], kind: ActorKind): KnownActor => {
    const own = spellings
      .map((name) => byName.get(fold(name)))
      .find((actor) => actor !== undefined && actor.kind !== "person");
    return own ?? { kind, name: spellings[0] ?? "", roles: [] };
  };
  for (const { names: spellings, demonyms, capital } of COUNTRIES) {
    const actor = actorOf(spellings, "place");
    for (const name of spellings) names.add(name, { actor, via: "name" });
    for (const demonym of demonyms) addDemonym(names, demonym, actor);
    if (capital !== undefined) names.add(capital, { actor: actorOf([capital], "place"), via: "name" });
  }
  for (const spellings of KNOWN_ORGANISATIONS) {
    const actor = actorOf(spellings, "organisation");
    for (const name of spellings) names.add(name, { actor, via: "name" });
  }
}

/** The first word that starts at an offset or after it. */
function wordAt(tokens: readonly Token[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function near(tokens: readonly Token[], at: Span, distance: number): string {
  const first = wordAt(tokens, at.start);
  const window = tokens.slice(Math.max(0, first - distance), first + distance + 1);
  return ` ${window.map((token) => token.folded).join(" ")} `;
}

/** Whether a short name stands in the company it needs. */
function isInCompany(tokens: readonly Token[], at: Span, bare: BareName): boolean {
  if (bare.needs === undefined && bare.not === undefined) return true;
  const words = near(tokens, at, bare.near ?? DEFAULT_NEAR);
  const has = (word: string) => words.includes(` ${fold(word)} `);
  return (bare.needs?.some(has) ?? true) && !(bare.not?.some(has) ?? false);
}

/** A name in a script with capitals is written with one, an article before it aside. */
function isWrittenAsName(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end).replace(/^the\s+/u, "");
  return !/^\p{Ll}/u.test(words) || /^(?:al|el|an)[- ]\p{Lu}/u.test(words);
}

/** Builds the lexicon from the actors and events of the watches, all countries, and the bodies that news takes as known. */
export function createLexicon(watches: readonly Watch[]): Lexicon {
  const names = new Names();
  const byName = new Map<string, KnownActor>();
  for (const actor of watches.flatMap((watch) => watch.actors)) {
    const self = byName.get(fold(actor.name)) ?? known(actor);
    for (const name of [actor.name, ...actor.names]) if (!byName.has(fold(name))) byName.set(fold(name), self);
    addWatchActor(names, actor, byName);
  }
  addCommon(names, byName);
  const persons = [...new Set(byName.values())].filter((actor) => actor.kind === "person");
  const surnames = Map.groupBy(persons, ({ name }) => fold(name).split(" ").at(-1) ?? "");
  const ids = new Map([...byName.values()].map((actor) => [actor.id ?? "", actor]));
  const events = watches.flatMap((watch) => watch.events);
  const spellings = events.flatMap((event) => [event.name, ...event.names].map((name) => ({ name, event })));
  const index = createPhraseIndex(names.texts);
  const eventIndex = createPhraseIndex(spellings.map(({ name }) => ({ text: name, exact: true })));
  return {
    find: (text) => hitsOf(text, index.find(text), names.entries),
    findEvents: (text) =>
      eventIndex.find(text).flatMap(({ start, end, phrase }) => {
        const event = spellings[phrase]?.event;
        return event === undefined ? [] : [{ start, end, event }];
      }),
    byId: (id) => ids.get(id),
    withSurname: (surname) => surnames.get(fold(surname)) ?? [],
    holders: (title, day) => {
      const office = officeOf(title);
      return persons.filter(({ roles }) => roles.some((role) => holds(role, office, day)));
    },
  };
}

function hitsOf(
  text: string,
  found: readonly (Span & { readonly phrase: number })[],
  entries: readonly Entry[],
): LexiconHit[] {
  let tokens: readonly Token[] | undefined;
  const hits = new Map<string, { start: number; end: number; actors: KnownActor[]; via: LexiconHit["via"] }>();
  for (const { start, end, phrase } of found) {
    const entry = entries[phrase];
    if (entry === undefined || !isWrittenAsName(text, { start, end })) continue;
    if (entry.bare !== undefined) {
      tokens ??= tokenize(text);
      if (!isInCompany(tokens, { start, end }, entry.bare)) continue;
    }
    const hit = hits.get(`${start}`) ?? { start, end, actors: [], via: entry.via };
    if (!hit.actors.includes(entry.actor)) hit.actors.push(entry.actor);
    hits.set(`${start}`, hit);
  }
  return [...hits.values()];
}
