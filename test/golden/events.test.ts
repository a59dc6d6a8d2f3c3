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

  test("early elections in May lie ahead in February", () => {
    const [event] = read("The opposition demanded early elections in May.", "2025-02-10");
    expect(event).toMatchObject({ date: "2025-05", precision: "month", status: "planned" });
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

describe("what did not happen, or is only remembered or tried", () => {
  test.each([
    ["Police said there was no evidence that the explosion was an attack."],
    ["The militia never attacked the convoy, its leader insisted."],
    ["Had the missile hit the plant, thousands would have died."],
    ["Villagers marked the anniversary of the massacre of 100 people at Lenara."],
    ["Norland could resume strikes on the harbour."],
    ["Norland beat Sudria by six wickets in a run chase on Sunday."],
    ["The bowlers struck early and the batsmen were under attack."],
  ])("%s", (text) => {
    const events = read(`Police arrested the mayor.\n${text}`);
    expect(events.filter(({ type }) => type === "assault" || type === "kill" || type === "fight")).toEqual([]);
    expect(events.flatMap(({ killed }) => killed ?? [])).toEqual([]);
  });

  test("a drill is a drill, whatever it tries", () => {
    expect(read("Troops practised a rescue in a drill that simulated an attack on the port.")[0]).toMatchObject({
      type: "mobilize",
    });
  });

  test("an attack on players is no game", () => {
    const text = "Gunmen attacked a bus on its way to the cricket match, killing two batsmen of the tournament.";
    expect(read(text)[0]).toMatchObject({ type: "assault", killed: 2 });
  });

  test("a short line that heads a part is no event", () => {
    const text = "Norland bombed a fuel depot.\n\nEvacuation plans rehearsed\n\nThe mayor opened a shelter on Monday.";
    expect(titles(text)).toEqual(["Norland bombed a fuel depot", "The mayor opened a shelter on Monday"]);
  });
});

describe("crisis news from elsewhere", () => {
  test("a quake that strikes is a disaster, not an assault", () => {
    expect(
      read("A magnitude 7.1 quake struck the coast on 18 March, killing more than 3,700 people.")[0],
    ).toMatchObject({
      type: "disaster",
      date: "2024-03-18",
      killed: 3700,
    });
  });

  test("the dead and the hurt of one strike are one event", () => {
    const text =
      "A missile hit a block of flats on Sunday, killing six people, including two children, and injuring 38.";
    expect(read(text)).toMatchObject([{ type: "assault", date: "2024-03-17", killed: 6, injured: 38 }]);
    expect(read(text)).toHaveLength(1);
  });

  test("a toll that rose on a day does not date the deaths", () => {
    expect(read("The death toll from the landslide in the hills of Lenara rose to 670 on Sunday.")[0]).toMatchObject({
      type: "disaster",
      precision: "by",
      date: "2024-03-17",
      killed: 670,
    });
  });

  test.each([
    ["The death toll from a ferry sinking off Lenara rose to 17 on Sunday.", 17],
    ["Harbour officials lowered the death toll of the sinking of the Star of Mirren to 16 on Sunday.", 16],
    ["The council raised the toll for lorries on the Mirren bridge to 44 crowns on Sunday.", undefined],
  ])("a death toll counts whatever killed: %s", (text, killed) => {
    expect(read(text).map((event) => event.killed)).toEqual([killed]);
  });

  test("who denies a claim is told beside it", () => {
    const events = read("Norland claimed its troops had captured the village of Zorva, a claim Sudria denied.");
    expect(events.map(({ type, status }) => `${type} ${status}`)).toEqual(["fight alleged", "reject denied"]);
  });

  test("an attack that nobody has claimed keeps its dead", () => {
    expect(read("No group has claimed the attack in Lenara, in which 14 villagers died.")[0]).toMatchObject({
      type: "assault",
      killed: 14,
    });
  });

  test.each([
    ["Norland plans to send 600 more police officers to the island next month.", "mobilize", "planned"],
    ["Envoys hope to reach a ceasefire deal before the summer.", "agree", "planned"],
    ["Norland's defence ministry said it detected 45 aircraft near the island.", "other", "attributed"],
    ["Sudria rejected Norland's claim that a vessel had entered its waters.", "reject", "denied"],
    ["Gang members killed at least 70 people in Lenara on March 3.", "assault", "stated"],
    ["Norland arrested a reporter over remarks that it said were false.", "coerce", "stated"],
    ["The council will vote on Thursday on a text calling for peace.", "other", "planned"],
  ])("%s", (text, type, status) => {
    expect(read(text)[0]).toMatchObject({ type, status });
  });

  test.each([
    ["Sudria's minister said that Sudria had nothing to do with the attack.", "reject", "denied"],
    ["Norland said that it was not behind the blast.", "reject", "denied"],
    ["Talks between teachers and striking drivers stalled.", "protest", "stated"],
    ["Armed men walked out of the woods and shot at tourists.", "assault", "stated"],
    ["Norland said that it was prepared to defend the island.", "threaten", "attributed"],
  ])("%s", (text, type, status) => {
    expect(read(text)[0]).toMatchObject({ type, status });
  });

  test("a quake with an aside is one event", () => {
    const events = read("The quake, which struck at 02:14 local time on Sunday, left at least 1,200 people dead.");
    expect(events).toMatchObject([{ type: "disaster", date: "2024-03-17", killed: 1200 }]);
  });

  test("those whom police shot dead are counted", () => {
    expect(read("Police shot dead at least five people in Lenara.")[0]?.killed).toBe(5);
  });

  test("what has not been confirmed is told as such", () => {
    expect(read("Reports of mass killings in Lenara have not been independently confirmed.")[0]?.status).toBe(
      "unconfirmed",
    );
  });

  test("an allegation that somebody rejects is denied", () => {
    const events = read("Norland accused Sudria of occupying three districts, an allegation Sudria rejects.");
    expect(events.map(({ status }) => status)).toEqual(["alleged", "denied"]);
  });

  test("talks that collapse are no disaster", () => {
    expect(read("Talks with the rebels collapsed.").map(({ type }) => type)).not.toContain("disaster");
  });

  test("the date before when tells when", () => {
    const events = read("It was the worst raid since 2008, when 166 people were killed in Lenara.");
    expect(events.find(({ killed }) => killed === 166)).toMatchObject({ date: "2008", precision: "year" });
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
