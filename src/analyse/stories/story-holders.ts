import type { Vector } from "./story-vectors.ts";

/** A term that so many stories hold picks none of them. */
const COMMON = 200;
/** So many look-ups pick the stories, spent on the strongest terms first: the cost of an item does not grow with the window. */
const LOOKED_UP = 300;
/** So many stories are compared in full. */
const NEAREST = 6;
/** Most terms are held by one or two stories, which stand in a row; more of them are looked up. */
const FEW = 8;

/** What a story must have to be picked: its number of items, and room for the points of the pick it was found in. */
export type Pickable = { readonly size: number; points: number; pick: number };

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

export function createHolders<Story extends Pickable>(): Holders<Story> {
  const numbers = new Map<string, number>();
  const terms: { readonly term: string; readonly stories: Counts<Story> }[] = [];
  const free: number[] = [];
  let picks = 0;

  const nearest = (vector: Vector): Story[] => {
    const pick = ++picks;
    const picked: Story[] = [];
    let left = LOOKED_UP;
    for (let at = 0; at < vector.terms.length && left > 0; at++) {
      const stories = terms[vector.terms[at] ?? 0]?.stories;
      if (stories === undefined || stories.size > COMMON) continue;
      const points = (vector.weights[at] ?? 0) ** 2;
      stories.forEach((items, story) => {
        if (story.pick !== pick) {
          story.pick = pick;
          story.points = 0;
          picked.push(story);
        }
        story.points += (points * items) / story.size;
      });
      left -= stories.size;
    }
    return closest(picked);
  };
  return {
    number(term) {
      const known = numbers.get(term);
      if (known !== undefined) return known;
      const number = free.pop() ?? terms.length;
      numbers.set(term, number);
      terms[number] = { term, stories: new Counts() };
      return number;
    },
    add: (term, story) => terms[term]?.stories.add(story),
    drop(number, story) {
      const known = terms[number];
      if (known === undefined) return;
      known.stories.drop(story);
      if (known.stories.size > 0) return;
      numbers.delete(known.term);
      free.push(number);
    },
    count: (term) => terms[term]?.stories.size ?? 0,
    nearest,
  };
}

/** How often each story was added, in the order in which they came; small while they are few. */
class Counts<Story> {
  readonly #few: Story[] = [];
  readonly #counts: number[] = [];
  #many: Map<Story, number> | undefined;

  get size(): number {
    return this.#many?.size ?? this.#few.length;
  }

  add(story: Story): void {
    if (this.#many !== undefined) {
      this.#many.set(story, (this.#many.get(story) ?? 0) + 1);
      return;
    }
    const place = this.#few.indexOf(story);
    if (place >= 0) this.#counts[place] = (this.#counts[place] ?? 0) + 1;
    else {
      this.#few.push(story);
      this.#counts.push(1);
      if (this.#few.length > FEW) this.#many = new Map(this.#few.map((one, at) => [one, this.#counts[at] ?? 0]));
    }
  }

  drop(story: Story): void {
    if (this.#many !== undefined) {
      const count = (this.#many.get(story) ?? 0) - 1;
      if (count > 0) this.#many.set(story, count);
      else this.#many.delete(story);
      return;
    }
    const place = this.#few.indexOf(story);
    if (place < 0) return;
    const count = (this.#counts[place] ?? 0) - 1;
    this.#counts[place] = count;
    if (count > 0) return;
    this.#few.splice(place, 1);
    this.#counts.splice(place, 1);
  }

  forEach(work: (count: number, story: Story) => void): void {
    if (this.#many !== undefined) this.#many.forEach(work);
    else for (const [at, story] of this.#few.entries()) work(this.#counts[at] ?? 0, story);
  }
}

/** The best few of many, without sorting all. */
function closest<Story extends Pickable>(picked: readonly Story[]): Story[] {
  const best: Story[] = [];
  for (const story of picked) {
    const last = best[NEAREST - 1];
    if (last !== undefined && story.points <= last.points) continue;
    const at = best.findIndex((other) => other.points < story.points);
    best.splice(at < 0 ? best.length : at, 0, story);
    if (best.length > NEAREST) best.pop();
  }
  return best;
}
