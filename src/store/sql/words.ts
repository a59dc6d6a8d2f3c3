/** Longer searches are cut: nobody types them, and each word costs a look-up. */
const MAX_TERMS = 24;

/** Lower case, without accents. Marks of other scripts are letters there and stay. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]+/g, "")
    .normalize("NFC")
    .toLowerCase();
}

/** The folded words of a text: runs of letters, digits and marks. */
export function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
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
    .split(/\s+/u)
    .map(wordsOf)
    .filter((phrase) => phrase.length > 0)
    .slice(0, MAX_TERMS);
}
