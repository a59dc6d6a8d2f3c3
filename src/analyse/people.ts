import type { Span } from "../model/article.ts";
import type { ActorMention, Speaker } from "../model/findings.ts";
import { isCue } from "../text/cue-verbs.ts";
import { fold } from "../text/fold.ts";
import { isTitleHead } from "../text/titles.ts";
import { AUXILIARIES, isAdverb, PREPOSITIONS } from "../text/word-classes.ts";
import type { Lexicon } from "./lexicon.ts";
import type { NounPhrase } from "./noun-phrases.ts";
import { antecedent, genderOf, genderOfPronoun, type PersonMention } from "./pronouns.ts";
import type { Outline } from "./sentence-parts.ts";

/** Tells whom a phrase of one text means. */
export type People = {
  /** The phrase as a speaker, with the name it resolves to where that is certain enough. */
  resolve(phrase: NounPhrase): Speaker;
};

const SUBJECT = 2;
const SPEAKING = 1.2;
const POSSESSIVE = -1.5;

type Meant = Pick<ActorMention, "name" | "actor">;

/** Makes the resolver for one text. Names inside quotations are never what a pronoun outside means. */
export function createPeople(outline: Outline, actors: readonly ActorMention[], holders: Holders): People {
  const persons = personMentions(outline, actors, holders.lexicon);
  const pronouns = resolvePronouns(outline, persons);
  return {
    resolve(phrase) {
      const span = phraseSpan(outline, phrase);
      const words = { ...span, text: outline.text.slice(span.start, span.end) };
      const meant = pronouns.get(phrase.from) ?? named(actors, span) ?? described(outline, phrase, persons, holders);
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

/** Whether a mention stands where subjects stand, speaks, or only owns something. */
function weightOf({ parts, sentences, sentenceOf }: Outline, from: number, to: number): number {
  const before = parts[from - 1]?.lower ?? "";
  const starts = sentences[sentenceOf[from] ?? -1]?.from === from;
  let next = to;
  while (AUXILIARIES.has(parts[next]?.lower ?? "") || isAdverb(parts[next]?.lower ?? "")) next++;
  const speaks = isCue(parts[next]?.lower ?? "") || isCue(before);
  const isSubject =
    starts || speaks || next > to || !(PREPOSITIONS.has(before) || /^(?:and|the|,)$/.test(before) || isCue(before));
  return (isSubject ? SUBJECT : 0) + (speaks ? SPEAKING : 0) + (parts[to - 1]?.possessive ? POSSESSIVE : 0);
}

function personMentions(outline: Outline, actors: readonly ActorMention[], lexicon: Lexicon): PersonMention[] {
  const found: PersonMention[] = [];
  let part = 0;
  for (const mention of actors) {
    while (part < outline.parts.length && (outline.parts[part]?.end ?? 0) <= mention.start) part++;
    const first = outline.parts[part];
    if (mention.kind !== "person" || first === undefined || first.kind === "quotation") continue;
    let to = part + 1;
    while ((outline.parts[to]?.start ?? Infinity) < mention.end) to++;
    const sentence = outline.sentenceOf[part] ?? -1;
    const gender = genderOf(mention, lexicon);
    found.push({
      mention,
      sentence,
      part,
      weight: weightOf(outline, part, to),
      ...(gender === undefined ? {} : { gender }),
    });
  }
  return found;
}

/** Every "he" and "she" outside quotations, in order: what one means helps to tell the next. */
function resolvePronouns(outline: Outline, persons: readonly PersonMention[]): ReadonlyMap<number, ActorMention> {
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
      weight: weightOf(outline, index, index + 1),
    });
  });
  return meant;
}

/** The last actor whose mention ends with the phrase, or who stands in it: persons before bodies before places. */
function named(actors: readonly ActorMention[], span: Span): Meant | undefined {
  const inside = actors.filter((mention) => mention.start < span.end && mention.end > span.start);
  const ending = inside.filter((mention) => mention.end >= span.end);
  return (
    ending.find((mention) => mention.kind === "person") ??
    ending.find((mention) => mention.kind === "organisation") ??
    ending[0]
  );
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
  const earlier = persons.findLast((person) => person.part < phrase.from && hasTitle(person.mention, title));
  if (earlier !== undefined) return earlier.mention;
  const holders = lexicon.holders(words.slice(1).join(" "), day);
  const holder = holders.length === 1 ? holders[0] : undefined;
  return holder === undefined
    ? undefined
    : { name: holder.name, ...(holder.id === undefined ? {} : { actor: holder.id }) };
}

function hasTitle(mention: ActorMention, title: string): boolean {
  return ` ${fold(mention.text)} `.includes(` ${title} `);
}
