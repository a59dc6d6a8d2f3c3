import type { Token } from "../../text/tokens.ts";
import { TIME_WORDS } from "../../text/word-classes.ts";

/** What tells one bulletin from another with the same wording: its figures, and the names inside its sentences. */
export type Details = { readonly numbers: ReadonlySet<string>; readonly names: ReadonlySet<string> };

const SENTENCE_START = /(?:^|[.!?:\n]["”’')\]]*\s*["“‘([]*)$/u;

/** In a headline with more than this share of capitals they say nothing. */
const HEADLINE_CAPITALS = 0.6;

function isCapital(text: string, token: Token): boolean {
  return /\p{Lu}/u.test(text.charAt(token.start));
}

/** "Troops Cross the Border as Talks Fail": every word of weight has a capital. */
function isTitleCase(text: string, tokens: readonly Token[]): boolean {
  return tokens.filter((token) => isCapital(text, token)).length > tokens.length * HEADLINE_CAPITALS;
}

/**
 * The figures and capitalised words of a text. Words that open a sentence are capitalised anyway, days and months say
 * nothing alone, and headlines in title case tell no names: all these are left out.
 */
export function detailsOf(text: string, tokens: readonly Token[]): Details {
  const numbers = new Set<string>();
  const names = new Set<string>();
  const namesTold = !isTitleCase(text, tokens);
  let end = 0;
  for (const token of tokens) {
    const gap = text.slice(end, token.start);
    if (/\p{N}/u.test(text.charAt(token.start)))
      numbers.add(/^[.,]$/.test(gap) ? `${gap}${token.folded}` : token.folded);
    else if (
      namesTold &&
      end > 0 &&
      isCapital(text, token) &&
      !SENTENCE_START.test(gap) &&
      !TIME_WORDS.has(token.folded)
    )
      names.add(token.folded);
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
