import { agreement } from "./details.ts";
import type { Length } from "./story-item.ts";
import type { Member, Members } from "./story-members.ts";
import { centre, cosine, type Vector } from "./story-vectors.ts";

/** The new item, as far as comparing goes. */
export type Newcomer = Pick<Member, "at" | "vector" | "names" | "kinds" | "deeds"> & { readonly length: Length };

/** A story that the new item may belong to. */
export type Rival = { readonly story: string; readonly likeness: number; readonly nearest: Member };

const HOUR_MS = 3_600_000;
/** What is told days later on the same subject is seldom of the same event, the less so where few words tell it. */
const DECAY_HOURS_SHORT = 48;
const DECAY_HOURS_FULL = 144;
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
/** Items that stand for a whole story when two stories are compared. */
const SPEAKERS = 16;

/** What speaks against one event, as a factor. */
function doubt(one: Newcomer, member: Member): number {
  const known = one.length === "full" ? STRANGERS_FULL : STRANGERS_SHORT;
  const strangers = agreement(one.names, member.names) === 0 ? known : 1;
  const otherKind = agreement(one.kinds, member.kinds) === 0 ? OTHER_KIND : 1;
  const otherDeed = agreement(one.deeds, member.deeds) === 0 ? OTHER_DEED : 1;
  return strangers * otherKind * otherDeed;
}

function likenessOf(one: Newcomer, member: Member): number {
  const hours = Math.abs(one.at - member.at) / HOUR_MS;
  const decay = one.length === "full" ? DECAY_HOURS_FULL : DECAY_HOURS_SHORT;
  return cosine(one.vector, member.vector) * Math.exp(-hours / decay) * doubt(one, member);
}

function rate(story: string, members: readonly Member[], one: Newcomer): Rival | undefined {
  const best = members
    .map((member) => ({ member, likeness: likenessOf(one, member) }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, BEST);
  const [first] = best;
  if (first === undefined) return undefined;
  const mean = best.reduce((sum, { likeness }) => sum + likeness, 0) / best.length;
  return { story, likeness: BEST_SHARE * first.likeness + (1 - BEST_SHARE) * mean, nearest: first.member };
}

/** The stories around a new item, the closest first. */
export function findRivals(members: Members, one: Newcomer): Rival[] {
  return members
    .near(one.vector)
    .map((story) => rate(story, members.of(story).slice(-LATEST), one))
    .filter((rival) => rival !== undefined)
    .sort((a, b) => b.likeness - a.likeness);
}

/** How alike two stories are as wholes. */
export function storyLikeness(members: Members, a: string, b: string): number {
  const middle = (story: string): Vector =>
    centre(
      members
        .of(story)
        .slice(-SPEAKERS)
        .map((member) => member.vector),
    );
  return cosine(middle(a), middle(b));
}
