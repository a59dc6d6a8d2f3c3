import type { Span } from "../../model/article.ts";
import { Words } from "../words.ts";
import { Beginnings, PhraseSearch } from "./phrase-search.ts";
import { isAcronym, type Step, spellings } from "./phrase-spellings.ts";
import { EDGE, edgeOf, PhraseTrie, ROOT } from "./phrase-trie.ts";
import { Vocabulary } from "./vocabulary.ts";

/** A word or phrase to look for. `exact` switches inflection off; `word*` stands for every word that begins so. */
export type Phrase = { readonly text: string; readonly exact?: boolean };

/** Where a phrase stands, and which one it is: its number in the index. */
export type PhraseHit = Span & {
  readonly phrase: number;
  /** The number of its first word in the text, and of the one after its last. */
  readonly from: number;
  readonly to: number;
};

/** Finds any number of phrases in one pass over a text. */
export type PhraseIndex = {
  /** From left to right; the longest phrase takes its words. */
  find(text: string): PhraseHit[];
  /** Every phrase wherever it stands, also inside a longer one. */
  findAll(text: string): PhraseHit[];
  /** Takes one more phrase in and gives its number. Nothing is built anew. */
  add(phrase: Phrase): number;
  /** Takes a phrase out; its number may be given to a later one. */
  remove(phrase: number): void;
  /** The size of the index in memory. */
  readonly bytes: number;
};

/** The text that was read last: several indexes are often asked about the same text one after another. */
const lastRead = new Words();
/** Apart from the text, so that a phrase that is added does not put it out. */
const ofPhrase = new Words();

function wordsOf(text: string): Words {
  return lastRead.text === text ? lastRead : lastRead.read(text);
}

/**
 * Builds an index over phrases, numbered in their order. It finds whole words without regard to case, accents, hyphens
 * and common English endings, from left to right; the longest phrase takes its words, so "de-escalation" never also
 * tells "escalation". A phrase that stands in the list twice is reported twice.
 */
export function createPhraseIndex(phrases: readonly Phrase[]): PhraseIndex {
  const [vocabulary, trie, beginnings] = [new Vocabulary(), new PhraseTrie(), new Beginnings()];
  const known: (Phrase | undefined)[] = [];
  const free: number[] = [];
  const acronyms = new Set<number>();
  const search = new PhraseSearch({ words: lastRead, vocabulary, trie, beginnings, acronyms });

  const nodeOf = (steps: readonly Step[]): number => {
    let node = ROOT;
    for (const step of steps) node = trie.grow(node, edgeOf(vocabulary.add(ofPhrase, step), step.kind));
    return node;
  };
  const nodesOf = ({ text, exact = false }: Phrase): number[] => {
    const paths = spellings(ofPhrase.read(text), exact ? "exact" : "stems");
    for (const { from, to, kind } of paths.flat())
      if (kind === EDGE.beginning) beginnings.add(ofPhrase.letters[from] ?? 0, to - from);
    return paths.map(nodeOf);
  };
  const add = (phrase: Phrase): number => {
    const number = free.pop() ?? known.length;
    known[number] = phrase;
    if (isAcronym(phrase.text)) acronyms.add(number);
    for (const node of nodesOf(phrase)) trie.end(node, number);
    return number;
  };
  const remove = (number: number): void => {
    const phrase = known[number];
    if (phrase === undefined) return;
    for (const node of nodesOf(phrase)) trie.unend(node, number);
    acronyms.delete(number);
    known[number] = undefined;
    free.push(number);
  };
  const scan = (text: string, overlaps: "longest" | "all"): PhraseHit[] => {
    const words = wordsOf(text);
    const hits: PhraseHit[] = [];
    search.begin(words);
    for (let from = search.next(0); from < words.count; ) {
      search.from(from);
      const farthest = search.phrases.length === 0 ? 0 : collect(words, { from, search, overlaps }, hits);
      from = search.next(overlaps === "all" ? from + 1 : Math.max(farthest, from + 1));
    }
    return hits;
  };
  for (const phrase of phrases) add(phrase);
  return {
    find: (text) => scan(text, "longest"),
    findAll: (text) => scan(text, "all"),
    add,
    remove,
    get bytes() {
      return vocabulary.bytes + trie.bytes + known.length * 8;
    },
  };
}

/** Adds what was found at a word to the hits, and gives the word after the longest phrase. */
function collect(
  { starts, ends }: Words,
  { from, search, overlaps }: { from: number; search: PhraseSearch; overlaps: "longest" | "all" },
  hits: PhraseHit[],
): number {
  const { phrases, tos } = search;
  let farthest = from;
  for (const to of tos) farthest = Math.max(farthest, to);
  for (let at = 0; at < phrases.length; at++) {
    const phrase = phrases[at] ?? 0;
    const to = tos[at] ?? 0;
    if (overlaps === "all" || to === farthest)
      hits.push({ phrase, start: starts[from] ?? 0, end: ends[to - 1] ?? 0, from, to });
  }
  return farthest;
}
