const BRACKETED = /\s?[([]\s?(\p{Lu}{2,7})\s?[)\]]/gu;
/** Words before the brackets that may belong to the name: nothing that ends a clause stands between them. */
const NAME_BEFORE = /(?:[\p{L}\p{N}.&'’-]+\s+){0,11}[\p{L}\p{N}.&'’-]+$/u;

/** Where among a name's words the one that its short form spells begins: initials from the back, small words and some others skipped. */
function firstWord(words: readonly string[], letters: string): number | undefined {
  let left = letters.length;
  let skipped = 0;
  for (let at = words.length - 1; at >= 0; at--) {
    const word = words[at] ?? "";
    if (word.charAt(0) === letters.charAt(left - 1)) left--;
    else if (/^\p{Lu}/u.test(word)) skipped++;
    if (left === 0) return at;
    if (skipped > letters.length) return undefined;
  }
  return undefined;
}

/** "the Red Valley Relief Committee (RVRC)" as "the RVRC": a name that its text shortens itself, by its short form. */
export function shortenNames(text: string): string {
  let shorter = text;
  for (const { 0: brackets, 1: letters = "", index } of [...text.matchAll(BRACKETED)].reverse()) {
    const words = NAME_BEFORE.exec(text.slice(0, index))?.[0].split(/\s+/) ?? [];
    const first = firstWord(words, letters);
    if (first === undefined) continue;
    const name = words.slice(first).join(" ");
    const start = text.slice(0, index).length - name.length;
    if (text.slice(start, index) !== name) continue;
    shorter = shorter.slice(0, start) + letters + shorter.slice(index + brackets.length);
  }
  return shorter;
}
