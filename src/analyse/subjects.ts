import { isCue, isCueParticiple } from "../text/cue-verbs.ts";
import { AUXILIARIES, isAdverb, PREPOSITIONS, TIME_WORDS } from "../text/word-classes.ts";
import { type NounPhrase, nounPhrases } from "./noun-phrases.ts";
import type { Clause, Outline } from "./sentence-parts.ts";

/** Finds who does what in the sentences of one text. */
export type Subjects = {
  /** The phrases of a sentence. */
  phrases(sentence: number): readonly NounPhrase[];
  /** The subject of the verb at a part. */
  of(verb: number): NounPhrase | undefined;
  /** The subject of the clause that reaches to `before`. */
  main(sentence: number, before: number): NounPhrase | undefined;
};

const MAX_APPOSITION = 45;
const RESTART = new Set([";", "—", "–", "--"]);
const SKIPPED_AT_START =
  /^(?:in|on|at|after|before|during|since|for|with|from|by|as|when|while|if|although|though|despite|following|according|asked|speaking|amid|under|over|about|through|until|once|because|given|like|unlike|to|between|without|within|throughout|instead|against|among|along|upon|where|whether|referring|based)$/;
const STARTS_CLAUSE = new Set("that because while when where whereas although though if but and so as".split(" "));

/** Makes the finder for one outline; the phrases of a sentence are found once. */
export function createSubjects(outline: Outline): Subjects {
  const { parts, sentences, sentenceOf } = outline;
  const known = new Map<number, NounPhrase[]>();

  const phrases = (sentence: number): NounPhrase[] => {
    const clause = sentences[sentence];
    let found = known.get(sentence);
    if (found === undefined) {
      found = clause === undefined ? [] : nounPhrases(outline, clause);
      known.set(sentence, found);
    }
    return found;
  };

  const lower = (at: number) => parts[at]?.lower ?? "";
  const endingAt = (sentence: number, end: number) => phrases(sentence).find((phrase) => phrase.to === end);

  /** The head of "the mayor of the city": the phrase before the preposition, as long as there is one. */
  const headOf = (sentence: number, phrase: NounPhrase): NounPhrase | undefined => {
    let head: NounPhrase | undefined = phrase;
    while (head?.preposition !== undefined) head = endingAt(sentence, head.from - 1);
    return head;
  };

  /** Steps left over auxiliaries, adverbs and words of time. */
  const beforeVerb = (verb: number, clause: Clause): number => {
    let at = verb - 1;
    while (at >= clause.from) {
      const word = lower(at);
      const isOn = word === "on" && TIME_WORDS.has(lower(at + 1));
      if (!AUXILIARIES.has(word) && !isAdverb(word) && !TIME_WORDS.has(word) && !isOn) break;
      at--;
    }
    return at;
  };

  const overApposition = (sentence: number, comma: number, clause: Clause): NounPhrase | undefined => {
    for (let at = comma - 1; at > clause.from && comma - at < MAX_APPOSITION; at--) {
      if (parts[at]?.kind === "quotation") return undefined;
      if (lower(at) !== "," && lower(at) !== "(") continue;
      const phrase = endingAt(sentence, at);
      const head = phrase === undefined ? undefined : headOf(sentence, phrase);
      if (head !== undefined && isClauseStart(head.from, clause)) return head;
    }
    return undefined;
  };

  const isClauseStart = (at: number, clause: Clause): boolean =>
    at === clause.from ||
    STARTS_CLAUSE.has(lower(at - 1)) ||
    /^[,;:—–]$/.test(lower(at - 1)) ||
    lower(at - 1) === "with";

  const main = (sentence: number, before: number): NounPhrase | undefined => {
    const clause = sentences[sentence];
    if (clause === undefined) return undefined;
    const start = clauseStart(outline, clause, before);
    const list = phrases(sentence).filter((phrase) => phrase.from >= start && phrase.to <= before);
    return list.find((phrase) => phrase.preposition === undefined) ?? undefined;
  };

  const of = (verb: number): NounPhrase | undefined => {
    const sentence = sentenceOf[verb] ?? -1;
    const clause = sentences[sentence];
    if (clause === undefined) return undefined;
    const at = beforeVerb(verb, clause);
    if (at < clause.from) return undefined;
    const phrase = endingAt(sentence, at + 1);
    if (isCueParticiple(lower(verb))) {
      if (phrase?.preposition === "with") return phrase;
      return main(sentence, at + 1);
    }
    if (phrase !== undefined) return headOf(sentence, phrase) ?? main(sentence, at + 1);
    if (/^(?:who|which|that)$/.test(lower(at))) return beforeRelative(sentence, at);
    if (/^[,)]$/.test(lower(at))) return overApposition(sentence, at, clause) ?? main(sentence, at);
    return main(sentence, at + 1);
  };

  const beforeRelative = (sentence: number, relative: number): NounPhrase | undefined => {
    const end = lower(relative - 1) === "," ? relative - 1 : relative;
    const phrase = endingAt(sentence, end);
    return phrase === undefined ? undefined : (headOf(sentence, phrase) ?? phrase);
  };

  return { phrases, of, main };
}

/** Where the clause of `before` starts: after the last strong mark, and after introductory phrases up to their comma. */
function clauseStart({ parts }: Outline, clause: Clause, before: number): number {
  let start = clause.from;
  for (let at = before - 1; at > clause.from; at--) {
    if (!RESTART.has(parts[at]?.text ?? "")) continue;
    start = at + 1;
    break;
  }
  for (let turn = 0; turn < 3; turn++) {
    const first = parts[start];
    if (first === undefined || first.kind === "quotation") break;
    const isIntroduction =
      SKIPPED_AT_START.test(first.lower) ||
      (/ing$/.test(first.lower) && first.capital && !isCue(first.lower)) ||
      PREPOSITIONS.has(first.lower);
    if (!isIntroduction) break;
    const comma = nextComma(parts, start, before);
    if (comma === undefined) break;
    start = comma + 1;
  }
  return start;
}

function nextComma(parts: Outline["parts"], from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) if (parts[at]?.text === ",") return at;
  return undefined;
}
