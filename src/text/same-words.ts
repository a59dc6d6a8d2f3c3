/** How two tellings of a quotation are alike: letter by letter, one a part of the other, or with some words changed. */
export type Likeness = "same" | "shortened" | "reworded";

const SHORTEST_PART = 4;
const SHORTEST_REWORDED = 6;
/** Share of the words that may differ in a telling of the same words. */
const REWORDED = 0.2;

/** The words of a text as they are compared: no marks, no case, no accents, "de-escalate" as one word. */
export function comparable(text: string): string[] {
  const folded = text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "");
  return folded
    .replace(/(?<=\p{L})[-‐‑'’](?=\p{L})/gu, "")
    .split(/[^\p{L}\p{N}…]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Whether two quotations are tellings of the same words, and how; undefined when they are not. */
export function likeness(one: string, other: string): Likeness | undefined {
  const [a, b] = [comparable(one), comparable(other)];
  if (a.join("") === b.join("")) return "same";
  const [short, long] = a.length <= b.length ? [one, b] : [other, a];
  if (isShortened(short, long)) return "shortened";
  return isReworded(a, b) ? "reworded" : undefined;
}

/** Each piece between dots or brackets of the shorter one stands in the longer one, in the same order. */
function isShortened(short: string, long: readonly string[]): boolean {
  const pieces = short.split(/…|\.{3,}|(?:\. ){2,}\.?|\[[^\]]*\]/u).map(comparable);
  if (pieces.reduce((sum, piece) => sum + piece.length, 0) < SHORTEST_PART) return false;
  let from = 0;
  for (const piece of pieces) {
    const at = placeOf(piece, long, from);
    if (at === undefined) return false;
    from = at + piece.length;
  }
  return true;
}

function placeOf(piece: readonly string[], words: readonly string[], from: number): number | undefined {
  for (let at = from; at + piece.length <= words.length; at++)
    if (piece.every((word, index) => words[at + index] === word)) return at;
  return undefined;
}

function isReworded(a: readonly string[], b: readonly string[]): boolean {
  const longest = Math.max(a.length, b.length);
  const allowed = Math.floor(longest * REWORDED);
  if (Math.min(a.length, b.length) < SHORTEST_REWORDED || Math.abs(a.length - b.length) > allowed) return false;
  return wordDistance(a, b) <= allowed;
}

/** Words to change, add or leave out until one is the other (Levenshtein). */
function wordDistance(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, at) => at + 1);
  a.forEach((word, above) => {
    let corner = above;
    let left = above + 1;
    row = b.map((other, at) => {
      const up = row[at] ?? 0;
      const cost = Math.min(left + 1, up + 1, corner + (word === other ? 0 : 1));
      corner = up;
      left = cost;
      return cost;
    });
  });
  return row.at(-1) ?? a.length;
}
