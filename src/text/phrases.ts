import type { Span } from "../model/article.ts";
import { stem } from "./stem.ts";
import { type Token, tokenize } from "./tokens.ts";

/** A word or phrase to look for. `exact` switches inflection off; `word*` stands for every word that begins so. */
export type Phrase = { readonly text: string; readonly exact?: boolean };

/** Where a phrase stands, and which one it is: its place in the list that the index was made from. */
export type Hit = Span & { readonly phrase: number };

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

/** The words of one text with what the trie needs to know of each. */
class Words {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #stems: readonly string[];

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokenize(text);
    this.#stems = this.#tokens.map((token) => stem(token.folded));
  }

  get length(): number {
    return this.#tokens.length;
  }

  span(from: number, to: number): Span {
    return { start: this.#tokens[from]?.start ?? 0, end: this.#tokens[to - 1]?.end ?? 0 };
  }

  hasCapitals(from: number, to: number): boolean {
    const { start, end } = this.span(from, to);
    return (this.#text.slice(start, end).match(/\p{Lu}/gu)?.length ?? 0) > 1;
  }

  /** The nodes that one step leads to, each with the place of the next word. */
  *steps(node: Node, at: number): Generator<[Node, number]> {
    const token = this.#tokens[at];
    if (token === undefined) return;
    for (const next of wordNodes(node, token.folded, this.#stems[at] ?? "")) yield [next, at + 1];
    for (const next of beginningNodes(node, token.folded)) yield [next, at + 1];
    const after = this.#tokens[at + 1];
    if (after === undefined || !this.follows(at + 1)) return;
    if (token.folded.length < SHORTEST_JOINED || after.folded.length < SHORTEST_JOINED) return;
    const joined = token.folded + after.folded;
    for (const next of wordNodes(node, joined, stem(joined))) yield [next, at + 2];
  }

  /** Whether the word at `at` may belong to one phrase with the word before it. */
  follows(at: number): boolean {
    const [left, right] = [this.#tokens[at - 1], this.#tokens[at]];
    return left !== undefined && right !== undefined && goesOn(this.#text, left, right);
  }
}

function* wordNodes(node: Node, folded: string, stemmed: string): Generator<Node> {
  const inflected = node.words.get(stemmed);
  if (inflected) yield inflected;
  const exact = node.words.get(exactKey(folded));
  if (exact) yield exact;
}

function* beginningNodes(node: Node, folded: string): Generator<Node> {
  for (const [length, edges] of node.beginnings) {
    const begun = edges.get(folded.slice(0, length));
    if (begun) yield begun;
  }
}

/** The phrases that start at `from`, each with the place where it ends. */
function phrasesFrom(root: Node, words: Words, from: number): { to: number; phrase: number }[] {
  const found = new Map<string, { to: number; phrase: number }>();
  const walk = (node: Node, at: number): void => {
    for (const { phrase, capitals } of node.ends)
      if (!capitals || words.hasCapitals(from, at)) found.set(`${phrase} ${at}`, { to: at, phrase });
    if (at > from && !words.follows(at)) return;
    for (const [next, after] of words.steps(node, at)) walk(next, after);
  };
  walk(root, from);
  return [...found.values()];
}

/**
 * Builds an index over phrases. It finds whole words without regard to case, accents, hyphens and common English
 * endings, from left to right; the longest phrase takes its words, so "de-escalation" never also tells "escalation".
 * A phrase that stands in the list twice is reported twice.
 */
export function createPhraseIndex(phrases: readonly Phrase[]): PhraseIndex {
  const root = buildTrie(phrases);
  const search = (text: string, overlaps: "longest" | "all"): Hit[] => {
    const words = new Words(text);
    const hits: Hit[] = [];
    let at = 0;
    while (at < words.length) {
      const found = phrasesFrom(root, words, at);
      const farthest = Math.max(at, ...found.map(({ to }) => to));
      for (const { to, phrase } of found)
        if (overlaps === "all" || to === farthest) hits.push({ phrase, ...words.span(at, to) });
      at = overlaps === "all" ? at + 1 : Math.max(farthest, at + 1);
    }
    return hits;
  };
  return { find: (text) => search(text, "longest"), findAll: (text) => search(text, "all") };
}
