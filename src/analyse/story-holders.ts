import type { Vector } from "./story-vectors.ts";

/** A story as a holder of terms: with how many items. */
export type Holding = { size: number };

/** A term that so many stories hold picks none of them. */
const COMMON = 500;
/** So many look-ups pick the stories, spent on the rarest terms first: the cost of an item does not grow with the window. */
const LOOKED_UP = 1500;
/** So many stories are compared in full. */
const NEAREST = 6;

/** Which stories hold a term, and in how many of their items. */
export type Holders<Story extends Holding> = {
  add(term: string, story: Story): void;
  drop(term: string, story: Story): void;
  /** The number of stories that hold a term. */
  count(term: string): number;
  /** The stories that hold the rarest terms in most of their items, the closest first. */
  nearest(vector: Vector): Story[];
};

export function createHolders<Story extends Holding>(): Holders<Story> {
  const holders = new Map<string, Map<Story, number>>();

  const nearest = (vector: Vector): Story[] => {
    const scores = new Map<Story, number>();
    let left = LOOKED_UP;
    for (const [term, weight] of vector) {
      const known = holders.get(term);
      if (known === undefined || known.size > COMMON) continue;
      for (const [story, items] of known)
        scores.set(story, (scores.get(story) ?? 0) + (weight * weight * items) / story.size);
      left -= known.size;
      if (left < 0) break;
    }
    return closest(scores);
  };
  return {
    add(term, story) {
      const known = holders.get(term);
      if (known === undefined) holders.set(term, new Map([[story, 1]]));
      else known.set(story, (known.get(story) ?? 0) + 1);
    },
    drop(term, story) {
      const known = holders.get(term);
      const items = (known?.get(story) ?? 0) - 1;
      if (items > 0) known?.set(story, items);
      else known?.delete(story);
      if (known?.size === 0) holders.delete(term);
    },
    count: (term) => holders.get(term)?.size ?? 0,
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
