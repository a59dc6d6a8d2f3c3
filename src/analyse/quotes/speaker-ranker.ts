import type { Subjects } from "../names/subjects.ts";
import type { Quotation } from "../reading/quotation-marks.ts";
import type { Outline } from "../reading/sentence-parts.ts";
import { confidenceOf } from "./confidence.ts";
import { type Candidate, candidatesOf } from "./speaker-candidates.ts";
import { featuresOf, settingOf } from "./speaker-features.ts";
import type { Attribution, Place, Scene, SpeakerRule } from "./speaker-scene.ts";
import weights from "./speaker-weights.generated.json" with { type: "json" };
import { attribute } from "./speakers.ts";

/** A candidate with its features, as the ranker and its training see it. */
export type Contender = { readonly candidate: Candidate; readonly features: readonly string[] };

/** For each quotation what the rules say, and all who may have said it. */
export type Contest = {
  readonly ruled: Attribution | undefined;
  /** How sure the rule is. */
  readonly sure: number;
  readonly contenders: readonly Contender[];
};

/** Who says a quotation and how sure that is, 0 to 1. */
export type Verdict = { readonly found: Attribution | undefined; readonly confidence: number };

/** How much each feature speaks for a candidate. */
const LEARNED = new Map(Object.entries(weights));
/** Against the rules the ranker is right too seldom for its answer to be shown. */
const AGAINST_RULES = 0.6;

/** A verb of saying names the speaker; only a much likelier phrase is taken instead. */
const SPOKEN: ReadonlySet<SpeakerRule> = new Set([
  "left subject verb",
  "left verb subject",
  "right verb subject",
  "with name",
  "according to",
  "colon",
]);
const OVERRULES = 0.6;

/** For each quotation its likeliest speaker: the rules' answer and all other phrases near it, weighed against each other. */
export function rankSpeakers(outline: Outline, subjects: Subjects, quotations: readonly Quotation[]): Verdict[] {
  return contestsOf(outline, subjects, quotations).map(verdictOf);
}

function verdictOf({ ruled, sure, contenders }: Contest): Verdict {
  const belief = beliefs(contenders, (feature) => LEARNED.get(feature) ?? 0);
  const share = Math.max(...belief);
  const best = contenders[belief.indexOf(share)]?.candidate;
  if (best === undefined) return { found: undefined, confidence: 0 };
  if (!best.ruled && share < OVERRULES && ruled !== undefined && SPOKEN.has(ruled.rule))
    return { found: ruled, confidence: AGAINST_RULES * (1 - share) };
  if (best.ruled) return { found: ruled, confidence: Math.sqrt(share * sure) };
  return { found: { phrase: best.phrase, rule: "ranked" }, confidence: AGAINST_RULES * share };
}

/** The contests of a text, in the order of its quotations. */
export function contestsOf(outline: Outline, subjects: Subjects, quotations: readonly Quotation[]): Contest[] {
  const found = [...attribute(outline, subjects, quotations)];
  const scene: Scene = { outline, subjects, quotations, found };
  let sure = 0;
  return quotations.map((quotation, index) => {
    const part = outline.partOf[index] ?? 0;
    const ruled = found[index];
    sure = ruled === undefined ? 0 : confidenceOf(outline, part, ruled, sure);
    const place = { index, quotation, part, sentence: outline.sentenceOf[part] ?? -1 };
    return { ruled, sure, contenders: contendersOf(scene, place, { ruled, sure }) };
  });
}

function contendersOf(
  scene: Scene,
  place: Place,
  { ruled, sure }: { ruled: Attribution | undefined; sure: number },
): Contender[] {
  const setting = settingOf(scene, place, sure);
  const candidates = candidatesOf(scene, place, ruled);
  const before = candidates.filter(({ phrase }) => phrase.from < place.part).length;
  return candidates.map((candidate, rank) => {
    const between = rank < before ? before - rank - 1 : rank - before;
    return { candidate, features: featuresOf(setting, candidate, between) };
  });
}

/** The share of belief that each contender gets: the softmax of the sums of their weights. */
export function beliefs(contenders: readonly Contender[], weightOf: (feature: string) => number): number[] {
  const scores = contenders.map(({ features }) => features.reduce((sum, feature) => sum + weightOf(feature), 0));
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
