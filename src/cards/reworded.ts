import { type Card, plain, type Text } from "../model/card.ts";

/** What of a card may be reworded, as plain text: its title, its lead, and the facts that a text proves. */
export type CardWords = {
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly sentences: readonly string[];
};

/** Facts that are proven; the others are our own reckoning. */
const PROVEN = new Set(["Who", "Where", "When", "How many"]);

function inWords(text: Text): string {
  return text.map((span) => (span.kind === "text" || span.kind === "strong" ? span.text : "")).join("");
}

/** The words of a story's card, without links to outlets. */
export function cardWords({ title, lead = [], facts }: Card): CardWords {
  const body = inWords(lead).replace(/\s*\(\)/g, "");
  return {
    facts: facts.filter(({ name }) => PROVEN.has(name)).map(({ name, value }) => ({ name, value: inWords(value) })),
    sentences: [title, ...(body === "" ? [] : [body])],
  };
}

/** The card in other words; it says so. */
export function rewordedCard(
  card: Card,
  wording: { readonly headline: string; readonly sentences: readonly string[] },
): Card {
  return {
    ...card,
    title: wording.headline,
    lead: plain(wording.sentences.join(" ")),
    footer: [...(card.footer ?? []), ...plain(" · reworded by a language model, checked against the outlets' text")],
  };
}
