import { expect, test } from "vitest";
import { createAnalyser } from "../../src/analyse/create-analyser.ts";
import type { Actor, Watch } from "../../src/model/watch.ts";
import { borderWatch } from "../flow/watch.ts";

const HOLM: Actor = {
  id: "ivo-holm",
  kind: "person",
  name: "Ivo Holm",
  names: ["Ivo Holm", "Prime Minister Holm"],
  bare: [{ name: "Holm" }],
  demonyms: [],
  roles: [{ title: "Prime Minister" }],
  weight: 3,
};
const watch: Watch = { ...borderWatch([]), actors: [HOLM] };
const analyser = createAnalyser([watch]);

function people(text: string): string[] {
  const { actors } = analyser.read({ id: "1", text, published: "2026-03-02" });
  return actors.filter(({ kind }) => kind === "person").map((one) => `${one.text}: ${one.actor ?? "not known"}`);
}

test.each([
  [
    "a namesake named in full is not the known one, nor is the last name after it",
    "The dairy's owner, Peter Holm, blamed the price of cheese. Holm said it would rise.",
    ["Peter Holm: not known", "Holm: not known"],
  ],
  [
    "a title with the last name stays the known one beside a namesake",
    "Prime Minister Holm met the dairy's owner, Peter Holm.",
    ["Prime Minister Holm: ivo-holm", "Peter Holm: not known"],
  ],
  [
    "the full name leads the last name to the known one",
    "Ivo Holm met the farmers. Holm said that prices would fall.",
    ["Ivo Holm: ivo-holm", "Holm: ivo-holm"],
  ],
  ["a son is not his father", "Ivo Holm Jr. spoke in the square, police said.", ["Ivo Holm Jr.: not known"]],
  [
    "an initial and a middle name are no other person",
    "I. Holm spoke first, officials said. Ivo Anders Holm spoke last. Holm left.",
    ["I. Holm: ivo-holm", "Ivo Anders Holm: ivo-holm", "Holm: ivo-holm"],
  ],
])("%s", (_, text, expected) => {
  expect(people(text)).toEqual(expected);
});
