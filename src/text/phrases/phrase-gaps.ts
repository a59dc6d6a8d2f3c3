import type { Words } from "../words.ts";

/** A full stop after a longer word ends a sentence; after a shorter one it may be "Gen." or "Lt.". */
const LONGEST_ABBREVIATION = 4;
const SPACE = 0x20;
const FULL_STOP = 0x2e;
/** What stands first in most gaps that end a phrase. */
const ENDS = new Set([..."\n,;:()[]?!—…"].map((sign) => sign.charCodeAt(0)));

/** Whether a phrase may go on from a word to the next: not over a line, a comma, a dash or the end of a sentence. */
export function goesOn(words: Words, word: number): boolean {
  const [start, end] = [words.ends[word] ?? 0, words.starts[word + 1] ?? 0];
  const first = words.text.charCodeAt(start);
  if (end - start === 1 && first === SPACE) return true;
  const letters = (words.from[word + 1] ?? 0) - (words.from[word] ?? 0);
  if (ENDS.has(first) || (first === FULL_STOP && letters > LONGEST_ABBREVIATION)) return false;
  const gap = words.text.slice(start, end).replace(/^['’]s(?=\s)/i, "");
  if (!gap.includes(".")) return /^(?:[\p{Zs}\t'’‘"“”_/]*|[-‐‑–])$/u.test(gap);
  return letters <= LONGEST_ABBREVIATION && /^\.\p{Zs}*$/u.test(gap);
}
