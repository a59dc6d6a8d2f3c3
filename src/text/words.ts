import { foldUnit, SEPARATOR, SKIP } from "./fold.ts";
import {
  FIRST_UNSPACED,
  initialsEnd,
  isApostrophe,
  isUnspaced,
  letterAt,
  oddStep,
  PLAIN,
  unspacedWords,
  withoutPossessive,
} from "./letters.ts";

/** The prime of the FNV hash. */
export const HASH_FACTOR = 0x01000193;

function longer<Numbers extends Int32Array | Uint16Array>(numbers: Numbers, least: number): Numbers {
  const grown = numbers instanceof Int32Array ? new Int32Array(least * 2) : new Uint16Array(least * 2);
  grown.set(numbers);
  // The same class as was given, which the compiler cannot follow.
  return grown as Numbers;
}

/**
 * The words of a text in flat arrays, so that none of them becomes a string: where each stands, its folded letters,
 * and hashes by which any run of letters is looked up without reading it again. Reading another text overwrites it.
 */
export class Words {
  text = "";
  count = 0;
  /** Where each word stands in the text. */
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  /** The folded letters of all words without gaps; those of word `i` are `from[i]` to `from[i + 1]`. */
  letters = new Uint16Array(512);
  from = new Int32Array(64);
  /** The hash of the letters before each place; `powers` takes them out of one another. */
  #hashes = new Int32Array(512);
  #powers = new Int32Array(512).fill(1, 0, 1);
  #length = 0;

  constructor() {
    this.#fillPowers(1);
  }

  /** Hyphens separate words, apostrophes inside a word do not, a possessive 's is left out. */
  read(text: string): this {
    this.text = text;
    this.count = 0;
    this.#length = 0;
    this.#makeRoom(text.length + 1);
    let at = 0;
    while (at < text.length) {
      const isPlain = (PLAIN[text.charCodeAt(at)] ?? SEPARATOR) !== SEPARATOR;
      at = isPlain || letterAt(text, at) > 0 ? this.#readWord(text, at) : at + 1;
    }
    return this;
  }

  /** The hash of the letters from one place to another. */
  hash(from: number, to: number): number {
    return ((this.#hashes[to] ?? 0) - Math.imul(this.#hashes[from] ?? 0, this.#powers[to - from] ?? 0)) | 0;
  }

  /** The folded letters of a word as a string. */
  folded(word: number): string {
    let folded = "";
    const end = this.from[word + 1] ?? 0;
    for (let at = this.from[word] ?? 0; at < end; at++) folded += String.fromCharCode(this.letters[at] ?? 0);
    return folded;
  }

  #readWord(text: string, start: number): number {
    const { letters } = this;
    const hashes = this.#hashes;
    let length = this.#length;
    let at = start;
    let bits = 0;
    for (;;) {
      const code = at < text.length ? text.charCodeAt(at) : 0;
      const unit = PLAIN[code] ?? SEPARATOR;
      if (unit === SEPARATOR) {
        const step = oddStep(text, at, start);
        if (step === 0) break;
        this.#length = length;
        if (step === 2) this.#pushUnits(text, at, at + 2);
        length = this.#length;
        at += step;
      } else {
        at++;
        if (unit !== SKIP) {
          letters[length] = unit;
          hashes[length + 1] = (Math.imul(hashes[length] ?? 0, HASH_FACTOR) + unit) | 0;
          length++;
        }
      }
      bits |= code;
    }
    this.#length = length;
    const initials = initialsEnd(text, start);
    if (initials > at) {
      at = initials;
      bits = FIRST_UNSPACED;
      this.#rewrite(text, start, at);
    }
    if (bits >= FIRST_UNSPACED && isUnspaced(text.slice(start, at))) return this.#segment(text, start, at);
    const end = withoutPossessive(text, start, at);
    if (end < at) this.#length--;
    if (this.#length > (this.from[this.count] ?? 0)) this.#close(start, end);
    return at;
  }

  /** Chinese, Thai and their like write no spaces. */
  #segment(text: string, start: number, end: number): number {
    this.#length = this.from[this.count] ?? 0;
    for (const [from, to] of unspacedWords(text.slice(start, end))) {
      this.#pushUnits(text, start + from, start + to);
      this.#close(start + from, start + to);
    }
    return end;
  }

  #rewrite(text: string, start: number, end: number): void {
    this.#length = this.from[this.count] ?? 0;
    this.#pushUnits(text, start, end);
  }

  #pushUnits(text: string, start: number, end: number): void {
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      const unit = foldUnit(code);
      if (unit !== SKIP && unit !== SEPARATOR && !isApostrophe(code)) this.#push(unit);
    }
  }

  #push(unit: number): void {
    const at = this.#length++;
    this.letters[at] = unit;
    this.#hashes[at + 1] = (Math.imul(this.#hashes[at] ?? 0, HASH_FACTOR) + unit) | 0;
  }

  #close(start: number, end: number): void {
    if (this.count + 2 > this.starts.length) {
      this.starts = longer(this.starts, this.count + 2);
      this.ends = longer(this.ends, this.count + 2);
      this.from = longer(this.from, this.count + 2);
    }
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.from[++this.count] = this.#length;
  }

  #makeRoom(least: number): void {
    if (least <= this.letters.length) return;
    this.letters = longer(this.letters, least);
    this.#hashes = longer(this.#hashes, least);
    const known = this.#powers.length;
    this.#powers = longer(this.#powers, least);
    this.#fillPowers(known);
  }

  #fillPowers(from: number): void {
    for (let at = from; at < this.#powers.length; at++)
      this.#powers[at] = Math.imul(this.#powers[at - 1] ?? 1, HASH_FACTOR);
  }
}
