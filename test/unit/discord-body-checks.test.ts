import { expect, test } from "vitest";
import { createBodyCheck } from "../fakes/discord/body-checks.ts";

const check = createBodyCheck();
const POST = "/channels/{channel_id}/messages";
const COMMANDS = "/applications/{application_id}/commands";

const embed = (parts: object) => ({ embeds: [{ title: "t", ...parts }] });
const field = { name: "n", value: "v" };
const button = (custom_id: string, label = "l") => ({ type: 2, style: 2, label, custom_id });
const row = (...components: object[]) => ({ content: "c", components: [{ type: 1, components }] });
const command = (parts: object) => [{ name: "latest", description: "d", type: 1, ...parts }];
const option = (name: string, required: boolean) => ({ type: 3, name, description: "d", required });

test.each([
  ["a message at every limit", POST, { content: "x".repeat(2_000), nonce: "n".repeat(25), enforce_nonce: true }],
  [
    "an embed at its limits",
    POST,
    embed({ title: "t".repeat(256), description: "d".repeat(4_096), fields: Array(25).fill(field) }),
  ],
  ["buttons", POST, row(button("a", "l".repeat(80)), button("b".repeat(100)))],
  [
    "a command",
    COMMANDS,
    command({ options: [option("a", true), option("b", false)], default_member_permissions: "32" }),
  ],
])("%s passes", (_name, route, body) => {
  expect(check(route === POST ? "POST" : "PUT", route, body)).toEqual([]);
});

test.each([
  ["content over 2000", POST, { content: "x".repeat(2_001) }],
  ["a nonce over 25", POST, { content: "c", nonce: "n".repeat(26) }],
  ["a title over 256", POST, embed({ title: "t".repeat(257) })],
  ["26 fields", POST, embed({ fields: Array(26).fill(field) })],
  ["a field without value", POST, embed({ fields: [{ name: "n", value: " " }] })],
  ["11 embeds", POST, { embeds: Array(11).fill({ title: "t" }) }],
  [
    "6001 characters over all embeds",
    POST,
    { embeds: [{ description: "d".repeat(3_001) }, { description: "d".repeat(3_000) }] },
  ],
  ["an unknown property", POST, { content: "c", colour: 1 }],
  ["an unknown property inside", POST, embed({ colour: 1 })],
  ["one custom_id twice", POST, row(button("a"), button("a"))],
  ["a label over 80", POST, row(button("a", "l".repeat(81)))],
  ["a custom_id over 100", POST, row(button("a".repeat(101)))],
  ["a command name in upper case", COMMANDS, command({ name: "Latest" })],
  ["a command name with a space", COMMANDS, command({ name: "keywords add" })],
  ["a description over 100", COMMANDS, command({ description: "d".repeat(101) })],
  ["a required option behind an optional one", COMMANDS, command({ options: [option("a", false), option("b", true)] })],
  ["one option twice", COMMANDS, command({ options: [option("a", true), option("a", true)] })],
])("%s is caught", (_name, route, body) => {
  expect(check(route === POST ? "POST" : "PUT", route, body)).not.toEqual([]);
});
