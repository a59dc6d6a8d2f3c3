import { shortId } from "../lib/short-id.ts";
import type { Article } from "../model/article.ts";
import type { Findings } from "../model/findings.ts";
import { createDuplicateFinder } from "./duplicates.ts";
import { createGroups } from "./groups.ts";
import type { Placement, StoryIndex } from "./stories.ts";
import { type Terms, termsOf } from "./story-terms.ts";
import { cosine, createWeights, type Vector } from "./story-vectors.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const WINDOW_DAYS = 7;
/** A story is joined from this likeness on; two stories become one when a new item is this close to both. */
const JOIN = 0.14;
const MERGE = 0.2;
const DECAY_HOURS = 720;
const BEST_MEMBERS = 8;
const QUERY_TERMS = 12;
const SMALL_STORY = 4;

type Member = {
  readonly id: string;
  readonly at: number;
  readonly terms: Terms;
  readonly vector: Vector;
  story: string;
  readonly duplicateOf?: string;
};

type Rival = { readonly story: string; readonly likeness: number; readonly nearest: Member };

/** The stories of the last days, in memory: streaming TF-IDF with online merging of stories. */
export function createStoryIndex(options: { readonly windowDays?: number } = {}): StoryIndex {
  const windowMs = (options.windowDays ?? WINDOW_DAYS) * DAY_MS;
  const members = new Map<string, Member>();
  const stories = new Map<string, Member[]>();
  const postings = new Map<string, Set<Member>>();
  const weights = createWeights(new Map());
  const duplicates = createDuplicateFinder();
  const labels = createGroups();
  let now = 0;

  const timeOf = (article: Article): number => {
    const at = article.published === undefined ? Number.NaN : Date.parse(article.published);
    return Number.isNaN(at) ? now : at;
  };
  const drop = (member: Member): void => {
    members.delete(member.id);
    weights.unlearn(member.terms);
    for (const term of member.vector.keys()) postings.get(term)?.delete(member);
    const left = (stories.get(member.story) ?? []).filter((other) => other !== member);
    if (left.length > 0) stories.set(member.story, left);
    else stories.delete(member.story);
  };
  const evict = (): void => {
    for (const member of members.values()) {
      if (member.at >= now - windowMs) break;
      drop(member);
      duplicates.forget(member.id);
    }
  };
  const keep = (member: Member): void => {
    members.set(member.id, member);
    weights.learn(member.terms);
    for (const term of member.vector.keys()) {
      const holders = postings.get(term);
      if (holders === undefined) postings.set(term, new Set([member]));
      else holders.add(member);
    }
    const own = stories.get(member.story);
    if (own === undefined) stories.set(member.story, [member]);
    else own.push(member);
  };
  const rivals = (vector: Vector, at: number): Rival[] => {
    const near = new Set<string>();
    let taken = 0;
    for (const term of vector.keys()) {
      if (taken++ >= QUERY_TERMS) break;
      for (const member of postings.get(term) ?? []) near.add(member.story);
    }
    return [...near]
      .map((story) => rate(story, stories.get(story) ?? [], vector, at))
      .filter((rival) => rival !== undefined)
      .sort((a, b) => b.likeness - a.likeness);
  };
  const absorb = (into: string, from: string): void => {
    labels.join(into, from);
    const moved = stories.get(from) ?? [];
    for (const member of moved) member.story = into;
    stories.set(
      into,
      [...(stories.get(into) ?? []), ...moved].sort((a, b) => a.at - b.at),
    );
    stories.delete(from);
  };

  const place = (article: Article, _findings: Findings): Placement => {
    const at = timeOf(article);
    now = Math.max(now, at);
    evict();
    const before = members.get(article.id);
    if (before !== undefined) drop(before);
    const terms = termsOf(article);
    const vector = weights.vector(terms);
    const duplicateOf = duplicates.add(article);
    const found = rivals(vector, at);
    const original = duplicateOf === undefined ? undefined : members.get(duplicateOf);
    const [best, second] = found;
    let story = shortId("story", article.id);
    if (before !== undefined) story = before.story;
    else if (original !== undefined) story = original.story;
    else if (best !== undefined && best.likeness >= JOIN) story = best.story;
    const merged: string[] = [];
    if (before === undefined && best !== undefined && second !== undefined && second.likeness >= MERGE) {
      const [a, b] = [stories.get(best.story) ?? [], stories.get(second.story) ?? []];
      if (Math.min(a.length, b.length) <= SMALL_STORY && best.story === story) {
        const [older, younger] =
          (a[0]?.at ?? 0) <= (b[0]?.at ?? 0) ? [best.story, second.story] : [second.story, best.story];
        absorb(older, younger);
        merged.push(younger);
        story = older;
      }
    }
    keep({ id: article.id, at, terms, vector, story, ...(duplicateOf === undefined ? {} : { duplicateOf }) });
    return { story, merged, ...(duplicateOf === undefined ? {} : { duplicateOf }) };
  };
  const restore = (article: Article, _findings: Findings, story: string): void => {
    const at = timeOf(article);
    now = Math.max(now, at);
    const terms = termsOf(article);
    const duplicateOf = duplicates.add(article);
    const vector = weights.vector(terms);
    keep({ id: article.id, at, terms, vector, story, ...(duplicateOf === undefined ? {} : { duplicateOf }) });
  };
  return { place, restore };
}

function rate(story: string, members: readonly Member[], vector: Vector, at: number): Rival | undefined {
  const likenesses = members
    .map((member) => ({
      member,
      likeness: cosine(vector, member.vector) * Math.exp(-Math.abs(at - member.at) / HOUR_MS / DECAY_HOURS),
    }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, BEST_MEMBERS);
  const [nearest] = likenesses;
  if (nearest === undefined) return undefined;
  const mean = likenesses.reduce((sum, { likeness }) => sum + likeness, 0) / likenesses.length;
  return { story, likeness: mean, nearest: nearest.member };
}
