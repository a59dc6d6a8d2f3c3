import { agreement } from "../quotes/details.ts";
import type { Length } from "./story-item.ts";
import { isAnswer } from "./story-kinds.ts";
import type { Member, Members } from "./story-members.ts";
import { comparing, cosineOfGroups, type Vector } from "./story-vectors.ts";

/** The new item, as far as comparing goes. */
export type Newcomer = Pick<
  Member,
  "at" | "vector" | "names" | "kinds" | "deeds" | "agents" | "towns" | "killed" | "length"
>;

/** A story that the new item may belong to. */
export type Rival = { readonly story: string; readonly likeness: number; readonly nearest: Member };

const HOUR_MS = 3_600_000;
/** What is told days later on the same subject is seldom of the same event, the less so where few words tell it. */
const DECAY_HOURS: Readonly<Record<Length, number>> = { headline: 24, brief: 48, full: 144 };
/** A story is as close as its best items are on the mean, and a little as its best one. */
const BEST = 24;
/** Of a long story its latest items speak. */
const LATEST = 32;
const BEST_SHARE = 0.2;
/** Items that name different people and places, and share none, seldom tell one event; headlines then have little else. */
const STRANGERS_SHORT = 0.5;
const STRANGERS_FULL = 0.75;
/** A quake and a shelling of one town on one day are two events. */
const OTHER_KIND = 0.3;
/** A measure that answers an attack is another event, however much its reports speak of the attack. */
const OTHER_DEED = 0.5;
/** What one state does and what the other does in reply are two events. */
const OTHER_AGENT = 0.5;
/** What surely is another act, although its reports tell of the first one at length. */
const OTHER_ACT = 0.2;
/** Two strikes of one night on two towns are two events. */
const OTHER_TOWN = 0.7;
/** Tolls rise, but seldom do two reports of one hour count differently. */
const OTHER_TOLL = 0.7;
/** Items that stand for a whole story when two stories are compared. */
const SPEAKERS = 16;

/** What speaks against one matter: other people, other places, another kind of happening. As a factor. */
function distance(one: Newcomer, member: Newcomer): number {
  const known = one.length === "full" ? STRANGERS_FULL : STRANGERS_SHORT;
  const strangers = agreement(one.names, member.names) === 0 ? known : 1;
  const otherKind = agreement(one.kinds, member.kinds) === 0 ? OTHER_KIND : 1;
  const otherTown = agreement(one.towns, member.towns) === 0 ? OTHER_TOWN : 1;
  return strangers * otherKind * otherTown;
}

/** Of measures each state takes its own; strikes are also told by those whom they hit. */
function otherAgentOf(one: Newcomer, member: Newcomer): number {
  return one.deeds.has("measure") && member.deeds.has("measure") ? OTHER_ACT : OTHER_AGENT;
}

/** A claim to an attack, or a film about it, is farther from it than a measure that follows. */
function otherDeedOf(one: Newcomer, member: Newcomer): number {
  if (one.deeds.has("play") || member.deeds.has("play")) return OTHER_KIND;
  return isAnswer(one.deeds) || isAnswer(member.deeds) ? OTHER_ACT : OTHER_DEED;
}

/** What speaks against one event, as a factor: what a sequel may differ in, too. */
function doubt(one: Newcomer, member: Newcomer): number {
  const otherDeed = agreement(one.deeds, member.deeds) === 0 ? otherDeedOf(one, member) : 1;
  const otherToll = (one.killed ?? member.killed) !== (member.killed ?? one.killed) ? OTHER_TOLL : 1;
  const otherAgent = agreement(one.agents, member.agents) === 0 ? otherAgentOf(one, member) : 1;
  return distance(one, member) * otherDeed * otherToll * otherAgent;
}

/** Cosine, weakened by the time between the items and by what speaks against one event. */
function likenessOf(one: Newcomer, member: Member, cosine: number): number {
  if (cosine === 0) return 0;
  const hours = Math.abs(one.at - member.at) / HOUR_MS;
  return cosine * Math.exp(-hours / DECAY_HOURS[one.length]) * doubt(one, member);
}

/** The likeness of the story to the item, by those of its latest members that are closest. */
function rate(members: readonly Member[], likeness: (member: Member) => number): Omit<Rival, "story"> | undefined {
  let count = 0;
  let [nearest, most] = [members[0], 0];
  for (let at = Math.max(0, members.length - LATEST); at < members.length; at++) {
    const member = members[at];
    if (member === undefined) continue;
    const value = likeness(member);
    if (value > most) [nearest, most] = [member, value];
    insert(value, count++);
  }
  if (nearest === undefined || most === 0) return undefined;
  let sum = 0;
  for (let at = Math.max(0, count - BEST); at < count; at++) sum += ordered[at] ?? 0;
  return { likeness: BEST_SHARE * most + (1 - BEST_SHARE) * (sum / Math.min(count, BEST)), nearest };
}

/** The likenesses that are being rated, the smallest first. */
const ordered = new Float64Array(LATEST);

function insert(value: number, count: number): void {
  let at = count;
  for (; at > 0 && (ordered[at - 1] ?? 0) > value; at--) ordered[at] = ordered[at - 1] ?? 0;
  ordered[at] = value;
}

type Comparison = {
  readonly stories: readonly string[];
  readonly likeness: (one: Newcomer, member: Member, cosine: number) => number;
};

/** The stories by their likeness to a new item, the closest first. */
function ranked(members: Members, one: Newcomer, { stories, likeness }: Comparison): Rival[] {
  return comparing(one.vector, (cosine) =>
    stories
      .flatMap((story) => {
        const rated = rate(members.of(story), (member) => likeness(one, member, cosine(member.vector)));
        return rated === undefined ? [] : [{ story, ...rated }];
      })
      .sort((a, b) => b.likeness - a.likeness),
  );
}

/** The stories that a new item may tell, the closest first. */
export function findRivals(members: Members, one: Newcomer): Rival[] {
  return ranked(members, one, { stories: members.near(one.vector), likeness: likenessOf });
}

/** Of these stories the one of the same people and places that a new item may continue, whatever is done now. */
export function findForerunner(members: Members, one: Newcomer, stories: readonly string[]): Rival | undefined {
  const likeness: Comparison["likeness"] = (item, member, cosine) =>
    item.names.isDisjointFrom(member.names) ? 0 : cosine * distance(item, member);
  return ranked(members, one, { stories, likeness })[0];
}

/** How far each of some items tells the same event as one does, whenever they were told. */
export function likenessesTo(one: Newcomer, items: readonly Newcomer[]): readonly number[] {
  return comparing(one.vector, (cosine) => items.map((other) => cosine(other.vector) * doubt(one, other)));
}

/** How alike two stories are as wholes. */
export function storyLikeness(members: Members, a: string, b: string): number {
  const speakers = (story: string): Vector[] =>
    members
      .of(story)
      .slice(-SPEAKERS)
      .map((member) => member.vector);
  return cosineOfGroups(speakers(a), speakers(b));
}
