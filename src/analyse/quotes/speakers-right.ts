import { isCue, isCueParticiple, takesObject } from "../../text/cue-verbs.ts";
import { AUXILIARIES, CONJUNCTIONS, isAdverb, PREPOSITIONS, RELATIVES } from "../../text/word-classes.ts";
import type { NounPhrase } from "../names/noun-phrases.ts";
import {
  type Attribution,
  accordingTo,
  isFiniteCueAt,
  type Place,
  partLower,
  partText,
  phraseAfter,
  type Scene,
} from "./speaker-scene.ts";

const LONGEST_REACH = 40;
/** Who insists or demands in such a clause is spoken of: "if NAME insists on it, the ministry said". */
const CONDITIONAL = /^(?:if|unless|until|whether|because)$/;

/** "“…” that much is told of, said NAME, a lawyer" */
function nameAfter(scene: Scene, verb: number, sentence: number): NounPhrase | undefined {
  if (takesObject(partLower(scene, verb))) return undefined;
  const after = phraseAfter(scene, verb, sentence);
  return after?.kind === "name" && /^[.,;]?$/.test(partText(scene, after.to)) ? after : undefined;
}

/** "“…” – NAME" closes a paragraph, the name is a paragraph of its own, or its address on a platform follows. */
export function signature(scene: Scene, { part, quotation }: Place): Attribution | undefined {
  if (!quotation.closed || !/^(?:[—–-]|--)$/.test(partText(scene, part + 1))) return undefined;
  const sentence = scene.outline.sentenceOf[part + 2] ?? -1;
  const phrase = scene.subjects.phrases(sentence).find((each) => each.from === part + 2);
  if (phrase?.kind !== "name") return undefined;
  if (partText(scene, phrase.to) === "(" && partText(scene, phrase.to + 1).startsWith("@"))
    return { phrase, rule: "signature" };
  const isStopped = partText(scene, phrase.to) === ".";
  const next = scene.outline.parts[isStopped ? phrase.to + 1 : phrase.to];
  const isLast =
    next === undefined || /\n/.test(scene.outline.text.slice(scene.outline.parts[phrase.to - 1]?.end ?? 0, next.start));
  return isLast ? { phrase, rule: "signature" } : undefined;
}

const lastChar = ({ outline }: Scene, { quotation }: Place) => outline.text.charAt(quotation.end - 1);

/** Whether the quotation is the last part of its sentence. */
export function endsSentence({ outline }: Scene, { part, sentence }: Place): boolean {
  return outline.sentences[sentence]?.to === part + 1;
}

/** Whether the words after the mark are the likelier place for the speaker. */
export function looksRight(scene: Scene, place: Place): boolean {
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

/** The speaker that the rest of the sentence names. */
export function toTheRight(scene: Scene, place: Place): Attribution | undefined {
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
  let isSupposed = false;
  for (let verb = at; verb < end; verb++) {
    if (outline.parts[verb]?.kind === "quotation") break;
    if (partText(scene, verb) === ",") isSupposed = false;
    else isSupposed ||= CONDITIONAL.test(partLower(scene, verb));
    if (isSupposed || !isFiniteCueAt(outline, verb)) continue;
    const source = partText(scene, verb - 1) === "," ? nameAfter(scene, verb, place.sentence) : undefined;
    if (source !== undefined) return { phrase: source, rule: "right verb subject", cue: verb };
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
