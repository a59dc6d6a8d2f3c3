import type { Span } from "../model/article.ts";
import { foldUnit, SEPARATOR, SKIP } from "./fold.ts";

/** A word of a text: where it stands, and its folded letters. */
export type Token = Span & { readonly folded: string };

const APOSTROPHES = "'’‘ʼ`´";
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const segmenter = new Intl.Segmenter("und", { granularity: "word" });

function isApostrophe(unit: number): boolean {
  return unit > 0x26 && APOSTROPHES.includes(String.fromCharCode(unit));
}

/** How many units of a letter or digit stand at `at`: 2 for one beyond the basic plane, 0 for emoji and separators. */
function letterAt(text: string, at: number): number {
  const unit = foldUnit(text.charCodeAt(at));
  if (unit < 0xd800 || unit > 0xdfff) return unit === SEPARATOR || Number.isNaN(text.charCodeAt(at)) ? 0 : 1;
  return /^[\p{L}\p{N}\p{M}]/u.test(text.slice(at, at + 2)) ? 2 : 0;
}

/** The end of the word that starts at `start`; apostrophes inside belong to it. */
function wordEnd(text: string, start: number): number {
  let at = start;
  for (;;) {
    const step = letterAt(text, at);
    if (step > 0) at += step;
    else if (at > start && isApostrophe(text.charCodeAt(at)) && letterAt(text, at + 1) > 0) at++;
    else return at;
  }
}

/** "U.S." and "J.D." are one word: single letters with a full stop after each. */
function initialsEnd(text: string, start: number): number {
  if (text.charAt(start + 1) !== ".") return start;
  return (
    start +
    (/^(?:\p{L}\.){2,}(?![\p{L}\p{N}])|^(?:\p{L}\.)+\p{L}(?![\p{L}\p{N}])/u.exec(text.slice(start, start + 16))?.[0]
      .length ?? 0)
  );
}

function foldedWord(text: string, start: number, end: number): string {
  let folded = "";
  for (let at = start; at < end; at++) {
    const unit = foldUnit(text.charCodeAt(at));
    if (unit !== SKIP && unit !== SEPARATOR && !isApostrophe(text.charCodeAt(at))) folded += String.fromCharCode(unit);
  }
  return folded;
}

/** Where a word ends without its possessive: "Pakistan's" ends after the n. */
function withoutPossessive(text: string, start: number, end: number): number {
  const isPossessive = end - start > 2 && /s/i.test(text.charAt(end - 1)) && isApostrophe(text.charCodeAt(end - 2));
  return isPossessive ? end - 2 : end;
}

/** Chinese, Thai and their like write no spaces: the platform's dictionary finds the words. */
function segmented(text: string, start: number, end: number): Token[] {
  const words = [...segmenter.segment(text.slice(start, end))];
  return words.map(({ index, segment }) => ({
    start: start + index,
    end: start + index + segment.length,
    folded: foldedWord(segment, 0, segment.length),
  }));
}

/** The words of a text in order. Hyphens separate, apostrophes inside a word do not, a possessive 's is left out. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const start = at;
    if (letterAt(text, at) === 0) {
      at++;
      continue;
    }
    at = Math.max(wordEnd(text, start), initialsEnd(text, start));
    if (UNSPACED.test(text.slice(start, at))) {
      tokens.push(...segmented(text, start, at));
      continue;
    }
    const end = withoutPossessive(text, start, at);
    const folded = foldedWord(text, start, end);
    if (folded !== "") tokens.push({ start, end, folded });
  }
  return tokens;
}
