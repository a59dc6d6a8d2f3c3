import { shortId } from "../../lib/short-id.ts";
import type { Article } from "../../model/article.ts";
import type { Findings } from "../../model/findings.ts";
import type { Actor } from "../../model/watch.ts";
import { createDuplicateFinder, type Found } from "./duplicates.ts";
import { createNewsTime } from "./news-time.ts";
import type { Placement, Split, StoryIndex } from "./stories.ts";
import { type Length, readStoryItem, type StoryItem } from "./story-item.ts";
import { createMembers, type Member, type Members } from "./story-members.ts";
import { createNameReader } from "./story-names.ts";
import { findForerunner, findRivals, type Newcomer, type Rival, storyLikeness } from "./story-rivals.ts";
import { partedBy } from "./story-splits.ts";
import { asToldIn } from "./story-tells.ts";
import type { Terms } from "./story-terms.ts";

const DAY_MS = 86_400_000;
const WINDOW_DAYS = 7;
/** A story is joined from this likeness on. Longer texts vary more in their words, and are surer at the same likeness. */
const JOIN: Readonly<Record<Length, number>> = { headline: 0.14, brief: 0.09, full: 0.11 };
/** Two stories become one when a new item is this close to both, and they are this close to each other. */
const MERGE = 0.16;
const MERGE_STORIES = 0.1;
/** Of two stories that become one, the smaller has at most so many items: two grown stories are kept apart. */
const SMALL_STORY = 8;
/** A story is continued from this likeness on, time and acts aside. */
const FOLLOWS: Readonly<Record<Length, number>> = { headline: 0.2, brief: 0.14, full: 0.16 };
/** A single report is no story that others continue. */
const TOLD_STORY = 2;
/** Words told as the reason. */
const TOLD = 3;

/** An item with its time and its place among the weights. */
type Received = Omit<StoryItem, "terms"> & Newcomer & Pick<Member, "terms"> & { readonly written: Terms };

/** Where a new item goes, and which stories it shows to be one. */
type Decision = Pick<Placement, "story" | "because" | "follows"> & { readonly with?: string };

function reason(item: Received, { nearest, likeness }: Rival): string {
  const theirs = new Map(nearest.vector.terms.map((term, at) => [term, nearest.vector.weights[at] ?? 0]));
  const words = [...item.written.values()];
  const shared = item.vector.terms
    .map((term, at) => ({ term, points: (item.vector.weights[at] ?? 0) * (theirs.get(term) ?? 0) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ term }) => words[item.terms.indexOf(term)]?.written ?? "")
    .filter((written) => written !== "");
  return `shares ${[...new Set(shared)].slice(0, TOLD).join(", ")} (similarity ${likeness.toFixed(2)})`;
}

/** The second story, when the new item shows that it is the same as the first. */
function partner(members: Members, best: Rival, second: Rival | undefined): string | undefined {
  if (second === undefined || second.likeness < MERGE) return undefined;
  if (Math.min(members.of(best.story).length, members.of(second.story).length) > SMALL_STORY) return undefined;
  return storyLikeness(members, best.story, second.story) >= MERGE_STORIES ? second.story : undefined;
}

/** The earlier story, among those close to it, that a new one continues: its people and places in other acts, or days later. */
function forerunner(members: Members, item: Received, close: readonly Rival[]): Placement["follows"] {
  const told = close.map(({ story }) => story).filter((story) => members.of(story).length >= TOLD_STORY);
  const best = findForerunner(members, item, told);
  if (best === undefined || best.likeness < FOLLOWS[item.length]) return undefined;
  const [first] = members.of(best.story);
  if (first === undefined || item.at <= first.at) return undefined;
  return { story: best.story, because: reason(item, best) };
}

function decide(members: Members, item: Received, found: Found): Decision {
  const original = found.duplicateOf === undefined ? undefined : members.get(found.duplicateOf);
  if (original !== undefined) return { story: original.story, because: "repeats an earlier text" };
  const others = new Set(found.lookalikes.map((id) => members.get(id)?.story));
  const rivals = findRivals(members, item).filter((rival) => !others.has(rival.story));
  const [best, second] = rivals;
  if (best === undefined || best.likeness < JOIN[item.length]) {
    const follows = forerunner(members, item, rivals);
    return { story: shortId("story", item.id), ...(follows === undefined ? {} : { follows }) };
  }
  const same = partner(members, best, second);
  return {
    story: best.story,
    because: reason(item, best),
    ...(same === undefined ? {} : { with: same }),
  };
}

/** Makes one story of two; gives the older, which survives, and the other. */
function merge(members: Members, a: string, b: string): { readonly story: string; readonly merged: readonly string[] } {
  const born = (story: string): number => members.of(story)[0]?.order ?? 0;
  const [older, younger] = born(a) <= born(b) ? [a, b] : [b, a];
  members.move([...members.of(younger)], older);
  return { story: older, merged: [younger] };
}

/** Takes a story apart when its newest item shows that it holds two events. */
function split(members: Members, from: string): Split | undefined {
  const leaving = partedBy(members.of(from));
  const [first] = leaving;
  if (first === undefined) return undefined;
  const into = nameOfPart(members, first);
  members.move(leaving, into);
  return { from, into, items: leaving.map(({ id }) => id) };
}

/** A part that was a story before it was merged gets its name back, and with it its messages. */
function nameOfPart(members: Members, first: Member): string {
  for (let time = 0; ; time++) {
    const name = time === 0 ? shortId("story", first.id) : shortId("story", first.id, String(time));
    if (name !== first.story && members.of(name).length === 0) return name;
  }
}

/**
 * The stories of the last days, in memory. A text that repeats an earlier one joins its story; others join the closest
 * story by TF-IDF over words, ideas and names, or begin one. Careful on purpose: a wrong merge is worse than a miss.
 */
export function createStoryIndex(
  options: { readonly windowDays?: number; readonly actors?: readonly Actor[] } = {},
): StoryIndex {
  const windowMs = (options.windowDays ?? WINDOW_DAYS) * DAY_MS;
  const readNames = createNameReader(options.actors ?? []);
  const members = createMembers();
  const duplicates = createDuplicateFinder();
  const time = createNewsTime();
  let arrivals = 0;

  /** Lets time pass, and reads the item; `before` is the same item as it was placed earlier. */
  const receive = (article: Article, findings: Findings) => {
    const published = article.published === undefined ? Number.NaN : Date.parse(article.published);
    const at = Number.isNaN(published) ? time.now() : published;
    time.hear(at);
    for (const old of members.dropBefore(time.now() - windowMs)) duplicates.forget(old.id);
    const before = members.get(article.id);
    if (before !== undefined) members.drop(before);
    const read = readStoryItem(article, findings, readNames);
    const item: Received = { ...read, at, written: read.terms, ...members.weigh(read.terms) };
    return { item, before, found: duplicates.add(item) };
  };
  const keep = (
    { id, at, terms, vector, tells, length }: Received,
    story: string,
    before: Member | undefined,
  ): void => {
    const order = before?.order ?? arrivals++;
    members.add({ id, at, order, terms, vector, tells: asToldIn(members.of(story), tells), length, story });
  };

  const place = (article: Article, findings: Findings): Placement => {
    const { item, before, found } = receive(article, findings);
    const decision = before === undefined ? decide(members, item, found) : { story: before.story };
    const { story, merged } =
      decision.with === undefined
        ? { story: decision.story, merged: [] }
        : merge(members, decision.story, decision.with);
    keep(item, story, before);
    const parted = before === undefined && merged.length === 0 ? split(members, story) : undefined;
    return {
      story: members.get(item.id)?.story ?? story,
      merged,
      ...(parted === undefined ? {} : { split: parted }),
      ...(decision.follows === undefined ? {} : { follows: decision.follows }),
      ...(found.duplicateOf === undefined ? {} : { duplicateOf: found.duplicateOf }),
      ...(decision.because === undefined ? {} : { because: decision.because }),
    };
  };
  return {
    place,
    restore(article, findings, story) {
      const { item, before } = receive(article, findings);
      keep(item, story, before);
    },
  };
}
