import fc from "fast-check";
import { expect, test } from "vitest";
import { type CarriedQuote, cardQuote, carriedQuotes } from "../../src/cards/quotes.ts";
import { notRelevantBecause, reasonsInWords } from "../../src/cards/reasons.ts";
import { pageOf } from "../../src/commands/paging.ts";

function quote(text: string, outlet: string, more: Partial<CarriedQuote> = {}) {
  return { start: 0, end: text.length, text, confidence: 0.9, outlet, url: `https://${outlet}.example/`, ...more };
}

test("a quotation names every outlet that carries it, the surest telling first", () => {
  const told = [
    quote("We stay,", "lantern", { confidence: 0.2 }),
    quote("We stay", "compass"),
    quote("We stay.", "post"),
  ];
  const [one, ...others] = carriedQuotes(told);
  expect(others).toEqual([]);
  expect(one?.carriers.map(({ outlet }) => outlet)).toEqual(["compass", "lantern", "post"]);
});

test("tellings that leave words out or change a few are one entry that says so", () => {
  const full = "We will keep the quay open for everyone who needs it on Monday";
  const [one, ...others] = carriedQuotes([
    quote("We will keep the quay open … on Monday", "lantern"),
    quote(full, "compass"),
    quote(full.replace("everyone", "all"), "post"),
  ]);
  expect(others).toEqual([]);
  expect(one === undefined ? undefined : cardQuote(one)).toMatchObject({
    text: full,
    note: `wording differs: post has “${full.replace("everyone", "all")}”; shortened in lantern`,
  });
});

test("two sentences of one report that differ by a word are two entries, each with its own copies", () => {
  const said = (place: string, item: string) =>
    quote(`We will rebuild the ${place} before the winter comes`, item, { item });
  const entries = carriedQuotes([
    said("bridge", "post"),
    said("harbour", "post"),
    said("harbour", "lantern"),
    said("bridge", "compass"),
  ]);
  expect(entries.map(({ text, carriers }) => [text.split(" ")[4], carriers.map(({ outlet }) => outlet)])).toEqual([
    ["bridge", ["post", "compass"]],
    ["harbour", ["post", "lantern"]],
  ]);
});

test("two people who say the same are two entries", () => {
  const said = (name: string) => quote("We will keep the quay open for everyone", name, { speaker: { name } });
  expect(carriedQuotes([said("Kray"), said("Holm")]).map(({ carriers }) => carriers.length)).toEqual([1, 1]);
});

test("a quotation of a report that was changed says so", () => {
  const [one] = carriedQuotes([quote("We will stay", "post", { itemRevision: 2 })]);
  expect(one === undefined ? undefined : cardQuote(one).note).toBe("as revision 2 of the report has it");
});

test("more outlets than a line holds are counted", () => {
  const told = ["a", "b", "c", "d", "e", "f"].map((outlet) => quote("We stay", outlet));
  const words = carriedQuotes(told).flatMap((one) =>
    cardQuote(one).source.map((span) => ("text" in span ? span.text : "")),
  );
  expect(words.join("")).toBe("a, b, c, d and 2 more");
});

test.each([
  ["We stay,", "We stay"],
  ["We stay.", "We stay."],
  ["“We stay", "We stay"],
  ["He said “no” twice", "He said “no” twice"],
])("%s is shown as %s", (text, shown) => {
  expect(carriedQuotes([quote(text, "post")]).map((one) => cardQuote(one).text)).toEqual([shown]);
});

test("a speaker is shown only when the text makes it sure", () => {
  const speaker = { name: "Anna Kray" };
  const shown = (confidence: number) =>
    carriedQuotes([quote("We stay", "post", { speaker, confidence })]).map((one) => cardQuote(one, "minister"));
  expect(shown(0.9)).toMatchObject([{ speaker: "Anna Kray", role: "minister" }]);
  expect(shown(0.5)[0]).not.toHaveProperty("speaker");
  expect(shown(0.5)[0]).not.toHaveProperty("role");
});

test("the reasons on a card begin with what happened, are few, and add up to the score", () => {
  const lines = [
    { points: 5, what: "names Line of Control" },
    { points: 4, what: "hostilities: missile*" },
    { points: 40, what: "attack" },
    { points: 10, what: "14 killed" },
    { points: 3, what: "names Poonch" },
    { points: -2, what: "limit: places count 10 at most" },
  ];
  expect(reasonsInWords({ lines, score: 60 })).toBe(
    "attack +40, 14 killed +10, Line of Control +5, Poonch +3, others +2 = 60",
  );
});

test("whatever the lines, the shown points add up", () => {
  const line = fc.record({
    points: fc.integer({ min: -30, max: 60 }),
    what: fc.constantFrom("attack", "names Poonch", "hostilities: war", "limit: places count 10 at most"),
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const score = lines.reduce((sum, { points }) => sum + points, 0);
      const [reasons = "", total] = reasonsInWords({ lines, score }).split(" = ");
      const points = [...reasons.matchAll(/([+−])(\d+)(?=,|$)/gu)].map(
        ([, sign, n]) => (sign === "−" ? -1 : 1) * Number(n),
      );
      expect(points.reduce((sum, n) => sum + n, 0)).toBe(score);
      expect(Number(total)).toBe(score);
      expect(points.length).toBeLessThanOrEqual(5);
    }),
  );
});

test("the reason against relevance is told without its label", () => {
  const line = { points: 0, what: "not relevant: its topics bring 2 of 3 needed points" };
  expect(notRelevantBecause([{ points: 2, what: "names Poonch" }, line])).toBe("its topics bring 2 of 3 needed points");
  expect(notRelevantBecause([{ points: 2, what: "names Poonch" }])).toBeUndefined();
});

test("a page past the last is none, an empty list has one page", () => {
  const six = [1, 2, 3, 4, 5, 6];
  expect(pageOf(six, 2, 5)).toEqual({ shown: [6], number: 2, of: 2 });
  expect(pageOf([], 1, 5)).toEqual({ shown: [], number: 1, of: 1 });
  expect(() => pageOf(six.slice(1), 2, 5)).toThrow("There is no page 2.");
});
