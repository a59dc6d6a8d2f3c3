import type { Terms } from "./story-terms.ts";
import { usualShare } from "./usual-words.ts";

/** Weighted terms of unit length, the strongest first. */
export type Vector = ReadonlyMap<string, number>;

const STRONGEST = 60;
/** So many unseen items stand behind the first ones: everyday words are usual in them, and all others new. */
const BACKGROUND = 400;
/** Even a term that is everywhere says a little. */
const LEAST_RARITY = 0.2;

function unit(weighed: readonly (readonly [string, number])[]): Vector {
  const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return new Map(weighed.map(([term, weight]) => [term, weight / length]));
}

/**
 * Weighs terms by how few stories hold them: TF-IDF over a stream. Stories are counted, not items: what a hundred outlets
 * tell of one event is still what tells this event from others.
 */
export function vectorOf(terms: Terms, stories: (term: string) => number, items: number): Vector {
  const rarity = (term: string): number =>
    Math.max(
      0,
      Math.log((items + BACKGROUND + 1) / (stories(term) + usualShare(term) * BACKGROUND + 1)) + LEAST_RARITY,
    );
  return unit(
    [...terms]
      .map(([term, { count }]): [string, number] => [term, (count < 1 ? count : 1 + Math.log(count)) * rarity(term)])
      .sort((a, b) => b[1] - a[1])
      .slice(0, STRONGEST),
  );
}

/** The cosine of two vectors of unit length. */
export function cosine(a: Vector, b: Vector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
}

/** The direction in which several vectors point together. */
export function centre(vectors: readonly Vector[]): Vector {
  const sum = new Map<string, number>();
  for (const vector of vectors) for (const [term, weight] of vector) sum.set(term, (sum.get(term) ?? 0) + weight);
  return unit([...sum]);
}
