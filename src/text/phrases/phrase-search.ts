import { stemEnd } from "../stem.ts";
import type { Words } from "../words.ts";
import { goesOn } from "./phrase-gaps.ts";
import { capitalsIn, SHORTEST_JOINED } from "./phrase-spellings.ts";
import { EDGE, edgeOf, type PhraseTrie, ROOT } from "./phrase-trie.ts";
import { roomFor, type Vocabulary } from "./vocabulary.ts";

/** Beginnings of this length or longer share a bit. */
const LONG = 31;

/** How long the beginnings are (`word*`), by their first letter: others need not be looked up. */
export class Beginnings {
  #lengths = new Int32Array(256);
  any = false;

  add(first: number, length: number): void {
    this.any = true;
    const at = first & 0xff;
    this.#lengths[at] = (this.#lengths[at] ?? 0) | (1 << Math.min(length, LONG));
  }

  /** Whether a beginning of that length may exist. */
  may(first: number, length: number): boolean {
    return (((this.#lengths[first & 0xff] ?? 0) >> Math.min(length, LONG)) & 1) === 1;
  }

  none(first: number): boolean {
    return this.#lengths[first & 0xff] === 0;
  }
}

type SearchParts = {
  readonly words: Words;
  readonly vocabulary: Vocabulary;
  readonly trie: PhraseTrie;
  readonly beginnings: Beginnings;
  /** Phrases that are found in capitals only. */
  readonly acronyms: ReadonlySet<number>;
};

/** Walks a trie along the words of a text; what stands at a word is left in `phrases` and `tos`. */
export class PhraseSearch {
  /** The phrases found at the last word asked for, and the word before which each ends. */
  readonly phrases: number[] = [];
  readonly tos: number[] = [];
  readonly #vocabulary: Vocabulary;
  readonly #trie: PhraseTrie;
  readonly #beginnings: Beginnings;
  readonly #acronyms: ReadonlySet<number>;
  #words: Words;
  #start = 0;
  /** What the vocabulary knows of each word: as written, its stem, and both of it joined with the next. */
  #exact = new Int32Array(64);
  #stems = new Int32Array(64);
  #joined = new Int32Array(64);
  #joinedStems = new Int32Array(64);
  /** Not 0 where any of them is known, or may be by its beginning. */
  #known = new Int32Array(64);

  constructor({ words, vocabulary, trie, beginnings, acronyms }: SearchParts) {
    this.#words = words;
    this.#vocabulary = vocabulary;
    this.#trie = trie;
    this.#beginnings = beginnings;
    this.#acronyms = acronyms;
  }

  /** Looks up every word of a text that was read. */
  begin(words: Words): void {
    this.#words = words;
    const { count, from } = words;
    this.#exact = roomFor(this.#exact, count);
    this.#stems = roomFor(this.#stems, count);
    this.#joined = roomFor(this.#joined, count);
    this.#joinedStems = roomFor(this.#joinedStems, count);
    this.#known = roomFor(this.#known, count);
    for (let word = 0; word < count; word++) {
      const begin = from[word] ?? 0;
      const end = from[word + 1] ?? 0;
      const next = from[word + 2] ?? 0;
      const exact = this.#vocabulary.find(words, begin, end, false);
      const stem = this.#stem(begin, end, exact);
      const joins = word + 1 < count && end - begin >= SHORTEST_JOINED && next - end >= SHORTEST_JOINED;
      const joined = joins ? this.#vocabulary.find(words, begin, next, false) : 0;
      const joinedStem = joins ? this.#stem(begin, next, joined) : 0;
      this.#exact[word] = exact;
      this.#stems[word] = stem;
      this.#joined[word] = joined;
      this.#joinedStems[word] = joinedStem;
      const begins = this.#beginnings.any && !this.#beginnings.none(words.letters[begin] ?? 0) ? 1 : 0;
      this.#known[word] = exact | stem | joined | joinedStem | begins;
    }
  }

  /** The first word from there on at which a phrase may start. */
  next(word: number): number {
    let at = word;
    while (at < this.#words.count && this.#known[at] === 0) at++;
    return at;
  }

  /** Finds the phrases that start at a word. */
  from(word: number): void {
    if (this.phrases.length > 0) {
      this.phrases.length = 0;
      this.tos.length = 0;
    }
    this.#start = word;
    this.#step(ROOT, word);
  }

  #stem(from: number, to: number, exact: number): number {
    const end = stemEnd(this.#words.letters, from, to);
    return end === to ? exact : this.#vocabulary.find(this.#words, from, Math.abs(end), end < 0);
  }

  /** Takes every edge that the word allows. */
  #step(node: number, word: number): void {
    const stem = this.#stems[word] ?? 0;
    const exact = this.#exact[word] ?? 0;
    if (stem > 0) this.#enter(this.#trie.child(node, edgeOf(stem, EDGE.stem)), word + 1);
    if (exact > 0) this.#enter(this.#trie.child(node, edgeOf(exact, EDGE.exact)), word + 1);
    if (this.#beginnings.any) this.#stepByBeginning(node, word);
    const joinedStem = this.#joinedStems[word] ?? 0;
    const joined = this.#joined[word] ?? 0;
    if (joinedStem > 0) this.#enterJoined(this.#trie.child(node, edgeOf(joinedStem, EDGE.stem)), word);
    if (joined > 0) this.#enterJoined(this.#trie.child(node, edgeOf(joined, EDGE.exact)), word);
  }

  #stepByBeginning(node: number, word: number): void {
    const from = this.#words.from[word] ?? 0;
    const to = this.#words.from[word + 1] ?? 0;
    const first = this.#words.letters[from] ?? 0;
    if (from === to || this.#beginnings.none(first)) return;
    for (let length = 1; length <= to - from; length++) {
      if (!this.#beginnings.may(first, length)) continue;
      const known = this.#vocabulary.find(this.#words, from, from + length, false);
      if (known > 0) this.#enter(this.#trie.child(node, edgeOf(known, EDGE.beginning)), word + 1);
    }
  }

  #enterJoined(node: number, word: number): void {
    if (node > 0 && goesOn(this.#words, word)) this.#enter(node, word + 2);
  }

  /** Reports the phrases that end before `word`, and goes on from there. */
  #enter(node: number, word: number): void {
    if (node === ROOT) return;
    for (let end = this.#trie.firstEnd(node); end > 0; end = this.#trie.nextEnd(end))
      this.#report(this.#trie.phraseAt(end), word);
    if (!this.#trie.leadsOn(node) || word >= this.#words.count || !goesOn(this.#words, word - 1)) return;
    this.#step(node, word);
  }

  /** A phrase that is reached on two ways is one. */
  #report(phrase: number, to: number): void {
    for (let at = 0; at < this.phrases.length; at++) if (this.phrases[at] === phrase && this.tos[at] === to) return;
    if (this.#acronyms.has(phrase) && capitalsIn(surface(this.#words, this.#start, to)) < 2) return;
    this.phrases.push(phrase);
    this.tos.push(to);
  }
}

function surface({ text, starts, ends }: Words, from: number, to: number): string {
  return text.slice(starts[from], ends[to - 1]);
}
