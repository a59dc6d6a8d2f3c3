import { expect, test } from "vitest";
import { createStoryIndex } from "../../src/analyse/story-index.ts";
import type { Findings } from "../../src/model/findings.ts";

const NOTHING: Findings = {
  quotes: [],
  statements: [],
  actors: [],
  dates: [],
  events: [],
  summary: { headline: "", sentences: [] },
};

type Told = readonly [at: string, title: string, text: string];

/** The number of the story of each item, counted from 0 in order of appearance, after all merges. */
function stories(items: readonly Told[]): number[] {
  const index = createStoryIndex();
  const into = new Map<string, string>();
  const labels = items.map(([published, title, text], at) => {
    const { story, merged } = index.place({ id: String(at), title, text, published }, NOTHING);
    for (const from of merged) into.set(from, story);
    return story;
  });
  const last = (story: string): string => {
    const next = into.get(story);
    return next === undefined ? story : last(next);
  };
  const seen = [...new Set(labels.map(last))];
  return labels.map((label) => seen.indexOf(last(label)));
}

test("headlines that tell one event in other words meet", () => {
  expect(
    stories([
      [
        "2026-03-01T09:00:00Z",
        "Gunmen kill nine holidaymakers at Lake Wladir",
        "The attackers opened fire on a ferry landing in the Zymland hills, police said.",
      ],
      [
        "2026-03-01T11:00:00Z",
        "Tourists shot dead at ferry landing in Zymland",
        "Nine people died on the shore of Lake Wladir. Boats took the wounded to Dbrnouk.",
      ],
      [
        "2026-03-01T12:30:00Z",
        "Shooting of sightseers at Wladir: what we know",
        "At least nine were killed when assailants fired on people who waited for the ferry.",
      ],
    ]),
  ).toEqual([0, 0, 0]);
});

test("two strikes of one day at different places stay apart", () => {
  expect(
    stories([
      [
        "2026-03-01T09:00:00Z",
        "Drone strike on fuel depot in Zlin kills three",
        "Three workers died when two drones hit a fuel depot in Zlin before dawn, the governor said.",
      ],
      [
        "2026-03-01T10:00:00Z",
        "Drone strike on railway yard in Dbrnouk kills five",
        "Five guards died when a drone hit a railway yard in Dbrnouk at breakfast time, the railways said.",
      ],
      [
        "2026-03-01T10:30:00Z",
        "Zlin depot still burning after drones hit",
        "Firemen fought the blaze at the Zlin fuel depot where three workers were killed.",
      ],
    ]),
  ).toEqual([0, 1, 0]);
});

test("bulletins from one template about different places are different stories", () => {
  const bulletin = (place: string, region: string, depth: number, at: string): Told => [
    at,
    `Earthquake shakes ${place}`,
    `A moderate earthquake was felt in ${place} on Sunday, the observatory said. It lay ${depth} km below the ${region} ` +
      "hills. There were no reports of damage, and no warning of a wave was given. People ran into the streets.",
  ];
  expect(
    stories([
      bulletin("Klow", "Zymland", 12, "2026-03-01T09:00:00Z"),
      bulletin("Szohod", "Kropow", 40, "2026-03-01T10:00:00Z"),
      bulletin("Istow", "Ottok", 25, "2026-03-01T11:00:00Z"),
    ]),
  ).toEqual([0, 1, 2]);
});

test("a sequel of the same war days later is a story of its own", () => {
  expect(
    stories([
      [
        "2026-03-01T09:00:00Z",
        "Bordurian shells kill 14 in Klow",
        "Guns on the Zlin ridge fired on the market for three hours, Mayor Jana Prochazka said.",
      ],
      [
        "2026-03-05T18:00:00Z",
        "Borduria and Syldavia agree on truce",
        "Envoys who met in Szohod signed a paper that orders all batteries to fall silent at midnight.",
      ],
      [
        "2026-03-05T19:00:00Z",
        "Truce signed in Szohod to begin at midnight",
        "Envoys of Borduria and Syldavia agreed that their batteries will fall silent.",
      ],
    ]),
  ).toEqual([0, 1, 1]);
});

test("a line that leads to another story does not glue two stories", () => {
  const link = "Read: Guns of the Zlin ridge fire on the market of Klow";
  expect(
    stories([
      [
        "2026-03-01T09:00:00Z",
        "Guns of the Zlin ridge fire on the market of Klow",
        "Fourteen people died in the bombardment, Mayor Jana Prochazka said.",
      ],
      ["2026-03-01T12:00:00Z", "Wheat crop fails in Ottok", `Bakers want the duty on flour lifted.\n${link}`],
    ]),
  ).toEqual([0, 1]);
});
