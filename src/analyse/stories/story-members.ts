import { usualShare } from "../relevance/usual-words.ts";
import { createHolders, type Pickable } from "./story-holders.ts";
import type { Length } from "./story-item.ts";
import type { Tells } from "./story-tells.ts";
import type { Terms } from "./story-terms.ts";
import { type Vector, vectorOf } from "./story-vectors.ts";

/** An item in the window of the story index. */
export type Member = {
  readonly id: string;
  /** Milliseconds. */
  readonly at: number;
  /** Counts arrivals. */
  readonly order: number;
  /** The numbers of all its terms, in their order. */
  readonly terms: readonly number[];
  readonly vector: Vector;
  readonly tells: Tells;
  readonly length: Length;
  story: string;
};

/** The items of the window by id, story and term. */
export type Members = {
  /** Gives an item's terms their numbers, and weighs them as stories are now. An item that is weighed must be added. */
  weigh(terms: Terms): Pick<Member, "terms" | "vector">;
  get(id: string): Member | undefined;
  /** The items of a story in order of arrival. */
  of(story: string): readonly Member[];
  add(member: Member): void;
  drop(member: Member): void;
  /** Takes out and gives the oldest items up to the first that is not older than `at`. */
  dropBefore(at: number): Member[];
  /** Stories that share rare terms, the closest first. */
  near(vector: Vector): string[];
  /** Moves items into a story, of which they become a part in their order. */
  move(items: readonly Member[], into: string): void;
};

/** A story with its items in order of arrival. */
type Held = Pickable & { readonly id: string; size: number; readonly members: Member[] };

export function createMembers(): Members {
  const byId = new Map<string, Member>();
  const byStory = new Map<string, Held>();
  const holders = createHolders<Held>();

  const storyOf = (id: string): Held => {
    const known = byStory.get(id);
    if (known !== undefined) return known;
    const story = { id, size: 0, members: [], points: 0, pick: 0 };
    byStory.set(id, story);
    return story;
  };
  const join = (member: Member): void => {
    const story = storyOf(member.story);
    story.members.push(member);
    story.size++;
    for (const term of member.terms) holders.add(term, story);
  };
  const leave = (member: Member, story: Held): void => {
    story.members.splice(story.members.indexOf(member), 1);
    story.size--;
    for (const term of member.terms) holders.drop(term, story);
    if (story.size === 0) byStory.delete(story.id);
  };
  const drop = (member: Member): void => {
    byId.delete(member.id);
    leave(member, storyOf(member.story));
  };
  return {
    weigh(terms) {
      const weighable = [...terms].map(([term, { count }]) => {
        const number = holders.number(term);
        return { number, count, stories: holders.count(number), usual: usualShare(term) };
      });
      return { terms: weighable.map(({ number }) => number), vector: vectorOf(weighable, byId.size) };
    },
    get: (id) => byId.get(id),
    of: (story) => byStory.get(story)?.members ?? [],
    add(member) {
      byId.set(member.id, member);
      join(member);
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
    near: (vector) => holders.nearest(vector).map(({ id }) => id),
    move(items, into) {
      for (const member of items) {
        const left = storyOf(member.story);
        member.story = into;
        join(member);
        leave(member, left);
      }
      byStory.get(into)?.members.sort((a, b) => a.order - b.order);
    },
  };
}
