import type { Token } from "../text/tokens.ts";

/** What tells one bulletin from another with the same wording: its figures, and the names inside its sentences. */
export type Details = { readonly numbers: ReadonlySet<string>; readonly names: ReadonlySet<string> };

const SENTENCE_START = /(?:^|[.!?:\n]["”’')\]]*\s*["“‘([]*)$/u;

/** The figures and capitalised words of a text. Words that open a sentence are capitalised anyway, and left out. */
export function detailsOf(text: string, tokens: readonly Token[]): Details {
  const numbers = new Set<string>();
  const names = new Set<string>();
  let end = 0;
  for (const token of tokens) {
    const gap = text.slice(end, token.start);
    const first = text.charAt(token.start);
    if (/\p{N}/u.test(first)) numbers.add(/^[.,]$/.test(gap) ? `${gap}${token.folded}` : token.folded);
    else if (/\p{Lu}/u.test(first) && end > 0 && !SENTENCE_START.test(gap)) names.add(token.folded);
    end = token.end;
  }
  return { numbers, names };
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let count = 0;
  for (const value of small) if (large.has(value)) count++;
  return count;
}

/** The share of the poorer list that the richer one has too; 1 when there is nothing to compare. */
export function agreement(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const most = Math.min(a.size, b.size);
  return most === 0 ? 1 : shared(a, b) / most;
}
