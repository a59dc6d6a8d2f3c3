import { isCue, isCueParticiple, isFiniteCue, isWeakCue, takesObject } from "../text/cue-verbs.ts";
import { AUXILIARIES, CONJUNCTIONS, isAdverb, PREPOSITIONS, RELATIVES } from "../text/word-classes.ts";
import type { NounPhrase } from "./noun-phrases.ts";
import type { Quotation } from "./quotation-marks.ts";
import type { Outline } from "./sentence-parts.ts";
import type { Subjects } from "./subjects.ts";

/** The rule that found a speaker. */
export type SpeakerRule =
  | "right subject verb"
  | "right verb subject"
  | "according to"
  | "left subject verb"
  | "left verb subject"
  | "with name"
  | "colon"
  | "signature"
  | "same paragraph"
  | "continuation"
  | "sentence before"
  | "sentence subject"
  | "paragraph before"
  | "carried";

/** Who says a quotation, as a phrase of the text, with the part of the cue. */
export type Attribution = { readonly phrase: NounPhrase; readonly rule: SpeakerRule; readonly cue?: number };

const LONGEST_REACH = 40;
const SHORT_LEAD = 6;
/** A weak verb of saying counts at most this many parts before the quotation. */
const NEXT_TO = 3;

type Scene = {
  readonly outline: Outline;
  readonly subjects: Subjects;
  readonly quotations: readonly Quotation[];
  /** What was found so far, by quotation. */
  readonly found: (Attribution | undefined)[];
};

type Place = {
  readonly index: number;
  readonly quotation: Quotation;
  readonly part: number;
  readonly sentence: number;
};

/** For each quotation who says it, by the first rule that fits; undefined where none does. */
export function attribute(
  outline: Outline,
  subjects: Subjects,
  quotations: readonly Quotation[],
): readonly (Attribution | undefined)[] {
  const scene: Scene = { outline, subjects, quotations, found: [] };
  quotations.forEach((quotation, index) => {
    const part = outline.partOf[index] ?? 0;
    scene.found[index] = speakerOf(scene, { index, quotation, part, sentence: outline.sentenceOf[part] ?? -1 });
  });
  return scene.found;
}

function speakerOf(scene: Scene, place: Place): Attribution | undefined {
  const isRightFirst = looksRight(scene, place) && !isLedIn(scene, place);
  return (
    signature(scene, place) ??
    (isRightFirst ? toTheRight(scene, place) : undefined) ??
    toTheLeft(scene, place) ??
    (!isRightFirst && place.quotation.closed && !endsSentence(scene, place) ? toTheRight(scene, place) : undefined) ??
    continuation(scene, place) ??
    sameParagraph(scene, place) ??
    sentenceBefore(scene, place) ??
    sentenceSubject(scene, place) ??
    paragraphBefore(scene, place) ??
    carried(scene, place)
  );
}

/** "“…” – NAME" closes a paragraph. */
function signature(scene: Scene, { part, quotation }: Place): Attribution | undefined {
  if (!quotation.closed || !/^[—–-]$/.test(partText(scene, part + 1))) return undefined;
  const sentence = scene.outline.sentenceOf[part + 2] ?? -1;
  const phrase = scene.subjects.phrases(sentence).find((each) => each.from === part + 2);
  const next = phrase === undefined ? undefined : scene.outline.parts[phrase.to];
  if (phrase?.kind !== "name") return undefined;
  const isLast =
    next === undefined || /\n/.test(scene.outline.text.slice(scene.outline.parts[phrase.to - 1]?.end ?? 0, next.start));
  return isLast ? { phrase, rule: "signature" } : undefined;
}

const lastChar = ({ outline }: Scene, { quotation }: Place) => outline.text.charAt(quotation.end - 1);
const partText = ({ outline }: Scene, at: number) => outline.parts[at]?.text ?? "";
const partLower = ({ outline }: Scene, at: number) => outline.parts[at]?.lower ?? "";

/** Whether the quotation is the last part of its sentence. */
function endsSentence({ outline }: Scene, { part, sentence }: Place): boolean {
  return outline.sentences[sentence]?.to === part + 1;
}

function looksRight(scene: Scene, place: Place): boolean {
  if (!place.quotation.closed || endsSentence(scene, place)) return false;
  const next = scene.outline.parts[place.part + 1];
  if (subordinates(scene, next?.text === "," ? place.part + 2 : place.part + 1)) return false;
  if (/[,?!—–-]/u.test(lastChar(scene, place)) || next?.text === "," || next?.text === "—") return true;
  return /[.…]/u.test(lastChar(scene, place)) && next?.capital === false;
}

/** "and", "in", "echoing": what follows the quotation hangs on the clause before it. */
function subordinates(scene: Scene, at: number): boolean {
  const part = scene.outline.parts[at];
  if (part?.kind !== "word" || part.capital || part.lower === "according") return false;
  if (PREPOSITIONS.has(part.lower) || CONJUNCTIONS.has(part.lower) || RELATIVES.has(part.lower)) return true;
  return part.lower.endsWith("ing") && !isCue(part.lower);
}

/** A verb of saying with a comma or colon right before the mark leads the quotation in. */
function isLedIn(scene: Scene, { part }: Place): boolean {
  const mark = partText(scene, part - 1);
  if (mark === ":") return true;
  return mark === "," && isCue(partLower(scene, part - 2)) && scene.outline.parts[part - 3]?.kind !== "quotation";
}

function toTheRight(scene: Scene, place: Place): Attribution | undefined {
  const { outline, subjects } = scene;
  const clause = outline.sentences[place.sentence];
  if (clause === undefined) return undefined;
  let at = place.part + 1;
  if (/^[,—–-]+$/u.test(partText(scene, at))) at++;
  if (partLower(scene, at) === "according" && partLower(scene, at + 1) === "to")
    return accordingTo(scene, at, place.sentence);
  while (isAdverb(partLower(scene, at)) || AUXILIARIES.has(partLower(scene, at))) at++;
  if (isCue(partLower(scene, at)) && !isCueParticiple(partLower(scene, at)) && !takesObject(partLower(scene, at))) {
    const after = phraseAfter(scene, at, place.sentence);
    if (after !== undefined) return { phrase: after, rule: "right verb subject", cue: at };
  }
  const end = Math.min(clause.to, at + LONGEST_REACH);
  for (let verb = at; verb < end; verb++) {
    if (outline.parts[verb]?.kind === "quotation") break;
    if (!isFiniteCue(partLower(scene, verb))) continue;
    const phrase = subjects.of(verb);
    if (phrase !== undefined && phrase.from >= at && phrase.to <= verb)
      return { phrase, rule: "right subject verb", cue: verb };
    const after =
      partText(scene, verb - 1) === "," && !takesObject(partLower(scene, verb))
        ? phraseAfter(scene, verb, place.sentence)
        : undefined;
    if (after !== undefined) return { phrase: after, rule: "right verb subject", cue: verb };
  }
  return undefined;
}

/** "said NAME", "said on Friday NAME" is too loose: the phrase begins right after the verb and its adverbs. */
function phraseAfter(scene: Scene, verb: number, sentence: number): NounPhrase | undefined {
  let at = verb + 1;
  while (isAdverb(partLower(scene, at))) at++;
  const phrase = scene.subjects.phrases(sentence).find((each) => each.from === at);
  if (phrase === undefined) return undefined;
  return namedAfterRole(scene, phrase, sentence);
}

/** "the farm's owner, NAME": a role between the verb and a comma is followed by its name. */
function namedAfterRole(scene: Scene, phrase: NounPhrase, sentence: number): NounPhrase {
  if (phrase.kind !== "noun" || partText(scene, phrase.to) !== ",") return phrase;
  const name = scene.subjects.phrases(sentence).find((each) => each.from === phrase.to + 1);
  if (name?.kind !== "name") return phrase;
  const after = partText(scene, name.to);
  return after === "" || /^[.,;]$/.test(after) || scene.outline.sentences[sentence]?.to === name.to ? name : phrase;
}

function accordingTo(scene: Scene, at: number, sentence: number): Attribution | undefined {
  const phrase = scene.subjects.phrases(sentence).find((each) => each.from >= at + 2);
  if (phrase === undefined || phrase.from > at + 4) return undefined;
  return { phrase: namedAfterRole(scene, phrase, sentence), rule: "according to", cue: at };
}

function toTheLeft(scene: Scene, place: Place): Attribution | undefined {
  const clause = scene.outline.sentences[place.sentence];
  if (clause === undefined) return undefined;
  let weak: Attribution | undefined;
  for (let at = place.part - 1; at >= clause.from; at--) {
    const found = leftCue(scene, place, at, clause.from);
    if (found === undefined) continue;
    if (!isWeakCue(partLower(scene, at)) || place.part - at <= NEXT_TO) return found;
    weak ??= found;
  }
  return weak ?? shortLead(scene, place);
}

/** The speaker that a verb of saying to the left names, if there is such a verb at `at`. */
function leftCue(scene: Scene, place: Place, at: number, start: number): Attribution | undefined {
  const word = partLower(scene, at);
  if (word === "according" && partLower(scene, at + 1) === "to") {
    const source = accordingTo(scene, at, place.sentence);
    return source !== undefined && source.phrase.to <= place.part ? source : undefined;
  }
  if (!isCue(word) || scene.outline.parts[at]?.capital || isNounUse(scene, at)) return undefined;
  if (isPassive(scene, at)) return agent(scene, place, at);
  const phrase = scene.subjects.of(at);
  if (phrase !== undefined)
    return { phrase, rule: phrase.preposition === "with" ? "with name" : "left subject verb", cue: at };
  const after = at - start < 3 ? phraseAfter(scene, at, place.sentence) : undefined;
  return after !== undefined && after.to <= place.part
    ? { phrase: after, rule: "left verb subject", cue: at }
    : undefined;
}

/** "was asked", "is quoted": the subject is not who speaks. */
function isPassive(scene: Scene, at: number): boolean {
  let before = at - 1;
  while (isAdverb(partLower(scene, before))) before--;
  return /^(?:is|are|was|were|be|been|being)$/.test(partLower(scene, before)) && !isCueParticiple(partLower(scene, at));
}

/** "asked by NAME". */
function agent(scene: Scene, place: Place, verb: number): Attribution | undefined {
  for (let at = verb + 1; at < Math.min(verb + 8, place.part); at++) {
    if (partLower(scene, at) !== "by") continue;
    const phrase = scene.subjects.phrases(place.sentence).find((each) => each.from === at + 1);
    return phrase === undefined ? undefined : { phrase, rule: "left subject verb", cue: verb };
  }
  return undefined;
}

/** "a statement", "his call": inside a phrase a verb of saying is a noun. */
function isNounUse(scene: Scene, at: number): boolean {
  const sentence = scene.outline.sentenceOf[at] ?? -1;
  return scene.subjects.phrases(sentence).some((each) => each.from <= at && at < each.to);
}

/** "NAME: “…”", "HEADLINE - NAME: “…”" */
function shortLead(scene: Scene, { part, sentence }: Place): Attribution | undefined {
  const clause = scene.outline.sentences[sentence];
  if (clause === undefined || partText(scene, part - 1) !== ":") return undefined;
  let from = part - 1;
  while (from > clause.from && part - from <= SHORT_LEAD + 1 && !/^[—–-]$/.test(partText(scene, from - 1))) from--;
  if (part - 1 - from >= SHORT_LEAD) return undefined;
  const phrase = scene.subjects.phrases(sentence).find((each) => each.from >= from && each.to <= part - 1);
  return phrase === undefined ? undefined : { phrase, rule: "colon" };
}

function previous(scene: Scene, { index }: Place): { quotation: Quotation; attribution: Attribution } | undefined {
  const quotation = scene.quotations[index - 1];
  const attribution = scene.found[index - 1];
  return quotation === undefined || attribution === undefined ? undefined : { quotation, attribution };
}

function sameParagraph(scene: Scene, place: Place): Attribution | undefined {
  const before = previous(scene, place);
  if (before === undefined || before.quotation.paragraph !== place.quotation.paragraph) return undefined;
  return { ...before.attribution, rule: "same paragraph" };
}

function continuation(scene: Scene, place: Place): Attribution | undefined {
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

function sentenceBefore(scene: Scene, place: Place): Attribution | undefined {
  const before = scene.outline.sentences[place.sentence - 1];
  if (!startsSentence(scene, place) || before?.paragraph !== place.quotation.paragraph) return undefined;
  return speakerIn(scene, place.sentence - 1, "sentence before");
}

function sentenceSubject(scene: Scene, place: Place): Attribution | undefined {
  const list = scene.subjects.phrases(place.sentence).filter((phrase) => phrase.to <= place.part);
  const phrase = list.find((each) => each.kind !== "noun" && each.preposition === undefined && !isIt(scene, each));
  return phrase === undefined ? undefined : { phrase, rule: "sentence subject" };
}

const isIt = (scene: Scene, { from }: NounPhrase) => partLower(scene, from) === "it";

/** "released the following statement:" and the like close the paragraph before. */
function paragraphBefore(scene: Scene, place: Place): Attribution | undefined {
  const clause = scene.outline.sentences[place.sentence - 1];
  if (!startsSentence(scene, place) || clause === undefined) return undefined;
  if (partText(scene, clause.to - 1) !== ":") return undefined;
  return speakerIn(scene, place.sentence - 1, "paragraph before");
}

function carried(scene: Scene, place: Place): Attribution | undefined {
  const before = previous(scene, place);
  const first = scene.outline.sentences[place.sentence];
  if (before === undefined || first?.from !== place.part) return undefined;
  const isNear = place.quotation.paragraph - before.quotation.paragraph <= 1;
  return isNear ? { ...before.attribution, rule: "carried" } : undefined;
}
