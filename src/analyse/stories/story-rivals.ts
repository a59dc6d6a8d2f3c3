import type { Length } from "./story-item.ts";
import { isAnswer } from "./story-kinds.ts";
import type { Member, Members } from "./story-members.ts";
import { differ } from "./story-tells.ts";
import { comparing, cosineOfGroups, type Vector } from "./story-vectors.ts";

/** The new item, as far as comparing goes. */
export type Newcomer = Pick<Member, "at" | "vector" | "tells" | "length">;

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
/** Short items that name different people and places, and share none, seldom tell one event; a long one names many. */
const STRANGERS = 0.5;
/** A quake and a shelling of one town on one day are two events. */
const OTHER_KIND = 0.3;
/** What answers an event, or follows from it, is another one, although its reports tell of the first at length. */
const OTHER_ACT = 0.2;
/** What one state does and what the other does in reply are two events. */
const OTHER_AGENT = 0.5;
/** Two strikes of one night on two towns are two events. */
const OTHER_TOWN = 0.7;
/** So are two raids on villages that nobody knew before; long texts tell of several places. */
const OTHER_SCENE: Readonly<Record<Length, number>> = { headline: 0.7, brief: 0.7, full: 0.8 };
/** Reports of one event have a country in common, when they name any. */
const OTHER_COUNTRY = 0.6;
/** Tolls rise, but seldom do two reports of one hour count differently. */
const OTHER_TOLL = 0.7;
/** Items that stand for a whole story when two stories are compared. */
const SPEAKERS = 16;

/** What speaks against one matter: other people, other places, another kind of happening. As a factor. */
function distance({ tells: one, length }: Newcomer, { tells: other }: Newcomer): number {
  const strangers = length !== "full" && differ(one.names, other.names) ? STRANGERS : 1;
  const otherKind = differ(one.kinds, other.kinds) ? OTHER_KIND : 1;
  const otherTown = differ(one.towns, other.towns) ? OTHER_TOWN : 1;
  const otherScene = differ(one.scenes, other.scenes) ? OTHER_SCENE[length] : 1;
  const otherCountry = differ(one.countries, other.countries) ? OTHER_COUNTRY : 1;
  return strangers * otherKind * otherTown * otherScene * otherCountry;
}

/** Of measures each state takes its own; strikes are also told by those whom they hit. */
function otherAgentOf({ tells: one }: Newcomer, { tells: other }: Newcomer): number {
  return one.deeds.has("measure") && other.deeds.has("measure") ? OTHER_ACT : OTHER_AGENT;
}

/** What speaks against one event, as a factor: what a sequel may differ in, too. */
function doubt(one: Newcomer, member: Newcomer): number {
  const { deeds, killed, agents } = one.tells;
  const told = member.tells;
  const answers = differ(deeds, told.deeds) && (isAnswer(deeds) || isAnswer(told.deeds));
  const otherToll = (killed ?? told.killed) !== (told.killed ?? killed) ? OTHER_TOLL : 1;
  const otherAgent = differ(agents, told.agents) ? otherAgentOf(one, member) : 1;
  return distance(one, member) * (answers ? OTHER_ACT : 1) * otherToll * otherAgent;
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
    item.tells.names.isDisjointFrom(member.tells.names) ? 0 : cosine * distance(item, member);
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
