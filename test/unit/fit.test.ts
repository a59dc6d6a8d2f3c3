import { expect, test } from "vitest";
import { fitCard } from "../../src/chat/fit.ts";
import { type Card, card, plain } from "../../src/model/card.ts";

const full = card({
  kind: "timeline",
  title: "Title",
  lead: plain("l".repeat(1_000)),
  facts: [{ name: "Who", value: plain("somebody") }],
  quotes: ["one", "two", "three"].map((text) => ({ text, source: plain("Post") })),
  rows: ["2021", "2022", "2023"].map((text) => ({ text: plain(text) })),
  sources: ["a", "b", "c", "d"].map((label) => ({ label })),
});

function within(size: number): (card: Card) => boolean {
  return (shown) => JSON.stringify(shown).length <= size;
}

test("a card that fits stays as it is", () => {
  expect(fitCard(full, () => true)).toEqual(full);
});

test("sources go first, and the card says how many", () => {
  const shown = fitCard(full, (one) => one.sources.length <= 3);
  expect(shown.sources.map((source) => source.label)).toEqual(["a", "b", "+2 more"]);
  expect(shown.quotes).toEqual(full.quotes);
});

test("a timeline loses its oldest rows", () => {
  const shown = fitCard(full, (one) => one.rows.length <= 2);
  expect(shown.rows.map((row) => row.text)).toEqual([plain("+2 earlier"), plain("2023")]);
});

test("the last quotation says how many are missing", () => {
  const shown = fitCard(full, (one) => one.quotes.length <= 2);
  expect(shown.quotes.map((quote) => quote.note)).toEqual([undefined, "+1 more"]);
});

test("what was cut in vain comes back", () => {
  const shown = fitCard(full, (one) => one.quotes.length <= 2);
  expect(shown.sources).toEqual(full.sources);
});

test("a smaller budget gives a smaller card, down to the title", () => {
  const sizes = [1_500, 900, 500, 300, 0].map((size) => JSON.stringify(fitCard(full, within(size))).length);
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  expect(fitCard(full, () => false)).toMatchObject({ title: "Title", facts: [], quotes: [] });
  expect(fitCard(full, () => false)).not.toHaveProperty("lead");
});
