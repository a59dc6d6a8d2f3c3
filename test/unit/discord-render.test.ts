import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeMarkup, textMarkup } from "../../src/chat/discord/markup.ts";
import { renderPost, renderReply } from "../../src/chat/discord/render.ts";
import { type Card, card, type Inline, plain } from "../../src/model/card.ts";
import { LEVELS } from "../../src/model/findings.ts";
import { createBodyCheck } from "../fakes/discord/body-checks.ts";
import { effectiveMentions } from "../fakes/discord/pings.ts";

const check = createBodyCheck();

describe("escaping", () => {
  test.each([
    ["bold and italics", "**a** __b__ *c* _d_", "\\*\\*a\\*\\* \\_\\_b\\_\\_ \\*c\\* \\_d\\_"],
    ["a masked link", "[a](https://evil.example)", "\\[a\\](https\\://evil.example)"],
    ["a bare address", "see http://evil.example", "see http\\://evil.example"],
    [
      "a user mention",
      "<@1> <@&2> <#3> </x:4> <t:5>",
      "\\<@1\\> \\<@&2\\> \\<#3\\> \\</x:4\\> \\<t:5\\>".replaceAll("#", "\\#"),
    ],
    ["everyone", "@everyone @here", "@\u200beveryone @\u200bhere"],
    ["a heading, a quotation and lists", "# a\n> b\n- c\n1. d", "\\# a\n\\> b\n\\- c\n1\\. d"],
    ["code and spoilers", "`a` ||b||", "\\`a\\` \\|\\|b\\|\\|"],
    ["an emoji name", ":skull: at 10:30", "\\:skull: at 10:30"],
    ["a backslash that would eat our own", "\\**a**", "\\\\\\*\\*a\\*\\*"],
  ])("%s is shown as it was written", (_name, text, escaped) => {
    expect(escapeMarkup(text)).toBe(escaped);
  });

  test("an escape is never cut in two", () => {
    for (let max = 0; max < 20; max++) {
      const markup = textMarkup(plain("*****_____"), max);
      expect(markup.length).toBeLessThanOrEqual(max);
      expect(markup.replace(/\\[*_]|…/g, "")).toBe("");
    }
  });

  test("a link with a dangerous address is only its words", () => {
    expect(textMarkup([{ kind: "link", text: "click", url: "javascript:alert(1)" }], 100)).toBe("click");
  });

  test("a label cannot end its own link", () => {
    expect(textMarkup([{ kind: "link", text: "a](https://evil.example)", url: "https://good.example/(x)" }], 200)).toBe(
      "[a\\](https\\://evil.example)](<https://good.example/%28x%29>)",
    );
  });
});

const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.constantFrom(
    "@everyone",
    "<@1>",
    "<@&1>",
    "\n# x",
    "](https://evil.example)",
    "👩‍👩‍👧‍👦".repeat(300),
    "*".repeat(5_000),
    "\u202e",
    " ",
    "",
  ),
  fc.lorem({ mode: "sentences", maxCount: 60 }),
);
const url = fc.oneof(fc.webUrl(), hostile);
const span: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({ kind: fc.constant("text" as const), text: hostile }),
  fc.record({ kind: fc.constant("strong" as const), text: hostile }),
  fc.record({
    kind: fc.constant("channel" as const),
    id: fc.oneof(fc.constantFrom("C1", "123456789012345678"), hostile),
  }),
  fc.record({ kind: fc.constant("link" as const), text: hostile, url }),
  fc.record({
    kind: fc.constant("time" as const),
    at: fc.date(),
    style: fc.constantFrom("relative" as const, "datetime" as const),
  }),
);
const text = fc.array(span, { maxLength: 8 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const anyCard: fc.Arbitrary<Card> = fc
  .record({
    kind: fc.constantFrom("alert" as const, "timeline" as const, "list" as const, "error" as const),
    level: maybe(fc.constantFrom(...LEVELS)),
    title: hostile,
    url: maybe(url),
    lead: maybe(text),
    facts: fc.array(fc.record({ name: hostile, value: text }), { maxLength: 40 }),
    quotes: fc.array(
      fc.record({ text: hostile, speaker: maybe(hostile), role: maybe(hostile), source: text, note: maybe(hostile) }),
      { maxLength: 12 },
    ),
    rows: fc.array(fc.record({ heading: maybe(hostile), text, note: maybe(text) }), { maxLength: 30 }),
    sources: fc.array(fc.record({ label: hostile, domain: maybe(hostile), url: maybe(url), at: maybe(fc.date()) }), {
      maxLength: 60,
    }),
    footer: maybe(text),
    actions: fc.array(
      fc.record({
        label: hostile,
        command: fc.constantFrom("timeline", "feeds add"),
        options: fc.dictionary(fc.constantFrom("story", "url"), hostile),
        page: maybe(fc.integer({ min: 1, max: 99 })),
      }),
      { maxLength: 30 },
    ),
  })
  .map((parts) => JSON.parse(JSON.stringify(parts), reviveDates));

/** Leaves absent parts out and keeps instants. */
function reviveDates(key: string, value: unknown): unknown {
  return key === "at" && (typeof value === "string" || value === null) ? new Date(String(value)) : value;
}

const POST = "/channels/{channel_id}/messages";

describe("any card", () => {
  test("is a post within every limit, and pings nobody even if mentions were allowed", () => {
    fc.assert(
      fc.property(anyCard, (any) => {
        const message = renderPost(any, "p0st1d");
        expect(check("POST", POST, message)).toEqual([]);
        expect(effectiveMentions(message)).toEqual([]);
        expect(message.embeds[0]?.footer?.text.endsWith("sitrep · p0st1d")).toBe(true);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  test("is a reply within every limit, also beside others", () => {
    fc.assert(
      fc.property(fc.array(anyCard, { minLength: 1, maxLength: 12 }), (cards) => {
        expect(check("POST", POST, renderReply(cards))).toEqual([]);
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });
});

test("an alert shows who said what, where it stands and when", () => {
  const message = renderPost(
    card({
      kind: "alert",
      level: "alert",
      title: "Ferry capsizes off Harbour Point",
      url: "https://post.example/ferry",
      lead: plain("Rescue boats are on their way."),
      facts: [{ name: "Who", value: plain("Coast guard") }],
      quotes: [
        {
          text: "We saw it tilt",
          speaker: "Ana Reyes",
          role: "passenger",
          source: [{ kind: "link", text: "Harbour Post", url: "https://post.example/ferry" }],
        },
        { text: "Nobody told us", source: plain("Daily Wave"), note: "also in 1 other outlet" },
      ],
      sources: [{ label: "Harbour Post", domain: "post.example", url: "https://post.example/ferry", at: new Date(0) }],
      footer: plain("2 outlets"),
      actions: [{ label: "Why?", command: "why", options: { story: "abc" } }],
    }),
    "abc",
  );
  expect(message).toEqual({
    embeds: [
      {
        author: { name: "ALERT 🟡" },
        color: 0xf9a825,
        title: "Ferry capsizes off Harbour Point",
        url: "https://post.example/ferry",
        description: [
          "Rescue boats are on their way.",
          "> “We saw it tilt”\n— **Ana Reyes**, passenger · [Harbour Post](<https://post.example/ferry>)",
          "> “Nobody told us”\n— speaker not identified · Daily Wave · also in 1 other outlet",
          "-# 2 outlets",
        ].join("\n\n"),
        fields: [
          { name: "Who", value: "Coast guard", inline: true },
          {
            name: "Sources",
            value: "[Harbour Post](<https://post.example/ferry>) (post.example) <t:0:R>",
            inline: false,
          },
        ],
        footer: { text: "sitrep · abc" },
      },
    ],
    components: [{ type: 1, components: [{ type: 2, style: 2, label: "Why?", custom_id: "v1:why::story=abc" }] }],
  });
});
