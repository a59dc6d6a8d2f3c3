import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSubjects } from "../../src/analyse/names/subjects.ts";
import { shownSpeaker } from "../../src/analyse/quotes/shown-speaker.ts";
import { contestsOf } from "../../src/analyse/quotes/speaker-ranker.ts";
import { pairQuotationMarks } from "../../src/analyse/reading/quotation-marks.ts";
import { layOut } from "../../src/analyse/reading/reading.ts";
import { outline } from "../../src/analyse/reading/sentence-parts.ts";
import { actor, reader, told, watch } from "./reader.ts";

const read = reader([
  watch({
    actors: [
      actor({ id: "okoye", kind: "person", name: "Adaeze Okoye", gender: "female" }),
      actor({
        id: "lindqvist",
        kind: "person",
        name: "Nils Lindqvist",
        gender: "male",
        roles: [{ title: "President", country: "Sweden", from: "2024-01-01" }],
      }),
    ],
  }),
]);

const quotes = (text: string) => told(read(text).quotes);

describe("a speaker is found", () => {
  test.each([
    ["after the mark", "“The ferries will sail again on Monday,” Adaeze Okoye said.", "Adaeze Okoye"],
    ["after the verb", "“The ferries will sail again on Monday,” said Adaeze Okoye.", "Adaeze Okoye"],
    ["before the mark", "Adaeze Okoye said: “The ferries will sail again on Monday.”", "Adaeze Okoye"],
    ["with straight marks", 'Adaeze Okoye said, "The ferries will sail again on Monday."', "Adaeze Okoye"],
    ["between doubled accents", "``The ferries will sail again on Monday,'' Adaeze Okoye said.", "Adaeze Okoye"],
    ["who quips", "Adaeze Okoye quipped: “The ferries will sail again on Monday.”", "Adaeze Okoye"],
    ["with single marks", "‘The ferries’ crews won’t sail on Monday,’ Adaeze Okoye said.", "Adaeze Okoye"],
    [
      "behind an apposition",
      "Adaeze Okoye, a critic of the port authority, stated, “The ferries will sail again on Monday.”",
      "Adaeze Okoye",
    ],
    [
      "as the one with whom it is noted",
      "Nils Lindqvist called for calm, with harbour spokesperson Adaeze Okoye noting, “The mayor wants the ferries back soon.”",
      "Adaeze Okoye",
    ],
    ["after according to", "“The ferries will sail again on Monday,” according to Adaeze Okoye.", "Adaeze Okoye"],
    ["behind a rank", "“The ferries will sail again on Monday,” said Spc. Adaeze Okoye.", "Adaeze Okoye"],
    [
      "behind a rank that ends no sentence",
      "The crew waited. Capt. Adaeze Okoye said the wind had dropped. “The ferries will sail again on Monday.”",
      "Adaeze Okoye",
    ],
    [
      "in the paragraph that ends with a colon",
      "Adaeze Okoye released the following statement:\n“The ferries will sail again on Monday.”",
      "Adaeze Okoye",
    ],
    ["in a role before a name", "“The ferries will sail again,” says the line’s owner, Adaeze Okoye.", "Adaeze Okoye"],
    [
      "behind a role and its body",
      "A spokesman for the port council, Nils Lindqvist, told reporters: “The ferries will sail again on Monday.”",
      "Nils Lindqvist",
    ],
    ["behind a nationality", "“The ferries will sail again,” Swedish minister Nils Lindqvist said.", "Nils Lindqvist"],
    [
      "behind plain words for a trade",
      "“The ferries will sail again,” said retired rope maker Adaeze Okoye.",
      "Adaeze Okoye",
    ],
    [
      "before an aside in brackets",
      "Adaeze Okoye (Harbour, Visby) said the ferries “will sail again on Monday.”",
      "Adaeze Okoye",
    ],
    [
      "before an aside in dashes",
      "Adaeze Okoye — who once met Nils Lindqvist — said: “The ferries will sail again.”",
      "Adaeze Okoye",
    ],
    [
      "outside the clause that is reported",
      "Adaeze Okoye said that the ferries “will sail again on Monday.”",
      "Adaeze Okoye",
    ],
    [
      "behind another who is only told about",
      "Adaeze Okoye said Nils Lindqvist had called and that he “will sail again on Monday.”",
      "Adaeze Okoye",
    ],
    [
      "not as the subject of a passive",
      "Adaeze Okoye said two sailors were being questioned, adding: “The ferries will sail again.”",
      "Adaeze Okoye",
    ],
    [
      "by a pronoun for a name behind its role",
      "Nils Lindqvist waited. A spokesman for the port, Erik Holm, said it was late. “The ferries will sail,” he added.",
      "Erik Holm",
    ],
    ["as a signature", "“The ferries will sail again on Monday.” – Adaeze Okoye", "Adaeze Okoye"],
    [
      "as a signature that is its own paragraph",
      "“The ferries will sail again on Monday.”\n- Adaeze Okoye.",
      "Adaeze Okoye",
    ],
    [
      "who shoots back",
      "After Nils Lindqvist criticised the crews, Adaeze Okoye shot back, “The ferries sail on Monday.”",
      "Adaeze Okoye",
    ],
    ["who cuts in", "“The ferries will sail again on Monday,” Adaeze Okoye cut in.", "Adaeze Okoye"],
    [
      "in a label behind a dash",
      "Media share the blame - Adaeze Okoye: “The ferries will sail again on Monday.”",
      "Adaeze Okoye",
    ],
    [
      "in a label behind from",
      "What it means for the port - more from Adaeze Okoye: “The ferries will sail again.”",
      "Adaeze Okoye",
    ],
    [
      "behind more words and a verb before the name",
      "“The ferries” that Nils Lindqvist tied up will sail, said Adaeze Okoye, a lawyer.",
      "Adaeze Okoye",
    ],
    ["as a body", "“The ferries will sail again on Monday,” the Harbour Council said.", "Harbour Council"],
    [
      "by a pronoun",
      "Adaeze Okoye met Nils Lindqvist on Friday. “The ferries will sail again on Monday,” she said.",
      "Adaeze Okoye",
    ],
    [
      "by it, when one body is named",
      "The Harbour Council met. “Foolhardy trips will be fined”, it added.",
      "Harbour Council",
    ],
    [
      "by a title",
      "President Nils Lindqvist toured the port. “The ferries will sail again on Monday,” the president said.",
      "Nils Lindqvist",
    ],
  ])("%s", (_, text, speaker) => {
    const found = read(text).quotes;
    expect(found).toHaveLength(1);
    expect(found[0]?.speaker?.name).toBe(speaker);
    expect(found[0]?.text).not.toMatch(/^[“"‘]|[”"’]$/);
  });
});

test("whoever has no name is told in the words of the text", () => {
  expect(quotes("The crews waited. “The ferries will sail again on Monday,” one of them said.")).toEqual([
    "one: The ferries will sail again on Monday,",
  ]);
  expect(quotes("“The ferries will sail again on Monday,” a senior port official said.")).toEqual([
    "a senior port official: The ferries will sail again on Monday,",
  ]);
});

test("a role before the comma belongs to the mention", () => {
  const [quote] = read("The port’s chairman, Erik Holm, said: “The ferries will sail again on Monday.”").quotes;
  expect(quote?.speaker).toMatchObject({ text: "The port’s chairman, Erik Holm", name: "Erik Holm" });
});

test("both halves of a quotation belong to its speaker", () => {
  expect(quotes("“We are ready to sail,” Adaeze Okoye said. “We need calm seas first.”")).toEqual([
    "Adaeze Okoye: We are ready to sail,",
    "Adaeze Okoye: We need calm seas first.",
  ]);
});

test("a quotation that goes on in the next paragraph keeps its speaker", () => {
  expect(quotes("“We are ready to sail,” Adaeze Okoye said. “We wait.\n“The seas must be calm first.”")).toEqual([
    "Adaeze Okoye: We are ready to sail,",
    "Adaeze Okoye: We wait.",
    "Adaeze Okoye: The seas must be calm first.",
  ]);
});

test("a quotation is closed by a mark in the next paragraph that opens nothing", () => {
  expect(quotes('Adaeze Okoye said, "The crews are tired.\nThey need a night of sleep."')).toEqual([
    "Adaeze Okoye: The crews are tired.\nThey need a night of sleep.",
  ]);
});

test("a caption between two halves does not take the second", () => {
  expect(
    quotes(
      "“We are ready to sail,” Adaeze Okoye said.\nFerries at the quay.\nNils Lindqvist said: “I doubt that they can sail.”",
    ),
  ).toEqual(["Adaeze Okoye: We are ready to sail,", "Nils Lindqvist: I doubt that they can sail."]);
});

test("a closing mark typed as an opening one still closes", () => {
  expect(quotes("“The ferries will sail again on Monday,“ Adaeze Okoye said.")).toEqual([
    "Adaeze Okoye: The ferries will sail again on Monday,",
  ]);
});

test("it is left open when two bodies could be meant", () => {
  const [quote] = read("The Harbour Council met the Ferry Union. “Foolhardy trips will be fined”, it added.").quotes;
  expect(quote?.speaker).toMatchObject({ text: "it" });
  expect(quote?.speaker?.name).toBeUndefined();
});

test("someone named inside the quotation is not its speaker", () => {
  expect(quotes("Adaeze Okoye was blunt: “Nils Lindqvist said nothing to us about the ferries.”")).toEqual([
    "Adaeze Okoye: Nils Lindqvist said nothing to us about the ferries.",
  ]);
});

test("who is asked is not who speaks", () => {
  const [quote] = read(
    "Nils Lindqvist was asked by reporter Adaeze Okoye, “Will the ferries sail again on Monday?”",
  ).quotes;
  expect(quote?.speaker?.name).toBe("Adaeze Okoye");
});

test("nicknames, titles of works and scare quotes are no quotations", () => {
  expect(quotes("Adaeze “Ada” Okoye, author of “The Long Quay”, called the plan “constructive”.")).toEqual([]);
});

test("a programme on which something is said is no quotation", () => {
  expect(quotes("Adaeze Okoye said on Channel 6’s “The Sunday Table” that the ferries wait.")).toEqual([]);
});

test("a headline that rewrites what was said, and a list of sources, are no quotations", () => {
  expect(quotes("Okoye: ‘ferries will sail on Monday at noon’\nThe port opens.")).toEqual([]);
  expect(quotes("Okoye: “Ferries Will Sail Again On Monday At Noon!”\nThe port opens.")).toEqual([]);
  expect(quotes("The port opens.\n“Ferries at the quay of Visby” — Harbour Post, May 8, 2025")).toEqual([]);
});

test("a headline with its byline is no quotation", () => {
  const review = "Short reads: “A harbour without ferries and what became of it,” by the Post’s Adaeze Okoye.";
  expect(quotes(review)).toEqual([]);
  expect(quotes("The plan was called “a disgrace to every crew” by Adaeze Okoye.")).toEqual([
    "Adaeze Okoye: a disgrace to every crew",
  ]);
});

test.each([
  ["“We salvage what we can,” the carpenter says.", "the carpenter: We salvage what we can,"],
  [
    "“The harbour is a lie from end to end,” an anonymous blogger wrote.",
    "an anonymous blogger: The harbour is a lie from end to end,",
  ],
  ["A leaked letter says: “No ferry sails without a permit.”", "A leaked letter: No ferry sails without a permit."],
  ["“No ferry sails without a permit,” one poster wrote.", "one poster: No ferry sails without a permit,"],
])("papers and people without a name are sources: %s", (text, expected) => {
  expect(quotes(text)).toEqual([expected]);
});

test("the nickname stays inside the name", () => {
  const [quote] = read("“The ferries will sail again on Monday,” said Col. John “Jack” Harrow.").quotes;
  expect(quote?.speaker?.text).toBe("Col. John “Jack” Harrow");
});

test("nothing is quoted from a line that leads to another story", () => {
  const { quotes: found, statements, actors } = read("Read: “We sail on Monday at noon,” says Adaeze Okoye of Sweden");
  expect([...found, ...statements, ...actors]).toEqual([]);
});

test("a speaker who was only guessed has little confidence", () => {
  const [sure] = read("“The ferries will sail again on Monday,” Adaeze Okoye said.").quotes;
  const [guess] = read("Adaeze Okoye waved from the quay in front of “the last ferry to leave this island”.").quotes;
  expect(sure?.confidence).toBeGreaterThan(0.9);
  expect(guess?.confidence ?? 0).toBeLessThan(0.85);
});

describe("reported speech", () => {
  const statements = (text: string) => told(read(text).statements);

  test.each([
    ["Adaeze Okoye said that the ferries would sail on Monday.", "Adaeze Okoye: that the ferries would sail on Monday"],
    ["Adaeze Okoye said on Friday the ferries would sail.", "Adaeze Okoye: the ferries would sail"],
    ["The ferries would sail on Monday, Adaeze Okoye said.", "Adaeze Okoye: The ferries would sail on Monday"],
    ["The ferries would sail on Monday, said Adaeze Okoye.", "Adaeze Okoye: The ferries would sail on Monday"],
    ["According to Adaeze Okoye, the ferries would sail.", "Adaeze Okoye: the ferries would sail"],
    ["The ferries would sail, according to Adaeze Okoye.", "Adaeze Okoye: The ferries would sail"],
    ["As Adaeze Okoye noted, the ferries would sail.", "Adaeze Okoye: the ferries would sail"],
    ["Adaeze Okoye told reporters that the quay was safe.", "Adaeze Okoye: that the quay was safe"],
    ["Adaeze Okoye urged Sweden to reopen the quay.", "Adaeze Okoye: Sweden to reopen the quay"],
    ["Sweden calls for restraint amid reports of gunfire.", "Sweden: restraint amid reports of gunfire"],
    ["Sweden has ruled out a blockade of the strait.", "Sweden: a blockade of the strait"],
    ["Norway denies involvement.", "Norway: involvement"],
    ["Nine sailors are feared dead, Adaeze Okoye said.", "Adaeze Okoye: Nine sailors are feared dead"],
    ["The crew is widely believed to have fled, Sweden said.", "Sweden: The crew is widely believed to have fled"],
    [
      "The ferry was reported missing at noon, said Adaeze Okoye.",
      "Adaeze Okoye: The ferry was reported missing at noon",
    ],
    ["Adaeze Okoye said the quay was safe, reflecting a cautious course.", "Adaeze Okoye: the quay was safe"],
    ["The dispute followed Norway’s allegations.", "Norway: Norway’s allegations"],
    [
      "A shipwright at the yard, Dr. Adaeze Okoye, said the log of that night had never been shown.",
      "A shipwright: the log of that night had never been shown",
    ],
    [
      "OSLO, 3 May (Strait Wire) - The ferries would sail on Monday, Adaeze Okoye said.",
      "Adaeze Okoye: The ferries would sail on Monday",
    ],
  ])("%s", (text, expected) => {
    expect(statements(text)).toEqual([expected]);
  });

  test("a source that stands as its own sentence belongs to the next sentence", () => {
    expect(statements("According to port spokesperson Adaeze Okoye. The ferries will sail at noon.")).toEqual([
      "Adaeze Okoye: The ferries will sail at noon",
    ]);
  });

  test("a noun that looks like a verb of saying tells nothing", () => {
    expect(statements("The two states share a border. Adaeze Okoye left her home state and moved.")).toEqual([]);
  });

  test.each([
    "Four divers are thought to be on the wreck.",
    "The ferry is said to have lost power.",
    "A storm is expected to close the strait.",
  ])("whoever is told of says nothing: %s", (text) => {
    expect(statements(text)).toEqual([]);
  });

  test("what is quoted is not told a second time", () => {
    expect(statements("Adaeze Okoye said, “The ferries will sail again on Monday.”")).toEqual([]);
  });

  test("he means the subject of the sentence before, not the nearest name", () => {
    const text =
      "Nils Lindqvist’s call follows his talks with Norway’s minister Jonas Berg and Iceland’s premier Erik Holm, where he stressed the need for calm. He reiterated the offer of a ferry.";
    expect(statements(text)).toEqual(["Nils Lindqvist: the need for calm", "Nils Lindqvist: the offer of a ferry"]);
  });
});

const PIECES = [
  "“",
  "”",
  '"',
  "‘",
  "’",
  "'",
  " said ",
  "Adaeze Okoye",
  " Gen. ",
  ", ",
  ". ",
  "\n",
  "according to ",
  "with ",
  "the U.S. ",
  "he ",
  "🙂",
  ":",
  "—",
  " noting",
  "Ministry of ",
  "Operation X ",
];

test("on any text nothing throws and every finding is its span", () => {
  const texts = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.array(fc.constantFrom(...PIECES)).map((all) => all.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const { quotes: found, statements, actors } = read(text);
      for (const { start, end, text: words } of [...found, ...statements, ...actors]) {
        expect(start).toBeLessThan(end);
        expect(text.slice(start, end)).toBe(words);
      }
      for (const { speaker } of [...found, ...statements])
        if (speaker?.start !== undefined) expect(text.slice(speaker.start, speaker.end)).toBe(speaker.text);
    }),
    { numRuns: 300 },
  );
});

test.each(["he said Adaeze Okoye, “we sail”, ", "“a ", "‘a s’ ", "“We go on\n", "“a”, with Adaeze Okoye noting "])(
  "however long a text is, a quotation is weighed against the phrases near it: %j",
  (piece) => {
    const mostWeighed = (times: number) => {
      const reading = layOut({ id: "long", text: piece.repeat(times) });
      const quotations = pairQuotationMarks(reading);
      const scene = outline(reading, quotations);
      const contests = contestsOf(scene, createSubjects(scene), quotations);
      return Math.max(0, ...contests.map(({ contenders }) => contenders.length));
    };
    expect(mostWeighed(800)).toBeLessThanOrEqual(6 * 24 + 1);
  },
);

test("he is whom the paragraph has turned to, not the speaker of the one before", () => {
  expect(
    quotes(
      "“We counted nine boats,” said Nils Lindqvist, who runs the rescue centre. He said that the search would go on.\n" +
        "Mayor Tavo Ilmarinen closed the port. “Nobody sails tonight,” he told reporters at the quay.",
    ),
  ).toEqual(["Nils Lindqvist: We counted nine boats,", "Tavo Ilmarinen: Nobody sails tonight,"]);
});

describe("whom a pronoun means is shown only when it is sure", () => {
  const shown = (text: string) =>
    read(text).quotes.map((quote) => shownSpeaker(quote) ?? `not identified: ${quote.speaker?.text ?? ""}`);

  test.each([
    [
      "one who has no name spoke since",
      "General Victor Amadi inspected the troops. A shepherd said he heard planes. “They flew very low,” he said.",
      "not identified: he",
    ],
    [
      "a relative spoke since",
      "Carpenter Dev Anand waits for the ferry. His neighbour said it was late. “We will sleep here,” he said.",
      "not identified: he",
    ],
    [
      "two of one title were named",
      "Senator Paul Green met Senator Alan Brook. “The vote is ours,” the senator said.",
      "the senator",
    ],
    [
      "two of one last name were named",
      "Anna Larsen and Peter Larsen own the yard. “We start again on Monday,” Larsen said.",
      "Larsen",
    ],
    [
      "only one was named, and speaks on",
      "Mayor Paul Green said the bridge was shut. “It will open in May,” he said.",
      "Paul Green",
    ],
    [
      "the other one is a woman",
      "Paul Green met the harbour pilot, Anna Larsen, at noon. “The tide was with us,” she said.",
      "Anna Larsen",
    ],
    [
      "who is asked goes by a title",
      "Admiral Victor Amadi landed at dawn. “We hold the port,” the admiral said.",
      "Victor Amadi",
    ],
  ])("%s", (_, text, expected) => {
    expect(shown(text)).toEqual([expected]);
  });
});

test.each([
  ["Bus conductor Aki Tamm said he saw smoke. “The glass went everywhere,” he said.", "Aki Tamm"],
  ["Minister David Lorn came. Cheese dealer Aki Tamm said he saw smoke. “It went everywhere,” he said.", "Aki Tamm"],
  ["Goalkeeper Ruben Castell laughed: “I should buy a lottery ticket tonight.”", "Ruben Castell"],
  ["SHO Ramesh Tomar said a case had been registered. “We are scanning the footage,” he said.", "Ramesh Tomar"],
  ["“It is beyond words,” said UN relief coordinator Hanne Lund at a noon briefing.", "Hanne Lund"],
  [
    "The head of the regional rescue service Serhii Bondar said: “Two people were injured last night.”",
    "Serhii Bondar",
  ],
  ["Vice mayor Liu Wen came at dawn. “The road will be cleared by noon,” Liu said.", "Liu Wen"],
  ["Deniz Aydin, 19, ran for help. “I thought it was fireworks,” Deniz said.", "Deniz Aydin"],
  ["Anna Larsen owns the yard. “We start again on Monday,” Mr Larsen said.", "Larsen"],
])("whoever speaks behind any role is a person: %s", (text, speaker) => {
  expect(told(read(text).quotes).map((line) => line.split(": ")[0])).toEqual([speaker]);
});

test.each([
  [
    "Asked what he expects, the White House press secretary, Adaeze Okoye, replied: “Calm seas by Monday.”",
    "Adaeze Okoye",
  ],
  ["Ruth Mbeki, the line’s press secretary, told reporters: “The boats will sail on Monday.”", "Ruth Mbeki"],
  ["“The ceasefire is holding,” Brig (retd) Suresh Nambiar averred.", "Suresh Nambiar"],
  ["Talking to reporters, DIG Central Kashmir Rajiv Pandit said, “The search is still under way.”", "Rajiv Pandit"],
  ["“They had no lights at all,” recalls Gunnar Falk, a ferryman for 30 years.", "Gunnar Falk"],
  ["“I have seen it only once,” the Italian said.", "the Italian"],
  [
    "“We will hunt them down,” opined former chief minister Omar Qureshi while talking to reporters here.",
    "Omar Qureshi",
  ],
])("shown with confidence: %s", (text, speaker) => {
  expect(read(text).quotes.map(shownSpeaker)).toEqual([speaker]);
});

test("a name led up to by an unknown role is whom he means, whatever the name's owner did", () => {
  const text =
    "“I have never seen such waste,” said Nils Lindqvist. Skip hirer Bo Aune rejected the figures. “My lorries were full,” he added.";
  expect(read(text).quotes.map(({ speaker }) => speaker?.name)).toEqual(["Nils Lindqvist", "Bo Aune"]);
});
