import fc from "fast-check";
import { expect, test } from "vitest";
import { likeness } from "../../src/text/same-words.ts";

test.each([
  ["We urge both sides to de-escalate.", "we urge both sides to deescalate,", "same"],
  ["We urge both sides to de-escalate.", "We urge both sides to de escalate", "same"],
  ["We don’t want a wider war here.", "We don't want a wider war here", "same"],
  ["The ferries … will be back at noon.", "The ferries, if the wind drops, will be back at noon.", "shortened"],
  ["[The ferries] will be back at noon", "They will be back at noon, if the wind drops", "shortened"],
  ["They will be back at noon", "They will be back at noon, if the wind drops", "shortened"],
  ["The ferries will be back at noon on Monday", "The ferries are going to be back at noon Monday", undefined],
  ["We are ready to sail again on Monday morning", "We are ready to sail again by Monday morning", "reworded"],
  ["We are ready", "We are tired", undefined],
  ["back at noon … The ferries will be", "The ferries will be back at noon", undefined],
  ["We sail", "We sail on Monday at noon", undefined],
])("%j and %j: %s", (one, other, expected) => {
  expect(likeness(one, other)).toBe(expected);
  expect(likeness(other, one)).toBe(expected);
});

test("any text is the same as itself", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => likeness(text, text) === "same"));
});
