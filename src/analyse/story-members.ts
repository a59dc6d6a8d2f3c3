import { createHolders, type Holding } from "./story-holders.ts";
import type { Terms } from "./story-terms.ts";
import { type Vector, vectorOf } from "./story-vectors.ts";

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
  readonly deeds: ReadonlySet<string>;
  story: string;
};

/** The items of the window by id, story and term. */
export type Members = {
  /** The weights of terms as they are now. */
  vector(terms: Terms): Vector;
  get(id: string): Member | undefined;
  /** The items of a story in order of arrival. */
  of(story: string): readonly Member[];
  add(member: Member): void;
  drop(member: Member): void;
  /** Takes out and gives the oldest items up to the first that is not older than `at`. */
  dropBefore(at: number): Member[];
  /** Stories that share rare terms, the closest first. */
  near(vector: Vector): string[];
  /** Moves all items of one story into another. */
  move(from: string, into: string): void;
};

type Held = Holding & { readonly id: string; readonly members: Member[] };

export function createMembers(): Members {
  const byId = new Map<string, Member>();
  const byStory = new Map<string, Held>();
  const holders = createHolders<Held>();

  const take = (member: Member): Held => {
    const known = byStory.get(member.story);
    const story = known ?? { id: member.story, size: 0, members: [] };
    if (known === undefined) byStory.set(story.id, story);
    story.members.push(member);
    story.size++;
    for (const term of member.terms.keys()) holders.add(term, story);
    return story;
  };
  const drop = (member: Member): void => {
    byId.delete(member.id);
    const story = byStory.get(member.story);
    if (story === undefined) return;
    story.members.splice(story.members.indexOf(member), 1);
    story.size--;
    for (const term of member.terms.keys()) holders.drop(term, story);
    if (story.size === 0) byStory.delete(story.id);
  };
  return {
    vector: (terms) => vectorOf(terms, (term) => holders.count(term), byId.size),
    get: (id) => byId.get(id),
    of: (story) => byStory.get(story)?.members ?? [],
    add(member) {
      byId.set(member.id, member);
      take(member);
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
    move(from, into) {
      const left = byStory.get(from);
      if (left === undefined || from === into) return;
      for (const member of [...left.members]) {
        drop(member);
        member.story = into;
        byId.set(member.id, member);
        take(member);
      }
      byStory.get(into)?.members.sort((a, b) => a.order - b.order);
    },
  };
}
