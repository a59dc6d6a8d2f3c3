import { fold } from "../../text/fold.ts";

/** Nobody types more into a search, and each word costs a look-up. */
const MAX_TYPED = 500;
const MAX_WORDS = 24;

/** The folded words of a text. Stored rows hold them: another folding needs a migration that rewrites those. */
export function wordsOf(text: string): string[] {
  return fold(text).split(" ").filter(Boolean);
}

/** The folded words of what somebody typed into a look-up. */
export function typedWords(typed: string): string[] {
  return wordsOf(typed.slice(0, MAX_TYPED)).slice(0, MAX_WORDS);
}

/** The folded words, each after a space, so that `like '% word%'` finds beginnings of words. */
export function wordLine(text: string): string {
  return wordsOf(text)
    .map((word) => ` ${word}`)
    .join("");
}

/** What somebody typed into a search as phrases: "cease-fire Kashmir" asks for the two words "cease fire" side by side, and for "kashmir". */
export function phrasesOf(typed: string): string[][] {
  return typed
    .slice(0, MAX_TYPED)
    .split(/\s+/u)
    .map(wordsOf)
    .filter((phrase) => phrase.length > 0);
}
