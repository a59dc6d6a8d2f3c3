import { fold } from "../../text/fold.ts";
import { splitSentences } from "../../text/sentences.ts";
import { stem } from "../../text/stem.ts";
import { unsupported } from "./faithful.ts";

/** Words that deny, and words that leave open whether something is so: which of them a sentence has, it must keep. */
const HEDGES: readonly RegExp[] = [
  /\b(?:not|no|never|nobody|none|neither|nor|without|den(?:y|ies|ied|ial|ials|ying)|reject\w*|refus\w*|ruled? out|rul(?:es|ing) out|refut\w*|dismiss\w*|fail(?:s|ed)?)\b|n['’]t\b/iu,
  /\b(?:alleg\w*|accus\w*|claim\w*|suspect\w*|unconfirmed|unverified|reported(?:ly)?|reports of|apparent(?:ly)?|possibl[ey]|likely|believed|may|might|could|would|if|purported(?:ly)?|rumou?r\w*)\b/iu,
];
/** Somebody says so: a claim must not become a fact. */
const ATTRIBUTION =
  /\b(?:sa(?:y|ys|id|ying)|told|tells|according to|announc\w*|stat(?:es|ed)|add(?:s|ed)|warn\w*|insist\w*|argu\w*|report\w*|alleg\w*|accus\w*|claim\w*)\b/iu;
const PASSIVE = /\b(?:by|was|were|been|being)\b/iu;
const HARM = new Set(
  "kill dead die wound injure hurt attack strike bomb shell fire shoot murder massacre execute abduct destroy invade war nuclear genocide terrorist"
    .split(" ")
    .map(stem),
);
const STOP = new Set(
  "the a an of in on at to for and or with by from as that this it its is are was were be been has have had he she they his her their who which but after before over into about".split(
    " ",
  ),
);

/** So much of a sentence's words must be the source's own. */
const OWN_WORDS = 0.6;
/** A figure counts what stands within so many words of it. */
const REACH = 4;

function words(text: string): string[] {
  return fold(text)
    .split(" ")
    .filter((word) => word !== "");
}

function stems(text: string): Set<string> {
  return new Set(
    words(text)
      .filter((word) => !STOP.has(word))
      .map(stem),
  );
}

function sentencesOf(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

/** Words with a capital, folded, in order; those that begin any sentence name nobody. */
function capitals(text: string): string[] {
  const found = (text.match(/\p{Lu}[\p{L}\p{M}]+/gu) ?? []).map(fold);
  return [...new Set(found.filter((word) => !STOP.has(word)))];
}

/** Two names have changed places, and no passive says that they should have. */
function swapsNames(said: string, source: string): boolean {
  if (PASSIVE.test(said) !== PASSIVE.test(source)) return false;
  const order = capitals(source);
  const places = capitals(said)
    .map((name) => order.indexOf(name))
    .filter((place) => place >= 0);
  return places.some((place, at) => at > 0 && place < (places[at - 1] ?? 0));
}

/** The word of harm nearest to a figure, else the next word that says something: what the figure counts. */
function counted(tokens: readonly string[], at: number): string | undefined {
  const near = (from: number, to: number) => tokens.slice(Math.max(0, from), to).map(stem);
  for (let distance = 1; distance <= REACH; distance++) {
    const harm = [...near(at - distance, at - distance + 1), ...near(at + distance, at + distance + 1)];
    const found = distance > at ? harm.slice(-1) : harm;
    const word = found.find((one) => HARM.has(one));
    if (word !== undefined) return word;
  }
  return near(at + 1, at + 1 + REACH).find((word) => !STOP.has(word) && !/^\d/u.test(word));
}

/** A figure counts something else than in the source. */
function movesFigure(said: string, sources: readonly string[]): boolean {
  const tokens = words(said);
  return tokens.some((token, at) => {
    const what = /^\d/u.test(token) ? counted(tokens, at) : undefined;
    if (what === undefined) return false;
    return !sources.some((source) => {
      const other = words(source);
      return other.some((word, place) => {
        if (word !== token) return false;
        const around = other.slice(Math.max(0, place - REACH), place + 1 + REACH).map(stem);
        return HARM.has(what) ? counted(other, place) === what : around.includes(what);
      });
    });
  });
}

/** A quotation stands beside a name that the sentence which holds it does not have. */
function movesQuote(said: string, sources: readonly string[]): boolean {
  const quotes = [...said.matchAll(/["“”]([^"“”]{3,})["“”]/gu)].map(([, quote = ""]) => fold(quote));
  const outside = said.replace(/["“”][^"“”]*["“”]/gu, " ");
  return quotes.some((quote) => {
    const known = new Set(words(sources.find((source) => fold(source).includes(quote)) ?? ""));
    return (outside.match(/\p{Lu}[\p{L}\p{M}]+/gu) ?? []).some((name) => !known.has(fold(name)) && name.length > 3);
  });
}

function nearest(said: string, sources: readonly string[]): string {
  const own = stems(said);
  const score = (source: string) => own.intersection(stems(source)).size;
  return [...sources].sort((a, b) => score(b) - score(a))[0] ?? "";
}

function problemOf(said: string, sources: readonly string[], all: string): string | undefined {
  // A part of a sentence may have lost who says so; a whole one says what it says.
  if (sources.some((source) => source.trim() === said.trim())) return undefined;
  const { numbers, names, quotes } = unsupported(said, all);
  if (numbers.length > 0) return `the number ${numbers[0]}`;
  if (names.length > 0) return `the name ${names[0]}`;
  if (quotes.length > 0) return `the quotation “${quotes[0]}”`;
  const source = nearest(said, sources);
  const [own, known] = [stems(said), stems(all)];
  if (own.intersection(known).size < OWN_WORDS * own.size) return "too few words of the source";
  const harm = [...own].find((word) => HARM.has(word) && !known.has(word));
  if (harm !== undefined) return `the word "${harm}"`;
  if (HEDGES.some((hedge) => hedge.test(source) !== hedge.test(said))) return "a doubt or denial lost or added";
  if (ATTRIBUTION.test(source) && !ATTRIBUTION.test(said)) return "a claim without who makes it";
  if (swapsNames(said, source)) return "names in another order";
  if (movesFigure(said, sources)) return "a figure beside another word";
  return movesQuote(said, sources) ? "a quotation beside another name" : undefined;
}

/**
 * What a reworded text says that its source does not, in a few words; undefined when it may be shown. The hard rules of
 * faithfulness for numbers, names and quotations, and stricter ones that a person's own headline would not always keep:
 * doubts, denials, who says so, who did it to whom, what a figure counts. When in doubt it says no.
 */
export function unfaithful(said: readonly string[], source: readonly string[]): string | undefined {
  const sources = source.flatMap(sentencesOf);
  const all = source.join("\n");
  for (const sentence of said.flatMap(sentencesOf)) {
    const problem = problemOf(sentence, sources, all);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
