import { expect, test } from "vitest";
import { NO_FINDINGS } from "../../src/analyse/no-findings.ts";
import { createStoryIndex } from "../../src/analyse/stories/story-index.ts";
import type { Actor } from "../../src/model/watch.ts";

type Told = readonly [at: string, title: string, text: string];

function town(name: string, country: string): Actor {
  return {
    id: name.toLowerCase(),
    kind: "place",
    name,
    names: [name],
    bare: [],
    demonyms: [],
    country,
    roles: [],
    weight: 3,
  };
}

const TOWNS = [
  town("Larkana", "Pakistan"),
  town("Zhob", "Pakistan"),
  town("Gagra", "Pakistan"),
  town("Bikrampur", "India"),
];

/** The number of the story of each item, counted from 0 in order of appearance, after all merges. */
function stories(items: readonly Told[]): number[] {
  const index = createStoryIndex({ actors: TOWNS });
  const into = new Map<string, string>();
  const labels = items.map(([published, title, text], at) => {
    const { story, merged } = index.place({ id: String(at), title, text, published }, NO_FINDINGS);
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

test("what one hears as blasts in a town and another knows to be a strike is one event", () => {
  expect(
    stories([
      [
        "2026-03-01T03:10:00Z",
        "Blasts heard over Larkana before dawn",
        "Residents saw a column of smoke above the silos.",
      ],
      [
        "2026-03-01T04:00:00Z",
        "Drones hit grain stores in Larkana, four porters dead",
        "Fire crews fought the blaze at the silos, the mayor said.",
      ],
      [
        "2026-03-01T05:30:00Z",
        "Silos burn after raid on Pakistan's southern granary",
        "Four porters were killed when unmanned aircraft struck the stores.",
      ],
    ]),
  ).toEqual([0, 0, 0]);
});

test("strikes of one day on two towns of one country are two events", () => {
  expect(
    stories([
      [
        "2026-03-01T03:40:00Z",
        "Missile strikes depot near Gagra, two soldiers killed",
        "A store of spare parts was destroyed, the army of Pakistan said.",
      ],
      [
        "2026-03-01T06:00:00Z",
        "Roadside bomb kills five near Zhob",
        "The provincial government of the Pakistani highlands blamed separatists.",
      ],
    ]),
  ).toEqual([0, 1]);
});

test("a call for calm, a truce and the truce's breach are three stories beside the strikes", () => {
  expect(
    stories([
      [
        "2026-03-01T04:00:00Z",
        "Drones hit grain stores in Larkana, four porters dead",
        "Pakistan said the unmanned aircraft had come from India.",
      ],
      [
        "2026-03-01T13:10:00Z",
        "US envoy phones Indian and Pakistani ministers, asks for restraint",
        "The calls came hours after the strikes on Larkana.",
      ],
      [
        "2026-03-02T09:00:00Z",
        "Truce agreed between India and Pakistan after night of strikes",
        "Firing is to stop at noon, both armies said.",
      ],
      [
        "2026-03-02T09:30:00Z",
        "Guns to fall silent at noon, armies of India and Pakistan announce",
        "The commanders settled the halt to firing over the hotline.",
      ],
      [
        "2026-03-02T18:00:00Z",
        "Shots reported near Bikrampur hours after ceasefire",
        "India said its posts were fired upon; Pakistan denied it.",
      ],
    ]),
  ).toEqual([0, 1, 2, 2, 3]);
});

test("what one state bans, and what the other bans in reply, are two stories", () => {
  expect(
    stories([
      [
        "2026-03-01T09:00:00Z",
        "Peru suspends fishing treaty with Chile and closes Tacna crossing",
        "Lima said the fishing treaty would rest until the row over the boats is settled.",
      ],
      [
        "2026-03-01T10:00:00Z",
        "Fishing treaty on hold, Tacna crossing shut",
        "Peru said the fishing treaty with Chile would rest until the row over the boats is settled.",
      ],
      [
        "2026-03-02T09:00:00Z",
        "Chile closes ports to Peruvian boats and suspends fish imports",
        "Santiago answered the closing of the Tacna crossing and the suspended fishing treaty.",
      ],
      [
        "2026-03-02T11:00:00Z",
        "Chile shuts its ports to boats from Peru",
        "Chile suspended fish imports as well, a day after the Tacna crossing was shut.",
      ],
    ]),
  ).toEqual([0, 0, 1, 1]);
});

test("who claims an attack is news of its own; who claims that something happened only tells it", () => {
  expect(
    stories([
      [
        "2026-03-01T09:00:00Z",
        "Bomb kills seven at bus station of Zlin",
        "Seven travellers died when a bomb went off at the bus station of Zlin, police said.",
      ],
      [
        "2026-03-03T09:00:00Z",
        "Group calling itself Red Dawn claims Zlin bus station bombing",
        "A message in the name of Red Dawn claimed the bomb that killed seven travellers.",
      ],
      [
        "2026-03-03T12:00:00Z",
        "Red Dawn message claims attack on Zlin travellers",
        "Police could not say who wrote the message in the name of Red Dawn.",
      ],
    ]),
  ).toEqual([0, 1, 1]);
});

test("the breach of a truce and a film named after an operation are not the truce and the operation", () => {
  expect(
    stories([
      [
        "2026-03-01T09:00:00Z",
        "Borduria and Syldavia agree on ceasefire",
        "Guns are to fall silent along the Zlin ridge at noon.",
      ],
      [
        "2026-03-01T18:00:00Z",
        "Syldavia accuses Borduria of violating truce within hours",
        "Shells fell on two villages before midnight, the army in Klow said; Borduria denied it.",
      ],
      [
        "2026-03-04T09:00:00Z",
        "Forty rebels killed in Operation Heron, general says",
        "The general gave the figure of Operation Heron to the parties in Klow.",
      ],
      [
        "2026-03-04T12:00:00Z",
        "Studios want Operation Heron as a film title and trademark",
        "Three studios of the capital have applied at the patent office, and others may follow with songs.",
      ],
    ]),
  ).toEqual([0, 1, 2, 3]);
});
