import type { Vector } from "./story-vectors.ts";

/** A term that so many stories hold picks none of them. */
const COMMON = 200;
/** So many look-ups pick the stories, spent on the strongest terms first: the cost of an item does not grow with the window. */
const LOOKED_UP = 600;
/** So many stories are compared in full. */
const NEAREST = 6;

/** Which stories hold a term, and in how many of their items. Terms go by numbers, which return when no story holds them. */
export type Holders<Story> = {
  /** The number of a term, known or new. */
  number(term: string): number;
  add(term: number, story: Story): void;
  drop(term: number, story: Story): void;
  /** The number of stories that hold a term. */
  count(term: number): number;
  /** The stories that hold the rarest terms in most of their items, the closest first. */
  nearest(vector: Vector): Story[];
};

export function createHolders<Story extends { readonly size: number }>(): Holders<Story> {
  const numbers = new Map<string, number>();
  const terms: { readonly term: string; readonly stories: Map<Story, number> }[] = [];
  const free: number[] = [];

  const nearest = (vector: Vector): Story[] => {
    const scores = new Map<Story, number>();
    let left = LOOKED_UP;
    for (let at = 0; at < vector.terms.length && left > 0; at++) {
      const stories = terms[vector.terms[at] ?? 0]?.stories;
      if (stories === undefined || stories.size > COMMON) continue;
      const points = (vector.weights[at] ?? 0) ** 2;
      for (const [story, items] of stories) scores.set(story, (scores.get(story) ?? 0) + (points * items) / story.size);
      left -= stories.size;
    }
    return closest(scores);
  };
  return {
    number(term) {
      const known = numbers.get(term);
      if (known !== undefined) return known;
      const number = free.pop() ?? terms.length;
      numbers.set(term, number);
      terms[number] = { term, stories: new Map() };
      return number;
    },
    add(term, story) {
      const stories = terms[term]?.stories;
      stories?.set(story, (stories.get(story) ?? 0) + 1);
    },
    drop(number, story) {
      const known = terms[number];
      if (known === undefined) return;
      const items = (known.stories.get(story) ?? 0) - 1;
      if (items > 0) known.stories.set(story, items);
      else known.stories.delete(story);
      if (known.stories.size > 0) return;
      numbers.delete(known.term);
      free.push(number);
    },
    count: (term) => terms[term]?.stories.size ?? 0,
    nearest,
  };
}

/** The best few of many, without sorting all. */
function closest<Story>(scores: ReadonlyMap<Story, number>): Story[] {
  const best: { readonly story: Story; readonly score: number }[] = [];
  for (const [story, score] of scores) {
    const last = best[NEAREST - 1];
    if (last !== undefined && score <= last.score) continue;
    const at = best.findIndex((other) => other.score < score);
    best.splice(at < 0 ? best.length : at, 0, { story, score });
    if (best.length > NEAREST) best.pop();
  }
  return best.map(({ story }) => story);
}
