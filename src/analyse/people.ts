import type { Span } from "../model/article.ts";
import type { ActorMention, Speaker } from "../model/findings.ts";
import { fold } from "../text/fold.ts";
import { isTitleHead } from "../text/titles.ts";
import type { Lexicon } from "./lexicon.ts";
import type { NounPhrase } from "./noun-phrases.ts";
import { countBefore, type Placed, placed, type Scene, weighed, weightOf } from "./placed-mentions.ts";
import { antecedent, genderOfPronoun, type PersonMention } from "./pronouns.ts";
import type { Outline } from "./sentence-parts.ts";

/** Tells whom a phrase of one text means. */
export type People = {
  /** The phrase as a speaker, with the name it resolves to where that is certain enough. */
  resolve(phrase: NounPhrase): Speaker;
};

const LONGEST_MENTION = 200;
/** "the minister" looks back over this many mentions of persons. */
const TITLES_REMEMBERED = 100;

type Meant = Pick<ActorMention, "name" | "actor">;

/** Makes the resolver for one text. Names inside quotations are never what a pronoun outside means. */
export function createPeople(scene: Scene, actors: readonly ActorMention[], holders: Holders): People {
  const { outline } = scene;
  const persons = placed(scene, actors, "person").map((at) => weighed(scene, at, holders.lexicon));
  const bodies = placed(scene, actors, "organisation");
  const pronouns = resolvePronouns(scene, persons);
  return {
    resolve(phrase) {
      const span = phraseSpan(outline, phrase);
      const words = { ...span, text: outline.text.slice(span.start, span.end) };
      const meant =
        pronouns.get(phrase.from) ??
        named(actors, span) ??
        bodyBefore(outline, phrase, bodies) ??
        described(outline, phrase, persons, holders);
      if (meant === undefined) return words;
      return { ...words, name: meant.name, ...(meant.actor === undefined ? {} : { actor: meant.actor }) };
    },
  };
}

/** Who holds an office when the text was written. */
export type Holders = { readonly lexicon: Lexicon; readonly day: string | undefined };

function phraseSpan({ parts }: Outline, { from, to }: NounPhrase): Span {
  return { start: parts[from]?.start ?? 0, end: parts[to - 1]?.end ?? 0 };
}

/** "it" and "they" are a body only when this sentence and the one before name a single one; else nothing is told. */
function bodyBefore(outline: Outline, { from, kind }: NounPhrase, bodies: readonly Placed[]): Meant | undefined {
  if (kind !== "pronoun" || !/^(?:it|they)$/.test(outline.parts[from]?.lower ?? "")) return undefined;
  const sentence = outline.sentenceOf[from] ?? -1;
  const near: Meant[] = [];
  for (let at = countBefore(bodies, from) - 1; at >= 0; at--) {
    const body = bodies[at];
    if (body === undefined || sentence - body.sentence > 1) break;
    near.push(body.mention);
  }
  const [latest] = near;
  return near.every(({ name }) => name === latest?.name) ? latest : undefined;
}

/** Every "he" and "she" outside quotations, in order: what one means helps to tell the next. */
function resolvePronouns(scene: Scene, persons: readonly PersonMention[]): ReadonlyMap<number, ActorMention> {
  const { outline } = scene;
  const meant = new Map<number, ActorMention>();
  const earlier: PersonMention[] = [];
  let next = 0;
  outline.parts.forEach((part, index) => {
    for (let person = persons[next]; person !== undefined && person.part < index; person = persons[next]) {
      earlier.push(person);
      next++;
    }
    const gender = /^(?:he|she)$/.test(part.lower) ? genderOfPronoun(part.lower) : undefined;
    if (gender === undefined || part.kind !== "word") return;
    const mention = antecedent(outline, { start: part.start, end: part.end, part: index }, earlier);
    if (mention === undefined) return;
    meant.set(index, mention);
    earlier.push({
      mention,
      gender,
      part: index,
      sentence: outline.sentenceOf[index] ?? -1,
      weight: weightOf(scene, index, index + 1),
    });
  });
  return meant;
}

/** The actor whose mention reaches to the end of the phrase: persons before bodies before places. */
function named(actors: readonly ActorMention[], span: Span): Meant | undefined {
  const ending: ActorMention[] = [];
  for (let at = firstEndingAfter(actors, span.start); at < actors.length; at++) {
    const mention = actors[at];
    if (mention === undefined || mention.start >= span.end) break;
    if (mention.end >= span.end && mention.start < span.end) ending.push(mention);
  }
  return (
    ending.find(({ kind }) => kind === "person") ?? ending.find(({ kind }) => kind === "organisation") ?? ending[0]
  );
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

/** "the general", "the president": the latest person of that title, else who holds the office. */
function described(
  outline: Outline,
  phrase: NounPhrase,
  persons: readonly PersonMention[],
  { lexicon, day }: Holders,
): Meant | undefined {
  const words = outline.parts.slice(phrase.from, phrase.to).map((part) => part.lower);
  const title = words.at(-1) ?? "";
  if (phrase.kind !== "noun" || !/^(?:the|this)$/.test(words[0] ?? "") || !isTitleHead(title)) return undefined;
  const last = countBefore(persons, phrase.from);
  const earlier = persons.slice(Math.max(0, last - TITLES_REMEMBERED), last);
  const titled = earlier.findLast((person) => hasTitle(person.mention, title));
  if (titled !== undefined) return titled.mention;
  const holders = lexicon.holders(words.slice(1).join(" "), day);
  const holder = holders.length === 1 ? holders[0] : undefined;
  return holder === undefined
    ? undefined
    : { name: holder.name, ...(holder.id === undefined ? {} : { actor: holder.id }) };
}

function hasTitle(mention: ActorMention, title: string): boolean {
  return ` ${fold(mention.text)} `.includes(` ${title} `);
}
