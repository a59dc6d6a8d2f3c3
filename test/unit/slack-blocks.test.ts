import { expect, test } from "vitest";
import { blockViolations } from "../fakes/slack/blocks.ts";

const plainText = (length: number) => ({ type: "plain_text", text: "x".repeat(length) });
const mrkdwn = (length: number) => ({ type: "mrkdwn", text: "x".repeat(length) });
const section = (length: number) => ({ type: "section", text: mrkdwn(length) });
const button = (more: object = {}) => ({ type: "button", text: plainText(75), action_id: "a", ...more });
const actions = (...elements: object[]) => [{ type: "actions", elements }];
const rich = (...elements: object[]) => [{ type: "rich_text", elements: [{ type: "rich_text_section", elements }] }];
const times = (count: number, make: (at: number) => object) => Array.from({ length: count }, (_, at) => make(at));

test.each([
  ["50 blocks", times(50, () => ({ type: "divider" })), times(51, () => ({ type: "divider" }))],
  ["a header of 150", [{ type: "header", text: plainText(150) }], [{ type: "header", text: plainText(151) }]],
  ["a plain header", [{ type: "header", text: plainText(1) }], [{ type: "header", text: mrkdwn(1) }]],
  ["a section of 3000", [section(3000)], [section(3001)]],
  ["some text", [section(1)], [section(0)]],
  ["a field of 2000", [{ type: "section", fields: [mrkdwn(2000)] }], [{ type: "section", fields: [mrkdwn(2001)] }]],
  [
    "10 fields",
    [{ type: "section", fields: times(10, () => mrkdwn(1)) }],
    [{ type: "section", fields: times(11, () => mrkdwn(1)) }],
  ],
  [
    "10 in a context",
    [{ type: "context", elements: times(10, () => mrkdwn(1)) }],
    [{ type: "context", elements: times(11, () => mrkdwn(1)) }],
  ],
  [
    "25 buttons",
    actions(...times(25, (at) => button({ action_id: `${at}` }))),
    actions(...times(26, (at) => button({ action_id: `${at}` }))),
  ],
  ["a label of 75", actions(button()), actions(button({ text: plainText(76) }))],
  ["a value of 2000", actions(button({ value: "x".repeat(2000) })), actions(button({ value: "x".repeat(2001) }))],
  ["one button of an id", actions(button(), button({ action_id: "b" })), actions(button(), button())],
  [
    "ids of their own",
    [
      { type: "divider", block_id: "a" },
      { type: "divider", block_id: "b" },
    ],
    times(2, () => ({ type: "divider", block_id: "a" })),
  ],
  ["full rich text", rich({ type: "text", text: "x" }), rich({ type: "text", text: "" })],
  ["a link with address", rich({ type: "link", url: "https://a.example" }), rich({ type: "link", url: "nowhere" })],
  [
    "whole seconds",
    rich({ type: "date", timestamp: 1, format: "{ago}" }),
    rich({ type: "date", timestamp: 1.5, format: "{ago}" }),
  ],
  ["12,000 characters", times(4, () => section(3000)), [...times(4, () => section(3000)), section(1)]],
  ["known blocks", [{ type: "divider" }], [{ type: "banner" }]],
  ["known properties", [{ type: "divider" }], [{ type: "divider", text: "x" }]],
])("%s and no more", (_, good, bad) => {
  expect(blockViolations(good)).toEqual([]);
  expect(blockViolations(bad)).not.toEqual([]);
});
