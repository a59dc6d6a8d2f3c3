import type { Span } from "../model/article.ts";
import { Words } from "./words.ts";

/** A word of a text: where it stands, and its folded letters. */
export type Token = Span & { readonly folded: string };

const words = new Words();

/** The words of a text in order. Hyphens separate, apostrophes inside a word do not, a possessive 's is left out. */
export function tokenize(text: string): Token[] {
  words.read(text);
  return Array.from({ length: words.count }, (_, at) => ({
    start: words.starts[at] ?? 0,
    end: words.ends[at] ?? 0,
    folded: words.folded(at),
  }));
}
