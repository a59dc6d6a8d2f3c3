import { isCue, isCueParticiple, isFiniteCue, isPhrasalCue } from "../../text/cue-verbs.ts";
import { isTitleHead } from "../../text/names/titles.ts";
import { isAdverb } from "../../text/word-classes.ts";
import { isPlainNoun } from "../names/capital-runs.ts";
import type { NounPhrase } from "../names/noun-phrases.ts";
import type { Subjects } from "../names/subjects.ts";
import type { Quotation } from "../reading/quotation-marks.ts";
import type { Outline } from "../reading/sentence-parts.ts";

/** The rule that found a speaker. */
export type SpeakerRule =
  | "right subject verb"
  | "right verb subject"
  | "according to"
  | "left subject verb"
  | "left verb subject"
  | "with name"
  | "colon"
  | "signature"
  | "same paragraph"
  | "continuation"
  | "sentence before"
  | "sentence subject"
  | "paragraph before"
  | "carried"
  /** No rule: the likeliest phrase by the weights that were learned. */
  | "ranked";

/** Who says a quotation, as a phrase of the text, with the part of the cue. */
export type Attribution = { readonly phrase: NounPhrase; readonly rule: SpeakerRule; readonly cue?: number };

/** A text with its quotations while their speakers are looked for. */
export type Scene = {
  readonly outline: Outline;
  readonly subjects: Subjects;
  readonly quotations: readonly Quotation[];
  /** What was found so far, by quotation. */
  readonly found: (Attribution | undefined)[];
};

/** One quotation and where it stands. */
export type Place = {
  readonly index: number;
  readonly quotation: Quotation;
  readonly part: number;
  readonly sentence: number;
};

/** What is written at a part. */
export function partText({ outline }: Scene, at: number): string {
  return outline.parts[at]?.text ?? "";
}

/** The same in lower case. */
export function partLower({ outline }: Scene, at: number): string {
  return outline.parts[at]?.lower ?? "";
}

/** "said NAME", "said on Friday NAME" is too loose: the phrase begins right after the verb and its adverbs. */
export function phraseAfter(scene: Scene, verb: number, sentence: number): NounPhrase | undefined {
  let at = verb + 1;
  while (isAdverb(partLower(scene, at))) at++;
  const phrase = phraseAt(scene, at, sentence);
  return phrase === undefined ? undefined : namedAfterRole(scene, phrase, sentence);
}

const LONGEST_ROLE = 5;

/** The phrase that begins at a part. After a verb of saying any plain words before a name are its role: "said oil trader NAME". */
function phraseAt(scene: Scene, from: number, sentence: number): NounPhrase | undefined {
  const phrases = scene.subjects.phrases(sentence);
  const phrase = phrases.find((each) => each.from === from);
  if (phrase !== undefined) return phrase;
  const next = phrases.find((each) => each.from > from);
  if (next?.kind !== "name" || next.preposition !== undefined || next.from - from > LONGEST_ROLE) return undefined;
  for (let at = from; at < next.from; at++) if (!isPlainNoun(scene.outline.parts[at])) return undefined;
  return { from, to: next.to, kind: "name" };
}

/** "the farm's owner, NAME": a role between the verb and a comma is followed by its name. */
function namedAfterRole(scene: Scene, phrase: NounPhrase, sentence: number): NounPhrase {
  if (phrase.kind !== "noun" || partText(scene, phrase.to) !== ",") return phrase;
  const name = scene.subjects.phrases(sentence).find((each) => each.from === phrase.to + 1);
  if (name?.kind !== "name") return phrase;
  const after = partText(scene, name.to);
  return after === "" || /^[.,;]$/.test(after) || scene.outline.sentences[sentence]?.to === name.to ? name : phrase;
}

/** "the bank's chairman, NAME NAME, said": a role before the comma belongs to the mention of its bearer. */
export function withRole({ parts, sentenceOf }: Outline, subjects: Subjects, phrase: NounPhrase): NounPhrase {
  const { from, to, kind } = phrase;
  if (kind !== "name" || to - from < 2 || parts[from - 1]?.text !== ",") return phrase;
  const after = parts[to];
  if (after !== undefined && after.kind === "word" && sentenceOf[to] === sentenceOf[from]) return phrase;
  const role = subjects.phrases(sentenceOf[from] ?? -1).find((each) => each.to === from - 1);
  const isRole = role?.kind === "noun" && isTitleHead(parts[role.to - 1]?.lower ?? "");
  return isRole ? { ...phrase, from: role.from } : phrase;
}

/** Whether the word at a part is a verb of saying, alone or with the next one: "said", "shot back". */
export function isCueAt({ parts }: Outline, at: number): boolean {
  const word = parts[at]?.lower ?? "";
  return isCue(word) || isPhrasalCue(word, parts[at + 1]?.lower ?? "");
}

/** The same for finite forms. */
export function isFiniteCueAt({ parts }: Outline, at: number): boolean {
  const word = parts[at]?.lower ?? "";
  return isFiniteCue(word) || isPhrasalCue(word, parts[at + 1]?.lower ?? "");
}

/** "was asked", "are feared", "is reported": the subject is not who speaks. */
export function isPassive({ parts }: Outline, at: number): boolean {
  let before = at - 1;
  while (isAdverb(parts[before]?.lower ?? "")) before--;
  const verb = parts[before]?.lower ?? "";
  return /^(?:is|are|was|were|be|been|being)$/.test(verb) && !isCueParticiple(parts[at]?.lower ?? "");
}

/** The source that "according to" at a part names. */
export function accordingTo(scene: Scene, at: number, sentence: number): Attribution | undefined {
  const phrase = scene.subjects.phrases(sentence).find((each) => each.from >= at + 2);
  if (phrase === undefined || phrase.from > at + 4) return undefined;
  return { phrase: namedAfterRole(scene, phrase, sentence), rule: "according to", cue: at };
}
