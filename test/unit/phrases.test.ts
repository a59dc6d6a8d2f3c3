import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { PhraseTrie } from "../../src/text/phrases/phrase-trie.ts";
import { createPhraseIndex, type Phrase } from "../../src/text/phrases/phrases.ts";

function found(phrases: readonly (string | Phrase)[], text: string): string[] {
  const index = createPhraseIndex(phrases.map((phrase) => (typeof phrase === "string" ? { text: phrase } : phrase)));
  return index.find(text).map((hit) => `${hit.phrase}:${text.slice(hit.start, hit.end)}`);
}

test("a compound is found joined, spaced and hyphenated, whichever way it was written", () => {
  const text = "An air strike, two air-strikes and an airstrike";
  for (const spelling of ["airstrike", "air strike", "air-strike"])
    expect(found([spelling], text)).toEqual(["0:air strike", "0:air-strikes", "0:airstrike"]);
});

test("the longest phrase takes its words", () => {
  expect(found(["escalation", "de-escalation", "talks", "peace talks"], "De-escalation before peace talks")).toEqual([
    "1:De-escalation",
    "3:peace talks",
  ]);
});

test("a phrase that stands in the list twice is reported twice", () => {
  expect(found(["truce", "war", "truce"], "A truce")).toEqual(["0:truce", "2:truce"]);
});

test("inflection can be switched off", () => {
  expect(found([{ text: "shelling", exact: true }], "Shell shelled; shelling")).toEqual(["0:shelling"]);
  expect(found(["shelling"], "Shell shelled; shelling")).toHaveLength(3);
});

test("a star stands for the rest of a word, and for that word only", () => {
  expect(found(["escalat*"], "escalation now escalates")).toEqual(["0:escalation", "0:escalates"]);
  expect(found(["militar* base"], "a military base")).toEqual(["0:military base"]);
});

test("an acronym is found only in capitals", () => {
  expect(found(["LeT", "US"], "Let us go: the US says LeT, not U.S. let")).toEqual(["1:US", "0:LeT", "1:U.S."]);
});

test("a phrase does not reach over a line, a comma or the end of a sentence", () => {
  expect(found(["peace talks"], "For peace. Talks\nof peace\ntalks, peace, talks")).toEqual([]);
  expect(found(["Gen. Munir"], "Gen. Munir and Gen Munir")).toEqual(["0:Gen. Munir", "0:Gen Munir"]);
});

test("Devanagari, Arabic and Chinese phrases are found as whole words", () => {
  expect(found(["जयशंकर"], "विदेश मंत्री जयशंकर ने कहा, जयशंकरजी")).toEqual(["0:जयशंकर"]);
  expect(found(["عاصم منیر"], "جنرل عاصم منير نے کہا")).toEqual(["0:عاصم منير"]);
  expect(found(["克什米尔"], "在克什米尔开火")).toEqual(["0:克什米尔"]);
});

test("a possessive stays outside the hit", () => {
  expect(found(["India"], "India’s army, 'India' and India's")).toEqual(["0:India", "0:India", "0:India"]);
});

test("a phrase without a word finds nothing", () => {
  expect(found(["", "*", "—"], "any * text —")).toEqual([]);
});

test("an exact phrase is found where a word-boundary pattern finds it, and nowhere else", () => {
  const word = fc.constantFrom("war", "air", "strike", "peace", "talk", "wars", "airs");
  const glue = fc.constantFrom(" ", "-", ", ", "? ", "\n", " — ", "/", "; ");
  const words = fc.oneof(word, fc.constantFrom("airstrike", "peacetalk"));
  const text = fc.array(fc.tuple(words, glue), { maxLength: 30 }).map((parts) => parts.flat().join(""));
  fc.assert(
    fc.property(text, fc.array(word, { minLength: 1, maxLength: 2 }), (body, phrase) => {
      const pattern = new RegExp(`\\b${phrase.join("[ /-]?")}\\b`, "g");
      const wanted = [...body.matchAll(pattern)].map((match) => match.index);
      const index = createPhraseIndex([{ text: phrase.join(" "), exact: true }]);
      expect(index.find(body).map((hit) => hit.start)).toEqual(wanted);
    }),
    { numRuns: 2000 },
  );
});

test("any text is read without an error, and every span is a non-empty part of it in order", () => {
  const index = createPhraseIndex([{ text: "a*" }, { text: "e i" }, { text: "國" }, { text: "’" }]);
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      let last = 0;
      for (const { start, end } of index.find(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        last = start;
      }
    }),
  );
});

test("steps grow with the length of the text, not with its square", () => {
  const index = createPhraseIndex([{ text: "a ".repeat(40) }, { text: "a*" }, { text: "a b" }]);
  const child = vi.spyOn(PhraseTrie.prototype, "child");
  const steps = (repeats: number) => {
    child.mockClear();
    index.find("a ".repeat(repeats));
    return child.mock.calls.length;
  };
  const once = steps(500);
  const eightfold = steps(4000);
  child.mockRestore();
  expect(once).toBeGreaterThan(500);
  expect(eightfold).toBeLessThan(once * 9);
});
