import type { Span } from "../../model/article.ts";
import type { Statement } from "../../model/findings.ts";
import { isCoreCue, isCueParticiple } from "../../text/cue-verbs.ts";
import { datelineLength } from "../../text/dates/dateline.ts";
import { PREPOSITIONS } from "../../text/word-classes.ts";
import type { NounPhrase } from "../names/noun-phrases.ts";
import type { People } from "../names/people.ts";
import type { Subjects } from "../names/subjects.ts";
import type { Clause, Outline } from "../reading/sentence-parts.ts";
import { isVerb, speechAct } from "./saying-verbs.ts";
import { withRole } from "./speaker-scene.ts";
import { contentEnd, contentStart, type Here, isTail, lower, text } from "./statement-clauses.ts";

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

const NOUN_CUES = new Set(
  "allegation allegations claim claims accusation accusations denial denials demand demands warning warnings assertion assertions".split(
    " ",
  ),
);

/** Reported speech of a text: what follows or precedes a verb of the core list, and what is "according to" someone. */
export function findStatements(outline: Outline, subjects: Subjects, people: People): Statement[] {
  return outline.sentences.flatMap((clause, sentence) =>
    saidIn({ outline, subjects, clause: withoutDateline(outline, clause, sentence), sentence }).flatMap((said) =>
      statementOf(outline, { ...said, by: withRole(outline, subjects, said.by) }, people),
    ),
  );
}

/** A sentence from where it begins to tell: "LIMA, 3 May (Andes Wire) – " says nothing. */
function withoutDateline({ text, parts, sentences }: Outline, clause: Clause, sentence: number): Clause {
  const [first, last] = [parts[clause.from], parts[clause.to - 1]];
  if (!first || !last || sentences[sentence - 1]?.paragraph === clause.paragraph) return clause;
  const after = first.start + datelineLength(text.slice(first.start, last.end));
  let { from } = clause;
  while (from < clause.to && (parts[from]?.start ?? after) < after) from++;
  return { ...clause, from };
}

function statementOf({ parts, text }: Outline, said: Said, people: People): Statement[] {
  const [first, last] = [parts[said.from], parts[said.to - 1]];
  if (first === undefined || last === undefined || last.end <= first.start) return [];
  const span = { start: first.start, end: last.end };
  const cue = text.slice(said.cue.start, said.cue.end);
  const { speaker, sure } = people.resolve(said.by);
  const confidence = Math.min(said.confidence, sure);
  return [{ ...span, text: text.slice(span.start, span.end), speaker, cue, confidence }];
}

function saidIn(here: Here): Said[] {
  const found: Said[] = [];
  let reach = here.clause.from;
  for (let at = here.clause.from; at < here.clause.to; at++) {
    const isNoun = NOUN_CUES.has(lower(here, at)) && here.outline.parts[at - 1]?.possessive === true;
    if (at < reach && !isNoun) continue;
    const said = isNoun ? nounCue(here, at) : saidAt(here, at);
    if (said === undefined || said.to <= said.from) continue;
    found.push(said);
    // What is told inside what was said has its own speaker, but one telling is enough.
    if (!isNoun && said.from > at) reach = said.to;
  }
  return found;
}

function saidAt(here: Here, at: number): Said | undefined {
  const word = lower(here, at);
  if (word === "according" && lower(here, at + 1) === "to") return according(here, at);
  if (here.outline.parts[at]?.kind !== "word" || here.outline.parts[at]?.capital === true) return undefined;
  const act = speechAct(here, at);
  if (act === undefined && !isCoreCue(word)) return undefined;
  if (!isVerb(here, at)) return undefined;
  const trailing = inverted(here, at);
  if (trailing !== undefined) return trailing;
  const by = here.subjects.of(at);
  if (by === undefined || by.from > at) return undefined;
  return content(here, { at, by, from: act ?? at + 1 });
}

type Verb = { readonly at: number; readonly by: NounPhrase; readonly from: number };

/** What a verb's clause tells: after it, or before it when the verb ends its sentence. */
function content(here: Here, verb: Verb): Said | undefined {
  const cue = cueSpan(here, verb.at);
  if (verb.by.preposition === "as") return afterComma(here, verb);
  const from = contentStart(here, verb.at, verb.from);
  if (verb.by.from > here.clause.from && followsQuotation(here, verb.by) && lower(here, from) !== "that")
    return undefined;
  const to = contentEnd(here, from);
  if (to - from < 1 || isTail(here, from, to)) return before(here, verb);
  const confidence = isCoreCue(lower(here, verb.at)) ? REPORTED : URGING;
  return { from, to, by: verb.by, cue, confidence };
}

/** "“…,” NAME said on stage": the quotation is what was said. */
function followsQuotation({ outline }: Here, by: NounPhrase): boolean {
  const before = outline.parts[by.from - 1];
  return before?.kind === "quotation" || (before?.text === "," && outline.parts[by.from - 2]?.kind === "quotation");
}

/** "As NAME noted, CLAUSE". */
function afterComma(here: Here, { at, by }: Verb): Said | undefined {
  let from = at + 1;
  while (from < here.clause.to && from - at < 12 && text(here, from) !== ",") from++;
  if (text(here, from) !== ",") return undefined;
  return { from: from + 1, to: contentEnd(here, from + 1), by, cue: cueSpan(here, at), confidence: TRAILING };
}

const cueSpan = ({ outline }: Here, at: number): Span => ({
  start: outline.parts[at]?.start ?? 0,
  end: outline.parts[at]?.end ?? 0,
});

/** "CLAUSE, NAME said."; "CLAUSE, NAME said, CLAUSE" is one statement. */
function before(here: Here, { at, by }: Verb): Said | undefined {
  if (by.from >= at || by.from <= here.clause.from || text(here, by.from - 1) !== ",") return undefined;
  const goesOn = text(here, at + 1) === "," && at + 3 < here.clause.to;
  const to = goesOn ? contentEnd(here, here.clause.to - 1) : by.from - 1;
  return { from: here.clause.from, to, by, cue: cueSpan(here, at), confidence: TRAILING };
}

/** "CLAUSE, said NAME." */
function inverted(here: Here, at: number): Said | undefined {
  if (text(here, at - 1) !== "," || isCueParticiple(lower(here, at))) return undefined;
  if (here.outline.parts[at - 2]?.kind === "quotation" && at - 2 === here.clause.from) return undefined;
  if (endsApposition(here, at)) return undefined;
  const by = here.subjects.phrases(here.sentence).find((phrase) => phrase.from === at + 1);
  if (by === undefined || !/^(?:[,.;]?|who|of|in|at|for|on|from|after|during)$/.test(lower(here, by.to)))
    return undefined;
  return { from: here.clause.from, to: at - 1, by, cue: cueSpan(here, at), confidence: TRAILING };
}

const AUXILIARY = /^(?:was|were|is|are|had|has|have|will|would|could|should|may|might)$/;

/** "A hydrologist, NAME, said the report had never come out": the name belongs to the subject, and a clause follows. */
function endsApposition(here: Here, at: number): boolean {
  const phrases = here.subjects.phrases(here.sentence);
  const name = phrases.find((phrase) => phrase.to === at - 1 && phrase.kind === "name");
  if (name === undefined || text(here, name.from - 1) !== ",") return false;
  for (let next = at + 1; next < here.clause.to; next++) {
    const isOfThat = lower(here, next) === "that" && PREPOSITIONS.has(lower(here, next - 1));
    if (!isOfThat && /^(?:,|who|which|that)$/.test(lower(here, next))) return false;
    if (AUXILIARY.test(lower(here, next))) return true;
  }
  return false;
}

/** "According to NAME, CLAUSE", "CLAUSE, according to NAME"; alone in its sentence it belongs to the next one. */
function according(here: Here, at: number): Said | undefined {
  const by = here.subjects.phrases(here.sentence).find((phrase) => phrase.from >= at + 2);
  if (by === undefined || by.from > at + 4) return undefined;
  const cue = { start: cueSpan(here, at).start, end: cueSpan(here, at + 1).end };
  if (at > here.clause.from + 2) {
    const to = text(here, at - 1) === "," ? at - 1 : at;
    return { from: here.clause.from, to, by, cue, confidence: ACCORDING };
  }
  let from = by.to;
  while (from < here.clause.to && text(here, from) !== ",") from++;
  if (from + 1 < here.clause.to)
    return { from: from + 1, to: contentEnd(here, from + 1), by, cue, confidence: ACCORDING };
  const next = here.outline.sentences[here.sentence + 1];
  if (by.to < here.clause.to - 1 || next === undefined || next.paragraph !== here.clause.paragraph) return undefined;
  return { from: next.from, to: contentEnd({ ...here, clause: next }, next.from), by, cue, confidence: URGING };
}

/** "India's allegations": little is told of what was said. */
function nounCue(here: Here, at: number): Said | undefined {
  const phrase = here.subjects.phrases(here.sentence).find((each) => each.from < at && each.to > at);
  if (phrase === undefined || !here.outline.parts[at - 1]?.capital) return undefined;
  let from = at - 1;
  while (from > phrase.from && here.outline.parts[from - 1]?.capital && !here.outline.parts[from - 1]?.possessive)
    from--;
  const by: NounPhrase = { from, to: at, kind: "name" };
  return { from, to: at + 1, by, cue: cueSpan(here, at), confidence: NOUN };
}
