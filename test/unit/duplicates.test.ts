import fc from "fast-check";
import { expect, test } from "vitest";
import { detailsOf } from "../../src/analyse/quotes/details.ts";
import { createDuplicateFinder, type DuplicateFinder } from "../../src/analyse/stories/duplicates.ts";
import { shingle } from "../../src/text/shingles.ts";
import { likeness } from "../../src/text/similarity.ts";
import { tokenize } from "../../src/text/tokens.ts";

const REPORT =
  "Bordurian guns on the Zlin ridge fired on the market town of Klow for three hours on Sunday, killing 14 people and " +
  "setting the grain hall on fire. Mayor Jana Prochazka said that rescuers were still digging under the hall at noon and " +
  "that 31 wounded had been taken over the river to Istow. The army of Syldavia said its batteries had answered from the " +
  "southern bank and had silenced two of the guns. Borduria did not comment. The two countries have fought over the pass " +
  "since the customs union broke up in 1998, and a truce that neutral observers had arranged in autumn ended last week.";

function bulletin(place: string, next: string, [killed, hurt]: readonly [number, number]): string {
  return (
    `At least ${killed} people were killed and ${hurt} hurt when a lorry overturned on the road to ${place} on Monday, ` +
    `police said. The road was closed for two hours. The injured were taken to the hospital in ${next}.`
  );
}

function add(finder: DuplicateFinder, id: string, text: string) {
  const tokens = tokenize(text);
  return finder.add({ id, words: tokens.map(({ folded }) => folded), details: detailsOf(text, tokens) });
}

function repeats(first: string, second: string): boolean {
  const finder = createDuplicateFinder();
  add(finder, "first", first);
  return add(finder, "second", second).duplicateOf === "first";
}

test("an agency copy with a head and a tail repeats the text", () => {
  expect(repeats(REPORT, `KLOW, March 1 (Northgate Press) - ${REPORT} Reporting by A. Novak in Klow.`)).toBe(true);
});

test("a teaser repeats the full text, whichever comes first", () => {
  const teaser = `${REPORT.slice(0, 240)}…`;
  expect(repeats(REPORT, teaser)).toBe(true);
  expect(repeats(teaser, REPORT)).toBe(true);
});

test("sentences in another order repeat the text", () => {
  expect(
    repeats(
      REPORT,
      REPORT.split(/(?<=\.) /)
        .reverse()
        .join(" "),
    ),
  ).toBe(true);
});

test("a text with some words changed repeats it", () => {
  const reworded = REPORT.split(" ").map((word, at) => (at % 9 === 5 && /^[a-z]+$/.test(word) ? "otherwise" : word));
  expect(repeats(REPORT, reworded.join(" "))).toBe(true);
});

test("case, accents and dashes make no other text", () => {
  expect(repeats(REPORT, REPORT.toUpperCase().replaceAll(" ", "  "))).toBe(true);
});

test("bulletins of one wording about other places are lookalikes, not repeats", () => {
  const finder = createDuplicateFinder();
  add(finder, "klow", bulletin("Klow", "Istow", [3, 12]));
  const found = add(finder, "szohod", bulletin("Szohod", "Tesznik", [3, 12]));
  expect(found).toEqual({ lookalikes: ["klow"] });
});

test("bulletins of one wording about one place repeat only with the same figures", () => {
  expect(repeats(bulletin("Klow", "Istow", [3, 12]), bulletin("Klow", "Istow", [5, 12]))).toBe(false);
  expect(repeats(bulletin("Klow", "Istow", [3, 12]), bulletin("Klow", "Istow", [3, 12]))).toBe(true);
});

test("a line of three words is no text to repeat", () => {
  expect(repeats("Live updates: Klow", "Live updates: Klow")).toBe(false);
});

test("the same id again neither repeats itself nor its own copies", () => {
  const finder = createDuplicateFinder();
  add(finder, "original", REPORT);
  expect(add(finder, "copy", REPORT).duplicateOf).toBe("original");
  expect(add(finder, "original", `${REPORT} Correction: the hall was a mill.`).duplicateOf).toBeUndefined();
  expect(add(finder, "copy", `${REPORT} More follows.`).duplicateOf).toBe("original");
});

test("a forgotten text is not repeated", () => {
  const finder = createDuplicateFinder();
  add(finder, "original", REPORT);
  finder.forget("original");
  finder.forget("never seen");
  expect(add(finder, "copy", REPORT)).toEqual({ lookalikes: [] });
});

test("runs of words are compared as sets", () => {
  const words = (text: string) => shingle(text.split(" "), 3);
  expect(words("a b c a b c")).toHaveLength(3);
  expect(words("a b")).toHaveLength(1);
  expect(words("a b")).not.toEqual(words("a c"));
  expect(likeness(words("a b c d e"), words("a b c d"))).toEqual({ containment: 1, resemblance: 2 / 3 });
  expect(likeness(shingle([], 3), words("a b c"))).toEqual({ containment: 0, resemblance: 0 });
});

test("a text is always found again among others, and never names one that was not added", () => {
  const text = fc.array(fc.lorem({ maxCount: 1 }), { minLength: 1, maxLength: 80 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), (texts) => {
      const finder = createDuplicateFinder();
      texts.forEach((one, at) => {
        const { duplicateOf } = add(finder, String(at), one);
        expect(duplicateOf === undefined || Number(duplicateOf) < at).toBe(true);
      });
    }),
  );
});
