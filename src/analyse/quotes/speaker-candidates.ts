import type { NounPhrase } from "../names/noun-phrases.ts";
import type { Attribution, Place, Scene } from "./speaker-scene.ts";

/** A phrase that may name the speaker of a quotation. */
export type Candidate = {
  readonly phrase: NounPhrase;
  /** Sentences from the quotation's: 0 is its own, negative ones stand before it. */
  readonly away: number;
  /** Whether it is what the rules say. */
  readonly ruled: boolean;
};

const SENTENCES_BEFORE = 4;
const MOST_BY_SENTENCE = 24;

/**
 * Every name, pronoun and noun phrase of the quotation's sentence and the few before it, in this paragraph and the one
 * before, and of the sentence after in the same paragraph; with the rules' answer wherever it stands.
 */
export function candidatesOf(scene: Scene, place: Place, ruled: Attribution | undefined): Candidate[] {
  const found: Candidate[] = [];
  for (let away = -SENTENCES_BEFORE; away <= 1; away++) {
    const clause = scene.outline.sentences[place.sentence + away];
    if (clause === undefined) continue;
    const paragraphs = place.quotation.paragraph - clause.paragraph;
    if (paragraphs > 1 || paragraphs < 0) continue;
    for (const phrase of near(scene, place, place.sentence + away))
      found.push({ phrase, away, ruled: phrase.from === ruled?.phrase.from });
  }
  if (ruled === undefined || found.some((candidate) => candidate.ruled)) return found;
  const sentence = scene.outline.sentenceOf[ruled.phrase.from] ?? place.sentence;
  return [{ phrase: ruled.phrase, away: sentence - place.sentence, ruled: true }, ...found];
}

/** The phrases of a sentence; only those nearest to the quotation when there are very many. */
function near(scene: Scene, { part }: Place, sentence: number): readonly NounPhrase[] {
  const all = scene.subjects.phrases(sentence);
  if (all.length <= MOST_BY_SENTENCE) return all;
  const next = firstAfter(all, part);
  const from = Math.max(0, Math.min(next - MOST_BY_SENTENCE / 2, all.length - MOST_BY_SENTENCE));
  return all.slice(from, from + MOST_BY_SENTENCE);
}

function firstAfter(phrases: readonly NounPhrase[], part: number): number {
  let [low, high] = [0, phrases.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((phrases[middle]?.from ?? 0) < part) low = middle + 1;
    else high = middle;
  }
  return low;
}
