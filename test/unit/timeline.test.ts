import { PassThrough, Readable } from "node:stream";
import { text as readAll } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { buildTimeline } from "../../src/analyse/events/timeline.ts";
import { timelineVerb } from "../../src/cli/timeline.ts";
import { UserError } from "../../src/lib/user-error.ts";

function article(id: string, published: string, text: string) {
  return { article: { id, published, text } };
}

const ARTICLES = [
  article(
    "a",
    "2024-03-05",
    "The dam at Lenara burst on March 3 and flooded four villages. Rescue teams reached the valley on March 4.",
  ),
  article(
    "b",
    "2024-03-06",
    "Engineers had warned about the dam before it burst on March 3. A festival opened on March 2.",
  ),
  article("c", "2024-03-08", "On March 4 rescue teams reached the last village below the Lenara dam."),
];

describe("a timeline", () => {
  test("takes the days that articles mention most, in date order", () => {
    const days = buildTimeline(ARTICLES, { topic: ["dam"], dates: 2, perDate: 1 });
    expect(days.map((day) => [day.date, day.sources])).toEqual([
      ["2024-03-03", 2],
      ["2024-03-04", 2],
    ]);
  });

  test("scores a day of the topic above one beside it", () => {
    const days = buildTimeline(ARTICLES, { topic: ["dam"], dates: 9, perDate: 1 });
    const score = (date: string) => days.find((day) => day.date === date)?.score ?? 0;
    expect(score("2024-03-03")).toBeGreaterThan(score("2024-03-02"));
  });

  test("counts an article once, however often it names a day", () => {
    const often = "Rain fell on March 5. Rain fell on March 5. Rain fell on March 5. Rain stopped on March 6.";
    const once = "Rain stopped on March 6.";
    const days = buildTimeline([article("a", "2024-03-06", often), article("b", "2024-03-06", once)], {
      topic: [],
      dates: 1,
      perDate: 1,
    });
    expect(days.map((day) => day.date)).toEqual(["2024-03-06"]);
  });

  test("tells a sentence that names two days once", () => {
    const both = "The dam at Lenara burst on March 3 and the whole valley was empty by March 4.";
    const days = buildTimeline(
      [
        article("a", "2024-03-09", both),
        article("b", "2024-03-09", `${both} Rescue teams with dogs reached the last village of it on March 4.`),
      ],
      { topic: [], dates: 5, perDate: 1 },
    );
    const texts = days.flatMap(({ sentences }) => sentences.map(({ text }) => text));
    expect(texts).toHaveLength(2);
    expect(new Set(texts).size).toBe(2);
  });

  test("prefers a day apart to one beside a day of more weight", () => {
    const days = buildTimeline(
      [
        article(
          "a",
          "2024-03-20",
          "The dam burst on March 3. The dam was drained on March 4. The dam was sold on March 9.",
        ),
        article(
          "b",
          "2024-03-20",
          "The dam burst on March 3. The dam was drained on March 4. The dam was sold on March 9.",
        ),
        article("c", "2024-03-20", "The dam burst on March 3."),
      ],
      { topic: ["dam"], dates: 2, perDate: 1 },
    );
    expect(days.map(({ date }) => date)).toEqual(["2024-03-03", "2024-03-09"]);
  });

  test("is the same in whatever order its articles come", () => {
    const options = { topic: ["dam"], dates: 3, perDate: 1 };
    const days = (of: typeof ARTICLES) => buildTimeline(of, options).map(({ date }) => date);
    expect(days([...ARTICLES].reverse())).toEqual(days(ARTICLES));
  });

  test("puts a day that is looked back at before one that was soon forgotten", () => {
    const days = buildTimeline(
      [
        article("a", "2024-03-05", "The dam burst on March 5."),
        article("b", "2024-03-05", "The fair opened on March 4."),
        article("c", "2024-03-05", "The fair opened on March 4."),
        article("d", "2024-03-12", "The dam burst on March 5."),
      ],
      { topic: [], dates: 1, perDate: 1 },
    );
    expect(days.map((day) => day.date)).toEqual(["2024-03-05"]);
  });

  test("takes copies of one report that looks back for one memory", () => {
    const copies = ["c", "d", "e", "i"].map((id) => article(id, "2024-03-12", "The fair had opened on March 4."));
    const days = buildTimeline(
      [
        ...copies,
        article("f", "2024-03-09", "The dam had burst on March 1."),
        article("g", "2024-03-15", "It was on March 1 that the dam burst."),
        article("h", "2024-03-20", "A court asks why the dam burst on March 1."),
      ],
      { topic: [], dates: 1, perDate: 1 },
    );
    expect(days.map((day) => day.date)).toEqual(["2024-03-01"]);
  });

  test("tells each day in sentences of the articles, none twice", () => {
    for (const day of buildTimeline(ARTICLES, { topic: ["dam"], dates: 9, perDate: 3 })) {
      expect(day.sentences.length).toBeGreaterThan(0);
      expect(new Set(day.sentences.map((sentence) => sentence.text)).size).toBe(day.sentences.length);
      for (const { text, id } of day.sentences)
        expect(ARTICLES.find((one) => one.article.id === id)?.article.text).toContain(text);
    }
  });

  test("tells the news, not where it was filed nor what the page says of itself", () => {
    const text =
      "LENARA, March 3 (Harbour Wire) – The dam above the town burst at noon on Sunday and flooded four villages.\n" +
      "Sign up to our newsletter of March 3 for all of the news about the dam and the valley.";
    const [day] = buildTimeline([article("a", "2024-03-03", text)], { topic: ["dam"], dates: 1, perDate: 3 });
    expect(day?.sentences.map((sentence) => sentence.text)).toEqual([
      "The dam above the town burst at noon on Sunday and flooded four villages.",
    ]);
  });

  test("of nothing is empty", () => {
    expect(buildTimeline([], { topic: [], dates: 5, perDate: 2 })).toEqual([]);
  });
});

async function run(lines: readonly string[], args: readonly string[]) {
  const output = new PassThrough();
  const written = readAll(output);
  const failed = await timelineVerb({ input: Readable.from(`${lines.join("\n")}\n`), output }, args);
  output.end();
  const rows = (await written).split("\n").filter((line) => line !== "");
  return { failed, rows: rows.map((line): unknown => JSON.parse(line)) };
}

describe("the pipe", () => {
  test("writes one line a day and says which lines it could not read", async () => {
    const lines = [...ARTICLES.map((one) => JSON.stringify(one.article)), "not json", '{"id":"x"}'];
    const { failed, rows } = await run(lines, ["--topic", "dam", "--dates", "1", "--per-date", "1"]);
    expect(failed).toBe(2);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({ date: "2024-03-03", sources: 2 });
    expect(rows[2]).toMatchObject({ id: "x", error: expect.any(String) });
  });

  test.each([
    ["--colour", "red"],
    ["--dates", "none"],
    ["--per-date", "0"],
  ])("refuses %s %s", async (name, value) => {
    await expect(run([], [name, value])).rejects.toBeInstanceOf(UserError);
  });
});
