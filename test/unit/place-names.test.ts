import { expect, test } from "vitest";
import { createAnalyser } from "../../src/analyse/create-analyser.ts";

const analyser = createAnalyser([]);

function places(text: string): string[] {
  const { actors } = analyser.read({ id: "a", text, published: "2025-08-14T10:00:00Z" });
  return [...new Set(actors.filter(({ kind }) => kind === "place").map(({ name }) => name))];
}

test("a name is a place where something is in, near or off it", () => {
  expect(places("A ferry sank off Pemba on Thursday, the port authority in Dar es Salaam said.")).toEqual([
    "Pemba",
    "Dar es Salaam",
  ]);
  expect(places("An explosion in Taichung last month killed five people.")).toEqual(["Taichung"]);
});

test("a name is a place beside a word for one", () => {
  expect(places("Fighters took the town of Malakal.")).toEqual(["Malakal"]);
  expect(places("Shells fell on Chasov village.")).toEqual(["Chasov"]);
  expect(places("They fled to the regional capital, Goma, by boat.")).toEqual(["Goma"]);
});

test("once shown to be a place, a name is one everywhere, also as an owner", () => {
  const text = "Floods hit Maiduguri. Schools in Maiduguri are closed. Maiduguri’s hospital is under water.";
  const { actors } = analyser.read({ id: "a", text, published: "2025-08-14T10:00:00Z" });
  expect(actors.map((one) => text.slice(one.start, one.end))).toEqual(["Maiduguri", "Maiduguri", "Maiduguri"]);
});

test("languages, faiths, media, holdings and persons are no places", () => {
  const text =
    "He wrote in Arabic on Facebook. She believes in Islam. They bought a stake in Sonatel. Confidence in Anna Kray, " +
    "the mayor, fell. The motion was passed in Parliament.";
  expect(places(text)).toEqual([]);
});

test("what a name is part of is no place", () => {
  expect(places("He works in Tesco stores.")).toEqual([]);
});
