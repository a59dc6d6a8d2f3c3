import { isCueParticiple, isFiniteCue } from "../../text/cue-verbs.ts";
import { isRoleNoun } from "../../text/names/role-nouns.ts";
import { isTitleHead } from "../../text/names/titles.ts";
import { AUXILIARIES, isAdverb, TIME_WORDS } from "../../text/word-classes.ts";
import type { Clause, Outline } from "../reading/sentence-parts.ts";
import { isIntroduction } from "./introductions.ts";
import { type NounPhrase, nounPhrases } from "./noun-phrases.ts";

/** Finds who does what in the sentences of one text. */
export type Subjects = {
  /** The phrases of a sentence. */
  phrases(sentence: number): readonly NounPhrase[];
  /** The subject of the verb at a part. */
  of(verb: number): NounPhrase | undefined;
  /** The subject of the clause that reaches to `before`. */
  main(sentence: number, before: number): NounPhrase | undefined;
};

const RESTART = new Set([";", "—", "–", "--"]);
/** Before a subject these begin a clause: "As NAME noted". */
const CLAUSAL = new Set("as like than until since before after".split(" "));
const LONGEST_ASIDE = 6;

/** One sentence with its phrases, and the phrase that ends at each part. */
type Grammar = {
  readonly parts: Outline["parts"];
  readonly clause: Clause;
  readonly phrases: readonly NounPhrase[];
  readonly endingAt: ReadonlyMap<number, NounPhrase>;
};

/** Makes the finder for one outline; the phrases of a sentence are found once. */
export function createSubjects(outline: Outline): Subjects {
  const known = new Map<number, Grammar>();
  const grammarOf = (sentence: number): Grammar | undefined => {
    const clause = outline.sentences[sentence];
    if (clause === undefined) return undefined;
    const grammar = known.get(sentence) ?? readClause(outline, clause);
    known.set(sentence, grammar);
    return grammar;
  };
  return {
    phrases: (sentence) => grammarOf(sentence)?.phrases ?? [],
    main(sentence, before) {
      const grammar = grammarOf(sentence);
      return grammar === undefined ? undefined : mainSubject(grammar, before);
    },
    of(verb) {
      const grammar = grammarOf(outline.sentenceOf[verb] ?? -1);
      return grammar === undefined ? undefined : subjectOf(grammar, verb);
    },
  };
}

function readClause(outline: Outline, clause: Clause): Grammar {
  const phrases = nounPhrases(outline, clause);
  return { parts: outline.parts, clause, phrases, endingAt: new Map(phrases.map((phrase) => [phrase.to, phrase])) };
}

const lower = ({ parts }: Grammar, at: number) => parts[at]?.lower ?? "";

function mainSubject(grammar: Grammar, before: number): NounPhrase | undefined {
  const start = clauseStart(grammar, before);
  const isMain = ({ from, to, preposition }: NounPhrase) => from >= start && to <= before && preposition === undefined;
  return grammar.phrases.find(isMain);
}

function subjectOf(grammar: Grammar, verb: number): NounPhrase | undefined {
  const at = beforeAside(grammar, beforeVerb(grammar, verb));
  if (at < grammar.clause.from) return undefined;
  const phrase = grammar.endingAt.get(at + 1);
  if (isCueParticiple(lower(grammar, verb))) {
    const companion = companionOf(grammar, phrase);
    if (companion !== undefined) return companion;
    return speakerBefore(grammar, at) ?? mainSubject(grammar, at + 1);
  }
  if (phrase !== undefined) return directSubject(grammar, phrase) ?? mainSubject(grammar, at + 1);
  if (/^(?:who|which|that)$/.test(lower(grammar, at))) return beforeRelative(grammar, at);
  return (lower(grammar, at) === "," ? namedRole(grammar, at) : undefined) ?? mainSubject(grammar, at + 1);
}

/** "with NAME noting", "with one of her ads asking". */
function companionOf(grammar: Grammar, phrase: NounPhrase | undefined): NounPhrase | undefined {
  let head = phrase;
  while (head?.preposition === "of" || head?.preposition === "from") head = grammar.endingAt.get(head.from - 1);
  return head?.preposition === "with" ? head : undefined;
}

const CLOSES_ASIDE: Readonly<Record<string, string>> = { ")": "(", "—": "—", "–": "–", "--": "--" };
const LONGEST_BRACKET = 40;

/** "NAME (the party, the place) said", "NAME — of whom much is told — said": steps left over the aside. */
function beforeAside(grammar: Grammar, at: number): number {
  const opening = CLOSES_ASIDE[grammar.parts[at]?.text ?? ""];
  if (opening === undefined) return at;
  for (let open = at - 1; open > Math.max(grammar.clause.from, at - LONGEST_BRACKET); open--) {
    if (grammar.parts[open]?.kind === "quotation") return at;
    if (grammar.parts[open]?.text === opening) return open - 1;
  }
  return at;
}

/** ", NAME said, adding": who spoke goes on speaking. */
function speakerBefore(grammar: Grammar, from: number): NounPhrase | undefined {
  for (let at = from; at > Math.max(grammar.clause.from, from - LONGEST_ASIDE); at--) {
    if (grammar.parts[at]?.kind === "quotation") return undefined;
    const isPassive = /^(?:is|are|was|were|be|been|being)$/.test(lower(grammar, at - 1));
    if (isFiniteCue(lower(grammar, at)) && !grammar.parts[at]?.capital && !isPassive) return subjectOf(grammar, at);
  }
  return undefined;
}

/** Steps left over auxiliaries, adverbs and words of time. */
function beforeVerb(grammar: Grammar, verb: number): number {
  let at = verb - 1;
  while (at >= grammar.clause.from) {
    const word = lower(grammar, at);
    const isOn = word === "on" && TIME_WORDS.has(lower(grammar, at + 1));
    if (!AUXILIARIES.has(word) && !isAdverb(word) && !TIME_WORDS.has(word) && !isOn) break;
    at--;
  }
  return at;
}

function directSubject(grammar: Grammar, phrase: NounPhrase): NounPhrase | undefined {
  const officer = namedHead(grammar, phrase);
  if (officer !== undefined) return officer;
  if (CLAUSAL.has(phrase.preposition ?? "")) return phrase;
  const joined = /^(?:and|or|&)$/.test(lower(grammar, phrase.from - 1))
    ? grammar.endingAt.get(phrase.from - 1)
    : undefined;
  if (joined?.preposition !== undefined) return headOf(grammar, joined);
  return headOf(grammar, phrase);
}

/** "The head of the regional administration NAME NAME": the name behind a body in small letters is the head's own. */
function namedHead({ parts, endingAt }: Grammar, phrase: NounPhrase): NounPhrase | undefined {
  const head = /^(?:of|for)$/.test(phrase.preposition ?? "") ? endingAt.get(phrase.from - 1) : undefined;
  if (head?.kind !== "noun" || head.preposition !== undefined || !isTitleHead(parts[head.to - 1]?.lower ?? ""))
    return undefined;
  let name = phrase.to;
  while (name > phrase.from && parts[name - 1]?.capital) name--;
  const isApart = name > phrase.from + 1 && phrase.to - name >= 2 && !parts[name - 1]?.possessive;
  return isApart || isTitledInside(parts.slice(name + 1, phrase.to))
    ? { from: head.from, to: phrase.to, kind: "name" }
    : undefined;
}

/** "the West Sea Commodore NAME": a title, then a name. */
function isTitledInside(run: readonly Grammar["parts"][number][]): boolean {
  const title = run.findLastIndex((part) => isTitleHead(part.lower));
  return title >= 0 && title < run.length - 1 && !run[title]?.possessive;
}

/** The head of "the mayor of the city": the phrase before the preposition, as long as there is one. */
function headOf(grammar: Grammar, phrase: NounPhrase): NounPhrase | undefined {
  let head: NounPhrase | undefined = phrase;
  while (head?.preposition !== undefined) head = grammar.endingAt.get(head.from - 1);
  return head;
}

/** "A spokesman for the council, NAME, said": the name between the commas, when the subject before them is a role. */
function namedRole(grammar: Grammar, comma: number): NounPhrase | undefined {
  const name = grammar.endingAt.get(comma);
  if (name?.kind !== "name" || lower(grammar, name.from - 1) !== ",") return undefined;
  const role = mainSubject(grammar, name.from - 1);
  if (role?.kind !== "noun") return undefined;
  for (let at = role.from; at < role.to; at++)
    if (isTitleHead(lower(grammar, at)) || isRoleNoun(lower(grammar, at))) return name;
  return undefined;
}

function beforeRelative(grammar: Grammar, relative: number): NounPhrase | undefined {
  const end = lower(grammar, relative - 1) === "," ? relative - 1 : relative;
  const phrase = grammar.endingAt.get(end);
  return phrase === undefined ? undefined : (headOf(grammar, phrase) ?? phrase);
}

/** Where the clause of `before` starts: after the last strong mark, and after introductory phrases up to their comma. */
function clauseStart(grammar: Grammar, before: number): number {
  let start = before;
  while (start > grammar.clause.from && !RESTART.has(grammar.parts[start - 1]?.text ?? "")) start--;
  for (let turn = 0; turn < 3; turn++) {
    const comma = nextComma(grammar, start, before);
    if (comma === undefined || !isIntroduction(grammar.parts, start, comma)) break;
    start = comma + 1;
  }
  return start;
}

function nextComma(grammar: Grammar, from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) if (grammar.parts[at]?.text === ",") return at;
  return undefined;
}
