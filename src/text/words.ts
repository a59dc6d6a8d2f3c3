import { foldUnit, SEPARATOR, SKIP } from "./fold.ts";

/** Scripts without spaces, and rare ones beyond the basic plane, begin here. */
const FIRST_UNSPACED = 0x0e00;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const segmenter = new Intl.Segmenter("und", { granularity: "word" });
const FULL_STOP = 0x2e;
/** The prime of the FNV hash. */
export const HASH_FACTOR = 0x01000193;

/** One of ' ` ´ ʼ ‘ ’ */
function isApostrophe(unit: number): boolean {
  if (unit < 0xb4) return unit === 0x27 || unit === 0x60;
  return unit === 0xb4 || unit === 0x2bc || unit === 0x2018 || unit === 0x2019;
}

/** How many units of a letter or digit stand at `at`: 2 for one beyond the basic plane, 0 for emoji and separators. */
function letterAt(text: string, at: number): number {
  if (at >= text.length) return 0;
  const unit = foldUnit(text.charCodeAt(at));
  if (unit < 0xd800 || unit > 0xdfff) return unit === SEPARATOR ? 0 : 1;
  return /^[\p{L}\p{N}\p{M}]/u.test(text.slice(at, at + 2)) ? 2 : 0;
}

/** What becomes of a unit inside a word: its folded letter; SKIP; SEPARATOR for whatever needs a second look. */
const PLAIN = Uint16Array.from({ length: 0x10000 }, (_, code) => {
  if (code >= 0xd800 && code <= 0xdfff) return SEPARATOR;
  const unit = foldUnit(code);
  return unit !== SEPARATOR && isApostrophe(code) ? SKIP : unit;
});

/** How many units that are no plain letter a word goes on for: a pair, an apostrophe inside; 0 where it ends. */
function oddStep(text: string, at: number, start: number): number {
  const step = letterAt(text, at);
  if (step > 0) return step;
  return at > start && isApostrophe(text.charCodeAt(at)) && letterAt(text, at + 1) > 0 ? 1 : 0;
}

/** "U.S." and "J.D." are one word: single letters with a full stop after each. */
function initialsEnd(text: string, start: number): number {
  if (start + 1 >= text.length || text.charCodeAt(start + 1) !== FULL_STOP) return start;
  const initials = /^(?:\p{L}\.){2,}(?![\p{L}\p{N}])|^(?:\p{L}\.)+\p{L}(?![\p{L}\p{N}])/u;
  return start + (initials.exec(text.slice(start, start + 16))?.[0].length ?? 0);
}

/** Where a word ends without its possessive: "Pakistan's" ends after the n. */
function withoutPossessive(text: string, start: number, end: number): number {
  if (end - start < 3 || !isApostrophe(text.charCodeAt(end - 2))) return end;
  return /[sS]/.test(text.charAt(end - 1)) ? end - 2 : end;
}

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
    if (bits >= FIRST_UNSPACED && UNSPACED.test(text.slice(start, at))) return this.#segment(text, start, at);
    const end = withoutPossessive(text, start, at);
    if (end < at) this.#length--;
    if (this.#length > (this.from[this.count] ?? 0)) this.#close(start, end);
    return at;
  }

  /** Chinese, Thai and their like write no spaces: the platform's dictionary finds the words. */
  #segment(text: string, start: number, end: number): number {
    this.#length = this.from[this.count] ?? 0;
    for (const { index, segment } of segmenter.segment(text.slice(start, end))) {
      const from = start + index;
      this.#pushUnits(text, from, from + segment.length);
      this.#close(from, from + segment.length);
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
