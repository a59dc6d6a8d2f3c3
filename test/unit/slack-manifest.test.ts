import { expect, test } from "vitest";
import { slackManifest, slashCommands } from "../../src/chat/slack/manifest.ts";
import { COMMANDS } from "../../src/commands/registry.ts";

test("every command can be typed: by its own name, its group's, or after /sitrep", () => {
  const names = slashCommands(COMMANDS).map((entry) => entry.command);
  expect(names).toContain("/sitrep");
  expect(names).toContain("/keywords");
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeLessThanOrEqual(50);
  const missing = COMMANDS.filter(({ name }) => !names.includes(`/${name.split(" ")[0]}`)).map(({ name }) => name);
  expect(missing).toEqual(["mute", "status", "help"]);
});

test("what Slack shows of a command keeps its limits", () => {
  for (const entry of slashCommands(COMMANDS)) {
    expect(entry.command).toMatch(/^\/[a-z][a-z-]{0,30}$/);
    expect(entry.description.length).toBeLessThanOrEqual(140);
    expect(entry.should_escape).toBe(true);
  }
});

test("with an address commands come by HTTP, without one by Socket Mode", () => {
  const url = "https://bot.example/slack/events";
  expect(slackManifest(COMMANDS)).toMatchObject({
    settings: { socket_mode_enabled: true, interactivity: { is_enabled: true } },
  });
  expect(JSON.stringify(slackManifest(COMMANDS))).not.toContain("request_url");
  const http = slackManifest(COMMANDS, { url });
  expect(http).toMatchObject({ settings: { socket_mode_enabled: false, interactivity: { request_url: url } } });
  expect(http).toHaveProperty(["features", "slash_commands", 0, "url"], url);
});
