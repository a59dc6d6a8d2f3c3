import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SHELLING } from "./reports.ts";
import { startWorld, textOf, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await world.report("Herald", SHELLING);
});
afterAll(() => world.stop());

const WORDS = "We will not leave this attack on our citizens without an answer.";

describe("/quote and /actors find by any spelling", () => {
  test.each([
    ["another accent", "kräy"],
    ["a genitive", "Kray's"],
    ["Urdu with a postposition", "انا کرے نے"],
    ["Hindi", "अन्ना क्रे"],
    ["Hindi with a postposition", "क्रे ने"],
    ["Arabic behind a preposition", "للكراي"],
    ["Russian in another case", "Анной Крайевой"],
    ["the post", "Syldavia's foreign minister"],
  ])("in %s", async (_, typed) => {
    const quotes = await world.ask("quote", { speaker: typed });
    expect(quotes.cards[0]?.quotes).toMatchObject([
      { text: WORDS, speaker: "Anna Kray", role: "Foreign Minister, Syldavia" },
    ]);
    const portrait = await world.ask("actors", { name: typed });
    expect(portrait.cards[0]?.title).toBe("Anna Kray");
    expect(textOf(portrait)).toContain("अन्ना क्रे");
  });
});

test("who is meant is said where the typed name does not say it", async () => {
  expect((await world.ask("quote", { speaker: "अन्ना क्रे" })).cards[0]?.title).toContain("अन्ना क्रे (Anna Kray)");
  expect((await world.ask("quote", { speaker: "Kray" })).cards[0]?.title).not.toContain("(");
});

test("a quotation links its outlet, and words about it find it", async () => {
  const { cards } = await world.ask("quote", { about: "citizens answer", story: "Klow", since: "2026-03-01" });
  expect(cards[0]?.quotes).toMatchObject([
    { source: [{ kind: "link", text: "Herald", url: "https://herald.example/story/shelling-1" }] },
  ]);
  expect((await world.ask("quote", { speaker: "Kray", since: "2026-03-04" })).cards[0]?.quotes).toEqual([]);
});
