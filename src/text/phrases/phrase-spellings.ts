import { stemEnd } from "../stem.ts";
import type { Words } from "../words.ts";
import { EDGE } from "./phrase-trie.ts";
import type { Form } from "./vocabulary.ts";

/** One step of a phrase: some letters, and how they are compared with a word of a text. */
export type Step = Form & { readonly kind: number };

/** Shorter words of a text are not joined: "is I" is not ISI. */
export const SHORTEST_JOINED = 3;

const STAR = "*";

/** Two capitals make an acronym: "LeT" is not "let", and "US" is not "us". */
export function isAcronym(text: string): boolean {
  return text.length <= 6 && /^\S+$/.test(text) && capitalsIn(text) > 1;
}

/** How many capital letters there are. */
export function capitalsIn(text: string): number {
  return text.match(/\p{Lu}/gu)?.length ?? 0;
}

/** The stem of a run of letters. */
function stemOf(words: Words, from: number, to: number): Form {
  const end = stemEnd(words.letters, from, to);
  return { from, to: Math.abs(end), y: end < 0 };
}

/** The spellings of a phrase: as written, with two neighbours joined ("air strike", "airstrike"), all joined. */
export function spellings(words: Words, compared: "exact" | "stems"): Step[][] {
  const step = (first: number, last: number): Step => {
    const [from, to] = [words.from[first] ?? 0, words.from[last + 1] ?? 0];
    if (first === last && words.text.charAt(words.ends[first] ?? 0) === STAR)
      return { from, to, y: false, kind: EDGE.beginning };
    if (compared === "exact") return { from, to, y: false, kind: EDGE.exact };
    return { ...stemOf(words, from, to), kind: EDGE.stem };
  };
  const { count } = words;
  const steps = Array.from({ length: count }, (_, at) => step(at, at));
  if (count < 2 || steps.some(({ kind }) => kind === EDGE.beginning)) return count > 0 ? [steps] : [];
  const all = [steps];
  for (let at = 0; at + 1 < count; at++) all.push([...steps.slice(0, at), step(at, at + 1), ...steps.slice(at + 2)]);
  if (count > 2) all.push([step(0, count - 1)]);
  return all;
}
