import type { Term } from "../model/watch.ts";
import { fold } from "../text/fold.ts";
import { isRule } from "../text/phrases/rule.ts";

/** A phrase as a file writes it: `~` before it switches inflection off. A rule says so for each of its words. */
export function termOf(written: string, weight: number): Term {
  if (isRule(written)) return { phrase: written, weight, exact: false };
  const exact = written.startsWith("~");
  return { phrase: exact ? written.slice(1).trim() : written, weight, exact };
}

/** Phrases by weight as terms. */
export function terms(weighted: Readonly<Record<string, readonly string[]>>): Term[] {
  return Object.entries(weighted).flatMap(([weight, phrases]) => phrases.map((one) => termOf(one, Number(weight))));
}

/** Keywords are one when they fold to the same words; rules when they are written the same. */
function isSame(a: string, b: string): boolean {
  if (isRule(a) || isRule(b)) return a === b;
  return fold(a) === fold(b) && a.includes("*") === b.includes("*");
}

/** The terms but a phrase; the very same list when it is not in it: what an edit leaves alone stays shared. */
export function without(terms: readonly Term[], phrase: string): readonly Term[] {
  const { phrase: bare } = termOf(phrase, 1);
  const left = terms.filter((term) => !isSame(term.phrase, bare));
  return left.length === terms.length ? terms : left;
}
