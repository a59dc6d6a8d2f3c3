/**
 * From ''or ``before a word to '' behind one, in one line and not over the next opening. A wiki's three apostrophes
 * (bold) are left alone; three at the end close single marks, too.
 */
const DOUBLED = /(?<=^|[\s([—–-])(?:''(?!')|``)(?=\S)((?:(?!\s''|``)[^\n])*?\S)''(?![\p{L}'])/gmu;

/** Quotation marks typed as two apostrophes or accents, ``like this'', become “real ones”. */
export function withRealMarks(text: string): string {
  return text.includes("''") ? text.replace(DOUBLED, "“$1”") : text;
}
