import { afterEach, describe, expect, test } from "vitest";
import { CHANNEL, type FakeDiscord, GUILD, startFakeDiscord } from "../fakes/discord/fake-discord.ts";
import { MANAGE_GUILD } from "../fakes/discord/payloads.ts";
import { type FakeSlack, startFakeSlack } from "../fakes/slack/fake-slack.ts";
import { discordChat, slackChat } from "./platforms.ts";
import { SHELLING } from "./reports.ts";
import { startWorld, type World } from "./world.ts";

/** A platform as a reader uses it: what a command shows, what the channel holds, what was sent against its rules. */
type Platform = {
  readonly world: World;
  ask(command: string, options: Readonly<Record<string, string>>): Promise<string>;
  channel(): string;
  violations(): readonly unknown[];
  stop(): Promise<void>;
};

async function onDiscord(): Promise<Platform> {
  const discord: FakeDiscord = await startFakeDiscord();
  const world = await startWorld({
    chats: (use) => [discordChat(discord, use)],
  });
  const asker = { guild: GUILD, channel: CHANNEL, permissions: MANAGE_GUILD };
  return {
    world,
    ask: async (command, options) => JSON.stringify((await discord.slash({ ...asker, command, options })).message),
    channel: () => JSON.stringify(discord.messages(CHANNEL)),
    violations: () => discord.violations,
    stop: () => discord.stop(),
  };
}

async function onSlack(): Promise<Platform> {
  const slack: FakeSlack = await startFakeSlack();
  const world = await startWorld({
    chats: (use) => [slackChat(slack, use)],
  });
  const typed = (options: Readonly<Record<string, string>>) =>
    Object.entries(options)
      .map(([name, value]) => `${name}:"${value}"`)
      .join(" ");
  return {
    world,
    ask: async (command, options) => {
      const asked = await slack.slash({
        user: "U3",
        channel: "C1",
        command: "/sitrep",
        text: `${command} ${typed(options)}`,
      });
      return JSON.stringify(await asked.reply());
    },
    channel: () => JSON.stringify(slack.messages("C1")),
    violations: () => slack.violations,
    stop: () => slack.stop(),
  };
}

let platform: Platform;
afterEach(async () => {
  await platform.world.stop();
  await platform.stop();
});

const DROPPED = {
  ...SHELLING,
  text: SHELLING.text.replace(/Foreign Minister Anna Kray.*\n/, "Syldavia's government has not commented.\n"),
};
const SPEECH = {
  guid: "speech-1",
  title: "Syldavian minister on shelling of Klow",
  text: [
    "Foreign Minister Anna Kray spoke for an hour on the Bordurian shelling of Klow in Syldavia.",
    ...["bridge", "harbour", "school", "station", "market", "mill"].map(
      (place) => `“We will rebuild the ${place} before the winter comes,” Kray said.`,
    ),
  ].join("\n"),
};

describe.each([
  ["Discord", onDiscord],
  ["Slack", onSlack],
])("the ledger on %s", (_, start) => {
  test("a quotation is found in another script, with post and link, and stays when the outlet drops it", async () => {
    platform = await start();
    await platform.ask("subscribe", { topic: "border", level: "info" });
    await platform.world.report("Herald", SHELLING);
    const found = await platform.ask("quote", { speaker: "अन्ना क्रे ने" });
    expect(found).toContain("We will not leave this attack on our citizens without an answer.");
    expect(found).toContain("Foreign Minister, Syldavia");
    expect(found).toContain("https://herald.example/story/shelling-1");
    expect(await platform.ask("actors", { name: "Анне Крайевой" })).toContain("Anna Kray");

    await platform.world.report("Herald", DROPPED);
    const marked = await platform.ask("quote", { speaker: "Kray" });
    expect(marked).toContain("We will not leave this attack on our citizens without an answer.");
    expect(marked).toMatch(/no longer in Herald.s text since 2 Mar 2026, 10:00 UTC/);
    expect(platform.channel()).toContain("no longer quotes Anna Kray");
    expect(platform.violations()).toEqual([]);
  });

  test("more quotations than a page holds are turned by buttons", async () => {
    platform = await start();
    await platform.world.report("Herald", SPEECH);
    const first = await platform.ask("quote", { speaker: "Kray" });
    expect(first.match(/before the winter comes/g)).toHaveLength(5);
    expect(first).toContain("Next");
    expect(platform.violations()).toEqual([]);
  });
});
