import type { Terms } from "./story-terms.ts";

/** Weighted terms of unit length, the strongest first. */
export type Vector = ReadonlyMap<string, number>;

const STRONGEST = 60;
/** A term not seen yet is taken as one of so many unseen items' rare words, so that the first items are comparable. */
const BACKGROUND = 400;

/** Counts in how many items a term stands, and weighs terms by how few that is. */
export type Weights = {
  learn(terms: Terms): void;
  unlearn(terms: Terms): void;
  vector(terms: Terms): Vector;
};

export function createWeights(usual: ReadonlyMap<string, number>): Weights {
  const counts = new Map<string, number>();
  let items = 0;
  const add = (terms: Terms, step: number): void => {
    items += step;
    for (const term of terms.keys()) {
      const left = (counts.get(term) ?? 0) + step;
      if (left > 0) counts.set(term, left);
      else counts.delete(term);
    }
  };
  const rarity = (term: string): number =>
    Math.log((items + BACKGROUND + 1) / ((counts.get(term) ?? 0) + (usual.get(term) ?? 0) * BACKGROUND + 1)) + 0.2;
  return {
    learn: (terms) => add(terms, 1),
    unlearn: (terms) => add(terms, -1),
    vector(terms) {
      const weighed = [...terms].map(([term, n]): [string, number] => [
        term,
        (n < 1 ? n : 1 + Math.log(n)) * Math.max(0, rarity(term)),
      ]);
      const strongest = weighed.sort((a, b) => b[1] - a[1]).slice(0, STRONGEST);
      const length = Math.sqrt(strongest.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
      return new Map(strongest.map(([term, weight]) => [term, weight / length]));
    },
  };
}

/** The cosine of two vectors of unit length. */
export function cosine(a: Vector, b: Vector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
}
