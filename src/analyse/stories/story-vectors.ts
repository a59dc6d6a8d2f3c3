/** The strongest terms of an item, by their numbers, with weights of unit length, the strongest first. */
export type Vector = { readonly terms: readonly number[]; readonly weights: readonly number[] };

/** A term of an item: its number, how often it counts, how many stories hold it, and its share of all news. */
export type Weighable = {
  readonly number: number;
  readonly count: number;
  readonly stories: number;
  readonly usual: number;
};

const STRONGEST = 60;
/** So many unseen items stand behind the first ones: everyday words are usual in them, and all others new. */
const BACKGROUND = 250;
/** Even a term that is everywhere says a little. */
const LEAST_RARITY = 0.2;

/**
 * Weighs terms by how few stories hold them: TF-IDF over a stream of so many items. Stories are counted, not items: what a
 * hundred outlets tell of one event is still what tells this event from others.
 */
export function vectorOf(terms: readonly Weighable[], items: number): Vector {
  const rarity = ({ stories, usual }: Weighable): number =>
    Math.max(0, Math.log((items + BACKGROUND + 1) / (stories + usual * BACKGROUND + 1)) + LEAST_RARITY);
  const strongest = terms
    .map((term) => ({
      number: term.number,
      weight: (term.count < 1 ? term.count : 1 + Math.log(term.count)) * rarity(term),
    }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, STRONGEST);
  const length = Math.sqrt(strongest.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1;
  return {
    terms: strongest.map(({ number }) => number),
    weights: strongest.map(({ weight }) => Math.fround(weight / length)),
  };
}

/** The weights of the vector that is compared, by the number of the term; all 0 between comparisons. */
let spread = new Float32Array(1 << 16);

/** Lends a function that gives the cosine of `one` and another vector; it is valid until `work` returns. */
export function comparing<T>(one: Vector, work: (cosine: (other: Vector) => number) => T): T {
  const { terms, weights } = one;
  const most = terms.reduce((max, term) => Math.max(max, term), 0);
  if (most >= spread.length) spread = new Float32Array(2 * most);
  for (let at = 0; at < terms.length; at++) spread[terms[at] ?? 0] = weights[at] ?? 0;
  try {
    return work(cosineToSpread);
  } finally {
    for (const term of terms) spread[term] = 0;
  }
}

function cosineToSpread({ terms, weights }: Vector): number {
  let sum = 0;
  for (let at = 0; at < terms.length; at++) sum += (weights[at] ?? 0) * (spread[terms[at] ?? 0] ?? 0);
  return sum;
}

/** The cosine between the directions in which two groups of vectors point. */
export function cosineOfGroups(a: readonly Vector[], b: readonly Vector[]): number {
  const [one, other] = [sumOf(a), sumOf(b)];
  let sum = 0;
  for (const [term, weight] of one) sum += weight * (other.get(term) ?? 0);
  return sum / (lengthOf(one) * lengthOf(other) || 1);
}

function sumOf(vectors: readonly Vector[]): ReadonlyMap<number, number> {
  const sum = new Map<number, number>();
  for (const { terms, weights } of vectors)
    terms.forEach((term, at) => {
      sum.set(term, (sum.get(term) ?? 0) + (weights[at] ?? 0));
    });
  return sum;
}

function lengthOf(sum: ReadonlyMap<number, number>): number {
  let squares = 0;
  for (const weight of sum.values()) squares += weight * weight;
  return Math.sqrt(squares);
}
