import { describe, expect, test } from "vitest";
import { createAnalyser } from "../../src/analyse/create-analyser.ts";
import type { DatedEvent } from "../../src/model/findings.ts";
import { actor, watch } from "./reader.ts";

const analyser = createAnalyser([
  watch({
    actors: [
      actor({ id: "norland", kind: "place", name: "Norland", demonyms: ["Norlander"] }),
      actor({ id: "sudria", kind: "place", name: "Sudria", demonyms: ["Sudrian"] }),
      actor({ id: "tarn", kind: "person", name: "Mila Tarn", gender: "female" }),
    ],
  }),
]);

/** The events of a text published on Wednesday 20 March 2024. */
function read(text: string, published = "2024-03-20T12:00:00Z"): readonly DatedEvent[] {
  return analyser.read({ id: "golden", text, published }).events;
}

function titles(text: string): string[] {
  return read(text).map((event) => event.title);
}

describe("each event has the day of its own words", () => {
  test("what something followed keeps its day and its dead", () => {
    const [raid, massacre] = read(
      "Norland's Operation Silent Harbour on March 7 followed the February 22 massacre at Lenara, in which 26 people were killed.",
    );
    expect(raid).toMatchObject({ name: "Operation Silent Harbour", date: "2024-03-07" });
    expect(raid?.killed).toBeUndefined();
    expect(massacre).toMatchObject({ date: "2024-02-22", killed: 26 });
  });

  test("the year of a treaty is not the day it is broken", () => {
    const [event] = read("Norland said on Tuesday that it suspended the Water Treaty of 1961.");
    expect(event).toMatchObject({ type: "sanction", date: "2024-03-19", precision: "by" });
  });

  test("a raid that somebody is blamed for does not date the blame", () => {
    const [event] = read(
      "Norland expelled three envoys on Tuesday, holding its neighbour to blame for the killing of nine sailors a day earlier.",
    );
    expect(event).toMatchObject({ date: "2024-03-19", precision: "day" });
    expect(event?.killed).toBeUndefined();
  });

  test("what happened when something else did happened on the same day", () => {
    const [toll] = read("Nine sailors were killed when gunmen attacked the ferry on Monday.");
    expect(toll).toMatchObject({ date: "2024-03-18", killed: 9 });
  });

  test("a named day counts before a year that stands nearer", () => {
    const [event] = read("On Monday, at this year's fair, police arrested the mayor.");
    expect(event).toMatchObject({ date: "2024-03-18", precision: "day" });
  });

  test("since a date is no clause of its own", () => {
    expect(read("The border has been closed by protests since February 3.")[0]?.date).toBe("2024-02-03");
  });

  test("the dead of an old attack do not belong to what is said of its authors", () => {
    const events = read(
      "Mila Tarn said on Tuesday that Norland would punish the men who killed nine sailors at Lenara.",
    );
    expect(events.find((event) => event.killed === 9)).toMatchObject({ precision: "by" });
  });

  test("an outlet in the west tells on Friday evening what happened on Saturday in the east", () => {
    const [event] = read("Norland bombed a harbour on Saturday.", "2024-03-15T21:00:00-04:00");
    expect(event?.date).toBe("2024-03-16");
  });

  test("what lies after publication is planned", () => {
    expect(read("Norland expects protests in the capital on Saturday.")[0]).toMatchObject({
      date: "2024-03-23",
      status: "planned",
    });
  });
});

describe("no event", () => {
  test.each([
    ["No shells or drones were reported in the valley overnight."],
    ["No group has claimed the bombing."],
    ["Nobody was hurt in the blast."],
    ["(Harbour Wire and Tribune staff)"],
    ["Correction: An earlier version of this report said that 15 people were killed."],
    ["@all Readers of the Tribune can win a flight to Lenara."],
    ["“She wants to see this attack end,” said Olga Brand, a district fire officer."],
  ])("%s", (text) => {
    expect(read(`The mayor opened a market.\n${text}`).map((event) => event.type)).not.toContain("assault");
    expect(read(`Police arrested the mayor.\n${text}`)).toHaveLength(1);
  });
});

describe("words with two meanings", () => {
  test.each([
    ["The fire began at dawn after soldiers crossed the river and shells fell.", "assault"],
    ["Soldiers exchanged small-arms fire across the river.", "fight"],
    ["A fire destroyed a market hall in Lenara.", "disaster"],
  ])("%s", (text, type) => {
    expect(read(text)[0]?.type).toBe(type);
  });

  test("an officer of the fire service is no fire", () => {
    expect(read("A district fire officer spoke to parents.").map((event) => event.type)).not.toContain("disaster");
  });

  test("asking whether something happened asks for nothing", () => {
    expect(read("Villagers asked whether it had begun.").map((event) => event.type)).not.toContain("request");
  });

  test("a film with an operation's name is no operation", () => {
    expect(read("A studio bought the film Operation Night Owl.").map((event) => event.type)).not.toContain("assault");
  });
});

describe("how sure it is", () => {
  test("what nobody could confirm is unconfirmed, though it is said two sentences later", () => {
    const text =
      "Three warplanes crashed near Lenara, two officials said. The crews were safe.\n\nThe reports could not be confirmed.";
    expect(read(text)[0]?.status).toBe("unconfirmed");
  });
});

describe("a title can be read alone", () => {
  test("without its dateline", () => {
    expect(titles("LENARA, March 19 (Harbour Wire) – Norland bombed a fuel depot.")).toEqual([
      "Norland bombed a fuel depot",
    ]);
  });

  test("a verb without its subject gets it back", () => {
    const text =
      "Norland's navy closed the strait to all ships from the south early on Monday and ordered two frigates that had been in port to sail.";
    expect(titles(text).every((title) => /^\p{Lu}/u.test(title) && !title.startsWith("ordered"))).toBe(true);
  });

  test("an aside with which keeps what it is about", () => {
    const titlesOfDenial = read(
      "Norland accuses Sudria of arming the rebels who seized the island and its harbour in winter, which Sudria denies.",
    )
      .filter((event) => event.status === "denied")
      .map((event) => event.title);
    expect(titlesOfDenial).toHaveLength(1);
    expect(titlesOfDenial[0]).toMatch(/^Norland accuses Sudria .*…, which Sudria denies$/);
  });

  test("a pronoun is told by the name it stands for", () => {
    expect(titles("Mila Tarn met envoys on Monday. She urged both sides to reopen the hotline.").at(-1)).toBe(
      "[Mila Tarn] urged both sides to reopen the hotline",
    );
  });

  test("it is not taken for a country when it may be a thing", () => {
    expect(
      titles("Norland signed the treaty in 1961. It can be ended by both sides with an agreement.").at(-1),
    ).toMatch(/^It can be ended/);
  });

  test("what was said counts more than when it was said", () => {
    const [title] = titles(
      "Defence minister Mila Tarn said late on Monday in a television interview that the navy had bombed two harbours in the south.",
    );
    expect(title).toMatch(/^Defence minister Mila Tarn said … that the navy had bombed/);
  });

  test("nothing hangs at its end", () => {
    expect(titles("The shelling began shortly after the raid on the harbour.")[0]).toBe(
      "The shelling began shortly after the raid on the harbour",
    );
  });
});
