import type { Span } from "../../model/article.ts";
import type { ActorMention, Speaker } from "../../model/findings.ts";
import { isTitleHead } from "../../text/names/titles.ts";
import { NAME_CONNECTORS } from "../../text/word-classes.ts";
import type { Outline } from "../reading/sentence-parts.ts";
import { APPOSED, isRoleOf } from "./appositions.ts";
import { COUNTRIES } from "./countries.ts";
import { described, type Holders } from "./descriptions.ts";
import type { Lexicon } from "./lexicon.ts";
import type { NounPhrase } from "./noun-phrases.ts";
import { countBefore, type Placed, placed, type Scene, weighed, weightOf } from "./placed-mentions.ts";
import { antecedent, genderOfPronoun, type Link, type PersonMention } from "./pronouns.ts";
import { unnamedPersons } from "./unnamed.ts";

/** Tells whom a phrase of one text means. */
export type People = {
  /** The phrase as a speaker, with the name it resolves to, and how sure that is, 0 to 1. */
  resolve(phrase: NounPhrase): { readonly speaker: Speaker; readonly sure: number };
};

const LONGEST_MENTION = 200;
/** "it" is a body that only may be meant. */
const BODY = 0.9;

/** Makes the resolver for one text. Names inside quotations are never what a pronoun outside means. */
export function createPeople(
  scene: Scene,
  actors: readonly ActorMention[],
  { lexicon, day }: { readonly lexicon: Lexicon; readonly day: string | undefined },
): People {
  const { outline } = scene;
  const named = placed(scene, actors, "person");
  const bodies = placed(scene, actors, "organisation");
  const places = placed(scene, actors, "place");
  const persons = [
    ...named.map((at) => weighed(scene, at, lexicon)),
    ...unnamedPersons(scene, [...named, ...bodies, ...places]),
  ].sort((a, b) => a.part - b.part);
  const names = new Set([...places, ...bodies].map(({ mention }) => mention.name));
  const byPart = new Map(named.map((one) => [one.part, one]));
  const holders: Holders = { lexicon, day, places: names };
  const known = withDescribed(outline, persons, holders);
  const pronouns = resolvePronouns(scene, known);
  return {
    resolve(phrase) {
      const span = phraseSpan(outline, phrase);
      const words = { ...span, text: outline.text.slice(span.start, span.end) };
      const link =
        pronouns.get(phrase.from) ??
        (isInhabitant(outline, phrase) ? undefined : namedBy(outline, actors, span)) ??
        apposed(outline, phrase, byPart) ??
        bodyBefore(outline, phrase, bodies) ??
        described(outline, phrase, persons, holders) ??
        unproven(outline, phrase);
      if (link?.meant === undefined) return { speaker: words, sure: 1 };
      const { name, actor } = link.meant;
      return { speaker: { ...words, name, ...(actor === undefined ? {} : { actor }) }, sure: link.sure };
    },
  };
}

function phraseSpan({ parts }: Outline, { from, to }: Pick<NounPhrase, "from" | "to">): Span {
  return { start: parts[from]?.start ?? 0, end: parts[to - 1]?.end ?? 0 };
}

const DEMONYMS = new Set(COUNTRIES.flatMap(({ demonyms }) => demonyms));

/** "the Italian" is a person, not Italy. */
function isInhabitant({ parts }: Outline, { from, to }: NounPhrase): boolean {
  return to - from === 2 && /^(?:the|an?)$/.test(parts[from]?.lower ?? "") && DEMONYMS.has(parts[to - 1]?.text ?? "");
}

/** A name that no evidence tells of is shown as written, without the words before it. */
function unproven(outline: Outline, phrase: NounPhrase): Link | undefined {
  if (phrase.kind !== "name") return undefined;
  let from = phrase.to;
  while (
    from > phrase.from &&
    (outline.parts[from - 1]?.capital || NAME_CONNECTORS.has(outline.parts[from - 1]?.lower ?? ""))
  )
    from--;
  if (phrase.to - from < 2) return undefined;
  const { start, end } = phraseSpan(outline, { from, to: phrase.to });
  return { meant: { name: outline.text.slice(start, end) }, sure: 1 };
}

/** "The general said": whoever is described is that person when "he" follows. */
function withDescribed(outline: Outline, persons: readonly PersonMention[], holders: Holders): PersonMention[] {
  return persons.map((person) => {
    if (person.meant !== undefined) return person;
    const { part, to } = person;
    const link = described(outline, { from: part, to, kind: "noun" }, persons, holders);
    return link === undefined ? person : { ...person, ...link };
  });
}

/** "it" and "they" are a body only when this sentence and the one before name a single one; else nothing is told. */
function bodyBefore(outline: Outline, { from, kind }: NounPhrase, bodies: readonly Placed[]): Link | undefined {
  if (kind !== "pronoun" || !/^(?:it|they)$/.test(outline.parts[from]?.lower ?? "")) return undefined;
  const sentence = outline.sentenceOf[from] ?? -1;
  const near: ActorMention[] = [];
  for (let at = countBefore(bodies, from) - 1; at >= 0; at--) {
    const body = bodies[at];
    if (body === undefined || sentence - body.sentence > 1) break;
    near.push(body.mention);
  }
  const [latest] = near;
  if (latest === undefined || !near.every(({ name }) => name === latest.name)) return undefined;
  return { meant: latest, sure: BODY };
}

/** Every "he" and "she" outside quotations, in order: what one means helps to tell the next. */
function resolvePronouns(scene: Scene, persons: readonly PersonMention[]): ReadonlyMap<number, Link> {
  const { outline } = scene;
  const links = new Map<number, Link>();
  const earlier: PersonMention[] = [];
  let next = 0;
  outline.parts.forEach((part, index) => {
    for (let person = persons[next]; person !== undefined && person.part < index; person = persons[next]) {
      earlier.push(isAnaphor(person) ? goneBack(outline, person, earlier) : person);
      next++;
    }
    const gender = /^(?:he|she)$/.test(part.lower) ? genderOfPronoun(part.lower) : undefined;
    if (gender === undefined || part.kind !== "word") return;
    const sentence = outline.sentenceOf[index] ?? -1;
    const link = antecedent(outline, { gender, part: index, sentence }, earlier);
    if (link === undefined) return;
    links.set(index, link);
    earlier.push({ ...link, gender, part: index, to: index + 1, sentence, weight: weightOf(scene, index, index + 1) });
  });
  return links;
}

/** "the actor": most likely someone named before. */
const isAnaphor = ({ meant, words }: PersonMention) => meant === undefined && /^(?:the|this)\s/iu.test(words);
const GONE_BACK = 0.82;

function goneBack(outline: Outline, person: PersonMention, earlier: readonly PersonMention[]): PersonMention {
  const link = antecedent(outline, person, earlier);
  if (link === undefined) return person;
  const gender = person.gender ?? earlier.findLast(({ meant }) => meant?.name === link.meant?.name)?.gender;
  return { ...person, meant: link.meant, sure: Math.min(link.sure, GONE_BACK), ...(gender && { gender }) };
}

/** The actor whose mention reaches to the end of the phrase: persons before bodies before places. */
function namedBy({ text }: Outline, actors: readonly ActorMention[], span: Span): Link | undefined {
  const ending: ActorMention[] = [];
  for (let at = firstEndingAfter(actors, span.start); at < actors.length; at++) {
    const mention = actors[at];
    if (mention === undefined || mention.start >= span.end) break;
    if (mention.end >= span.end && mention.start < span.end) ending.push(mention);
    // "Professor NAME of the institute": not the institute.
    const isOf = /^\s(?:of|from|at|in|for|with)\s/.test(text.slice(mention.end, Math.min(span.end, mention.end + 6)));
    if (mention.kind === "person" && mention.start >= span.start && isOf) return { meant: mention, sure: 1 };
  }
  const meant =
    ending.find(({ kind }) => kind === "person") ?? ending.find(({ kind }) => kind === "organisation") ?? ending[0];
  if (meant === undefined || (meant.kind === "organisation" && isOfficer(text.slice(span.start, meant.start))))
    return undefined;
  return { meant, sure: 1 };
}

/** "the DG", before a body: who is at its head speaks, not the body. */
const isOfficer = (before: string) => isTitleHead(/(\p{L}+)\s$/u.exec(before)?.[1]?.toLowerCase() ?? "");

/** "A preacher, NAME, said": the phrase is the preacher, and the preacher is NAME. */
function apposed(outline: Outline, phrase: NounPhrase, named: ReadonlyMap<number, Placed>): Link | undefined {
  const name = named.get(phrase.to + 1);
  return name === undefined || !isRoleOf(outline, phrase, { from: name.part, to: name.to })
    ? undefined
    : { meant: name.mention, sure: APPOSED };
}

/** Where to begin to look for mentions that meet an offset: no mention is longer than LONGEST_MENTION. */
function firstEndingAfter(actors: readonly ActorMention[], offset: number): number {
  let [low, high] = [0, actors.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((actors[middle]?.start ?? 0) < offset - LONGEST_MENTION) low = middle + 1;
    else high = middle;
  }
  return low;
}
