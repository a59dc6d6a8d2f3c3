import type { Article } from "../model/article.ts";
import type { Findings } from "../model/findings.ts";
import { isCrosslink } from "../text/crosslinks.ts";
import { tokenize } from "../text/tokens.ts";
import { type Details, detailsOf } from "./details.ts";
import { addNamed, addWords, type Terms, type Words } from "./story-terms.ts";

/** What the story index reads from an article, once. */
export type StoryItem = {
  readonly id: string;
  /** The folded words of the text, for comparing texts. */
  readonly words: readonly string[];
  /** Figures and names of the text. */
  readonly details: Details;
  /** Names and figures of title and lead. */
  readonly subject: Details;
  readonly terms: Terms;
  /** A title with a line or two below: little to go by. */
  readonly short: boolean;
};

const TITLE_WEIGHT = 2;
const LEAD_TOKENS = 120;
/** With a lead shorter than this, pairs of words count too; a full text says enough without them. */
const SHORT_LEAD = 40;

/** A text without the lines that lead to other stories: they say nothing about this one. */
function ownLines(text: string): string {
  return text
    .split("\n")
    .filter((line) => !isCrosslink(line))
    .join("\n");
}

function wordsOf(text: string, tokens: ReturnType<typeof tokenize>): Words {
  return tokens.map(({ start, end, folded }) => ({ folded, written: text.slice(start, end) }));
}

/** An article as the story index compares it. An item without a text is its title. */
export function readStoryItem(article: Article, findings: Findings): StoryItem {
  const title = article.title ?? "";
  const own = ownLines(article.text);
  const body = own.trim() === "" ? title : own;
  const tokens = tokenize(body);
  const titleTokens = tokenize(title);
  const lead = body.trim() === title.trim() ? [] : tokens.slice(0, LEAD_TOKENS);
  const short = lead.length < SHORT_LEAD;
  const terms: Terms = new Map();
  addWords(terms, wordsOf(title, titleTokens), { weight: TITLE_WEIGHT, pairs: short });
  addWords(terms, wordsOf(body, lead), { weight: 1, pairs: short });
  addNamed(terms, findings);
  const inTitle = detailsOf(title, titleTokens);
  const inLead = detailsOf(body, tokens.slice(0, LEAD_TOKENS));
  return {
    id: article.id,
    words: tokens.map((token) => token.folded),
    details: detailsOf(body, tokens),
    subject: {
      numbers: inTitle.numbers.union(inLead.numbers),
      names: inTitle.names.union(inLead.names),
    },
    terms,
    short,
  };
}
