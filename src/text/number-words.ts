const SMALL = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
  "eighteen nineteen"
).split(" ");
const TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const SCALES: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000, million: 1e6, billion: 1e9 };
const GROUPS: Readonly<Record<string, number>> = { couple: 2, dozen: 12, score: 20 };
const ORDINALS = (
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth " +
  "sixteenth seventeenth eighteenth nineteenth"
).split(" ");

const VALUES = new Map<string, number>([
  ...SMALL.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, at): [string, number] => [word, 20 + 10 * at]),
]);
const ORDINAL_VALUES = new Map<string, number>([
  ...ORDINALS.map((word, at): [string, number] => [word, at + 1]),
  ["twentieth", 20],
  ["thirtieth", 30],
]);

const UNITS = SMALL.slice(1, 10).join("|");
const TENS_PATTERN = `(?:${TENS.join("|")})(?:[- ](?:${UNITS}))?`;
const SIMPLE = `${TENS_PATTERN}|${SMALL.slice(1).reverse().join("|")}`;

/** Every word that a number in words or a count such as "a dozen" may begin with. */
export const NUMBER_STARTERS: readonly string[] = [...SMALL.slice(1), ...TENS, ...ORDINALS, "hundred", "twentieth"];

/** Source of a pattern for a count in digits or words: 26, 1,200, 2.5, twenty-six, two hundred, a dozen. */
export const NUMBER = `(?:\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?|(?:(?:${SIMPLE}|a)[- ](?:hundred|thousand)(?:[- ](?:and[- ])?(?:${SIMPLE}))?)|${SIMPLE}|a (?:couple(?: of)?|dozen))`;

/** Source of a pattern for ten … ninety-nine in words: the end of a spelled year. */
export const TWO_DIGITS = `(?:${TENS_PATTERN}|${SMALL.slice(10).join("|")})`;

/** Source of a pattern for first … thirty-first in words. */
export const ORDINAL_WORD = `(?:(?:twenty|thirty)[- ](?:${ORDINALS.slice(0, 9).join("|")})|${ORDINALS.join("|")}|twentieth|thirtieth)`;

/** The value of a text that NUMBER matches; undefined for anything else. */
export function numberOf(written: string): number | undefined {
  const digits = written.replace(/,(?=\d{3})/g, "");
  if (/^\d+(?:\.\d+)?$/.test(digits)) return Number(digits);
  let total = 0;
  let known = false;
  for (const word of written.toLowerCase().split(/[\s-]+/)) {
    if (word === "and" || word === "of") continue;
    const scale = SCALES[word] ?? GROUPS[word];
    if (scale !== undefined) total = Math.max(total, 1) * scale;
    else if (word !== "a" && word !== "an") {
      const value = VALUES.get(word);
      if (value === undefined) return undefined;
      total += value;
    }
    known = true;
  }
  return known ? Math.max(total, 1) : undefined;
}

/** The value of "twenty-second", "22nd" or "third". */
export function ordinalOf(written: string): number | undefined {
  const digits = /^(\d+)(?:st|nd|rd|th)?$/i.exec(written);
  if (digits !== null) return Number(digits[1]);
  const [first = "", second] = written.toLowerCase().split(/[\s-]+/);
  if (second === undefined) return ORDINAL_VALUES.get(first);
  const [tens, unit] = [VALUES.get(first), ORDINAL_VALUES.get(second)];
  return tens === undefined || unit === undefined ? undefined : tens + unit;
}
