import type { Span } from "../../model/article.ts";
import type { ActorKind, ActorMention } from "../../model/findings.ts";
import { fold } from "../../text/fold.ts";
import { splitParts } from "../../text/parts.ts";
import type { Reading } from "../reading/reading.ts";
import type { Lexicon, LexiconHit } from "./lexicon.ts";
import { nameRuns, spanOf } from "./name-runs.ts";
import { findCountryOffices, findOffices } from "./offices.ts";
import { findBodies } from "./organisations.ts";
import type { Names } from "./person-evidence.ts";
import { findPersonNames, type PersonName, titleStart } from "./persons.ts";
import { findPlaces } from "./place-names.ts";

const OPERATION =
  /\bOperation(?:[ -](?:\p{Lu}[\p{L}’'-]*|al|an|un|ul|um|the|of|e)(?=[ -]\p{Lu})|[ -]\p{Lu}[\p{L}’'-]*)+/gu;

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

/** Spans in order without overlaps: keeps those that meet none of the others. Linear after sorting. */
function apartFrom<T extends Span>(spans: readonly T[], others: readonly Span[]): T[] {
  const sorted = [...others].sort((a, b) => a.start - b.start);
  let at = 0;
  return spans.filter((span) => {
    while (at < sorted.length && (sorted[at]?.end ?? 0) <= span.start) at++;
    const next = sorted[at];
    return next === undefined || !overlaps(span, next);
  });
}

/** Cross-link lines and the names of operations: nothing in them names an actor. */
function closedSpans({ text, paragraphs }: Reading, lexicon: Lexicon): Span[] {
  const operations = [...text.matchAll(OPERATION)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return [...paragraphs.filter((paragraph) => paragraph.crosslink), ...lexicon.findEvents(text), ...operations];
}

/** Reads the names of a text: parts, capitalised runs, and which known name covers which part. */
function readNames(reading: Reading, hits: readonly LexiconHit[], closed: readonly Span[]): Names {
  const parts = splitParts(reading.text);
  const runs = nameRuns(reading, parts).map((run) => ({ ...run, ...spanOf(parts, run.from, run.to) }));
  const hitOf: (LexiconHit | undefined)[] = [];
  let at = 0;
  parts.forEach((part, index) => {
    while (at < hits.length && (hits[at]?.end ?? 0) <= part.start) at++;
    const hit = hits[at];
    if (hit !== undefined && overlaps(hit, part)) hitOf[index] = hit;
  });
  return { text: reading.text, parts, runs: apartFrom(runs, closed), hitOf };
}

function mention(
  text: string,
  span: Span,
  as: { kind: ActorKind; name: string; actor?: string | undefined },
): ActorMention {
  const { start, end } = span;
  const base = { start, end, text: text.slice(start, end), kind: as.kind, name: as.name };
  return as.actor === undefined ? base : { ...base, actor: as.actor };
}

type Who = { readonly name: string; readonly actor?: string | undefined };

/** A son is not his father. */
const YOUNGER = /\s(?:Jr|Junior|II|III)\.?$/;

/** Whether a full name of the text can be that of a known person: "Leo Rubio" is not Marco Rubio. */
function mayBear(written: string, actor: string): boolean {
  if (YOUNGER.test(written) !== YOUNGER.test(actor)) return false;
  const [few = [], many = []] = [fold(written).split(" "), fold(actor).split(" ")].sort((a, b) => a.length - b.length);
  return few.every((word) => many.some((other) => other === word || (word.length === 1 && other.startsWith(word))));
}

/** Who a name of the text is: a known person when the lexicon has the name, else the text's own. */
function whoIs(names: Names, person: PersonName, lexicon: Lexicon): Who {
  for (let at = person.from; at < person.to; at++) {
    const hit = names.hitOf[at];
    const actor = hit?.actors[0];
    if (hit === undefined || actor === undefined || actor.kind !== "person") continue;
    if (hit.actors.length > 1) return { name: person.name };
    if (hit.via === "name" && !YOUNGER.test(person.name)) return { name: actor.name, actor: actor.id };
    // A last name alone is whoever the text has named in full, not the known one of that name.
    if (mayBear(person.name, actor.name)) return { name: actor.name, actor: actor.id };
  }
  return bySurname(names, person, lexicon) ?? { name: person.name };
}

/** "Secretary Rubio" is the known Rubio who holds such an office; no one else is meant by a last name alone. */
function bySurname(names: Names, person: PersonName, lexicon: Lexicon): Who | undefined {
  const known = lexicon.withSurname(person.name);
  const first = titleStart(names, person.from);
  if (person.to - person.from > 1 || known.length !== 1 || first === person.from) return undefined;
  const actor = known[0];
  const title = names.parts.slice(first, person.from).map((part) => part.lower);
  const holds = actor?.roles.some((role) =>
    fold(role.title)
      .split(" ")
      .some((word) => title.includes(word)),
  );
  return holds && actor !== undefined ? { name: actor.name, actor: actor.id } : undefined;
}

/** A later short form is whoever its full form was. */
function personMentions(names: Names, persons: readonly PersonName[], lexicon: Lexicon): ActorMention[] {
  const known = new Map<string, Who>();
  const who = persons.map((person) => {
    const found = whoIs(names, person, lexicon);
    const key = fold(person.name);
    const { start, end } = spanOf(names.parts, person.from, person.to);
    const isFull = fold(names.text.slice(start, end)) === key;
    if (found.actor !== undefined && !known.has(key) && (isFull || mayBear(person.name, found.name)))
      known.set(key, found);
    return found;
  });
  return persons.map((person, index) => {
    const span = spanOf(names.parts, titleStart(names, person.from), person.to);
    const found = who[index] ?? { name: person.name };
    return mention(names.text, span, { kind: "person", ...(known.get(fold(person.name)) ?? found) });
  });
}

/** A known name; one that stands for two actors shows its own words. */
function knownMention(text: string, hit: LexiconHit): ActorMention[] {
  const [actor, second] = hit.actors;
  if (actor === undefined) return [];
  if (second === undefined) return [mention(text, hit, { kind: actor.kind, name: actor.name, actor: actor.id })];
  return [mention(text, hit, { kind: actor.kind, name: text.slice(hit.start, hit.end) })];
}

/**
 * Every mention of a person, organisation or place, in order. A person's span includes the title before the name;
 * the countries and bodies inside it are mentions of their own. Nothing is found in cross-link lines.
 */
export function findActors(reading: Reading, lexicon: Lexicon): ActorMention[] {
  const closed = closedSpans(reading, lexicon);
  const hits = apartFrom(lexicon.find(reading.text), closed);
  const names = readNames(reading, hits, closed);
  const personNames = findPersonNames(names);
  const persons = personMentions(names, personNames, lexicon);
  const bodies = findBodies(names);
  const places = apartFrom(findPlaces(names, personNames), bodies);
  const nameSpans = personNames.map(({ from, to }) => spanOf(names.parts, from, to));
  const others = apartFrom(hits, nameSpans).flatMap((hit) => knownMention(reading.text, hit));
  const unknown = apartFrom(
    apartFrom(sorted([...bodies, ...places]), nameSpans),
    others.filter((other) => other.kind === "organisation"),
  );
  const found = unknown.map((body) => mention(reading.text, body, body));
  const day = reading.article.published?.slice(0, 10);
  const holders = { lexicon, day };
  const ofCountries = apartFrom(findCountryOffices(reading.text, holders), [...closed, ...persons]);
  const plain = apartFrom(findOffices(reading.text, sorted([...persons, ...ofCountries]), holders), [
    ...closed,
    ...ofCountries,
  ]);
  const offices = [...ofCountries, ...plain];
  return sorted([...persons, ...offices, ...others, ...found]);
}

function sorted<T extends Span>(spans: readonly T[]): T[] {
  return [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
}
