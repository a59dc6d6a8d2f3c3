import type { Actor, FeedSpec, Watch } from "../../src/model/watch.ts";

function actor(parts: Pick<Actor, "id" | "kind" | "name"> & Partial<Actor>): Actor {
  return { names: [parts.name], bare: [], demonyms: [], roles: [], weight: 3, ...parts };
}

/** A crisis between two invented countries. */
export function borderWatch(feeds: readonly FeedSpec[]): Watch {
  return {
    id: "border",
    name: "Borduria and Syldavia",
    languages: ["en"],
    threshold: 8,
    require: { topics: 1, actorsOrPlaces: 1 },
    feeds,
    actors: [
      actor({ id: "borduria", kind: "place", name: "Borduria", demonyms: ["Bordurian"] }),
      actor({ id: "syldavia", kind: "place", name: "Syldavia", demonyms: ["Syldavian"] }),
      actor({ id: "zlin", kind: "place", name: "Zlin Pass" }),
      actor({
        id: "anna-kray",
        kind: "person",
        name: "Anna Kray",
        names: ["Anna Kray", "Anna Kräy", "Анна Крайева", "انا کرے", "अन्ना क्रे", "آنا الكراي"],
        gender: "female",
        roles: [{ title: "Foreign Minister", country: "Syldavia" }],
      }),
    ],
    events: [{ id: "op-lantern", name: "Operation Lantern", names: ["Operation Lantern"], not: [], weight: 5 }],
    topics: [
      {
        id: "hostilities",
        direction: "escalation",
        terms: [
          { phrase: "shelling", weight: 5, exact: false },
          { phrase: "airstrike", weight: 5, exact: false },
          { phrase: "attack", weight: 3, exact: false },
          { phrase: "troops", weight: 2, exact: false },
        ],
      },
      {
        id: "diplomacy",
        direction: "de-escalation",
        terms: [
          { phrase: "ceasefire", weight: 5, exact: false },
          { phrase: "talks", weight: 2, exact: false },
        ],
      },
    ],
    negatives: [{ phrase: "football", weight: 10, exact: false }],
  };
}
