import { isFiniteCue } from "../../text/cue-verbs.ts";
import type { NounPhrase } from "../names/noun-phrases.ts";
import type { Quotation } from "../reading/quotation-marks.ts";
import { type Attribution, type Place, partLower, partText, type Scene, type SpeakerRule } from "./speaker-scene.ts";

function previous(scene: Scene, { index }: Place): { quotation: Quotation; attribution: Attribution } | undefined {
  const quotation = scene.quotations[index - 1];
  const attribution = scene.found[index - 1];
  return quotation === undefined || attribution === undefined ? undefined : { quotation, attribution };
}

/** Whoever said the quotation before in the same paragraph. */
export function sameParagraph(scene: Scene, place: Place): Attribution | undefined {
  const before = previous(scene, place);
  if (before === undefined || before.quotation.paragraph !== place.quotation.paragraph) return undefined;
  return { ...before.attribution, rule: "same paragraph" };
}

/** Whoever said what the paragraph before left open. */
export function continuation(scene: Scene, place: Place): Attribution | undefined {
  const before = previous(scene, place);
  if (before === undefined || !place.quotation.continues) return undefined;
  return { ...before.attribution, rule: "continuation" };
}

/** Whether nothing of its sentence stands before the quotation. */
function startsSentence({ outline }: Scene, { part, sentence }: Place): boolean {
  return outline.sentences[sentence]?.from === part;
}

/** The subject of the last verb of saying of a sentence, else its main subject. */
function speakerIn(scene: Scene, sentence: number, rule: SpeakerRule): Attribution | undefined {
  const clause = scene.outline.sentences[sentence];
  if (clause === undefined) return undefined;
  for (let at = clause.to - 1; at >= clause.from; at--) {
    if (!isFiniteCue(partLower(scene, at)) || scene.outline.parts[at]?.capital) continue;
    const phrase = scene.subjects.of(at);
    if (phrase !== undefined) return { phrase, rule, cue: at };
  }
  const phrase = scene.subjects.main(sentence, clause.to);
  return phrase === undefined ? undefined : { phrase, rule };
}

/** Whoever speaks or acts in the sentence before a quotation that is a sentence of its own. */
export function sentenceBefore(scene: Scene, place: Place): Attribution | undefined {
  const before = scene.outline.sentences[place.sentence - 1];
  if (!startsSentence(scene, place) || before?.paragraph !== place.quotation.paragraph) return undefined;
  return speakerIn(scene, place.sentence - 1, "sentence before");
}

/** The first name or pronoun of the sentence: a guess. */
export function sentenceSubject(scene: Scene, place: Place): Attribution | undefined {
  const list = scene.subjects.phrases(place.sentence).filter((phrase) => phrase.to <= place.part);
  const phrase = list.find((each) => each.kind !== "noun" && each.preposition === undefined && !isIt(scene, each));
  return phrase === undefined ? undefined : { phrase, rule: "sentence subject" };
}

const isIt = (scene: Scene, { from }: NounPhrase) => partLower(scene, from) === "it";

/** "released the following statement:" and the like close the paragraph before. */
export function paragraphBefore(scene: Scene, place: Place): Attribution | undefined {
  const clause = scene.outline.sentences[place.sentence - 1];
  if (!startsSentence(scene, place) || clause === undefined) return undefined;
  if (partText(scene, clause.to - 1) !== ":") return undefined;
  return speakerIn(scene, place.sentence - 1, "paragraph before");
}

/** Whoever was quoted last, when a paragraph opens with a mark. */
export function carried(scene: Scene, place: Place): Attribution | undefined {
  const before = previous(scene, place);
  const first = scene.outline.sentences[place.sentence];
  if (before === undefined || first?.from !== place.part) return undefined;
  const isNear = place.quotation.paragraph - before.quotation.paragraph <= 1;
  return isNear ? { ...before.attribution, rule: "carried" } : undefined;
}
