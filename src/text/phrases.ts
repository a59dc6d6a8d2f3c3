import type { Span } from "../model/article.ts";
import { stem } from "./stem.ts";
import { type Token, tokenize } from "./tokens.ts";

/** A word or phrase to look for. `exact` switches inflection off; `word*` stands for every word that begins so. */
export type Phrase = { readonly text: string; readonly exact?: boolean };

/** Where a phrase stands, and which one it is: its place in the list that the index was made from. */
type Hit = Span & { readonly phrase: number };

/** Finds any number of phrases in one pass over a text. */
export type PhraseIndex = {
  /** From left to right; the longest phrase takes its words. */
  find(text: string): Hit[];
  /** Every phrase wherever it stands, also inside a longer one. */
  findAll(text: string): Hit[];
};

type Node = {
  readonly words: Map<string, Node>;
  /** Beginnings of words (`word*`), by length. */
  readonly beginnings: Map<number, Map<string, Node>>;
  readonly ends: { readonly phrase: number; readonly capitals: boolean }[];
};

/** One step of a phrase: a whole word as a key, or the beginning of one. */
type Step = { readonly kind: "word" | "beginning"; readonly key: string };

/** Shorter words are not joined in a text: "is I" is not ISI. */
const SHORTEST_JOINED = 3;
/** A full stop after a longer word ends a sentence; after a shorter one it may be "Gen." or "Lt.". */
const LONGEST_ABBREVIATION = 4;

const stemKey = (word: string) => stem(word);
const exactKey = (word: string) => `=${word}`;

function newNode(): Node {
  return { words: new Map(), beginnings: new Map(), ends: [] };
}

function child(node: Node, step: Step): Node {
  let edges = node.words;
  if (step.kind === "beginning") {
    edges = node.beginnings.get(step.key.length) ?? new Map();
    node.beginnings.set(step.key.length, edges);
  }
  const next = edges.get(step.key) ?? newNode();
  edges.set(step.key, next);
  return next;
}

/** Two capitals make an acronym: "LeT" is not "let", and "US" is not "us". */
function isAcronym(text: string): boolean {
  return /^\S+$/.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) > 1 && text.length <= 6;
}

/** The spellings of a phrase: as written, with two neighbours joined ("air strike", "airstrike"), all joined. */
function spellings({ text, exact = false }: Phrase): Step[][] {
  const words = tokenize(text);
  const key = exact ? exactKey : stemKey;
  const steps = words.map(
    ({ folded, end }): Step =>
      text.charAt(end) === "*" ? { kind: "beginning", key: folded } : { kind: "word", key: key(folded) },
  );
  if (words.length < 2 || steps.some((step) => step.kind === "beginning")) return words.length > 0 ? [steps] : [];
  const all = [steps];
  for (let at = 0; at + 1 < words.length; at++) {
    const joined = `${words[at]?.folded}${words[at + 1]?.folded}`;
    all.push([...steps.slice(0, at), { kind: "word", key: key(joined) }, ...steps.slice(at + 2)]);
  }
  if (words.length > 2) all.push([{ kind: "word", key: key(words.map((word) => word.folded).join("")) }]);
  return all;
}

function buildTrie(phrases: readonly Phrase[]): Node {
  const root = newNode();
  phrases.forEach((phrase, index) => {
    for (const steps of spellings(phrase)) {
      const node = steps.reduce(child, root);
      if (!node.ends.some((end) => end.phrase === index))
        node.ends.push({ phrase: index, capitals: isAcronym(phrase.text) });
    }
  });
  return root;
}

/** Whether a phrase may go on from one word to the next: not over a line, a comma, a dash or the end of a sentence. */
function goesOn(text: string, left: Token, right: Token): boolean {
  const gap = text.slice(left.end, right.start).replace(/^['’]s(?=\s)/i, "");
  if (!gap.includes(".")) return /^(?:[\p{Zs}\t'’‘"“”_/]*|[-‐‑–])$/u.test(gap);
  return /^\.\p{Zs}*$/u.test(gap) && left.folded.length <= LONGEST_ABBREVIATION;
}

/** One word of a text with what the trie needs to know of it. */
type Word = Token & {
  readonly stem: string;
  /** May belong to one phrase with the word before it. */
  readonly follows: boolean;
  /** This word and the next as one, when they may be a compound. */
  readonly joined?: { readonly folded: string; readonly stem: string };
};

function joinedWith(next: Token | undefined, token: Token): Word["joined"] {
  if (next === undefined || token.folded.length < SHORTEST_JOINED || next.folded.length < SHORTEST_JOINED)
    return undefined;
  const folded = token.folded + next.folded;
  return { folded, stem: stem(folded) };
}

function readWords(text: string): Word[] {
  const tokens = tokenize(text);
  const follows = tokens.map((token, at) => {
    const before = tokens[at - 1];
    return before !== undefined && goesOn(text, before, token);
  });
  return tokens.map((token, at): Word => {
    const joined = follows[at + 1] === true ? joinedWith(tokens[at + 1], token) : undefined;
    const word = { ...token, stem: stem(token.folded), follows: follows[at] === true };
    return joined === undefined ? word : { ...word, joined };
  });
}

/** The words of the text that was read last: the indexes of a watch read the same text one after another. */
let lastRead: { readonly text: string; readonly words: readonly Word[] } = { text: "", words: [] };

function wordsOf(text: string): readonly Word[] {
  if (lastRead.text !== text) lastRead = { text, words: readWords(text) };
  return lastRead.words;
}

function spanOf(words: readonly Word[], from: number, to: number): Span {
  return { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 };
}

function hasCapitals(text: string, { start, end }: Span): boolean {
  return (text.slice(start, end).match(/\p{Lu}/gu)?.length ?? 0) > 1;
}

/** The nodes that one step leads to, each with the number of words it takes. */
function steps(node: Node, word: Word): [Node, number][] {
  const found: [Node, number][] = [];
  const add = (next: Node | undefined, taken: number) => {
    if (next !== undefined) found.push([next, taken]);
  };
  add(node.words.get(word.stem), 1);
  add(node.words.get(exactKey(word.folded)), 1);
  for (const [length, edges] of node.beginnings) add(edges.get(word.folded.slice(0, length)), 1);
  if (word.joined === undefined) return found;
  add(node.words.get(word.joined.stem), 2);
  add(node.words.get(exactKey(word.joined.folded)), 2);
  return found;
}

/** A phrase of the trie that stands in the words, up to the word before `to`. */
type Found = { readonly to: number; readonly phrase: number };

/** The phrases that start at the word `from`. */
function phrasesFrom(root: Node, at: { text: string; words: readonly Word[]; from: number }): Found[] {
  const { text, words, from } = at;
  const found: Found[] = [];
  const walk = (node: Node, to: number): void => {
    for (const { phrase, capitals } of node.ends)
      if (!capitals || hasCapitals(text, spanOf(words, from, to))) found.push({ to, phrase });
    const word = words[to];
    if (word === undefined || (to > from && !word.follows)) return;
    for (const [next, taken] of steps(node, word)) walk(next, to + taken);
  };
  walk(root, from);
  return found.length < 2 ? found : [...new Map(found.map((one) => [`${one.phrase} ${one.to}`, one])).values()];
}

/**
 * Builds an index over phrases. It finds whole words without regard to case, accents, hyphens and common English
 * endings, from left to right; the longest phrase takes its words, so "de-escalation" never also tells "escalation".
 * A phrase that stands in the list twice is reported twice.
 */
export function createPhraseIndex(phrases: readonly Phrase[]): PhraseIndex {
  const root = buildTrie(phrases);
  const search = (text: string, overlaps: "longest" | "all"): Hit[] => {
    const words = wordsOf(text);
    const hits: Hit[] = [];
    let from = 0;
    while (from < words.length) {
      const found = phrasesFrom(root, { text, words, from });
      const farthest = Math.max(from, ...found.map(({ to }) => to));
      for (const { to, phrase } of found)
        if (overlaps === "all" || to === farthest) hits.push({ phrase, ...spanOf(words, from, to) });
      from = overlaps === "all" ? from + 1 : Math.max(farthest, from + 1);
    }
    return hits;
  };
  return { find: (text) => search(text, "longest"), findAll: (text) => search(text, "all") };
}
