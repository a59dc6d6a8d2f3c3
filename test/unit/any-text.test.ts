import fc from "fast-check";
import { expect, test } from "vitest";
import { createAnalyser } from "../../src/analyse/create-analyser.ts";
import { loadWatch } from "../../src/config/load.ts";

const watches = [await loadWatch("config/watches/india-pakistan-2025.yaml")];
const analyser = createAnalyser(watches);

/** Any sixteen bits in a row, halves of pairs, controls and what no script has among them. */
const units = fc.array(fc.integer({ min: 0, max: 0xffff })).map((all) => String.fromCharCode(...all));
/** What quotations are made of, in the scripts of the feeds, with rubbish between. */
const pieces = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."“ ” ‘ ’ \" ' « » „ \n . , : — … \u200f \u202e \ud83d".split(" "),
        " said ",
        "Marco Rubio",
        "Pakistan's foreign minister ",
        "मोदी ने कहा ",
        "وزیر اعظم نے کہا ",
        "قال البرهان ",
        "заявил Путин ",
        "he ",
        "7 May ",
        "26 killed ",
      ),
      fc.string({ unit: "binary", maxLength: 4 }),
    ),
    { maxLength: 60 },
  )
  .map((all) => all.join(""));

test("whatever a text is made of, reading it never fails and every finding is a piece of it", () => {
  fc.assert(
    fc.property(fc.oneof(units, pieces), fc.oneof(units, pieces), (title, text) => {
      const { quotes, statements, actors, dates, summary } = analyser.read({
        id: "1",
        title,
        text,
        published: "2025-05-07T12:00:00Z",
      });
      for (const found of [...quotes, ...statements, ...actors, ...dates])
        expect(text.slice(found.start, found.end)).toBe(found.text);
      for (const { speaker } of [...quotes, ...statements])
        if (speaker?.start !== undefined) expect(text.slice(speaker.start, speaker.end)).toBe(speaker.text);
      for (const sentence of summary.sentences) expect(text).toContain(sentence.text);
    }),
    { numRuns: 400 },
  );
});
