import { expect, test } from "vitest";
import { whatChanged } from "../../src/analyse/changes.ts";
import { createAnalyser } from "../../src/analyse/create-analyser.ts";

const analyser = createAnalyser([]);

function read(title: string, text: string) {
  return analyser.read({ id: "1", title, text, published: "2024-03-20T12:00:00Z" });
}

test.each([
  [
    "a toll",
    ["Slide kills 19", "A landslide killed 19 villagers in Lenara on Monday."],
    ["Slide kills 17", "A landslide killed 17 villagers in Lenara on Monday."],
    ["19 killed → 17"],
  ],
  [
    "the day",
    ["Slide in Lenara", "A landslide killed 19 villagers in Lenara on Monday."],
    ["Slide in Lenara", "A landslide killed 19 villagers in Lenara on Sunday."],
    ["2024-03-18 → 2024-03-17"],
  ],
  [
    "the headline",
    ["Army bombs village", "The army bombed a village."],
    ["Army bombs depot", "The army bombed a village."],
    ["headline was “Army bombs village”"],
  ],
  ["nothing that is told", ["Slide", "A landslide hit Lenara."], ["Slide", "A landslide hit Lenara. "], []],
] as const)("a correction of %s is told", (_, [title, text], [newTitle, newText], expected) => {
  expect(whatChanged(read(title, text), read(newTitle, newText))).toEqual(expected);
});
