import { expect, test } from "vitest";
import { commandsJson } from "../../src/chat/discord/commands.ts";
import { COMMANDS } from "../../src/commands/registry.ts";
import type { CommandShape } from "../../src/model/command.ts";
import { createBodyCheck } from "../fakes/discord/body-checks.ts";

function shape(name: string, access: CommandShape["access"]): CommandShape {
  return { name, summary: "Does it", access, visibility: "private", options: [], examples: [] };
}

test("every command can be registered", () => {
  const body = commandsJson(COMMANDS, true);
  expect(createBodyCheck()("PUT", "/applications/{application_id}/commands", body)).toEqual([]);
  expect(body.length).toBeGreaterThan(5);
});

test("manager commands are hidden from others, unless extra roles may use them", () => {
  const shapes = [shape("feeds add", "manager"), shape("feeds remove", "manager"), shape("latest", "everyone")];
  const rights = (managersOnly: boolean) =>
    commandsJson(shapes, managersOnly).map((command) => command.default_member_permissions);
  expect(rights(true)).toEqual(["32", undefined]);
  expect(rights(false)).toEqual([undefined, undefined]);
});

test("a group with one command for everyone is shown to everyone", () => {
  const [group] = commandsJson([shape("feeds add", "manager"), shape("feeds list", "everyone")], true);
  expect(group?.default_member_permissions).toBeUndefined();
  expect(group?.options?.map((option) => option.name)).toEqual(["add", "list"]);
});
