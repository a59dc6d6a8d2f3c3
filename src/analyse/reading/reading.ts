import type { Article, Span } from "../../model/article.ts";
import { isCrosslink } from "../../text/crosslinks.ts";
import { splitSentences } from "../../text/sentences.ts";

export type Paragraph = Span & {
  /** The line only leads to another story: nothing in it is a finding. */
  readonly crosslink: boolean;
};

export type Sentence = Span & { readonly paragraph: number };

/** An article laid out once for all analysers: paragraphs are its lines, sentences leave cross-link lines out. */
export type Reading = {
  readonly article: Article;
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
};

export function layOut(article: Article): Reading {
  const { text } = article;
  const paragraphs: Paragraph[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    if (line.trim()) paragraphs.push({ start, end: start + line.length, crosslink: isCrosslink(line) });
    start += line.length + 1;
  }
  const sentences: Sentence[] = [];
  let at = 0;
  for (const span of splitSentences(text)) {
    while (at + 1 < paragraphs.length && (paragraphs[at + 1]?.start ?? Infinity) <= span.start) at++;
    if (!paragraphs[at]?.crosslink) sentences.push({ ...span, paragraph: at });
  }
  return { article, text, paragraphs, sentences };
}
