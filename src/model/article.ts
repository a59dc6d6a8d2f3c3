/** A half-open range of UTF-16 code units, so that `text.slice(start, end)` is the evidence. */
export type Span = { readonly start: number; readonly end: number };

/** A span together with the words that stand there. */
export type Evidence = Span & { readonly text: string };

/** What the analysers read: one piece of news as plain text, paragraphs separated by line feeds. */
export type Article = {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
  /** ISO 8601 date or time as the outlet wrote it; its first ten characters are the outlet's calendar day. */
  readonly published?: string;
  readonly source?: string;
  /** BCP 47 language tag. */
  readonly language?: string;
};
