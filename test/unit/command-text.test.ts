import { expect, test } from "vitest";
import { readCommand } from "../../src/chat/command-text.ts";
import { typedText } from "../../src/chat/slack/wire-text.ts";
import type { CommandShape, OptionKind } from "../../src/model/command.ts";

function shape(name: string, ...options: (readonly [string, OptionKind, "required"?])[]): CommandShape {
  return {
    name,
    summary: name,
    access: "everyone",
    visibility: "private",
    options: options.map(([option, kind, required]) => ({
      name: option,
      kind,
      summary: option,
      required: required !== undefined,
      completes: false,
    })),
    examples: [],
  };
}

const SHAPES = [
  shape("timeline", ["story", "story"], ["actor", "actor"], ["since", "date"]),
  shape("quote", ["speaker", "actor"], ["about", "text"], ["since", "date"]),
  shape("latest", ["topic", "watch"], ["count", "integer"]),
  shape("subscribe", ["topic", "watch", "required"], ["channel", "channel"], ["level", "level"]),
  shape("keywords list", ["watch", "watch"]),
  shape("keywords add", ["phrase", "text", "required"], ["topic", "topic"], ["weight", "integer"]),
  shape("swap", ["one", "text", "required"], ["two", "text", "required"]),
  shape("feeds check", ["url", "feed", "required"]),
  shape("status"),
  shape("help", ["command", "text"]),
];

function read(line: string) {
  const [slash = "", ...rest] = line.split(" ");
  return readCommand(slash, rest.join(" "), SHAPES);
}

test.each([
  ["/status", { command: "status", options: {} }],
  ["/sitrep", { command: "help", options: {} }],
  ["/sitrep help timeline", { command: "help", options: { command: "timeline" } }],
  ["/SITREP status", { command: "SITREP status", options: {} }],
  ["/sitrep Status", { command: "status", options: {} }],
  ["/sitrep nonsense here", { command: "nonsense here", options: {} }],
  ["/keywords", { command: "keywords list", options: {} }],
  ["/keywords add 12 day war", { command: "keywords add", options: { phrase: "12 day war" } }],
  [
    "/sitrep keywords add flash flood weight:3",
    { command: "keywords add", options: { phrase: "flash flood", weight: "3" } },
  ],
  [
    "/keywords add topic:talks cease fire",
    { command: "keywords add", options: { phrase: "cease fire", topic: "talks" } },
  ],
  ["/quote Marco Rubio", { command: "quote", options: { speaker: "Marco Rubio" } }],
  [
    "/quote speaker:Marco Rubio since:2025-05-01",
    { command: "quote", options: { speaker: "Marco Rubio", since: "2025-05-01" } },
  ],
  ['/quote speaker:"Rubio" truce', { command: "quote", options: { speaker: "Rubio", about: "truce" } }],
  ["/quote about:“nuclear deal” Khan", { command: "quote", options: { about: "nuclear deal", speaker: "Khan" } }],
  ["/quote «J. D. Vance»", { command: "quote", options: { speaker: "J. D. Vance" } }],
  [
    "/timeline operation sindoor 2025-05",
    { command: "timeline", options: { story: "operation sindoor", since: "2025-05" } },
  ],
  ["/latest iran 5", { command: "latest", options: { topic: "iran", count: "5" } }],
  ["/swap one two three", { command: "swap", options: { one: "one", two: "two three" } }],
  ["/subscribe iran #C1 urgent", { command: "subscribe", options: { topic: "iran", channel: "C1", level: "urgent" } }],
  ["/subscribe channel:#C2 iran", { command: "subscribe", options: { topic: "iran", channel: "C2" } }],
  ["/feeds check https://a.example/f", { command: "feeds check", options: { url: "https://a.example/f" } }],
  ["/quote constructor:x __proto__:y", { command: "quote", options: { speaker: "constructor:x __proto__:y" } }],
])("%s", (line, expected) => {
  expect(read(line)).toEqual(expected);
});

test("what Slack makes of channels, people, links and marks is read as it was typed", () => {
  const line = "iran <#C1|general> <@U2|jo> <https://a.example/f?x=1&amp;y=2|a.example> &lt;3";
  expect(typedText(line)).toBe("iran #C1 U2 https://a.example/f?x=1&y=2 <3");
});

test.each([
  ["phrase:grain NEAR/4 (ships OR port) NOT title:harvest weight:4", "grain NEAR/4 (ships OR port) NOT title:harvest"],
  ['phrase:"grain ships AND topic:war" weight:4', "grain ships AND topic:war"],
  ['phrase:"grain ships" AND port weight:4', "grain ships AND port"],
  ['"grain ships" AND port weight:4', "grain ships AND port"],
])("a rule is one text: %s", (typed, phrase) => {
  expect(readCommand("/keywords", `add ${typed}`, SHAPES).options).toEqual({ phrase, weight: "4" });
});
