import type { Span } from "../model/article.ts";
import type { Speaker, Statement } from "../model/findings.ts";
import { isCoreCue, isCue, isCueParticiple, isNounToo, takesAddressee } from "../text/cue-verbs.ts";
import { ADVERBS, DETERMINERS, PREPOSITIONS, PRONOUNS, TIME_NOUNS, TIME_WORDS } from "../text/word-classes.ts";
import type { NounPhrase } from "./noun-phrases.ts";
import type { People } from "./people.ts";
import type { Clause, Outline } from "./sentence-parts.ts";
import type { Subjects } from "./subjects.ts";

type Scene = { readonly outline: Outline; readonly subjects: Subjects; readonly people: People };

/** What is said, as a range of parts, by whom. */
type Said = {
  readonly from: number;
  readonly to: number;
  readonly by: NounPhrase;
  readonly cue: Span;
  readonly confidence: number;
};

const REPORTED = 0.75;
const ACCORDING = 0.8;
const TRAILING = 0.7;
const URGING = 0.6;
const NOUN = 0.3;

const NO_VERB_AFTER = new Set("to the a an of been be by his her their its".split(" "));
const NOUN_CUES = new Set(
  "allegation allegations claim claims accusation accusations denial denials demand demands warning warnings assertion assertions".split(
    " ",
  ),
);
const NARRATOR =
  /^(?:reflecting|raising|highlighting|underscoring|underlining|marking|signalling|signaling|fuelling|fueling|prompting|leaving|sparking|triggering|showing)$/;

const lower = (scene: Scene, at: number) => scene.outline.parts[at]?.lower ?? "";
const text = (scene: Scene, at: number) => scene.outline.parts[at]?.text ?? "";

/** Reported speech of a text: what follows or precedes a verb of the core list, and what is "according to" someone. */
export function findStatements(outline: Outline, subjects: Subjects, people: People): Statement[] {
  const scene: Scene = { outline, subjects, people };
  const found: Said[] = [];
  outline.sentences.forEach((clause, sentence) => {
    found.push(...saidIn(scene, clause, sentence));
  });
  return found.flatMap((said) => statementOf(scene, said));
}

function statementOf({ outline, people }: Scene, said: Said): Statement[] {
  const [first, last] = [outline.parts[said.from], outline.parts[said.to - 1]];
  if (first === undefined || last === undefined || said.to - said.from < 1) return [];
  const { start } = first;
  const { end } = last;
  const speaker: Speaker = people.resolve(said.by);
  const cue = outline.text.slice(said.cue.start, said.cue.end);
  return [{ start, end, text: outline.text.slice(start, end), speaker, cue, confidence: said.confidence }];
}

function saidIn(scene: Scene, clause: Clause, sentence: number): Said[] {
  const found: Said[] = [];
  let reach = clause.from;
  for (let at = clause.from; at < clause.to; at++) {
    const isNoun = NOUN_CUES.has(lower(scene, at)) && scene.outline.parts[at - 1]?.possessive === true;
    if (at < reach && !isNoun) continue;
    const said = isNoun ? nounCue(scene, at, sentence) : saidAt(scene, at, clause, sentence);
    if (said === undefined || said.to <= said.from) continue;
    found.push(said);
    // What is told inside what was said has its own speaker, but one telling is enough.
    if (!isNoun && said.from > at) reach = said.to;
  }
  return found;
}

function saidAt(scene: Scene, at: number, clause: Clause, sentence: number): Said | undefined {
  const word = lower(scene, at);
  if (word === "according" && lower(scene, at + 1) === "to") return according(scene, at, clause, sentence);
  if (scene.outline.parts[at]?.kind !== "word" || scene.outline.parts[at]?.capital === true) return undefined;
  const act = speechAct(scene, at);
  if (act === undefined && !isCoreCue(word)) return undefined;
  if (!isVerb(scene, at, sentence)) return undefined;
  const trailing = inverted(scene, at, clause, sentence);
  if (trailing !== undefined) return trailing;
  const by = scene.subjects.of(at);
  if (by === undefined || by.from > at) return undefined;
  return content(scene, { at, by, from: act ?? at + 1 }, clause, sentence);
}

const ADJECTIVE_TOO =
  /^(?:alleged|pledged|reported|declared|proposed|suggested|claimed|expected|estimated|confirmed|announced|promised|stated|believed|demanded)$/;

/** Whether a word with the form of a verb of saying is one here. */
function isVerb(scene: Scene, at: number, sentence: number): boolean {
  const word = lower(scene, at);
  if (NO_VERB_AFTER.has(lower(scene, at - 1)) || isInsidePhrase(scene, at, sentence)) return false;
  const next = scene.outline.parts[at + 1];
  if (isNounToo(word) && next?.lower !== "that") {
    return scene.subjects.phrases(sentence).some((phrase) => phrase.to === at && phrase.kind !== "noun");
  }
  if (!ADJECTIVE_TOO.test(word) || next === undefined) return true;
  const opensObject =
    next.capital || next.kind !== "word" || /^(?:that|to|it|its|on|in)$/.test(next.lower) || /^\d/.test(next.text);
  return opensObject || DETERMINERS.has(next.lower) || PRONOUNS.has(next.lower);
}

const isInsidePhrase = ({ subjects }: Scene, at: number, sentence: number) =>
  subjects.phrases(sentence).some((phrase) => phrase.from <= at && at < phrase.to);

const ACTS =
  /^(?:offer(?:s|ed)?|(?:reject|dismiss|condemn|accus|blam|critici[sz]|prais|encourag|denounc)(?:e?s|ed|ing)?)$/;

/** Acts of speech: "calls for", "ruled out", "accused". Gives where the content begins. */
function speechAct(scene: Scene, at: number): number | undefined {
  const [word, next] = [lower(scene, at), lower(scene, at + 1)];
  if (/^call(?:s|ed|ing)?$/.test(word) && /^(?:for|on|upon)$/.test(next)) return at + 2;
  if (/^rul(?:e|es|ed|ing)$/.test(word) && next === "out") return at + 2;
  return ACTS.test(word) ? at + 1 : undefined;
}

type Verb = { readonly at: number; readonly by: NounPhrase; readonly from: number };

/** What a verb's clause tells: after it, or before it when the verb ends its sentence. */
function content(scene: Scene, verb: Verb, clause: Clause, sentence: number): Said | undefined {
  const cue = cueSpan(scene, verb.at);
  if (verb.by.preposition === "as") return afterComma(scene, verb, clause);
  const from = contentStart(scene, verb, clause, sentence);
  if (verb.by.from > clause.from && followsQuotation(scene, verb.by) && lower(scene, from) !== "that") return undefined;
  const to = contentEnd(scene, from, clause);
  if (to - from < 1 || isTail(scene, from, to)) return before(scene, verb, clause);
  const confidence = isCoreCue(lower(scene, verb.at)) ? REPORTED : URGING;
  return { from, to, by: verb.by, cue, confidence };
}

/** "“…,” NAME said on stage": the quotation is what was said. */
function followsQuotation({ outline }: Scene, by: NounPhrase): boolean {
  const before = outline.parts[by.from - 1];
  return before?.kind === "quotation" || (before?.text === "," && outline.parts[by.from - 2]?.kind === "quotation");
}

/** "As NAME noted, CLAUSE". */
function afterComma(scene: Scene, { at, by }: Verb, clause: Clause): Said | undefined {
  let from = at + 1;
  while (from < clause.to && from - at < 12 && text(scene, from) !== ",") from++;
  if (text(scene, from) !== ",") return undefined;
  return { from: from + 1, to: contentEnd(scene, from + 1, clause), by, cue: cueSpan(scene, at), confidence: TRAILING };
}

const cueSpan = ({ outline }: Scene, at: number): Span => ({
  start: outline.parts[at]?.start ?? 0,
  end: outline.parts[at]?.end ?? 0,
});

/** Only where and when it was said stands after the verb: "… , he said on Friday." */
function isTail(scene: Scene, from: number, to: number): boolean {
  const first = lower(scene, from);
  if (first === "that") return false;
  if (/^[,.;:]$/.test(first)) return true;
  return (PREPOSITIONS.has(first) || TIME_WORDS.has(first) || ADVERBS.has(first)) && to - from < 14;
}

/** Steps over the hearer, adverbs, times and places up to "that". */
function contentStart(scene: Scene, verb: Verb, clause: Clause, sentence: number): number {
  const word = lower(scene, verb.at);
  const end = Math.min(verb.from + LONGEST_SETTING, clause.to);
  const setsScene = takesAddressee(word) || isSetting(lower(scene, verb.from));
  for (let at = verb.from; setsScene && at < end; at++) {
    if (lower(scene, at) === "that") return at;
    if (/^[,;]$/.test(text(scene, at)) || scene.outline.parts[at]?.kind === "quotation" || isCue(lower(scene, at)))
      break;
  }
  let from = verb.from;
  while (from < clause.to && (ADVERBS.has(lower(scene, from)) || isTime(scene, from))) from++;
  if (!TELLS.test(word)) return from;
  return scene.subjects.phrases(sentence).find((phrase) => phrase.from === from)?.to ?? from;
}

const LONGEST_SETTING = 14;
const TELLS = /^(?:tells?|told|telling|assur(?:e|es|ed|ing)|remind(?:s|ed|ing)?|inform(?:s|ed|ing)?)$/;
const isSetting = (word: string) => PREPOSITIONS.has(word) || ADVERBS.has(word) || TIME_WORDS.has(word);

const isTime = (scene: Scene, at: number) =>
  (lower(scene, at) === "on" && TIME_WORDS.has(lower(scene, at + 1))) ||
  TIME_WORDS.has(lower(scene, at)) ||
  (TIME_NOUNS.has(lower(scene, at)) && TIME_WORDS.has(lower(scene, at - 1)));

/** The end of the sentence, a second verb of saying that is coordinated, or the narrator's own tail. */
function contentEnd(scene: Scene, from: number, clause: Clause): number {
  let to = clause.to;
  while (to > from && /^[.!?…,;:]$/.test(text(scene, to - 1))) to--;
  for (let at = from + 1; at < to; at++) {
    if (!/^(?:,|and|but)$/.test(lower(scene, at))) continue;
    const next = /^(?:and|but|also|then)$/.test(lower(scene, at + 1)) ? at + 2 : at + 1;
    if (NARRATOR.test(lower(scene, next)) || isWithSpeaker(scene, next, to)) return at;
    const isSecond =
      isCoreCue(lower(scene, next)) && (isCueParticiple(lower(scene, next)) || /(?:ed|id)$/.test(lower(scene, next)));
    if (isSecond || (lower(scene, at) === "," && lower(scene, at + 1) === "according")) return at;
  }
  return to;
}

/** ", with NAME noting" gives the word to someone else. */
function isWithSpeaker(scene: Scene, at: number, end: number): boolean {
  if (lower(scene, at) !== "with") return false;
  for (let next = at + 2; next < Math.min(end, at + 16); next++) {
    if (isCueParticiple(lower(scene, next))) return true;
    if (text(scene, next) === ",") return false;
  }
  return false;
}

/** "CLAUSE, NAME said."; "CLAUSE, NAME said, CLAUSE" is one statement. */
function before(scene: Scene, { at, by }: Verb, clause: Clause): Said | undefined {
  if (by.from >= at || by.from <= clause.from || text(scene, by.from - 1) !== ",") return undefined;
  const goesOn = text(scene, at + 1) === "," && at + 3 < clause.to;
  const to = goesOn ? contentEnd(scene, clause.to - 1, clause) : by.from - 1;
  return { from: clause.from, to, by, cue: cueSpan(scene, at), confidence: TRAILING };
}

/** "CLAUSE, said NAME." */
function inverted(scene: Scene, at: number, clause: Clause, sentence: number): Said | undefined {
  if (text(scene, at - 1) !== "," || isCueParticiple(lower(scene, at))) return undefined;
  if (scene.outline.parts[at - 2]?.kind === "quotation" && at - 2 === clause.from) return undefined;
  const by = scene.subjects.phrases(sentence).find((phrase) => phrase.from === at + 1);
  if (by === undefined || !/^(?:[,.;]?|who|of|in|at|for|on|from|after|during)$/.test(lower(scene, by.to)))
    return undefined;
  return { from: clause.from, to: at - 1, by, cue: cueSpan(scene, at), confidence: TRAILING };
}

/** "According to NAME, CLAUSE", "CLAUSE, according to NAME"; alone in its sentence it belongs to the next one. */
function according(scene: Scene, at: number, clause: Clause, sentence: number): Said | undefined {
  const by = scene.subjects.phrases(sentence).find((phrase) => phrase.from >= at + 2);
  if (by === undefined || by.from > at + 4) return undefined;
  const cue = { start: cueSpan(scene, at).start, end: cueSpan(scene, at + 1).end };
  if (at > clause.from + 2) {
    const to = text(scene, at - 1) === "," ? at - 1 : at;
    return { from: clause.from, to, by, cue, confidence: ACCORDING };
  }
  let from = by.to;
  while (from < clause.to && text(scene, from) !== ",") from++;
  if (from + 1 < clause.to)
    return { from: from + 1, to: contentEnd(scene, from + 1, clause), by, cue, confidence: ACCORDING };
  const next = scene.outline.sentences[sentence + 1];
  if (by.to < clause.to - 1 || next === undefined || next.paragraph !== clause.paragraph) return undefined;
  return { from: next.from, to: contentEnd(scene, next.from, next), by, cue, confidence: URGING };
}

/** "India's allegations": little is told of what was said. */
function nounCue(scene: Scene, at: number, sentence: number): Said | undefined {
  const phrase = scene.subjects.phrases(sentence).find((each) => each.from < at && each.to > at);
  if (phrase === undefined || !scene.outline.parts[at - 1]?.capital) return undefined;
  let from = at - 1;
  while (from > phrase.from && scene.outline.parts[from - 1]?.capital && !scene.outline.parts[from - 1]?.possessive)
    from--;
  const by: NounPhrase = { from, to: at, kind: "name" };
  return { from, to: at + 1, by, cue: cueSpan(scene, at), confidence: NOUN };
}
