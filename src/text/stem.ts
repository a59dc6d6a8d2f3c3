/** The doubled consonant that -ing and -ed leave behind ("kidnapped"); l, s, z and f are doubled in their own right. */
function undouble(stem: string): string {
  const last = stem.charAt(stem.length - 1);
  return last === stem.charAt(stem.length - 2) && /[bcdgkmnprt]/.test(last) ? stem.slice(0, -1) : stem;
}

function singular(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (word.endsWith("sses") || /(?:sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2);
  if (word.length > 3 && word.endsWith("s") && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1);
  return word;
}

function withoutEnding(word: string): string {
  if (word.length > 4 && word.endsWith("ied")) return `${word.slice(0, -3)}y`;
  if (word.length > 6 && word.endsWith("ing")) return undouble(word.slice(0, -3));
  if (word.length > 5 && word.endsWith("ed") && !word.endsWith("eed")) return undouble(word.slice(0, -2));
  return word;
}

/**
 * A folded English word without its commonest endings, so that "strikes", "striking" and "strike" meet. Light on
 * purpose: a stem is only ever compared with a stem. Words of other scripts stay as they are.
 */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  const base = withoutEnding(singular(word));
  return base.length > 4 && base.endsWith("e") && !base.endsWith("ee") ? base.slice(0, -1) : base;
}
