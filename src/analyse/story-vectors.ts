import type { Terms } from "./story-terms.ts";
import { usualShare } from "./usual-words.ts";

/** Weighted terms of unit length, the strongest first. */
export type Vector = ReadonlyMap<string, number>;

const STRONGEST = 60;
/** So many unseen items stand behind the first ones: everyday words are usual in them, and all others new. */
const BACKGROUND = 400;
/** Even a term that is everywhere says a little. */
const LEAST_RARITY = 0.2;

/** Counts in how many items each term stands, and weighs terms by how few that is: TF-IDF over a stream. */
export type Weights = {
  learn(terms: Terms): void;
  unlearn(terms: Terms): void;
  vector(terms: Terms): Vector;
};

function unit(weighed: readonly (readonly [string, number])[]): Vector {
  const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return new Map(weighed.map(([term, weight]) => [term, weight / length]));
}

export function createWeights(): Weights {
  const seen = new Map<string, number>();
  let items = 0;
  const change = (terms: Terms, step: 1 | -1): void => {
    items += step;
    for (const term of terms.keys()) {
      const left = (seen.get(term) ?? 0) + step;
      if (left > 0) seen.set(term, left);
      else seen.delete(term);
    }
  };
  const rarity = (term: string): number =>
    Math.max(
      0,
      Math.log((items + BACKGROUND + 1) / ((seen.get(term) ?? 0) + usualShare(term) * BACKGROUND + 1)) + LEAST_RARITY,
    );
  return {
    learn: (terms) => change(terms, 1),
    unlearn: (terms) => change(terms, -1),
    vector: (terms) =>
      unit(
        [...terms]
          .map(([term, { count }]): [string, number] => [
            term,
            (count < 1 ? count : 1 + Math.log(count)) * rarity(term),
          ])
          .sort((a, b) => b[1] - a[1])
          .slice(0, STRONGEST),
      ),
  };
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
