import { HASH_FACTOR, type Words } from "../words.ts";

/** Some letters of a text: a word, two neighbours joined, a stem (with the y that "-ies" becomes), or a beginning. */
export type Form = { readonly from: number; readonly to: number; readonly y: boolean };

const Y = 0x79;

/** A typed array of at least that size, at least half as long again as before, with the old numbers in front. */
export function roomFor<Numbers extends Int32Array | Uint16Array>(numbers: Numbers, least: number): Numbers {
  if (least <= numbers.length) return numbers;
  const size = Math.max(least, Math.ceil(numbers.length * 1.5));
  const grown = numbers instanceof Int32Array ? new Int32Array(size) : new Uint16Array(size);
  grown.set(numbers);
  // The same class as was given, which the compiler cannot follow.
  return grown as Numbers;
}

/** Spreads the bits of a hash over its lower ones, which choose the slot. */
export function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/**
 * Words to numbers, from 1 on: an open-addressing table that is asked with letters of a text, never with a string. Equal
 * hashes are told apart by their letters.
 */
export class Vocabulary {
  size = 0;
  #slots = new Int32Array(16);
  /** A bit for each hash, eight and more for each word: most words of a text are told to be unknown without more. */
  #marks = new Int32Array(2);
  #hashes = new Int32Array(8);
  /** Letters of all words without gaps; those of word `i` end at `ends[i]`. */
  #letters = new Uint16Array(64);
  #ends = new Int32Array(8);

  /** The number of a word; 0 when it is not known. */
  find(words: Words, from: number, to: number, y: boolean): number {
    const hash = y ? (Math.imul(words.hash(from, to), HASH_FACTOR) + Y) | 0 : words.hash(from, to);
    const mixed = spread(hash);
    if ((((this.#marks[(mixed >>> 5) & (this.#marks.length - 1)] ?? 0) >>> (mixed & 31)) & 1) === 0) return 0;
    const mask = this.#slots.length - 1;
    for (let slot = mixed & mask; ; slot = (slot + 1) & mask) {
      const word = this.#slots[slot] ?? 0;
      if (word === 0 || (this.#hashes[word] === hash && this.#isSame(word, words, from, to, y))) return word;
    }
  }

  /** The number of a word, which is now known. */
  add(words: Words, { from, to, y }: Form): number {
    const known = this.find(words, from, to, y);
    if (known > 0) return known;
    const word = ++this.size;
    const begin = this.#ends[word - 1] ?? 0;
    const length = to - from;
    this.#letters = roomFor(this.#letters, begin + length + 1);
    this.#letters.set(words.letters.subarray(from, to), begin);
    if (y) this.#letters[begin + length] = Y;
    this.#ends = roomFor(this.#ends, word + 1);
    this.#hashes = roomFor(this.#hashes, word + 1);
    this.#ends[word] = begin + length + (y ? 1 : 0);
    this.#hashes[word] = y ? (Math.imul(words.hash(from, to), HASH_FACTOR) + Y) | 0 : words.hash(from, to);
    if (word * 2 > this.#slots.length) this.#rehash();
    else this.#place(word);
    return word;
  }

  get bytes(): number {
    const arrays = [this.#slots, this.#marks, this.#hashes, this.#letters, this.#ends];
    return arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  #isSame(word: number, words: Words, from: number, to: number, y: boolean): boolean {
    const begin = this.#ends[word - 1] ?? 0;
    const length = to - from;
    if ((this.#ends[word] ?? 0) - begin !== (y ? length + 1 : length)) return false;
    for (let at = 0; at < length; at++) if (this.#letters[begin + at] !== words.letters[from + at]) return false;
    return !y || this.#letters[begin + length] === Y;
  }

  #place(word: number): void {
    const mask = this.#slots.length - 1;
    const mixed = spread(this.#hashes[word] ?? 0);
    const mark = (mixed >>> 5) & (this.#marks.length - 1);
    this.#marks[mark] = (this.#marks[mark] ?? 0) | (1 << (mixed & 31));
    let slot = mixed & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = word;
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    this.#marks = new Int32Array(this.#slots.length / 8);
    for (let word = 1; word <= this.size; word++) this.#place(word);
  }
}
