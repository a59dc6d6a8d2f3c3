import { expect, test } from "vitest";
import { NO_FINDINGS } from "../../src/analyse/no-findings.ts";
import { formerQuotes, quoteChanges } from "../../src/analyse/quotes/former-quotes.ts";
import type { FormerQuote, Quote } from "../../src/model/findings.ts";

const seen = new Date("2026-03-02T10:00:00Z");
const WORDS = "We will keep the quay open for everyone who needs it";

function quote(text: string, name = "Anna Kray"): Quote {
  return { start: 0, end: text.length, text, confidence: 0.95, speaker: { name } };
}

function became(before: Quote[], after: Quote[], text = "Nothing more is known."): string[] {
  const former = formerQuotes(
    { findings: { ...NO_FINDINGS, quotes: before }, revision: 1 },
    { findings: { ...NO_FINDINGS, quotes: after }, text, seen },
  );
  return former.map((one) => one.became);
}

test.each([
  [
    "stays under other marks and hyphens",
    [quote("We must de-escalate at once")],
    [quote("We must deescalate at once.")],
    [],
  ],
  ["is dropped", [quote(WORDS)], [], ["gone"]],
  ["loses its first half", [quote(WORDS)], [quote("the quay open for everyone who needs it")], ["reworded"]],
  ["has a word changed", [quote(WORDS)], [quote(WORDS.replace("everyone", "all"))], ["reworded"]],
  [
    "has a neighbour of almost the same words",
    [quote(WORDS), quote(WORDS.replace("quay", "yard"))],
    [quote(WORDS.replace("quay", "yard"))],
    ["gone"],
  ],
  ["is another one's", [quote(WORDS)], [quote(WORDS, "Ivo Holm")], ["reattributed"]],
  ["is no one's for sure", [quote(WORDS)], [{ ...quote(WORDS), confidence: 0.4 }], []],
  ["is a word in marks", [quote("very constructive")], [], []],
] as const)("a quotation that %s", (_, before, after, expected) => {
  expect(became([...before], [...after])).toEqual(expected);
});

test("words that stand without marks are told apart from words that are gone", () => {
  expect(became([quote(WORDS)], [], `She said that ${WORDS.toLowerCase()}, officials said.`)).toEqual(["unquoted"]);
});

test("what was lost before stays lost with its own time, until the words come back", () => {
  const lost: FormerQuote = { ...quote(WORDS), revision: 1, until: "2026-03-01T00:00:00.000Z", became: "gone" };
  const before = { findings: { ...NO_FINDINGS, formerQuotes: [lost] }, revision: 2 };
  expect(formerQuotes(before, { findings: NO_FINDINGS, text: "", seen })).toEqual([lost]);
  expect(quoteChanges([lost], seen)).toEqual([]);
  const back = { ...NO_FINDINGS, quotes: [quote(`${WORDS}.`)] };
  expect(formerQuotes(before, { findings: back, text: "", seen })).toEqual([]);
});

test("a text of thousands of quotations is not weighed against itself", () => {
  let read = 0;
  const many = (word: string) =>
    Array.from({ length: 5_000 }, (_, at) => {
      const one = quote(`${word} number ${at} of very many others`);
      const count = () => {
        read++;
        return one.text;
      };
      return Object.defineProperty({ ...one }, "text", { get: count, enumerable: true });
    });
  expect(became(many("ferry"), many("train"))).toHaveLength(60);
  expect(read).toBeLessThan(200 * 200 * 4);
});

test("a change is told with the speaker and the beginning of the words", () => {
  const long = `${WORDS}, and we will keep the ferry and the bridge and the station open too`;
  const lost: FormerQuote = { ...quote(long), revision: 1, until: seen.toISOString(), became: "gone" };
  expect(quoteChanges([lost], seen)).toEqual([
    "no longer quotes Anna Kray: “We will keep the quay open for everyone who needs it, and we will keep the ferry…”",
  ]);
});
