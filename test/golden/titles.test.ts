import { describe, expect, test } from "vitest";
import { createAnalyser } from "../../src/analyse/create-analyser.ts";
import type { Actor, Role, Watch } from "../../src/model/watch.ts";
import { borderWatch } from "../flow/watch.ts";

function person(id: string, name: string, roles: readonly Role[]): Actor {
  return { id, kind: "person", name, names: [name], bare: [], demonyms: [], roles, weight: 2 };
}

const MINISTER = { title: "External Relations Minister", also: ["foreign minister"], country: "Norway" };
const PEOPLE = [
  person("ane-lie", "Ane Lie", [{ ...MINISTER, from: "2021-10-14" }]),
  person("odd-berg", "Odd Berg", [{ ...MINISTER, from: "2017", to: "2021-10-13" }]),
  person("siv-aas", "Siv Aas", [{ title: "Prime Minister", country: "Norway", from: "2020" }]),
  person("per-vik", "Per Vik", [{ title: "president", organisation: "Coast Party", country: "Norway" }]),
  person("jon-ek", "Jon Ek", [{ title: "Prime Minister", country: "Sweden", from: "2020" }]),
];
const watch: Watch = { ...borderWatch([]), actors: PEOPLE };
const analyser = createAnalyser([watch]);

function speaker(text: string, day = "2024-05-07") {
  const [quote] = analyser.read({ id: "1", text, published: day }).quotes;
  return quote?.speaker?.actor;
}

function people(text: string, day = "2024-05-07"): string[] {
  const { actors } = analyser.read({ id: "1", text, published: day });
  return actors.filter(({ kind }) => kind === "person").map((one) => `${one.text} = ${one.name}`);
}

describe("an office with its country stands for who held it on the day", () => {
  test.each([
    ["“We sail at dawn,” the Norwegian foreign minister said.", "2024-05-07", "ane-lie"],
    ["“We sail at dawn,” the Norwegian foreign minister said.", "2019-05-07", "odd-berg"],
    ["“We sail at dawn,” Norway’s Prime Minister said on Friday.", "2024-05-07", "siv-aas"],
    ["“We sail at dawn,” the Prime Minister of Norway told reporters.", "2024-05-07", "siv-aas"],
    ["On Tuesday Sweden's prime minister said: “We stay in port.”", "2024-05-07", "jon-ek"],
  ])("%s (%s)", (text, day, actor) => {
    expect(speaker(text, day)).toBe(actor);
  });

  test.each([
    ["a prime minister of nowhere in particular", "“We sail at dawn,” the prime minister said.", "2024-05-07"],
    ["a country whose minister nobody knows", "“We sail at dawn,” the Danish foreign minister said.", "2024-05-07"],
    ["a day before anyone known", "“We sail at dawn,” the Norwegian foreign minister said.", "2010-05-07"],
    ["a former one", "“We sail at dawn,” Norway’s former prime minister said.", "2024-05-07"],
    ["a party's president", "“We sail at dawn,” the Norwegian president said.", "2024-05-07"],
    ["one of many ministers", "“We sail at dawn,” the Norwegian minister said.", "2024-05-07"],
  ])("and for no one: %s", (_, text, day) => {
    expect(speaker(text, day)).toBeUndefined();
  });

  test("whoever the text itself names goes before whom the watch knows", () => {
    expect(people("Norway's foreign minister, Tora Moe, met the Swedish Prime Minister Liv Dahl.")).toEqual([
      "Tora Moe = Tora Moe",
      "Swedish Prime Minister Liv Dahl = Liv Dahl",
    ]);
  });

  test("the mention holds the article and nothing before it", () => {
    expect(people("On Monday the Norwegian Prime Minister spoke. Norway's foreign minister listened.")).toEqual([
      "the Norwegian Prime Minister = Siv Aas",
      "Norway's foreign minister = Ane Lie",
    ]);
  });
});
