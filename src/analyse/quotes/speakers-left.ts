import { isCue, isNounToo, isWeakCue } from "../../text/cue-verbs.ts";
import { isRoleNoun } from "../../text/names/role-nouns.ts";
import { isTitleHead } from "../../text/names/titles.ts";
import {
  type Attribution,
  accordingTo,
  isCueAt,
  isPassive,
  type Place,
  partLower,
  partText,
  phraseAfter,
  type Scene,
} from "./speaker-scene.ts";

const SHORT_LEAD = 6;
/** A weak verb of saying counts at most this many parts before the quotation. */
const NEXT_TO = 3;

/** A verb of saying with a comma or colon right before the mark leads the quotation in. */
export function isLedIn(scene: Scene, { part }: Place): boolean {
  const mark = partText(scene, part - 1);
  if (mark === ":") return true;
  return mark === "," && isCue(partLower(scene, part - 2)) && scene.outline.parts[part - 3]?.kind !== "quotation";
}

/** The speaker that the sentence names before the mark, the nearest verb of saying first. */
export function toTheLeft(scene: Scene, place: Place): Attribution | undefined {
  const clause = scene.outline.sentences[place.sentence];
  if (clause === undefined) return undefined;
  const label = labelled(scene, place);
  if (label !== undefined) return label;
  let weak: Attribution | undefined;
  for (let at = place.part - 1; at >= clause.from; at--) {
    const found = leftCue(scene, place, at, clause.from);
    if (found === undefined) continue;
    if (!isWeakCue(partLower(scene, at)) || place.part - at <= NEXT_TO) return found;
    weak ??= found;
  }
  return weak ?? shortLead(scene, place) ?? longLead(scene, place);
}

/** The speaker that a verb of saying to the left names, if there is such a verb at `at`. */
function leftCue(scene: Scene, place: Place, at: number, start: number): Attribution | undefined {
  const word = partLower(scene, at);
  if (word === "according" && partLower(scene, at + 1) === "to") {
    const source = accordingTo(scene, at, place.sentence);
    return source !== undefined && source.phrase.to <= place.part ? source : undefined;
  }
  // "said, and I quote,": whoever speaks before it does.
  if (word === "quote" && partLower(scene, at - 1) === "i") return undefined;
  if (!isCueAt(scene.outline, at) || scene.outline.parts[at]?.capital || isNounUse(scene, at)) return undefined;
  if (isPassive(scene.outline, at)) return agent(scene, place, at);
  if (isNounToo(word) && !hasSubjectBeside(scene, at, place.sentence)) return undefined;
  const aside = partText(scene, at - 1) === "," ? phraseAfter(scene, at, place.sentence) : undefined;
  if (aside?.kind === "name" && partText(scene, aside.to) === "," && aside.to < place.part)
    return { phrase: aside, rule: "left verb subject", cue: at };
  const phrase = scene.subjects.of(at);
  if (phrase !== undefined)
    return { phrase, rule: phrase.preposition === "with" ? "with name" : "left subject verb", cue: at };
  const after = at - start < 3 ? phraseAfter(scene, at, place.sentence) : undefined;
  return after !== undefined && after.to <= place.part
    ? { phrase: after, rule: "left verb subject", cue: at }
    : undefined;
}

/** A name, pronoun or relative right before: what looks like a noun is a verb. */
function hasSubjectBeside(scene: Scene, at: number, sentence: number): boolean {
  if (/^(?:who|which|that)$/.test(partLower(scene, at - 1))) return true;
  return scene.subjects.phrases(sentence).some((phrase) => phrase.to === at && phrase.kind !== "noun");
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

/** "HEADLINE - NAME: “…”", "More from NAME: “…”" */
function labelled(scene: Scene, { part, sentence }: Place): Attribution | undefined {
  if (partText(scene, part - 1) !== ":") return undefined;
  const phrase = scene.subjects.phrases(sentence).find((each) => each.to === part - 1);
  if (phrase?.kind !== "name") return undefined;
  const isLabel = /^(?:[—–-]|--)$/.test(partText(scene, phrase.from - 1)) || phrase.preposition === "from";
  return isLabel ? { phrase, rule: "colon" } : undefined;
}

/** "An official, briefing reporters at the port, was less sure: “…”": the person whom the sentence is about. */
function longLead(scene: Scene, { part, sentence }: Place): Attribution | undefined {
  if (partText(scene, part - 1) !== ":") return undefined;
  const phrase = scene.subjects.main(sentence, part - 1);
  if (phrase?.kind !== "noun") return undefined;
  const head = partLower(scene, phrase.to - 1);
  return isTitleHead(head) || isRoleNoun(head) ? { phrase, rule: "colon" } : undefined;
}

/** "NAME: “…”", "HEADLINE - NAME: “…”" */
function shortLead(scene: Scene, { part, sentence }: Place): Attribution | undefined {
  const clause = scene.outline.sentences[sentence];
  if (clause === undefined || partText(scene, part - 1) !== ":") return undefined;
  let from = part - 1;
  while (from > clause.from && part - from <= SHORT_LEAD + 1 && !/^(?:[—–-]|--)$/.test(partText(scene, from - 1)))
    from--;
  if (part - 1 - from >= SHORT_LEAD) return undefined;
  const phrase = scene.subjects.phrases(sentence).find((each) => each.from >= from && each.to <= part - 1);
  return phrase === undefined ? undefined : { phrase, rule: "colon" };
}
