import type { Terms } from "./story-terms.ts";
import { createWeights, type Vector, type Weights } from "./story-vectors.ts";

/** An item in the window of the story index. */
export type Member = {
  readonly id: string;
  /** Milliseconds. */
  readonly at: number;
  /** Counts arrivals. */
  readonly order: number;
  readonly terms: Terms;
  readonly vector: Vector;
  readonly names: ReadonlySet<string>;
  readonly kinds: ReadonlySet<string>;
  story: string;
};

/** Few rare terms pick the items to compare; the score is made of all terms. */
const QUERY_TERMS = 12;
/** A term in more items than this picks no one. */
const COMMON = 1000;
/** So many items are compared in full. */
const NEAREST = 48;

/** The items of the window by id, story and term. */
export type Members = {
  readonly weights: Weights;
  get(id: string): Member | undefined;
  /** The items of a story in order of arrival. */
  of(story: string): readonly Member[];
  add(member: Member): void;
  drop(member: Member): void;
  /** Takes out and gives the oldest items up to the first that is not older than `at`. */
  dropBefore(at: number): Member[];
  /** Items that share rare terms, the closest first. */
  nearest(vector: Vector): Member[];
  /** Moves all items of one story into another. */
  move(from: string, into: string): void;
};

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function createPostings() {
  const holders = new Map<string, Set<Member>>();
  return {
    add(member: Member): void {
      for (const term of member.vector.keys()) {
        const known = holders.get(term);
        if (known === undefined) holders.set(term, new Set([member]));
        else known.add(member);
      }
    },
    drop(member: Member): void {
      for (const term of member.vector.keys()) {
        const known = holders.get(term);
        known?.delete(member);
        if (known?.size === 0) holders.delete(term);
      }
    },
    nearest(vector: Vector): Member[] {
      const scores = new Map<Member, number>();
      for (const [term, weight] of [...vector].slice(0, QUERY_TERMS)) {
        const known = holders.get(term);
        if (known === undefined || known.size > COMMON) continue;
        for (const member of known)
          scores.set(member, (scores.get(member) ?? 0) + weight * (member.vector.get(term) ?? 0));
      }
      return [...scores]
        .sort((a, b) => b[1] - a[1] || a[0].order - b[0].order)
        .slice(0, NEAREST)
        .map(([member]) => member);
    },
  };
}

export function createMembers(): Members {
  const weights = createWeights();
  const byId = new Map<string, Member>();
  const byStory = new Map<string, Member[]>();
  const postings = createPostings();

  const drop = (member: Member): void => {
    byId.delete(member.id);
    weights.unlearn(member.terms);
    postings.drop(member);
    const left = (byStory.get(member.story) ?? []).filter((other) => other !== member);
    if (left.length > 0) byStory.set(member.story, left);
    else byStory.delete(member.story);
  };
  return {
    weights,
    get: (id) => byId.get(id),
    of: (story) => byStory.get(story) ?? [],
    add(member) {
      byId.set(member.id, member);
      append(byStory, member.story, member);
      weights.learn(member.terms);
      postings.add(member);
    },
    drop,
    dropBefore(at) {
      const old: Member[] = [];
      for (const member of byId.values()) {
        if (member.at >= at) break;
        old.push(member);
      }
      for (const member of old) drop(member);
      return old;
    },
    nearest: postings.nearest,
    move(from, into) {
      const moved = byStory.get(from) ?? [];
      for (const member of moved) member.story = into;
      byStory.set(
        into,
        [...(byStory.get(into) ?? []), ...moved].sort((a, b) => a.order - b.order),
      );
      byStory.delete(from);
    },
  };
}
