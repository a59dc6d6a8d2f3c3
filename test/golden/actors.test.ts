import { describe, expect, test } from "vitest";
import { actor, reader, watch } from "./reader.ts";

const strait = watch({
  actors: [
    actor({
      id: "okoye",
      kind: "person",
      name: "Adaeze Okoye",
      names: ["Адаэзе Окойе"],
      bare: [{ name: "Okoye" }],
      roles: [{ title: "Foreign Minister", country: "Nigeria", from: "2024-01-01", to: "2025-12-31" }],
    }),
    actor({ id: "berg-j", kind: "person", name: "Jonas Berg", bare: [{ name: "Berg" }] }),
    actor({ id: "berg-l", kind: "person", name: "Lena Berg", bare: [{ name: "Berg" }] }),
    actor({
      id: "holm",
      kind: "person",
      name: "Erik Holm",
      roles: [{ title: "Defence Secretary", country: "Norway" }],
    }),
    actor({ id: "no", kind: "place", name: "Norway", demonyms: ["Norwegian"] }),
    actor({
      id: "narrows",
      kind: "place",
      name: "Narra Strait",
      bare: [{ name: "Narrows", needs: ["ferry"], near: 5 }],
    }),
    actor({ id: "watch", kind: "organisation", name: "Strait Watch", bare: [{ name: "SW", not: ["wind"] }] }),
  ],
  events: [{ id: "gannet", name: "Operation Gannet", names: ["Operation Sula"], not: [], weight: 10 }],
});
const read = reader([strait]);

/** "kind words = name (id)" for every mention. */
function mentions(text: string, kind?: string): string[] {
  return read(text)
    .actors.filter((mention) => kind === undefined || mention.kind === kind)
    .map(({ text: words, name, actor: id }) => `${words} = ${name}${id === undefined ? "" : ` (${id})`}`);
}

describe("persons", () => {
  test.each([
    [
      "a title before the name belongs to the mention",
      "Nigeria’s Foreign Minister Adaeze Okoye flew out.",
      "Nigeria’s Foreign Minister Adaeze Okoye = Adaeze Okoye (okoye)",
    ],
    ["a short name is the known person", "The call was from Okoye.", "Okoye = Adaeze Okoye (okoye)"],
    ["a name in another script is the known person", "Адаэзе Окойе прибыла.", "Адаэзе Окойе = Adaeze Okoye (okoye)"],
    [
      "a last name behind the known title is the known person",
      "Defence Secretary Holm flew out.",
      "Defence Secretary Holm = Erik Holm (holm)",
    ],
    ["a last name of two known persons stays as written", "Berg flew out.", "Berg = Berg"],
    [
      "an unknown person is told by a rank",
      "The order came from Brig. Tomas Ilves.",
      "Brig. Tomas Ilves = Tomas Ilves",
    ],
    [
      "an unknown person is told by a role behind the name",
      "Tove Marklund, a harbour pilot and activist, waited.",
      "Tove Marklund = Tove Marklund",
    ],
    ["an unknown person is told by an age", "Tove Marklund, 34, waited.", "Tove Marklund = Tove Marklund"],
    ["an unknown person is told by speaking", "Ilves said it was late.", "Ilves = Ilves"],
    [
      "an unknown person is told by a particle",
      "They met Abu Zafir al-Narrawi.",
      "Abu Zafir al-Narrawi = Abu Zafir al-Narrawi",
    ],
    [
      "the country of a name’s bearer is no part of the name",
      "Norwegian General Tomas Ilves waited.",
      "Norwegian General Tomas Ilves = Tomas Ilves",
    ],
  ])("%s", (_, text, expected) => {
    expect(mentions(text, "person")).toEqual([expected]);
  });

  test("a last name means the person whose full name the text has", () => {
    expect(mentions("General Tomas Ilves waited. They thanked Ilves.", "person")).toEqual([
      "General Tomas Ilves = Tomas Ilves",
      "Ilves = Tomas Ilves",
    ]);
  });

  test("al- may be left out of a last name", () => {
    expect(mentions("Prime Minister Zafir al-Narrawi waited. They thanked Narrawi.", "person")).toEqual([
      "Prime Minister Zafir al-Narrawi = Zafir al-Narrawi",
      "Narrawi = Zafir al-Narrawi",
    ]);
  });

  test("a last name of two people of the text means neither", () => {
    const text = "General Tomas Ilves waited for Dr Sara Ilves. Ilves said it was late.";
    expect(mentions(text, "person").at(-1)).toBe("Ilves = Ilves");
  });

  test("an office alone is its holder of the day, or the last person of that title", () => {
    expect(mentions("“The Foreign Minister wants calm.”", "person")).toEqual([
      "The Foreign Minister = Adaeze Okoye (okoye)",
    ]);
    expect(read("“The Foreign Minister wants calm.”", "2026-02-01").actors).toEqual([]);
    expect(mentions("President Tomas Ilves met a friend of the President.", "person").at(-1)).toBe(
      "the President = Tomas Ilves",
    );
  });

  test("agreements, streets, tribes and days are no persons", () => {
    const text = "The Harbour Agreement was read in Quay Street on Friday by the Al Narra tribe. Funds want more.";
    expect(mentions(text, "person")).toEqual([]);
  });
});

describe("places and organisations", () => {
  test("a country is found by name, demonym, possessive and in a pair", () => {
    expect(
      mentions("Norway’s ferries, Norwegian crews, the India-Pakistan talks, Iraqis and the U.S.", "place"),
    ).toEqual([
      "Norway = Norway (no)",
      "Norwegian = Norway (no)",
      "India = India",
      "Pakistan = Pakistan",
      "Iraqis = Iraq",
      "U.S. = United States",
    ]);
  });

  test("us is not the US, and turkey is not Turkey", () => {
    expect(mentions("They told us about the turkey.")).toEqual([]);
  });

  test("bodies and countries inside a title are mentions too", () => {
    expect(mentions("Norway’s Defence Ministry spokesman Tomas Ilves waited.")).toEqual([
      "Norway’s Defence Ministry spokesman Tomas Ilves = Tomas Ilves",
      "Norway = Norway (no)",
      "Defence Ministry = Defence Ministry",
    ]);
  });

  test("a short form in brackets has the full name", () => {
    expect(mentions("The Harbour Rescue Council (HRC) met. The HRC agreed.", "organisation")).toEqual([
      "Harbour Rescue Council = Harbour Rescue Council",
      "HRC = Harbour Rescue Council",
      "HRC = Harbour Rescue Council",
    ]);
  });

  test("a short name counts only in the company it needs", () => {
    expect(mentions("The ferry left the Narrows.", "place")).toEqual(["Narrows = Narra Strait (narrows)"]);
    expect(mentions("A swimmer left the Narrows.", "place")).toEqual([]);
    expect(mentions("The SW post.", "organisation")).toEqual(["SW = Strait Watch (watch)"]);
    expect(mentions("The SW wind rose.", "organisation")).toEqual([]);
  });

  test("an operation’s name holds neither persons nor places", () => {
    expect(mentions("Operation Gannet and Operation Norway Okoye began.")).toEqual([]);
  });

  test("a first name before a country makes a person", () => {
    expect(mentions("They thanked Michael Jordan.")).toEqual(["Michael Jordan = Michael Jordan"]);
  });
});

test("all mentions stand in order", () => {
  const starts = read("Norway told Erik Holm of Iraq, the UN and General Tomas Ilves.").actors.map(
    ({ start }) => start,
  );
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  expect(starts.length).toBeGreaterThan(4);
});
