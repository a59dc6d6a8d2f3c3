import type { Span } from "../../model/article.ts";
import { type Clause, splitClauses } from "../reading/clauses.ts";
import { standsAlone } from "../reading/full-sentence.ts";
import type { Reading, Sentence } from "../reading/reading.ts";
import { disownedIn } from "./disowned.ts";
import { datingOf } from "./event-dating.ts";
import { findTriggers, type Trigger } from "./event-triggers.ts";
import { chooseTrigger, isDoerNoun, typeIn } from "./event-type.ts";
import { tellsNothing } from "./no-event.ts";
import { hasToll, withMore } from "./one-event.ts";
import { type Scene, type Told, within } from "./told.ts";
import { disownsAt, realTriggers } from "./unreal.ts";

/** A sentence with the words that may tell events, and what was found in it. */
export function sceneOf(
  { text }: Reading,
  { start, end }: Sentence,
  found: Pick<Scene, "dates" | "quotes" | "names">,
): Scene {
  const words = text.slice(start, end);
  const at = { start, end };
  const dates = within(found.dates, at);
  // "March 3" is no march; and what is wished or feared inside a quotation did not happen.
  const told = findTriggers(words, start).filter(
    (one) => !dates.some((date) => isInside(one, date)) && !found.quotes.some((quote) => isInside(one, quote)),
  );
  const triggers = realTriggers(text, told, start);
  return {
    ...at,
    words,
    clauses: splitClauses(text, at),
    triggers,
    names: within(found.names, at),
    dates,
    quotes: found.quotes,
  };
}

/** What a sentence tells, clause by clause. */
export function toldIn(text: string, scene: Scene): Told[] {
  const told: Told[] = [];
  for (const clause of scene.clauses) {
    if (told.some(({ isDisowned, end }) => isDisowned && end >= clause.end)) continue;
    const said = saidBefore(text, scene, clause);
    const saying = told.findIndex((one) => said !== undefined && one.clause.start === said.start);
    const whole = told[saying];
    if (said !== undefined) {
      if (whole !== undefined) told[saying] = { ...whole, end: clause.end };
      continue;
    }
    const last = told.at(-1);
    const one = readClause(text, scene, clause);
    const more = last === undefined ? undefined : withMore(text, scene, last, { clause, one });
    if (more !== undefined) told[told.length - 1] = more;
    else if (one !== undefined) told.push(...disownedIn(text, scene, one), one);
  }
  return told.filter(
    (one, at) => told.length === 1 || !(isBackground(text, scene, one) || isBareSubject(text, told, at)),
  );
}

/** "denied that the drill, which ends on Friday, was a threat": the clause whose "that" waits for this verb. */
function saidBefore(text: string, { clauses }: Scene, clause: Clause): Clause | undefined {
  const before = clauses[clauses.indexOf(clause) - 2];
  if (before === undefined || clause.opener !== "joined") return undefined;
  if (!/^(?:is|are|was|were|has|have|had|will|would|could)\s/.test(text.slice(clause.start, clause.start + 6)))
    return undefined;
  const open = /\bthat\s([^,;]*)$/.exec(text.slice(before.start, before.end))?.[1];
  return open === undefined || standsAlone(open) ? undefined : before;
}

/** "The quake, which struck on Sunday, left 12 dead": the noun before the aside is the subject of what follows. */
function isBareSubject(text: string, told: readonly Told[], at: number): boolean {
  const [one, next] = [told[at], told[at + 1]];
  if (one === undefined || next === undefined || one.clause.opener !== "main" || one.trigger?.form !== "noun")
    return false;
  return (
    one.type === next.type &&
    next.start - one.end <= 2 &&
    one.name === undefined &&
    !standsAlone(text.slice(one.start, one.end))
  );
}

/** "after the attack": named in passing, without a day, a figure or a name of its own. */
function isBackground(text: string, scene: Scene, told: Told): boolean {
  if (told.clause.opener !== "apart" || told.trigger?.form !== "noun" || told.name !== undefined) return false;
  const words = text.slice(told.start, told.end);
  if (standsAlone(words) || /\breports? of\b/i.test(words)) return false;
  return within(scene.dates, told).length === 0 && !hasToll(text, told);
}

function readClause(text: string, scene: Scene, clause: Clause): Told | undefined {
  if (tellsNothing(text.slice(clause.start, clause.end))) return undefined;
  const span = { start: clause.start, end: clause.end, clause };
  const name = within(scene.names, clause)[0];
  const named = name === undefined ? {} : { name };
  const trigger = chooseTrigger(text, within(scene.triggers, clause));
  if (name?.isOperation && (trigger === undefined || trigger.type === "other" || isInside(trigger, name)))
    return { ...span, ...named, at: name.start, type: "assault" };
  const denied = disownsAt(text, clause);
  if (denied !== undefined) return { ...span, ...named, at: denied, type: "reject" };
  // "The gang, which …": names somebody, and no act.
  if (trigger !== undefined && isDoerNoun(text, trigger) && !standsAlone(text.slice(clause.start, clause.end)))
    return undefined;
  if (trigger !== undefined)
    return {
      ...span,
      ...named,
      trigger,
      at: trigger.start,
      type: typeIn(
        scene.words,
        withWord(text, trigger),
        scene.triggers.map((one) => withWord(text, one)),
      ),
    };
  const date = within(scene.dates, clause).find(
    (one) => datingOf(one) !== undefined && !scene.quotes.some((quote) => isInside(one, quote)),
  );
  const isOpen = scene.triggers.length === 0 || clause.opener === "main";
  if (date === undefined || !isOpen || !standsAlone(text.slice(clause.start, clause.end))) return undefined;
  return { ...span, ...named, at: date.start, type: "other" };
}

function withWord(text: string, trigger: Trigger) {
  return { ...trigger, word: text.slice(trigger.start, trigger.end) };
}

function isInside(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
