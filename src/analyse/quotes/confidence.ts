import { isFiniteCue } from "../../text/cue-verbs.ts";
import { isTitleWord } from "../../text/names/titles.ts";
import type { Outline } from "../reading/sentence-parts.ts";
import type { Attribution, SpeakerRule } from "./speaker-scene.ts";

/** How often each rule is right on news, coarsely. */
const BY_RULE: Readonly<Record<SpeakerRule, number>> = {
  "right subject verb": 0.98,
  "right verb subject": 0.97,
  "with name": 0.95,
  signature: 0.9,
  "left subject verb": 0.95,
  "left verb subject": 0.85,
  "according to": 0.83,
  colon: 0.8,
  continuation: 0.8,
  "paragraph before": 0.8,
  "same paragraph": 0.75,
  "sentence before": 0.7,
  "sentence subject": 0.6,
  carried: 0.56,
  ranked: 0.5,
};

/** A subject that stands apart from its verb or from the quotation may belong to another clause. */
const APART = 0.8;
const FAR_APART = 0.65;
const NAMELESS = 0.7;
/** Most that a speaker taken over from the quotation before can have. */
const TAKEN_OVER = 0.97;

/** How sure the speaker of a quotation is, 0 to 1, from the rule that found it and how near the words stand. */
export function confidenceOf(outline: Outline, part: number, found: Attribution, before: number): number {
  const base = BY_RULE[found.rule];
  switch (found.rule) {
    case "right subject verb":
      return Math.min(base, nearness(outline, found, titleFrom(outline, part, found) - part - 1));
    case "left subject verb":
      return Math.min(base, leftSide(outline, part, found));
    case "same paragraph":
    case "continuation":
      return before >= base ? Math.min(before, TAKEN_OVER) : Math.min(base, before);
    case "carried":
      return Math.min(base, before);
    default:
      return base;
  }
}

function nearness(outline: Outline, found: Attribution, gap: number): number {
  if (gap > 3) return FAR_APART;
  if (gap > 1) return APART;
  return isBeside(outline, found) ? 1 : APART;
}

/** "“…,” Brigadier NAME said": the titles before a name are no gap. */
function titleFrom({ parts }: Outline, part: number, { phrase }: Attribution): number {
  let from = phrase.from;
  while (from > part + 1 && isTitleWord(parts[from - 1]?.lower ?? "")) from--;
  return from;
}

const LONGEST_ASIDE = 16;

/** The verb follows, or an aside between two commas does and then the verb. */
function isBeside({ parts }: Outline, { phrase, cue }: Attribution): boolean {
  if (cue === undefined) return false;
  if (cue - phrase.to <= 1) return true;
  if (parts[phrase.to]?.text !== "," || parts[cue - 1]?.text !== "," || cue - phrase.to > LONGEST_ASIDE) return false;
  for (let at = phrase.to + 1; at < cue - 1; at++) if (/^[,;]$/.test(parts[at]?.text ?? "")) return false;
  return true;
}

function leftSide(outline: Outline, part: number, found: Attribution): number {
  if (found.phrase.kind === "noun") return NAMELESS;
  const { parts } = outline;
  if (!isBeside(outline, found)) return APART;
  const cue = parts[found.cue ?? 0]?.lower ?? "";
  const leadsIn = /^[,:]$/.test(parts[part - 1]?.text ?? "") && part - (found.cue ?? 0) <= 2 && isFiniteCue(cue);
  return leadsIn || /^sa(?:id|ys)$/.test(cue) ? 0.95 : 0.85;
}
