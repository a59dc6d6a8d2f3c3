import type { Span } from "../../model/article.ts";
import { createPhraseIndex, type PhraseIndex } from "../../text/phrases/phrases.ts";
import { tokenize } from "../../text/tokens.ts";

/** Says whether one of its words stands within `near` words of a span. */
export type Company = (text: string, span: Span) => boolean;

function around(text: string, span: Span, near: number): string[] {
  const tokens = tokenize(text);
  const before = tokens.filter((token) => token.end <= span.start).slice(-near);
  const after = tokens.filter((token) => token.start >= span.end).slice(0, near);
  return [text.slice(before[0]?.start ?? span.start, span.start), text.slice(span.end, after.at(-1)?.end ?? span.end)];
}

/** A list's index is made once: an edited watch has the lists of the one it was made from. */
const indexes = new WeakMap<readonly string[], PhraseIndex>();

function indexOf(words: readonly string[]): PhraseIndex {
  const index = indexes.get(words) ?? createPhraseIndex(words.map((text) => ({ text })));
  indexes.set(words, index);
  return index;
}

/** Makes the check for some words; undefined when there are none. */
export function company(words: readonly string[], near: number): Company | undefined {
  if (words.length === 0) return undefined;
  const index = indexOf(words);
  return (text, span) => around(text, span, near).some((part) => index.find(part).length > 0);
}
