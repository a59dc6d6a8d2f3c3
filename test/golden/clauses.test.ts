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
function read(text: string): readonly DatedEvent[] {
  return analyser.read({ id: "clauses", text, published: "2024-03-20T12:00:00Z" }).events;
}

describe("what goes on about one event is one row with its toll", () => {
  test.each([
    ["A tin mine collapsed after days of rain, killing 17 men and leaving others trapped.", "disaster", 17],
    ["A dam broke its banks on Sunday, flooding half of Lenara and killing at least 37 people.", "disaster", 37],
    ["A cargo plane crashed while trying to land near Lenara, killing all seven crew members.", "disaster", 7],
    ["Gunmen stormed a clinic in Lenara on Sunday and killed four nurses.", "fight", 4],
    ["Three nurses were killed and two trucks set ablaze when gunmen ambushed a convoy.", "fight", 3],
    ["Missiles slammed into a crowded market on Monday, killing 23 people.", "assault", 23],
    ["Storm Ada slammed into the coast on Monday, killing 14 people.", "disaster", 14],
    ["Six people, including a mother and her son, drowned when a boat capsized in the Orla river.", "disaster", 6],
  ])("%s", (text, type, killed) => {
    expect(read(text)).toMatchObject([{ type, killed }]);
  });
});

describe("a clause without an act is no row", () => {
  test.each([
    ["Mayor Ola Brand, whose office is investigating, was not at the mine."],
    ["The army did not respond to a request for comment."],
    ["Ferry accidents are common in the islands of Norland."],
    ["It was the worst mining accident since 2011."],
    ["A union said that the pumps were out of order."],
  ])("%s", (text) => {
    expect(read(`Police arrested a trader.\n${text}`)).toHaveLength(1);
  });
});

describe("a word that names a thing tells no act", () => {
  test.each([
    ["The storm packed winds of 175 kph when it made landfall.", "disaster"],
    ["A fire that broke out at the depot was put out within two hours.", "disaster"],
    ["Mila Tarn posted pictures of freed sailors and met their families on Monday.", "consult"],
    ["Ministers will discuss the attack at a meeting in Lenara on Friday.", "consult"],
  ])("%s", (text, type) => {
    expect(read(text).map((event) => event.type)).toEqual([type]);
  });
});

describe("a subject with an aside keeps its own verb", () => {
  test("what it did has its own day and its name back", () => {
    const events = read(
      "President Mila Tarn, who brokered a truce in January, spoke by telephone with both leaders and urged them to talk.",
    );
    expect(events.map(({ title, date, precision }) => `${date} ${precision} ${title}`)).toEqual([
      "2024-01 month President Mila Tarn, who brokered a truce in January",
      "2024-03-20 by Mila Tarn … spoke by telephone with both leaders",
      "2024-03-20 by Mila Tarn … urged them to talk",
    ]);
  });

  test("what it said is told, though a description stands between", () => {
    const [event] = read("The Hill Army, an armed group from the north, said it had captured the town of Zorva.");
    expect(event).toMatchObject({ type: "fight", status: "attributed" });
    expect(event?.title).toBe("The Hill Army, an armed group from the north, said it had captured the town of Zorva");
  });

  test("an aside at the end is told with the thing that it is about, not with the whole sentence", () => {
    const titles = read(
      "Norland accused Sudria of war crimes and called for an emergency session of the Lenara Security Council, which will meet on Thursday.",
    ).map(({ title }) => title);
    expect(titles.at(-1)).toMatch(/^(?:The )?Lenara Security Council, which will meet on Thursday$/);
  });
});

describe("a title begins where its clause does", () => {
  test.each([
    [
      "Talks resumed on Sunday, a day after shelling killed nine people in a camp near Lenara.",
      /^shelling killed nine/,
    ],
    ["More than 50 pupils were taken when armed men on motorcycles stormed the school in Lenara.", /armed men on/],
    [
      "Mayor Ola Brand told a radio station that soldiers guarding the mine had fired shots at a crowd of diggers who ran.",
      /soldiers guarding the mine had fired shots/,
    ],
    ["Since January the rebels have attacked more than 100 ships in the strait.", /^Since January the rebels/],
  ])("%s", (text, title) => {
    expect(read(text).at(-1)?.title).toMatch(title);
  });
});
