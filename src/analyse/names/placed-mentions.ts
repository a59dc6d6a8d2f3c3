import type { ActorMention } from "../../model/findings.ts";
import { isCue, isFiniteCue } from "../../text/cue-verbs.ts";
import { AUXILIARIES, isAdverb } from "../../text/word-classes.ts";
import type { Outline } from "../reading/sentence-parts.ts";
import { genderBeside, isRoleOf } from "./appositions.ts";
import type { Lexicon } from "./lexicon.ts";
import { genderOf, type PersonMention } from "./pronouns.ts";
import type { Subjects } from "./subjects.ts";

const MAIN_SUBJECT = 2;
/** The subject of a clause inside another: "said that NAME had". */
const INNER_SUBJECT = 0.9;
const SPEAKING = 1.2;
const POSSESSIVE = -1.5;
const LONGEST_APPOSITION = 30;

/** What a text's sentences are laid out as. */
export type Scene = { readonly outline: Outline; readonly subjects: Subjects };

/** How much its place speaks for a mention: main subjects and those who speak more, owners less. */
export function weightOf({ outline, subjects }: Scene, from: number, to: number): number {
  const sentence = outline.sentenceOf[from] ?? -1;
  const owns = outline.parts[to - 1]?.possessive ? POSSESSIVE : 0;
  const main = subjects.main(sentence, clauseEnd(outline, sentence, to));
  if (main !== undefined && main.from < to && from < main.to) {
    return MAIN_SUBJECT + owns + (isSpeaker(outline, sentence, to) ? SPEAKING : 0);
  }
  if (isCue(outline.parts[from - 1]?.lower ?? "") && /[,”"]/.test(outline.parts[from - 2]?.text.slice(-1) ?? "")) {
    return MAIN_SUBJECT + SPEAKING + owns;
  }
  if (isApposed(outline, from, to)) return MAIN_SUBJECT + SPEAKING;
  if (main !== undefined && isRoleOf(outline, main, { from, to })) return MAIN_SUBJECT;
  let next = to;
  while (isAdverb(outline.parts[next]?.lower ?? "")) next++;
  const verb = outline.parts[next]?.lower ?? "";
  return (AUXILIARIES.has(verb) || isFiniteCue(verb) ? INNER_SUBJECT : 0) + owns;
}

/** Where the clause of a mention ends: at a dash or semicolon, else with its sentence. */
function clauseEnd({ parts, sentences }: Outline, sentence: number, to: number): number {
  const last = sentences[sentence]?.to ?? to;
  let end = to;
  while (end < last && !/^(?:;|—|–|--)$/.test(parts[end]?.text ?? "")) end++;
  return end;
}

/** "A spokesman for the council, NAME, said", "A farmer near the town, NAME, 47, said". */
function isApposed({ parts }: Outline, from: number, to: number): boolean {
  if (parts[from - 1]?.text !== "," || parts[to]?.text !== ",") return false;
  const isAged = /^\d{1,2}$/.test(parts[to + 1]?.text ?? "") && parts[to + 2]?.text === ",";
  let next = isAged ? to + 3 : to + 1;
  while (isAdverb(parts[next]?.lower ?? "") || AUXILIARIES.has(parts[next]?.lower ?? "")) next++;
  return isFiniteCue(parts[next]?.lower ?? "");
}

/** Whether a verb of saying follows a subject before the next mark, an apposition stepped over. */
function isSpeaker({ parts, sentences }: Outline, sentence: number, to: number): boolean {
  const end = Math.min(sentences[sentence]?.to ?? 0, to + LONGEST_APPOSITION);
  let commas = 0;
  for (let at = to; at < end && commas < 3; at++) {
    if (parts[at]?.kind === "quotation") return false;
    if (parts[at]?.text === ",") commas++;
    else if (commas !== 1 && isFiniteCue(parts[at]?.lower ?? "")) return true;
  }
  return false;
}

/** A mention outside quotations as a range of parts. */
export type Placed = {
  readonly mention: ActorMention;
  readonly sentence: number;
  readonly part: number;
  readonly to: number;
};

/** All mentions of a kind outside quotations, in order. */
export function placed({ outline }: Scene, actors: readonly ActorMention[], kind: ActorMention["kind"]): Placed[] {
  const found: Placed[] = [];
  let part = 0;
  for (const mention of actors) {
    while (part < outline.parts.length && (outline.parts[part]?.end ?? 0) <= mention.start) part++;
    const first = outline.parts[part];
    if (mention.kind !== kind || first === undefined || first.kind === "quotation") continue;
    let to = part + 1;
    while ((outline.parts[to]?.start ?? Infinity) < mention.end) to++;
    found.push({ mention, part, to, sentence: outline.sentenceOf[part] ?? -1 });
  }
  return found;
}

/** A person's mention with what speaks for it when "he" or "she" follows. */
export function weighed(scene: Scene, { mention, part, to, sentence }: Placed, lexicon: Lexicon): PersonMention {
  const gender = genderOf(mention, lexicon) ?? genderBeside(scene.outline, part, to);
  const weight = weightOf(scene, part, to);
  const meant = mention.actor === undefined ? { name: mention.name } : { name: mention.name, actor: mention.actor };
  return {
    meant,
    words: mention.text,
    sentence,
    part,
    to,
    weight,
    sure: 1,
    ...(gender === undefined ? {} : { gender }),
  };
}

/** The place in a list of mentions, ordered by part, before which all stand before a part. */
export function countBefore(mentions: readonly { readonly part: number }[], part: number): number {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.part ?? 0) < part) low = middle + 1;
    else high = middle;
  }
  return low;
}
