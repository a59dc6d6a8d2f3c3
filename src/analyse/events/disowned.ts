import { isHarmful } from "./event-toll.ts";
import { hasToll } from "./one-event.ts";
import { type Scene, type Told, within } from "./told.ts";

/** What somebody denies to have done, or to have to do with; what stands behind it is spoken of as something that happened. */
const DENIES_PART =
  /^den(?:y|ies|ied|ying)\s(?:having\s)?(?:any\s|all\s|its\s|their\s|a\s)?(?:(?:carrying out|launching|conducting|staging|ordering|planning|mounting|committing|perpetrating|making|orchestrating|being behind|being involved in|taking part in)|(?:direct\s)?(?:involvement|role|part|hand|responsibility|complicity|participation|blame)\s(?:in|for))\s(?=(?:an?|the|this|that)\s)/u;

/**
 * The attack that a denial names with its dead or its day: "denied carrying out a strike in which 17 were killed". That
 * it happened is not what is denied, so it is told beside the denial, as something alleged.
 */
export function disownedIn(text: string, scene: Scene, denial: Told): Told[] {
  const part = denial.type === "reject" ? DENIES_PART.exec(text.slice(denial.at, denial.clause.end))?.[0] : undefined;
  if (part === undefined) return [];
  const start = denial.at + part.length;
  const trigger = within(scene.triggers, denial.clause).find((one) => one.end > start && isHarmful(one.type));
  if (trigger === undefined) return [];
  const clause = { start, end: denial.clause.end, opener: "main" as const };
  const next = scene.clauses.find((one) => one.start >= clause.end);
  const harm = next !== undefined && IN_WHICH.test(text.slice(next.start, next.end)) ? next : undefined;
  const told = { start, end: harm?.end ?? clause.end };
  if (!hasToll(text, told) && within(scene.dates, told).length === 0) return [];
  const at = Math.max(trigger.start, start);
  const more = harm === undefined ? {} : { harm };
  return [{ ...told, ...more, clause, at, trigger, type: trigger.type, isDisowned: true }];
}

const IN_WHICH = /^(?:in|during) which\s/;
