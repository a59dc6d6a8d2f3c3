import fc from "fast-check";
import { expect, test } from "vitest";
import { proposeSpellings } from "../../src/analyse/names/spellings.ts";
import type { Actor, Watch } from "../../src/model/watch.ts";
import { skeleton } from "../../src/text/names/skeleton.ts";
import { borderWatch } from "../flow/watch.ts";

test.each([
  [
    "bn mrs",
    [
      "Bunyan-un-Marsoos",
      "Bunyan ul Marsoos",
      "Bunyaan al Marsoos",
      "Bunyanum Marsoos",
      "Bunyanun Marsoos",
      "Bunyan-um-Marsus",
      "Banyan-ul-Marsoos",
      "Bunyan Marsoos",
      "BUNYAN AL-MARSOUS",
    ],
  ],
  ["sm mnr", ["Asim Munir", "Aasim Muneer", "Asim Monir", "Assim Munīr"]],
  ["shbs shrf", ["Shehbaz Sharif", "Shahbaz Shareef", "Shehbaaz Sharif"]],
])("spellings of one name have one skeleton: %s", (expected, spellings) => {
  expect([...new Set(spellings.map(skeleton))]).toEqual([expected]);
});

test.each([
  ["Asim Munir", "Amin Monir"],
  ["Shehbaz Sharif", "Shoaib Sharif"],
])("%s is not %s", (one, other) => {
  expect(skeleton(one)).not.toBe(skeleton(other));
});

test.each(["Sindoor", "al-Sindoor", "Ali Ayub", "عاصم منیر", "F 16", ""])("%j tells too little", (name) => {
  expect(skeleton(name)).toBeUndefined();
});

function watchWith(name: string, names: readonly string[] = [name]): Watch {
  const actor: Actor = { id: "dorje", kind: "person", name, names, bare: [], demonyms: [], roles: [], weight: 3 };
  return { ...borderWatch([]), actors: [actor] };
}

test("a spelling that the watch lacks is proposed once, with how many texts have it and where first", () => {
  const texts = [
    { id: "a", text: "General Tanzeen al-Dorjee spoke. Tanzeen al-Dorjee left." },
    { id: "b", text: "Tanzeen Al Dorjee and TENZIN DORJE met Tomas Drej." },
    { id: "c", text: "Tanzin Dorje met Anna." },
  ];
  expect(proposeSpellings(watchWith("Tenzin Dorje"), texts)).toEqual([
    { spelling: "Tanzeen al-Dorjee", name: "Tenzin Dorje", id: "dorje", texts: 2, first: "a" },
    { spelling: "Tanzin Dorje", name: "Tenzin Dorje", id: "dorje", texts: 1, first: "c" },
  ]);
});

test("known spellings, words in small letters and words over a line or comma are not proposed", () => {
  const watch = watchWith("Tenzin Dorje", ["Tenzin Dorje", "Tanzin Dorje"]);
  const texts = ["Tanzin Dorje", "tanzeen dorjee", "Tanzeen\nDorjee", "Tanzeen, Dorjee"].map((text) => ({
    id: "a",
    text,
  }));
  expect(proposeSpellings(watch, texts)).toEqual([]);
});

test("any text is read without an error, and a proposal always stands in it", () => {
  const piece = fc.oneof(fc.constantFrom("Tanzeen", "Dorjee", " ", "-", "al", "\n"), fc.string({ maxLength: 3 }));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join("");
      for (const { spelling } of proposeSpellings(watchWith("Tenzin Dorje"), [{ id: "a", text }]))
        expect(text).toContain(spelling);
    }),
  );
});
