import type { Span } from "../../model/article.ts";
import { findCasualties } from "../../text/casualties.ts";
import type { Clause } from "../reading/clauses.ts";
import { isHarmful, tellsToll } from "./event-toll.ts";
import { type Scene, type Told, within } from "./told.ts";

/** A clause of a sentence, with what it tells by itself. */
type Next = { readonly clause: Clause; readonly one: Told | undefined };

/** The last event with a clause that tells more of it; undefined where the clause is none of it. */
export function withMore(text: string, scene: Scene, last: Told, { clause, one }: Next): Told | undefined {
  if (one !== undefined && tellsHow(text, last, one)) return { ...last, end: clause.end, type: one.type };
  const isToll = tellsToll(text, clause) || isTollOfAside(text, last, clause);
  const isMore = clause.opener === "participle" || isToll || isInWhich(text, last, clause);
  if (!isMore || (one === undefined && !isToll)) return undefined;
  if (last.end < clause.start - 3 && !isOnlyAside(scene, last, clause)) return undefined;
  return { ...joinParticiple(last, clause, one), ...(isToll ? { harm: harmOf(last, clause) } : {}) };
}

/** "collapsed after days of rain, killing nine": what stands apart and tells nothing lies between. */
function isOnlyAside(scene: Scene, last: Told, clause: Clause): boolean {
  const between = within(scene.clauses, { start: last.end, end: clause.start });
  return clause.opener === "participle" && between.every(({ opener }) => opener === "apart");
}

/** "the massacre at Lenara, in which 26 people were killed": more of an event in which people came to harm. */
function isInWhich(text: string, last: Told, clause: Clause): boolean {
  return isHarmful(last.type) && /^(?:in|during) which\s/.test(text.slice(clause.start, clause.start + 13));
}

/** "The quake, which struck on Sunday, left nine dead": the toll of what the aside tells. */
function isTollOfAside(text: string, last: Told, clause: Clause): boolean {
  return (
    isHarmful(last.type) &&
    /^which\s/.test(text.slice(last.start, last.start + 6)) &&
    /^(?:left|killed|injured|wounded|claimed)\s/.test(text.slice(clause.start, clause.start + 8)) &&
    hasToll(text, clause)
  );
}

/** "Nine people were killed when a bomb went off": what follows tells how they came to harm. */
function tellsHow(text: string, harm: Told, how: Told): boolean {
  const [opener] = /^(?:when|as|after)(?=\s)/.exec(text.slice(how.start, how.start + 6)) ?? [];
  return (
    how.clause.opener === "apart" &&
    opener !== undefined &&
    (harm.trigger?.form === "harm" || (opener !== "after" && hasToll(text, harm) && !hasToll(text, how))) &&
    how.trigger?.form !== "harm" &&
    isHarmful(how.type) &&
    harm.end >= how.start - 3
  );
}

/** Whether words count people killed or hurt. */
export function hasToll(text: string, { start, end }: Span): boolean {
  return Object.keys(findCasualties(text.slice(start, end))).length > 0;
}

/** ", killing two" tells more of the event before; it names the kind where that was left open. */
function joinParticiple(told: Told, clause: Clause, more: Told | undefined): Told {
  const isOpen = told.type === "other" || (told.trigger === undefined && more !== undefined);
  return { ...told, end: clause.end, type: isOpen && more !== undefined ? more.type : told.type };
}

/** All that goes on about those harmed: ", killing two and wounding five, and leaving ten homeless". */
function harmOf({ harm }: Told, clause: Clause): Span {
  return { start: harm?.start ?? clause.start, end: clause.end };
}
