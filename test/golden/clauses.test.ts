import { describe, expect, test } from "vitest";
import { createAnalyser } from "../../src/analyse/create-analyser.ts";
import { eventRows } from "../../src/analyse/events/event-rows.ts";
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
    [
      "The diggers’ spokesman, who goes by the name Uncle Bo, wrote on his page that the guards had shelled the northern mine an hour before the meeting.",
      /^the guards had shelled the northern mine$/,
    ],
    ["Since January the rebels have attacked more than 100 ships in the strait.", /^Since January the rebels/],
  ])("%s", (text, title) => {
    expect(read(text).at(-1)?.title).toMatch(title);
  });
});

describe("a denial", () => {
  test("of an attack with its dead leaves the attack a row, beside it", () => {
    const [strike, denial] = read(
      "Norland denied carrying out a strike in which 17 fishermen were killed, and offered help.",
    );
    expect(strike).toMatchObject({
      type: "assault",
      status: "alleged",
      killed: 17,
      title: "a strike in which 17 fishermen were killed",
    });
    expect(strike?.attributedTo).toBeUndefined();
    expect(denial).toMatchObject({ type: "reject", status: "denied", actors: ["Norland"] });
  });

  test("of an attack that only has its day leaves it as well, of one that has nothing does not", () => {
    const [raid] = read("Sudria denied any involvement in the March 7 attack on the ferry.");
    expect(raid).toMatchObject({ type: "assault", status: "alleged", date: "2024-03-07" });
    expect(read("Sudria denied carrying out the attack.").map(({ type }) => type)).toEqual(["reject"]);
  });

  test.each([
    ["The palace dismissed the claim."],
    ["Sudria rejected what it called baseless allegations."],
    ["The ministry rejected criticism that help had been slow to arrive."],
    ["The minister dismissed speculation that the aircraft had been shot down."],
  ])("%s", (text) => {
    expect(read(text)[0]).toMatchObject({ type: "reject", status: "denied" });
  });

  const denied = (text: string) =>
    eventRows(read(text).map((event) => ({ ...event, item: "a", outlet: "Tribune" }))).flatMap(({ title, deniedBy }) =>
      deniedBy.map((by) => `${title} / ${by}`),
    );

  test("stands beside the attack that it names", () => {
    expect(denied("Norland denied carrying out a strike in which 17 fishermen were killed.")).toEqual([
      "a strike in which 17 fishermen were killed / Norland",
    ]);
  });

  test("is not put to an attack whose author nobody named", () => {
    expect(
      denied("An attack halted trains in Lenara on Monday, the operator said. Sudria denied any involvement."),
    ).toEqual([]);
  });

  test("of the accusation belongs to the one right before, whoever answers it", () => {
    expect(
      denied(
        "Norland said its raid killed four smugglers. Sudria accused Norland of murder. The palace rejected the accusation.",
      ),
    ).toEqual(["Sudria accused Norland of murder / the palace"]);
  });

  test("shares more with its claim than the names of countries or one word", () => {
    expect(
      denied(
        "Brazil said that Peru had moved troops to a town on the river. Peru denied that Brazil had closed a town hall.",
      ),
    ).toEqual([]);
  });
});

describe("a date that does not tell when", () => {
  test("an hour without a day", () => {
    expect(read("Norland bombed a harbour at 6 a.m.")[0]).toMatchObject({ precision: "by" });
  });

  test("the month since which the dead were counted", () => {
    expect(read("More than 600 people have been killed in Lenara since January 2022.")[0]).toMatchObject({
      killed: 600,
      precision: "by",
    });
  });

  test("the day of a strike that is called for", () => {
    expect(read("Mila Tarn called for a general strike on Monday.")[0]).toMatchObject({
      type: "request",
      precision: "by",
    });
  });

  test("a year that opens a sentence holds for what came before, too", () => {
    const events = read("In 2022, trains stopped for several hours after hackers attacked a supplier.");
    expect(events.map(({ date }) => date)).toEqual(["2022", "2022"]);
  });
});

describe("how sure it is", () => {
  test.each([
    ["The navy killed four people on a boat that was allegedly carrying drugs.", "stated"],
    ["Suspected rebels killed nine villagers in Lenara on Sunday.", "stated"],
    ["Norland is trying to broker a truce between the two sides.", "planned"],
    ["A further swap of prisoners is planned for next week.", "planned"],
    ["The rebels are suspected of carrying out the attack.", "alleged"],
  ])("%s", (text, status) => {
    expect(read(text)[0]?.status).toBe(status);
  });
});

describe("more crises of other kinds", () => {
  test.each([
    ["At least 44 people were killed when two trains collided near Lenara on Tuesday.", "disaster", 44],
    ["A bus rammed into a parked truck near Lenara, killing six passengers.", "disaster", 6],
    ["A suicide bomber blew himself up outside a barracks, martyring nine policemen.", "assault", 9],
    ["Crews were battling a blaze in a chemical plant.", "disaster", undefined],
    ["Thousands of nurses walked off the job on Monday.", "protest", undefined],
    ["The mayor was shot at a rally in Lenara.", "assault", undefined],
  ])("%s", (text, type, killed) => {
    const events = read(text);
    expect(events.map((event) => event.type)).toEqual([type]);
    expect(events[0]?.killed).toBe(killed);
  });

  test("pounds of money pound nobody, and what is called unwarranted is told elsewhere", () => {
    expect(read("Norland offered 200,000 pounds to each family.").map(({ type }) => type)).not.toContain("assault");
    expect(read("Police arrested a trader.\nThe ministry called the drills unwarranted.")).toHaveLength(1);
  });

  test("two attacks of one day keep a toll each", () => {
    const events = read(
      "A car bomb killed seven people in Lenara on Monday, hours after a drone attack left 13 officers dead.",
    );
    expect(events.map(({ killed }) => killed)).toEqual([7, 13]);
  });

  test("an order to do something by a day is not of that day", () => {
    expect(read("The government ordered them to return to work by Thursday.")[0]).toMatchObject({ precision: "by" });
  });

  test("he is the one whom the same sentence names", () => {
    const text =
      "Mila Tarn condemned it. On Monday, the senator Jorge Silva was shot in Lima; he died in a hospital on Tuesday.";
    expect(read(text).at(-1)?.title).toBe("[Jorge Silva] died in a hospital on Tuesday");
  });
});

test("what is denied over an aside is no row of its own", () => {
  const events = read("Norland denied that the drill, which ends on Friday, was a rehearsal for an invasion.");
  expect(events[0]?.precision).toBe("by");
  expect(events.map(({ status, title }) => `${status}: ${title}`)).toEqual([
    "denied: Norland denied that the drill, which ends on Friday, was a rehearsal for an invasion",
  ]);
});
