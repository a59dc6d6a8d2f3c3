import type { Span } from "../model/article.ts";
import type { Speaker, Statement } from "../model/findings.ts";
import { isCoreCue, isCueParticiple, takesAddressee } from "../text/cue-verbs.ts";
import { ADVERBS, DETERMINERS, PREPOSITIONS, TIME_WORDS } from "../text/word-classes.ts";
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
    if (at < reach) continue;
    const said = saidAt(scene, at, clause, sentence);
    if (said === undefined || said.to <= said.from) continue;
    found.push(said);
    reach = said.from > at ? Math.max(reach, secondCue(scene, said)) : at + 1;
  }
  return found;
}

/** Inside what is said only a later clause of its own is looked at: a cue that follows "and" or a comma. */
function secondCue(_scene: Scene, said: Said): number {
  return said.to;
}

function saidAt(scene: Scene, at: number, clause: Clause, sentence: number): Said | undefined {
  const word = lower(scene, at);
  if (word === "according" && lower(scene, at + 1) === "to") return according(scene, at, clause, sentence);
  if (NOUN_CUES.has(word) && scene.outline.parts[at - 1]?.possessive) return nounCue(scene, at, sentence);
  if (scene.outline.parts[at]?.kind !== "word" || scene.outline.parts[at]?.capital === true) return undefined;
  const act = speechAct(scene, at);
  if (act === undefined && !isCoreCue(word)) return undefined;
  if (NO_VERB_AFTER.has(lower(scene, at - 1))) return undefined;
  if (isInsidePhrase(scene, at, sentence)) return undefined;
  const by = scene.subjects.of(at);
  if (by === undefined) return at === clause.from ? undefined : inverted(scene, at, clause, sentence);
  return (act ?? isCoreCue(word)) ? content(scene, { at, by, from: act ?? at + 1 }, clause, sentence) : undefined;
}

const isInsidePhrase = ({ subjects }: Scene, at: number, sentence: number) =>
  subjects.phrases(sentence).some((phrase) => phrase.from <= at && at < phrase.to);

/** Two-word acts of speech: "calls for", "ruled out", "called on". Gives where the content begins. */
function speechAct(scene: Scene, at: number): number | undefined {
  const [word, next] = [lower(scene, at), lower(scene, at + 1)];
  if (/^call(?:s|ed|ing)?$/.test(word) && /^(?:for|on|upon)$/.test(next)) return at + 2;
  if (/^rul(?:e|es|ed|ing)$/.test(word) && next === "out") return at + 2;
  if (/^(?:offer(?:s|ed)?|reject(?:s|ed)?|encourag(?:e|es|ed))$/.test(word)) return at + 1;
  return undefined;
}

type Verb = { readonly at: number; readonly by: NounPhrase; readonly from: number };

/** What a verb's clause tells: after it, or before it when the verb ends its sentence. */
function content(scene: Scene, verb: Verb, clause: Clause, sentence: number): Said | undefined {
  const cue = cueSpan(scene, verb.at);
  const from = contentStart(scene, verb, clause, sentence);
  const to = contentEnd(scene, from, clause);
  if (to - from >= 1 && !isTail(scene, from, to)) {
    const confidence = isCoreCue(lower(scene, verb.at)) ? REPORTED : URGING;
    return { from, to, by: verb.by, cue, confidence };
  }
  return before(scene, verb, clause);
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

/** Steps over the hearer, adverbs, times and a place up to "that". */
function contentStart(scene: Scene, verb: Verb, clause: Clause, sentence: number): number {
  let from = verb.from;
  for (let at = from; at < Math.min(from + 14, clause.to); at++) {
    if (lower(scene, at) === "that" && at > from) return at;
    if (/^[,;]$/.test(text(scene, at)) || scene.outline.parts[at]?.kind === "quotation") break;
  }
  while (from < clause.to && (ADVERBS.has(lower(scene, from)) || TIME_WORDS.has(lower(scene, from)))) from++;
  const isUrging =
    !/^(?:tell|tells|told|telling|assure|assures|assured|remind|reminds|reminded|inform|informs|informed|warn|warns|warned)$/.test(
      lower(scene, verb.at),
    );
  if (isUrging || !takesAddressee(lower(scene, verb.at))) return from;
  const hearer = scene.subjects.phrases(sentence).find((phrase) => phrase.from === from);
  return hearer === undefined ? from : hearer.to;
}

/** The end of the sentence, a second verb of saying that is coordinated, or the narrator's own tail. */
function contentEnd(scene: Scene, from: number, clause: Clause): number {
  let to = clause.to;
  while (to > from && /^[.!?…,;:]$/.test(text(scene, to - 1))) to--;
  for (let at = from + 1; at < to; at++) {
    if (!/^(?:,|and|but)$/.test(lower(scene, at))) continue;
    const next = /^(?:and|but|also|then)$/.test(lower(scene, at + 1)) ? at + 2 : at + 1;
    if (NARRATOR.test(lower(scene, next))) return at;
    const isSecond =
      isCoreCue(lower(scene, next)) && (isCueParticiple(lower(scene, next)) || /(?:ed|id)$/.test(lower(scene, next)));
    if (isSecond || (lower(scene, at) === "," && lower(scene, at + 1) === "according")) return at;
  }
  return to;
}

/** "CLAUSE, NAME said." */
function before(scene: Scene, { at, by }: Verb, clause: Clause): Said | undefined {
  if (by.from >= at || text(scene, by.from - 1) !== ",") return undefined;
  return { from: clause.from, to: by.from - 1, by, cue: cueSpan(scene, at), confidence: TRAILING };
}

/** "CLAUSE, said NAME." */
function inverted(scene: Scene, at: number, clause: Clause, sentence: number): Said | undefined {
  if (text(scene, at - 1) !== ",") return undefined;
  const by = scene.subjects.phrases(sentence).find((phrase) => phrase.from === at + 1);
  return by === undefined
    ? undefined
    : { from: clause.from, to: at - 1, by, cue: cueSpan(scene, at), confidence: TRAILING };
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
  if (phrase === undefined || DETERMINERS.has(lower(scene, phrase.from))) return undefined;
  return { from: phrase.from, to: at + 1, by: { ...phrase, to: at }, cue: cueSpan(scene, at), confidence: NOUN };
}
