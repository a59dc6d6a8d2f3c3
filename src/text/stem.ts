/** Letters of a word, as UTF-16 units; a part of a larger buffer will do. */
export type Letters = { readonly [at: number]: number };

const [D, E, G, H, I, N, S, U, X, Z, C] = [..."deghinsuxzc"].map((letter) => letter.charCodeAt(0));
/** The consonants that -ing and -ed double ("kidnapped"); l, s, z and f are doubled in their own right. */
const DOUBLED = new Set([..."bcdgkmnprt"].map((letter) => letter.charCodeAt(0)));
const FIRST_LETTER = 0x61;
const LAST_LETTER = 0x7a;

function isPlain(letters: Letters, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = letters[at] ?? 0;
    if (unit < FIRST_LETTER || unit > LAST_LETTER) return false;
  }
  return true;
}

function undoubled(letters: Letters, end: number): number {
  const last = letters[end - 1] ?? 0;
  return last === letters[end - 2] && DOUBLED.has(last) ? end - 1 : end;
}

/** The end without a plural's -s or -es; negative when -ies becomes -y. */
function withoutPlural(letters: Letters, start: number, end: number): number {
  if (letters[end - 1] !== S) return end;
  const [third, second] = [letters[end - 3], letters[end - 2]];
  if (end - start > 4 && third === I && second === E) return -(end - 3);
  if (second === E) {
    const fourth = letters[end - 4];
    const hisses = third === X || (third === H && (fourth === S || fourth === C)) || (third === Z && fourth === Z);
    if (hisses || (third === S && fourth === S)) return end - 2;
  }
  return end - start > 3 && second !== S && second !== U && second !== I ? end - 1 : end;
}

/** The end without -ing or -ed; negative when -ied becomes -y. */
function withoutTense(letters: Letters, start: number, end: number): number {
  const [third, second, last] = [letters[end - 3], letters[end - 2], letters[end - 1]];
  const length = end - start;
  if (last === D && second === E) {
    if (third === I && length > 4) return -(end - 3);
    return length > 5 && third !== E ? undoubled(letters, end - 2) : end;
  }
  return last === G && second === N && third === I && length > 6 ? undoubled(letters, end - 3) : end;
}

/**
 * Where the stem of a folded English word ends: a positive end, or a negative one when a y follows it ("studies" is
 * "stud" and a y). Letters of other scripts stay as they are.
 */
export function stemEnd(letters: Letters, start: number, end: number): number {
  const last = letters[end - 1];
  if (end - start < 4 || (last !== S && last !== D && last !== E && last !== G)) return end;
  if (!isPlain(letters, start, end)) return end;
  let base = withoutPlural(letters, start, end);
  if (base > 0) base = withoutTense(letters, start, base);
  if (base <= 0) return base;
  const endsInE = letters[base - 1] === E && letters[base - 2] !== E;
  return base - start > 4 && endsInE ? base - 1 : base;
}

/**
 * A folded English word without its commonest endings, so that "strikes", "striking" and "strike" meet. Light on
 * purpose: a stem is only ever compared with a stem. Words of other scripts stay as they are.
 */
export function stem(word: string): string {
  if (word.length < 4) return word;
  const letters = new Uint16Array(word.length);
  for (let at = 0; at < word.length; at++) letters[at] = word.charCodeAt(at);
  const end = stemEnd(letters, 0, word.length);
  return end > 0 ? word.slice(0, end) : `${word.slice(0, -end)}y`;
}
