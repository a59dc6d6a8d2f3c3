import { isNounToo } from "../../text/cue-verbs.ts";
import { DETERMINERS, PRONOUNS } from "../../text/word-classes.ts";
import { isPassive } from "./speaker-scene.ts";
import { type Here, lower } from "./statement-clauses.ts";

const NO_VERB_AFTER = new Set("to the a an of been be by his her their its".split(" "));

const ADJECTIVE_TOO =
  /^(?:alleged|pledged|reported|declared|proposed|suggested|claimed|expected|estimated|confirmed|announced|promised|stated|believed|demanded)$/;

/** Whether a word with the form of a verb of saying is one here. */
export function isVerb(here: Here, at: number): boolean {
  const word = lower(here, at);
  if (NO_VERB_AFTER.has(lower(here, at - 1)) || isToldOf(here, at) || isInsidePhrase(here, at)) return false;
  const next = here.outline.parts[at + 1];
  if (isNounToo(word) && next?.lower !== "that") {
    return here.subjects.phrases(here.sentence).some((phrase) => phrase.to === at && phrase.kind !== "noun");
  }
  if (!ADJECTIVE_TOO.test(word) || next === undefined) return true;
  const opensObject =
    next.capital || next.kind !== "word" || /^(?:that|to|it|its|on|in)$/.test(next.lower) || /^\d/.test(next.text);
  return opensObject || DETERMINERS.has(next.lower) || PRONOUNS.has(next.lower);
}

const TOLD_OF =
  /^(?:feared|believed|said|reported|thought|alleged|estimated|claimed|stated|announced|confirmed|denied|declared|revealed|disclosed|concluded|expected)$/;

/** "are feared dead", "is said to have fled": the subject is told of and says nothing. */
const isToldOf = (here: Here, at: number) => TOLD_OF.test(lower(here, at)) && isPassive(here.outline, at);

const isInsidePhrase = ({ subjects, sentence }: Here, at: number) =>
  subjects.phrases(sentence).some((phrase) => phrase.from <= at && at < phrase.to);

const ACTS =
  /^(?:offer(?:s|ed)?|(?:reject|dismiss|condemn|accus|blam|critici[sz]|prais|encourag|denounc)(?:e?s|ed|ing)?)$/;

/** Acts of speech: "calls for", "ruled out", "accused". Gives where the content begins. */
export function speechAct(here: Here, at: number): number | undefined {
  const [word, next] = [lower(here, at), lower(here, at + 1)];
  if (/^call(?:s|ed|ing)?$/.test(word) && /^(?:for|on|upon)$/.test(next)) return at + 2;
  if (/^rul(?:e|es|ed|ing)$/.test(word) && next === "out") return at + 2;
  return ACTS.test(word) ? at + 1 : undefined;
}
