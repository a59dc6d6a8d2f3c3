import fc from "fast-check";
import { expect, test } from "vitest";
import { renderCards } from "../../src/chat/slack/render.ts";
import { type Card, card, type Inline, plain } from "../../src/model/card.ts";
import { LEVELS } from "../../src/model/findings.ts";
import { blockViolations } from "../fakes/slack/blocks.ts";
import { controlsOf, pingsOf } from "../fakes/slack/pings.ts";

const HOSTILE = [
  "<!channel>",
  "<!here|here>",
  "<@U12345678>",
  "<!subteam^S1234>",
  "@everyone",
  "<https://evil.example|bbc.co.uk>",
  "<!date^1^{date}|x>",
  "&lt;!channel&gt;",
  "*bold* _it_ ~no~ `code`",
  "```\n>quote\n• list",
  ":rotating_light:",
  "\u202egnp.exe",
  "\u200b\u2060",
  "Z̷̡̢̛͎̹̘͇͚͕̩͛a̸l̴g̵o̶",
  "می‌خواهم",
  "👨‍👩‍👧‍👦".repeat(40),
  "\ud800",
  "\0\x1b[31m",
  "",
  " ",
  "\n\n\n",
  "x".repeat(5000),
];

const text = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.lorem({ maxCount: 60 }),
);
const url = fc.oneof(
  fc.webUrl(),
  fc.constantFrom(
    "javascript:alert(1)",
    "https://a.example/<!channel>|x",
    "https://u:p@a.example",
    "not a url",
    "",
    "http://[::1]/",
  ),
);
const instant = fc.date({ noInvalidDate: false });
const inline: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({ kind: fc.constant("text" as const), text }),
  fc.record({ kind: fc.constant("strong" as const), text }),
  fc.record({ kind: fc.constant("channel" as const), id: fc.oneof(fc.constantFrom("C1", "123456789012345678"), text) }),
  fc.record({ kind: fc.constant("link" as const), text, url }),
  fc.record({ kind: fc.constant("time" as const), at: instant, style: fc.constantFrom("relative", "datetime") }),
);
const spans = fc.array(inline, { maxLength: 6 });
const maybe = { requiredKeys: [] as never[] };
const many = { maxLength: 30 };

const anyCard: fc.Arbitrary<Card> = fc
  .tuple(
    fc.record({
      kind: fc.constantFrom("alert", "timeline", "quotes", "list", "help", "status", "error"),
      title: text,
      facts: fc.array(fc.record({ name: text, value: spans }), many),
      quotes: fc.array(fc.record({ text, source: spans, speaker: fc.option(text, { nil: undefined }) }), many),
      rows: fc.array(fc.record({ text: spans, heading: fc.option(text, { nil: undefined }) }), { maxLength: 60 }),
      sources: fc.array(fc.record({ label: text, url, at: instant }), many),
      actions: fc.array(
        fc.record({
          label: text,
          command: fc.constant("timeline"),
          options: fc.dictionary(fc.constantFrom("a", "b"), text),
        }),
        many,
      ),
    }),
    fc.record(
      {
        level: fc.constantFrom(...LEVELS),
        url,
        lead: spans,
        footer: spans,
        page: fc.record({ number: fc.nat(), of: fc.nat() }),
      },
      maybe,
    ),
  )
  .map(([all, some]) => ({ ...all, ...some }));

test("no card ever breaks a limit of Slack, pings anybody or becomes markup", () => {
  fc.assert(
    fc.property(fc.array(anyCard, { minLength: 1, maxLength: 6 }), (cards) => {
      const message = renderCards(cards);
      expect(blockViolations(message.blocks)).toEqual([]);
      expect(pingsOf(message)).toEqual([]);
      expect(controlsOf(message)).toEqual([]);
      expect(message.text).not.toMatch(/[<>]|^$/);
      expect(message.text.length).toBeLessThan(20_000);
    }),
    { numRuns: 150, endOnFailure: true },
  );
});

test("an alert shows its level in words, its quotations with their speakers, and its sources with their domains", () => {
  const { text: fallback, blocks } = renderCards([
    card({
      kind: "alert",
      level: "flash",
      title: "Ceasefire agreed",
      lead: plain("Both sides said so."),
      quotes: [
        { text: "It holds.", speaker: "Ann Lee", role: "minister", source: plain("Post"), note: "wording differs" },
      ],
      sources: [{ label: "Post", domain: "post.example", url: "https://post.example/1", at: new Date(0) }],
    }),
  ]);
  expect(fallback).toBe("FLASH 🚨 · Ceasefire agreed · Both sides said so.");
  expect(blocks[0]).toEqual({
    type: "header",
    text: { type: "plain_text", text: "FLASH 🚨 · Ceasefire agreed", emoji: false },
  });
  const seen = JSON.stringify(blocks);
  for (const part of [
    "“It holds.”",
    "Ann Lee, minister",
    "wording differs",
    "(post.example)",
    "https://post.example/1",
  ]) {
    expect(seen).toContain(part);
  }
});

test("a title too long for a header is there in full", () => {
  const title = "word ".repeat(60).trim();
  const seen = JSON.stringify(renderCards([card({ kind: "alert", title })]).blocks);
  expect(seen).toContain(title);
});

test("rows under one heading make one list, in order", () => {
  const rows = ["a", "b", "a"].map((heading, at) => ({ heading, text: plain(`row ${at}`) }));
  const list = renderCards([card({ kind: "timeline", title: "t", rows: [rows[0]!, rows[0]!, rows[1]!, rows[2]!] })]);
  const elements = list.blocks.flatMap((block) => (block.type === "rich_text" ? block.elements : []));
  expect(elements.map((one) => `${one.type} ${one.elements.length}`)).toEqual([
    "rich_text_section 1",
    "rich_text_list 2",
    "rich_text_section 1",
    "rich_text_list 1",
    "rich_text_section 1",
    "rich_text_list 1",
  ]);
});

test("a card with far too much keeps its title and buttons and says what is left out", () => {
  const message = renderCards([
    card({
      kind: "list",
      title: "Stories",
      rows: Array.from({ length: 300 }, (_, at) => ({ text: plain(`${at} ${"long ".repeat(30)}`) })),
      actions: [{ label: "Next", command: "stories", options: {}, page: 2 }],
    }),
  ]);
  const seen = JSON.stringify(message.blocks);
  expect(seen).toMatch(/\+\d+ more/);
  expect(seen).toContain('"sitrep.page.0"');
  expect(seen).toContain('"Stories"');
});

test("the days of a timeline are blocks of their own, and never too many", () => {
  const day = (at: number) => ({ heading: `Day ${at >> 1}`, text: plain(`Event ${at}`), sign: "?" });
  const rows = Array.from({ length: 8 }, (_, at) => day(at));
  const { blocks } = renderCards([card({ kind: "timeline", title: "Timeline", rows, footer: plain("signs") })]);
  expect(blocks.map(({ type }) => type)).toEqual(["header", ...Array(4).fill("rich_text"), "context"]);
  expect(JSON.stringify(blocks[1])).toMatch(/Day 0.+\? .+Event 0.+Event 1/);
  const many = Array.from({ length: 150 }, (_, at) => day(at));
  expect(blockViolations(renderCards([card({ kind: "timeline", title: "Timeline", rows: many })]).blocks)).toEqual([]);
});
