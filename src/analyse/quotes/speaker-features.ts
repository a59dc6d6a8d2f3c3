import { isCue, isCueParticiple, isFiniteCue } from "../../text/cue-verbs.ts";
import { AUXILIARIES, CONJUNCTIONS, isAdverb, PREPOSITIONS } from "../../text/word-classes.ts";
import type { Candidate } from "./speaker-candidates.ts";
import { type Attribution, type Place, partLower, partText, type Scene } from "./speaker-scene.ts";

/** What is the same for all candidates of one quotation. */
export type Setting = {
  readonly scene: Scene;
  readonly place: Place;
  readonly ruled: Attribution | undefined;
  readonly previous: Attribution | undefined;
  /** What the quotation itself looks like, in letters. */
  readonly shape: string;
  readonly trust: string;
};

/** Looks once at a quotation, for all of its candidates. */
export function settingOf(scene: Scene, place: Place, sure: number): Setting {
  const ruled = scene.found[place.index];
  const previous = place.index > 0 ? scene.found[place.index - 1] : undefined;
  return { scene, place, ruled, previous, shape: shapeOf(scene, place), trust: `${Math.floor(sure * 10)}` };
}

/** Comma, stop or open at the end; capital or not at the start; whether it begins, ends or fills its sentence. */
function shapeOf(scene: Scene, { quotation, part, sentence }: Place): string {
  const { text, sentences } = scene.outline;
  const last = text.charAt(quotation.end - 1);
  const clause = sentences[sentence];
  const end = (/[,–—-]/u.test(last) && ",") || (/[.…]/u.test(last) && ".") || (/[?!]/u.test(last) && "?") || "w";
  const begins = clause?.from === part ? "B" : "b";
  const ends = (clause?.to ?? 0) <= part + 2 ? "E" : "e";
  const start = /^\p{Lu}/u.test(text.charAt(quotation.start)) ? "C" : "c";
  return `${end}${start}${begins}${ends}${quotation.closed ? "" : "o"}`;
}

/** The features of one candidate, without any word of the text: they have to hold for news of every kind. */
export function featuresOf(setting: Setting, candidate: Candidate, between: number): string[] {
  const { scene, place, shape } = setting;
  const kind = kindOf(scene, candidate);
  const where = whereIs(scene, place, candidate);
  const cue = cueBeside(scene, candidate);
  const gap = gapOf(place, candidate);
  const cues = cuesBetween(scene, place, candidate);
  const [left, right] = besides(scene, candidate);
  const { preposition } = candidate.phrase;
  const bound = preposition === undefined ? "" : boundBy(preposition);
  const features = [
    `k${kind}`,
    `w${where}`,
    `wk${where}${kind}`,
    `ws${where}${shape}`,
    `wg${where}${gap}`,
    `wn${where}${Math.min(between, 4)}`,
    `c${cue}`,
    `cw${cue}${where}`,
    `cws${cue}${where}${shape.charAt(0)}`,
    `cg${cue}${where}${gap}`,
    `v${where}${cues}`,
    `vc${cue}${cues}${where}`,
    `vk${kind}${cues}${where}`,
    `y${left}${where}`,
    `yk${left}${kind}`,
    `z${right}${where}`,
    `yz${left}${right}${where}`,
    `yg${left}${where}${gap}`,
    `p${bound}`,
    `pk${bound}${kind}`,
    `pc${bound}${cue}`,
  ];
  if (isFirst(scene, candidate)) features.push(`f${where}${kind}`, `fs${where}${shape}`);
  if (scene.outline.parts[candidate.phrase.to - 1]?.possessive) features.push("o");
  if (isMain(scene, candidate)) features.push(`m${where}`, `mk${kind}`);
  features.push(...ruleFeatures(setting, candidate, kind), ...beforeFeatures(setting, candidate, where));
  return features;
}

function kindOf(scene: Scene, { phrase }: Candidate): string {
  if (phrase.kind === "name") return phrase.to - phrase.from > 1 ? "N" : "n";
  if (phrase.kind === "noun") return "d";
  const word = partLower(scene, phrase.from);
  if (word === "he" || word === "she") return "h";
  return word === "it" || word === "they" ? "t" : "i";
}

/** Left or right in the sentence of the quotation, else sentences before; "|" when a paragraph ends between. */
function whereIs(scene: Scene, place: Place, { phrase, away }: Candidate): string {
  if (away === 0) return phrase.from < place.part ? "L" : "R";
  const sentence = scene.outline.sentences[place.sentence + away];
  const breaks = sentence?.paragraph === place.quotation.paragraph ? "" : "|";
  const ends = scene.outline.parts[(sentence?.to ?? 0) - 1]?.text === ":" ? ":" : "";
  return `${Math.max(away, -5)}${breaks}${ends}`;
}

function gapOf({ part }: Place, { phrase, away }: Candidate): string {
  if (away !== 0) return "";
  const gap = phrase.from > part ? phrase.from - part - 1 : part - phrase.to;
  return gap <= 5 ? `${gap}` : `${gap <= 9 ? "s" : "l"}`;
}

/** A verb of saying right after ("A1", "A2"), after a mark or words ("A+"), or right before ("B1"). */
function cueBeside(scene: Scene, { phrase }: Candidate): string {
  if (isCue(partLower(scene, phrase.from - 1)) && !scene.outline.parts[phrase.from - 1]?.capital)
    return isFiniteCue(partLower(scene, phrase.from - 1)) ? "B" : "Bg";
  let at = phrase.to;
  while (isAdverb(partLower(scene, at)) || /^(?:has|had|have|is|was|also)$/.test(partLower(scene, at))) at++;
  const word = partLower(scene, at);
  if (isFiniteCue(word)) return "A";
  if (isCueParticiple(word)) return "Ag";
  const end = Math.min(at + 12, scene.outline.parts.length);
  for (let next = at + 1; next < end; next++) {
    const part = scene.outline.parts[next];
    if (part === undefined || part.kind === "quotation" || /^[.;:]$/.test(part.text)) break;
    if (isFiniteCue(part.lower)) return partText(scene, at) === "," || word === "who" ? "A," : "A+";
  }
  return "";
}

/** The classes of the words that stand right beside a candidate. */
function besides(scene: Scene, { phrase }: Candidate): [left: string, right: string] {
  const starts = partLower(scene, phrase.from) === "that" && phrase.to - phrase.from > 1;
  return [starts ? "that" : classOf(scene, phrase.from - 1), classOf(scene, phrase.to)];
}

function classOf(scene: Scene, at: number): string {
  const part = scene.outline.parts[at];
  if (part === undefined) return "";
  if (part.kind === "quotation") return "q";
  if (part.kind === "mark") return /^[,:;.]$/.test(part.text) ? part.text : "-";
  if (/^(?:that|who|which|whose|and|but|because)$/.test(part.lower)) return part.lower;
  if (isFiniteCue(part.lower)) return "cue";
  if (isCueParticiple(part.lower)) return "cueing";
  if (AUXILIARIES.has(part.lower)) return "aux";
  return PREPOSITIONS.has(part.lower) || CONJUNCTIONS.has(part.lower) ? "small" : "word";
}

const MOST_CUES = 3;
const FARTHEST_CUE = 40;

/** How many finite verbs of saying stand between a candidate and the quotation, in its own sentence. */
function cuesBetween(scene: Scene, { part }: Place, { phrase, away }: Candidate): string {
  if (away !== 0) return "";
  const [from, to] = phrase.from > part ? [part + 1, phrase.from] : [phrase.to, part];
  let cues = 0;
  for (let at = from; at < Math.min(to, from + FARTHEST_CUE) && cues < MOST_CUES; at++)
    if (isFiniteCue(partLower(scene, at)) && !scene.outline.parts[at]?.capital) cues++;
  return `${cues}`;
}

function boundBy(preposition: string): string {
  return /^(?:with|to|by|of|from|as)$/.test(preposition) ? preposition : "other";
}

function isFirst(scene: Scene, { phrase }: Candidate): boolean {
  const sentence = scene.outline.sentenceOf[phrase.from] ?? -1;
  return scene.subjects.phrases(sentence)[0]?.from === phrase.from;
}

function isMain(scene: Scene, { phrase }: Candidate): boolean {
  const sentence = scene.outline.sentenceOf[phrase.from] ?? -1;
  return scene.subjects.main(sentence, scene.outline.sentences[sentence]?.to ?? 0)?.from === phrase.from;
}

function ruleFeatures({ ruled, trust, shape }: Setting, candidate: Candidate, kind: string): string[] {
  if (ruled === undefined) return [`u${kind}`];
  if (!candidate.ruled) return [`x${ruled.rule}`, `x${trust}`];
  return [
    "r",
    `r${ruled.rule}`,
    `rk${ruled.rule}${kind}`,
    `rt${trust}`,
    `rs${ruled.rule}${shape.slice(0, 2)}`,
    `rc${shape}`,
  ];
}

/** Whoever was quoted before often speaks again. */
function beforeFeatures({ scene, place, previous }: Setting, candidate: Candidate, where: string): string[] {
  if (previous === undefined) return [];
  const name = partLower(scene, previous.phrase.to - 1);
  const isSame = partLower(scene, candidate.phrase.to - 1) === name;
  const before = scene.quotations[place.index - 1];
  const near = before?.paragraph === place.quotation.paragraph ? "same" : "other";
  return isSame ? [`b${near}`, `bw${near}${where}`, `bc${place.quotation.continues}`] : [`n${near}`];
}
