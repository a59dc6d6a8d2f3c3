import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findEvents } from "../../src/analyse/events/events.ts";
import { layOut } from "../../src/analyse/reading/reading.ts";
import type { DatedEvent } from "../../src/model/findings.ts";
import type { NamedEvent } from "../../src/model/watch.ts";
import { findDates } from "../../src/text/dates/dates.ts";

const PUBLISHED = "2024-03-20";

function read(text: string, namedEvents: readonly NamedEvent[] = []): DatedEvent[] {
  const reading = layOut({ id: "1", text, published: PUBLISHED });
  return findEvents(reading, {
    dates: findDates(text, PUBLISHED),
    actors: [],
    quotes: [],
    statements: [],
    namedEvents,
  });
}

function first(text: string): DatedEvent | undefined {
  return read(text)[0];
}

describe("types", () => {
  test.each([
    ["Warplanes bombed a fuel depot near the coast.", "assault"],
    ["A car bomb exploded outside the ministry.", "assault"],
    ["Soldiers and rebels exchanged fire for six hours.", "fight"],
    ["The army recaptured the town from insurgents.", "fight"],
    ["Police arrested the mayor at his home.", "coerce"],
    ["Three rifles were seized in the cellar.", "coerce"],
    ["Thousands rallied in the capital against the new law.", "protest"],
    ["Security forces fired tear gas at protesters.", "protest"],
    ["A strong earthquake killed dozens of villagers.", "disaster"],
    ["A boiler exploded at the sugar factory.", "disaster"],
    ["The two presidents met in Geneva.", "consult"],
    ["The foreign minister condemned the attack.", "accuse"],
    ["The general urged both sides to hold back.", "request"],
    ["The ministry denied any role in the raid.", "reject"],
    ["The premier warned of consequences.", "threaten"],
    ["Both sides signed a trade agreement.", "agree"],
    ["Troops withdrew from the border town.", "concede"],
    ["The council imposed sanctions on the bank.", "sanction"],
    ["The navy deployed two frigates to the strait.", "mobilize"],
    ["The agency delivered food aid to the camp.", "aid"],
    ["Villagers were massacred in the night.", "kill"],
  ])("%s", (text, type) => {
    expect(first(text)?.type).toBe(type);
  });
});

describe("dates", () => {
  test("an event takes the day of its own clause", () => {
    const [attack] = read("Gunmen attacked the mosque on March 3.");
    expect(attack).toMatchObject({ date: "2024-03-03", precision: "day", basis: "explicit" });
  });

  test("a weekday is reckoned", () => {
    expect(first("Gunmen attacked the mosque on Monday.")).toMatchObject({
      date: "2024-03-18",
      precision: "day",
      basis: "relative",
    });
  });

  test("no event takes a day from an earlier sentence", () => {
    const events = read("The truce was signed on March 3. Gunmen attacked the mosque.");
    expect(events.at(-1)).toMatchObject({ type: "assault", date: PUBLISHED, precision: "by", basis: "publication" });
  });

  test("what stands apart keeps its day to itself", () => {
    const [closure, attack] = read("The port closed its border after gunmen attacked the mosque on March 3.");
    expect(closure).toMatchObject({ precision: "by" });
    expect(attack).toMatchObject({ date: "2024-03-03", precision: "day" });
  });

  test("the day of the report is not the day of the event", () => {
    expect(first("Gunmen attacked the mosque, police said on Tuesday.")).toMatchObject({
      date: "2024-03-19",
      precision: "by",
    });
  });

  test("of two acts joined by and, each has its own day", () => {
    const [denial, strike] = read("The army denies the charge and launched air strikes on March 10.");
    expect(denial).toMatchObject({ type: "reject", precision: "by", status: "denied" });
    expect(strike).toMatchObject({ type: "assault", date: "2024-03-10", status: "stated" });
  });
});

describe("status", () => {
  test.each([
    ["Officials denied the allegation of torture.", "denied"],
    ["The army allegedly shelled the hospital.", "alleged"],
    ["There were reports of drone strikes near the dam.", "unconfirmed"],
    ["The navy will deploy two frigates.", "planned"],
    ["Rebels attacked the convoy, a governor said.", "attributed"],
    ["Rebels attacked the convoy.", "stated"],
  ])("%s", (text, status) => {
    expect(first(text)?.status).toBe(status);
  });

  test.each([
    "The market fears further attacks.",
    "The army did not attack the convoy.",
    "The patrol came to prevent an attack.",
  ])("what did not happen is no attack: %s", (text) => {
    expect(read(text).map((event) => event.type)).not.toContain("assault");
  });
});

describe("names and figures", () => {
  test("an operation is an event with its name", () => {
    expect(first("The fleet began Operation Silent Harbour on March 4.")).toMatchObject({
      name: "Operation Silent Harbour",
      date: "2024-03-04",
    });
  });

  test("two spellings of one operation are one event under the watch's name", () => {
    const named: NamedEvent = {
      id: "harbour",
      name: "Operation Silent Harbour",
      names: ["Operation Silent Harbour", "Operation Silent Harbor"],
      not: [],
      weight: 5,
    };
    const events = read("Operation Silent Harbor began on March 4. It was Operation Silent Harbour.", [named]);
    expect(events.map((event) => event.name)).toEqual(["Operation Silent Harbour"]);
  });

  test("the toll of a named attack is found where it is named again", () => {
    const events = read("Talks broke down after the March 3 Lenara attack. The Lenara attack killed 26 tourists.");
    const attacks = events.filter((event) => event.type === "assault");
    expect(attacks).toHaveLength(1);
    expect(attacks[0]).toMatchObject({ date: "2024-03-03", killed: 26 });
  });

  test("a participle tells more of the same event", () => {
    const events = read("Gunmen attacked a bus on March 3, killing four people and wounding eleven.");
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ date: "2024-03-03", killed: 4, injured: 11 });
  });

  test("a line that only leads to another story tells no event", () => {
    expect(read("Read: Army launches Operation Iron Gate\nThe mayor opened the fair.").map((e) => e.name)).toEqual([
      undefined,
    ]);
  });
});

describe("any text", () => {
  const words =
    "The army attacked Lenara on March 3 , after and killing 26 people ; reports of strikes said will not Operation Iron Gate . \n “ ” denied".split(
      " ",
    );
  const texts = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((w) => w.join(" ")),
  );

  test("spans stand inside the text, titles are short, days are real", () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const event of read(text)) {
          expect(event.start).toBeGreaterThanOrEqual(0);
          expect(event.end).toBeGreaterThan(event.start);
          expect(event.end).toBeLessThanOrEqual(text.length);
          expect([...event.title].length).toBeLessThanOrEqual(90);
          if (event.precision === "day") expect(event.date).toMatch(/^\d{4}-\d\d-\d\d$/);
        }
      }),
    );
  });
});
