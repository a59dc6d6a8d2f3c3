import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layOut } from "../../src/analyse/reading/reading.ts";
import { cleanTitle } from "../../src/analyse/summary/clean-title.ts";
import { isFaithful, unsupported } from "../../src/analyse/summary/faithful.ts";
import { cutHeadline } from "../../src/analyse/summary/headline.ts";
import { summarise } from "../../src/analyse/summary/summary.ts";

const NOTHING = { events: [], quotes: [] };

function summaryOf(text: string, title?: string) {
  return summarise(layOut({ id: "1", text, ...(title === undefined ? {} : { title }) }), NOTHING);
}

describe("headlines", () => {
  test.each([
    ["Ferry sinks off Lenara - Harbour News", "Ferry sinks off Lenara"],
    ["WATCH: Ferry sinks off Lenara", "Ferry sinks off Lenara"],
    ["Ferry sinks off Lenara | The Daily Herald", "Ferry sinks off Lenara"],
    ["FERRY SINKS OFF THE COAST OF LENARA", "Ferry sinks off the coast of lenara"],
    ["Truce holds - for now", "Truce holds - for now"],
    ["WATCH LIVE: Ferry sinks off Lenara – CNN", "Ferry sinks off Lenara"],
    ["UPDATE 2-Ferry sinks off Lenara", "Ferry sinks off Lenara"],
    ["(LEAD) Ferry sinks off Lenara", "Ferry sinks off Lenara"],
    ["Live updates: Ferry sinks off Lenara", "Ferry sinks off Lenara"],
    ["Ferry sinks off Lenara (VIDEO)", "Ferry sinks off Lenara"],
    ["Ferry sinks off Lenara – as it happened | Norland | The Guardian", "Ferry sinks off Lenara"],
    ["Live fire on the border, says army", "Live fire on the border, says army"],
    ["Update on talks due, says envoy", "Update on talks due, says envoy"],
    ["Breaking: ", "Breaking:"],
  ])("%s", (title, clean) => {
    expect(cleanTitle(title)).toBe(clean);
  });

  test.each([
    ["Ferry sinks off Lenara - Sahel Info", "Sahel Info", "Ferry sinks off Lenara"],
    ["Ferry sinks off Lenara｜Kita Ledger", "Kita Ledger", "Ferry sinks off Lenara"],
    ["Ferry sinks off Lenara · Delta Star", "The Delta Star", "Ferry sinks off Lenara"],
    ["(2nd LD) Ferry sinks off Lenara: JCS", "Han Daily", "Ferry sinks off Lenara: JCS"],
    ["Ferry sinks off Lenara - Orvia", "Sahel Info", "Ferry sinks off Lenara - Orvia"],
    ["Truce holds - for now", "Now", "Truce holds - for now"],
  ])("%s (%s)", (title, outlet, clean) => {
    expect(cleanTitle(title, { outlet })).toBe(clean);
  });

  describe("a title that keeps its news back", () => {
    const text = "A ferry with 40 people on board sank off Lenara on Monday. Divers found the wreck at noon.";
    const event = { precision: "day", basis: "relative", type: "disaster", status: "stated", title: "sank" } as const;
    const events = [{ ...event, date: "2024-03-04", start: 0, end: 58 }];
    const headline = (title: string, findings: typeof NOTHING | { events: typeof events; quotes: [] }) =>
      summarise(layOut({ id: "1", text, title }), findings).headline;

    test.each([
      "What we know about the Lenara ferry",
      "Lenara ferry: you won’t believe what the divers found",
      "Was the Lenara ferry overloaded?",
      "Here's why the Lenara ferry matters",
      "5 things about the Lenara ferry",
      "Watch: Terrifying moment the Lenara ferry goes under",
      "Moment divers reach the Lenara ferry",
    ])("gives way to a lead that tells it: %s", (title) => {
      expect(headline(title, { events, quotes: [] })).toBe("A ferry with 40 people on board sank off Lenara on Monday");
    });

    test("stays where the lead tells no event either", () => {
      expect(headline("What we know about the Lenara ferry", NOTHING)).toBe("What we know about the Lenara ferry");
    });

    test.each(["5 divers found dead in Lenara ferry", "Moment of silence for 40 lost on Lenara ferry"])(
      "is not one that says who, what, or a number: %s",
      (title) => {
        expect(headline(title, { events, quotes: [] })).toBe(title);
      },
    );
  });

  test("a title in capitals gets the names that its text writes", () => {
    expect(
      summaryOf("The UN said on Monday that Norland had sunk a ferry.", "NORLAND SINKS FERRY, UN SAYS").headline,
    ).toBe("Norland sinks ferry, UN says");
  });

  test("a long lead is cut where a clause breaks, never inside a word", () => {
    const lead =
      "The army said its forces crossed the river at dawn and took three villages, while the governor asked people to leave the valley before nightfall because of shelling.";
    const headline = cutHeadline(lead);
    expect([...headline].length).toBeLessThanOrEqual(120);
    expect(lead.startsWith(headline)).toBe(true);
    expect(lead.slice(headline.length)).toMatch(/^[,\s]/);
  });

  test.each([
    [
      "The Norland Food and Harbour Workers Union (NFHWU) has unanimously rejected an offer of 4.5 percent by the port (which is owned by the state) that its leaders had backed in June.",
      "The NFHWU has unanimously rejected an offer of 4.5 percent by the port that its leaders had backed in June",
    ],
    [
      "A bus with pilgrims fell into the gorge below the Tashi bridge at 6:40 p.m. local time and then burned out, killing the driver and nine of the passengers on board.",
      "A bus with pilgrims fell into the gorge below the Tashi bridge at 6:40 p.m. local time and then burned out",
    ],
    [
      "The presidents of Orvia and Tarn signed a truce in Lenara on the banks of the river, a town that both of the armies had repeatedly bombed for weeks.",
      "The presidents of Orvia and Tarn signed a truce in Lenara on the banks of the river",
    ],
    [
      "Three rescue teams with dogs and heavy machines from the neighbouring valley of Upper Tarnby Orla and Mirren have finally reached Lenara.",
      "Three rescue teams with dogs and heavy machines from the neighbouring valley of Upper Tarnby Orla and Mirren",
    ],
    [
      "Deputies of the Orvia Labour Congress walked out of the assembly (OLD) after a vote on the budget that had been put off in March and again in early June.",
      "Deputies of the Orvia Labour Congress walked out of the assembly after a vote on the budget that had been put off",
    ],
    [
      "Rebels took two towns on the lower Sela and drove hundreds of families over the bridge into the hills of Mirren, the army said.",
      "Rebels took two towns on the lower Sela and drove hundreds of families over the bridge into the hills, the army said",
    ],
    [
      "Four guards were shot dead in the prison of Upper Lenara during a riot that went on for most of the night, according to a union.",
      "Four guards were shot dead in the prison of Upper Lenara during a riot, according to a union",
    ],
  ])("a lead that is too long: %s", (lead, headline) => {
    expect(cutHeadline(lead)).toBe(headline);
  });

  test("without a title the lead speaks, without its dateline", () => {
    expect(summaryOf("LENARA (Reuters) - A ferry sank off the coast on Monday.").headline).toBe(
      "A ferry sank off the coast on Monday",
    );
  });
});

describe("sentences", () => {
  const article =
    "A ferry sank off Lenara on Monday.\nAccording to harbour spokeswoman Mila Tarn.\nRead: Ten worst ferry disasters\n" +
    "Rescuers pulled 40 people from the sea. The owner was arrested at his home. Sign up to our newsletter for more news.";

  test("are verbatim, the lead first, three at most", () => {
    const { sentences } = summaryOf(article);
    expect(sentences.map((sentence) => sentence.text)).toEqual([
      "A ferry sank off Lenara on Monday.",
      "Rescuers pulled 40 people from the sea.",
      "The owner was arrested at his home.",
    ]);
    for (const { start, end, text } of sentences) expect(article.slice(start, end)).toBe(text);
  });

  test("half of a quotation is none of them", () => {
    const { sentences } = summaryOf(
      "A ferry sank off Lenara on Monday. “People stood on the pier. Nobody spoke,” a guard said. The port was closed at noon.",
    );
    expect(sentences.map((sentence) => sentence.text)).toEqual([
      "A ferry sank off Lenara on Monday.",
      "The port was closed at noon.",
    ]);
  });

  test("the dateline stays out, and what remains is verbatim", () => {
    const text = "LENARA, March 18 (Harbour Wire) – A ferry sank off the coast on Monday.";
    const [lead] = summaryOf(text).sentences;
    expect(lead?.text).toBe("A ferry sank off the coast on Monday.");
    expect(text.slice(lead?.start, lead?.end)).toBe(lead?.text);
  });

  test("an event of long ago is no part of the news", () => {
    const first = "A ferry sank off Lenara on Monday.";
    const [quay, past] = [
      "The quay was closed to cars and trucks.",
      "In 2009 a storm killed 70 fishermen of the town.",
    ];
    const text = `${first} Divers found the wreck at noon. ${quay} ${past}`;
    const start = text.indexOf(past);
    const event = { precision: "year", basis: "explicit", type: "disaster", status: "stated", title: past } as const;
    const events = [{ ...event, date: "2009", killed: 70, start, end: start + past.length }];
    const texts = (published: string) =>
      summarise(layOut({ id: "1", text, published }), { events, quotes: [] }).sentences.map((one) => one.text);
    expect(texts("2024-03-04")).not.toContain(past);
    expect(texts("2009-12-30")).toContain(past);
  });

  test("the line under a picture is not the lead", () => {
    const { headline, sentences } = summaryOf(
      "The bridge at Lenara was opened in 1987\nA bridge collapsed in Lenara on Monday. Divers looked for two cars that had fallen into the river.",
    );
    expect(headline).toBe("A bridge collapsed in Lenara on Monday");
    expect(sentences[0]?.text).toBe("A bridge collapsed in Lenara on Monday.");
  });

  test("where no line has a full stop, the first one leads", () => {
    const { headline } = summaryOf(
      "A bridge collapsed in Lenara on Monday\nDivers looked for two cars that had fallen in",
    );
    expect(headline).toBe("A bridge collapsed in Lenara on Monday");
  });

  test("a text that is only a title is told as it stands", () => {
    expect(summaryOf("Ferry sinks off Lenara").sentences.map((sentence) => sentence.text)).toEqual([
      "Ferry sinks off Lenara",
    ]);
  });

  test("any text gives a headline that fits and sentences that stand in it", () => {
    const words = "The ferry sank off Lenara . , “ ” killed 26 \n and said according to Mr. | - READ:".split(" ");
    const texts = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...words), { maxLength: 80 }).map((w) => w.join(" ")),
    );
    fc.assert(
      fc.property(texts, texts, (text, title) => {
        const summary = summaryOf(text, title);
        expect([...summary.headline].length).toBeLessThanOrEqual(120);
        expect(summary.sentences.length).toBeLessThanOrEqual(3);
        for (const sentence of summary.sentences) expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
      }),
    );
  });
});

describe("faithfulness", () => {
  const source = "Interior minister Mila Tarn said twenty-six people died in Lenara. “We will rebuild,” she said.";

  test.each([
    ["Tarn: 26 died in Lenara", true],
    ["28 died in Lenara", false],
    ["Tarn says people died in Orvik", false],
    ['Tarn: "We will rebuild"', true],
    ['Tarn: "We will retreat"', false],
  ])("%s", (said, faithful) => {
    expect(isFaithful(said, source)).toBe(faithful);
  });

  test("it names what the source lacks", () => {
    expect(unsupported('Orvik counts 28 dead, "a shame"', source)).toEqual({
      numbers: ["28"],
      names: ["Orvik"],
      quotes: ["a shame"],
    });
  });
});
