import { unfaithful } from "../analyse/summary/rewording.ts";
import { cleanText } from "../chat/untrusted.ts";
import type { KnownFact, Wording } from "./rewriter.ts";

const LONGEST_HEADLINE = 120;
const LONGEST_SENTENCE = 420;
const MOST_SENTENCES = 3;

/** Addresses, and what a chat could take for a link, a mention or a command: none of it is needed to tell news. */
const LINK_WITH_LABEL = /!?\[([^\]]*)\]\([^)]*\)/gu;
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+|\b[\w.-]+@[\w-]+\.\w+/giu;
const MENTION = /<[@#!/:][^>]*>|@(?:everyone|here|channel)\b|(?<![\p{L}\p{N}])@[\w.-]+/giu;

function stripped(text: string): string {
  return cleanText(text)
    .replace(LINK_WITH_LABEL, "$1")
    .replace(ADDRESS, "")
    .replace(MENTION, "")
    .replace(/\s+/gu, " ")
    .trim();
}

export type Checked =
  | { readonly kind: "kept"; readonly wording: Wording }
  | { readonly kind: "rejected"; readonly reason: string };

/** The counts of outlets in brackets would let a number pass that the text does not have. */
function asSource({ value }: KnownFact): string {
  return value.replace(/\([^)]*\)/gu, " ");
}

function shape({ headline, sentences }: Wording): string | undefined {
  if (headline === "" || headline.length > LONGEST_HEADLINE) return `a headline of ${headline.length} characters`;
  if (sentences.length === 0 || sentences.length > MOST_SENTENCES) return `${sentences.length} sentences`;
  const long = sentences.find(({ length }) => length === 0 || length > LONGEST_SENTENCE);
  return long === undefined ? undefined : `a sentence of ${long.length} characters`;
}

/** The wording without links and mentions, when it says nothing that the source does not; else why it is withheld. */
export function checkedWording(
  given: Wording,
  source: { readonly facts: readonly KnownFact[]; readonly sentences: readonly string[] },
): Checked {
  const wording = { headline: stripped(given.headline), sentences: given.sentences.map(stripped) };
  const texts = [...source.sentences, ...source.facts.map(asSource)];
  const problem = shape(wording) ?? unfaithful([wording.headline, ...wording.sentences], texts);
  return problem === undefined ? { kind: "kept", wording } : { kind: "rejected", reason: problem };
}
