import type { Span } from "../model/article.ts";
import type { ActorMention, Speaker } from "../model/findings.ts";
import { isCue, isFiniteCue } from "../text/cue-verbs.ts";
import { fold } from "../text/fold.ts";
import { isTitleHead } from "../text/titles.ts";
import { AUXILIARIES, isAdverb } from "../text/word-classes.ts";
import type { Lexicon } from "./lexicon.ts";
import type { NounPhrase } from "./noun-phrases.ts";
import { antecedent, genderOf, genderOfPronoun, type PersonMention } from "./pronouns.ts";
import type { Outline } from "./sentence-parts.ts";
import type { Subjects } from "./subjects.ts";

/** Tells whom a phrase of one text means. */
export type People = {
  /** The phrase as a speaker, with the name it resolves to where that is certain enough. */
  resolve(phrase: NounPhrase): Speaker;
};

const MAIN_SUBJECT = 2;
/** The subject of a clause inside another: "said that NAME had". */
const INNER_SUBJECT = 0.9;
const SPEAKING = 1.2;
const POSSESSIVE = -1.5;
const LONGEST_APPOSITION = 30;
const LONGEST_MENTION = 200;

/** What a text's sentences are laid out as. */
export type Scene = { readonly outline: Outline; readonly subjects: Subjects };

type Meant = Pick<ActorMention, "name" | "actor">;

/** Makes the resolver for one text. Names inside quotations are never what a pronoun outside means. */
export function createPeople(scene: Scene, actors: readonly ActorMention[], holders: Holders): People {
  const { outline } = scene;
  const persons = personMentions(scene, actors, holders.lexicon);
  const pronouns = resolvePronouns(scene, persons);
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

/** How much its place speaks for a mention: main subjects and those who speak more, owners less. */
function weightOf({ outline, subjects }: Scene, from: number, to: number): number {
  const sentence = outline.sentenceOf[from] ?? -1;
  const owns = outline.parts[to - 1]?.possessive ? POSSESSIVE : 0;
  const main = subjects.main(sentence, outline.sentences[sentence]?.to ?? 0);
  if (main !== undefined && main.from < to && from < main.to) {
    return MAIN_SUBJECT + owns + (isSpeaker(outline, sentence, to) ? SPEAKING : 0);
  }
  if (isCue(outline.parts[from - 1]?.lower ?? "") && /[,”"]/.test(outline.parts[from - 2]?.text.slice(-1) ?? "")) {
    return MAIN_SUBJECT + SPEAKING + owns;
  }
  let next = to;
  while (isAdverb(outline.parts[next]?.lower ?? "")) next++;
  const verb = outline.parts[next]?.lower ?? "";
  return (AUXILIARIES.has(verb) || isFiniteCue(verb) ? INNER_SUBJECT : 0) + owns;
}

/** Whether a verb of saying follows a subject before the next mark, an apposition stepped over. */
function isSpeaker({ parts, sentences }: Outline, sentence: number, to: number): boolean {
  const end = Math.min(sentences[sentence]?.to ?? 0, to + LONGEST_APPOSITION);
  let commas = 0;
  for (let at = to; at < end && commas < 3; at++) {
    if (parts[at]?.kind === "quotation") return false;
    if (parts[at]?.text === ",") commas++;
    else if (isFiniteCue(parts[at]?.lower ?? "")) return commas !== 1;
  }
  return false;
}

function personMentions(scene: Scene, actors: readonly ActorMention[], lexicon: Lexicon): PersonMention[] {
  const { outline } = scene;
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
    const weight = weightOf(scene, part, to);
    found.push({ mention, sentence, part, weight, ...(gender === undefined ? {} : { gender }) });
  }
  return found;
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
