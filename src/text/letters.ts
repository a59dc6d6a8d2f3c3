import { foldUnit, SEPARATOR, SKIP } from "./fold.ts";

/** Scripts without spaces, and rare ones beyond the basic plane, begin here. */
export const FIRST_UNSPACED = 0x0e00;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const segmenter = new Intl.Segmenter("und", { granularity: "word" });
const FULL_STOP = 0x2e;

/** One of ' ` ´ ʼ ‘ ’ */
export function isApostrophe(unit: number): boolean {
  if (unit < 0xb4) return unit === 0x27 || unit === 0x60;
  return unit === 0xb4 || unit === 0x2bc || unit === 0x2018 || unit === 0x2019;
}

/** How many units of a letter or digit stand at `at`: 2 for one beyond the basic plane, 0 for emoji and separators. */
export function letterAt(text: string, at: number): number {
  if (at >= text.length) return 0;
  const unit = foldUnit(text.charCodeAt(at));
  if (unit < 0xd800 || unit > 0xdfff) return unit === SEPARATOR ? 0 : 1;
  return /^[\p{L}\p{N}\p{M}]/u.test(text.slice(at, at + 2)) ? 2 : 0;
}

/** What becomes of a unit inside a word: its folded letter; SKIP; SEPARATOR for whatever needs a second look. */
export const PLAIN = Uint16Array.from({ length: 0x10000 }, (_, code) => {
  if (code >= 0xd800 && code <= 0xdfff) return SEPARATOR;
  const unit = foldUnit(code);
  return unit !== SEPARATOR && isApostrophe(code) ? SKIP : unit;
});

/** How many units that are no plain letter a word goes on for: a pair, an apostrophe inside; 0 where it ends. */
export function oddStep(text: string, at: number, start: number): number {
  const step = letterAt(text, at);
  if (step > 0) return step;
  return at > start && isApostrophe(text.charCodeAt(at)) && letterAt(text, at + 1) > 0 ? 1 : 0;
}

/** "U.S." and "J.D." are one word: single letters with a full stop after each. */
export function initialsEnd(text: string, start: number): number {
  if (start + 1 >= text.length || text.charCodeAt(start + 1) !== FULL_STOP) return start;
  const initials = /^(?:\p{L}\.){2,}(?![\p{L}\p{N}])|^(?:\p{L}\.)+\p{L}(?![\p{L}\p{N}])/u;
  return start + (initials.exec(text.slice(start, start + 16))?.[0].length ?? 0);
}

/** Where a word ends without its possessive: "Pakistan's" ends after the n. */
export function withoutPossessive(text: string, start: number, end: number): number {
  if (end - start < 3 || !isApostrophe(text.charCodeAt(end - 2))) return end;
  return /[sS]/.test(text.charAt(end - 1)) ? end - 2 : end;
}

/** Whether a script without spaces is written in a run of letters. */
export function isUnspaced(run: string): boolean {
  return UNSPACED.test(run);
}

/** Where the words of such a run begin and end in it: the platform's dictionary knows them. */
export function unspacedWords(run: string): [start: number, end: number][] {
  return Array.from(segmenter.segment(run), ({ index, segment }) => [index, index + segment.length]);
}
