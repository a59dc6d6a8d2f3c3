import { afterEach, beforeEach, expect, test } from "vitest";
import type { Channel } from "../../src/model/channel.ts";
import { CHANNEL, type FakeDiscord, GUILD, startFakeDiscord } from "../fakes/discord/fake-discord.ts";
import { discordChat } from "./platforms.ts";
import { HOUR_MS, startWorld, textOf, type World } from "./world.ts";

const DISCORD: Channel = { platform: "discord", server: GUILD, channel: CHANNEL };

let discord: FakeDiscord;
let world: World;

beforeEach(async () => {
  discord = await startFakeDiscord();
  world = await startWorld({
    outlets: ["Herald"],
    chats: (use) => [discordChat(discord, use)],
  });
});

afterEach(async () => {
  await world.stop();
  await discord.stop();
});

function notices(about: string): string[] {
  const all = discord.messages(CHANNEL).map((message) => JSON.stringify(message));
  return all.filter((message) => message.includes(about));
}

/** Lets hours pass; the bot polls whatever is due in each of them. */
async function hours(count: number): Promise<void> {
  for (let hour = 0; hour < count; hour++) {
    world.clock.advance(HOUR_MS);
    await world.app().step();
  }
}

test("a server that subscribed to a watch hears once of a feed that failed for a day, and again after a new failure", async () => {
  await world.ask("subscribe", { topic: "border", level: "info" }, DISCORD);
  await hours(1);
  world.outlet("Herald").answerWith(500);
  await hours(23);
  expect(notices("Herald")).toEqual([]);
  await hours(6);
  const [notice, ...more] = notices("Herald");
  expect(notice).toContain("has brought nothing for a day");
  expect(notice).toContain("the server answered 500");
  expect(more).toEqual([]);
  await hours(72);
  expect(notices("Herald")).toHaveLength(1);

  world.outlet("Herald").answerWith(undefined);
  await hours(30);
  expect(textOf(await world.ask("feeds list"))).toContain("all well");
  world.outlet("Herald").answerWith(404);
  await hours(30);
  expect(notices("Herald")).toHaveLength(2);
});

test("a server that neither added the feed nor subscribed hears nothing", async () => {
  world.outlet("Herald").answerWith(500);
  await hours(60);
  expect(notices("Herald")).toEqual([]);
});

test("/feeds list says how a feed is, its rhythm and its next poll", async () => {
  const { clock, outlet } = world;
  expect(textOf(await world.ask("feeds list"))).toContain("not asked yet · last success ");
  for (const age of [1, 3, 5])
    outlet("Herald").publish({
      guid: String(age),
      title: `Report ${age}`,
      text: "Text.",
      at: new Date(clock.now().getTime() - age * HOUR_MS),
    });
  await world.app().step();
  const listed = textOf(await world.ask("feeds list"));
  expect(listed).toContain("well · last success ");
  expect(listed).toContain("an item every 2 hours");
  expect(listed).toContain("next poll");
});
