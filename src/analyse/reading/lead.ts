import type { Article, Span } from "../../model/article.ts";
import { splitSentences } from "../../text/sentences.ts";
import { layOut } from "./reading.ts";

/** News tells what matters first: later sentences are background, and words there do not count. */
const LEAD_SENTENCES = 3;

/** The headline and the first sentences as one text, with the way back to the article's own offsets. */
export type Lead = {
  /** Headline, a line feed, then the lead; cross-links are blank. */
  readonly text: string;
  /** The sentences of the headline and the lead, in `text`. */
  readonly sentences: readonly Span[];
  /** A span of `text` in the article's text; undefined in the headline. */
  toArticle(span: Span): Span | undefined;
};

function blank(text: string, { start, end }: Span): string {
  return text.slice(0, start) + " ".repeat(end - start) + text.slice(end);
}

/** Every watch asks for the lead of an article in turn. */
let last: { readonly article: Article; readonly most: number; readonly lead: Lead } | undefined;

/** What of an article decides its score: its headline and as many sentences. */
export function leadOf(article: Article, most = LEAD_SENTENCES): Lead {
  if (last?.article !== article || last.most !== most) last = { article, most, lead: cutLead(article, most) };
  return last.lead;
}

function cutLead(article: Article, most: number): Lead {
  const { text, sentences, paragraphs } = layOut(article);
  const counted = sentences.slice(0, most);
  const end = counted.at(-1)?.end ?? 0;
  const links = paragraphs.filter((paragraph) => paragraph.crosslink && paragraph.end <= end);
  const body = links.reduce(blank, text.slice(0, end));
  const title = (article.title ?? "").replaceAll("\n", " ");
  const shift = title.length + 1;
  const inLead = counted.map((span) => ({ start: span.start + shift, end: span.end + shift }));
  return {
    text: `${title}\n${body}`,
    sentences: [...splitSentences(title), ...inLead],
    toArticle: (span) => (span.start < shift ? undefined : { start: span.start - shift, end: span.end - shift }),
  };
}
