import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Channel } from "../../src/model/channel.ts";
import { CHANNEL, type FakeDiscord, GUILD, OTHER_CHANNEL, startFakeDiscord } from "../fakes/discord/fake-discord.ts";
import { type FakeSlack, startFakeSlack } from "../fakes/slack/fake-slack.ts";
import { discordChat, slackChat } from "./platforms.ts";
import { HOUR_MS, startWorld, textOf, type World } from "./world.ts";

let discord: FakeDiscord;
let slack: FakeSlack;
let world: World;

beforeEach(async () => {
  [discord, slack] = await Promise.all([startFakeDiscord(), startFakeSlack()]);
  slack.workspace.channels.set("C7", { id: "C7", name: "desk" });
  world = await startWorld({
    outlets: ["Herald", "Private"],
    chats: (use) => [discordChat(discord, use), slackChat(slack, use)],
  });
  // What belongs to the watch alone is told to its subscribers: see feed-notice.test.ts.
  await world.app().store.feeds.sync([world.outlet("Herald").spec], world.clock.now());
});

afterEach(async () => {
  await world.stop();
  await Promise.all([discord.stop(), slack.stop()]);
  expect([...discord.violations, ...slack.violations]).toEqual([]);
});

async function consoleCards(channel: string): Promise<string[]> {
  const response = await fetch(`${world.app().address}/c/${channel}/cards.json`);
  const cards: unknown = await response.json();
  return Array.isArray(cards) ? cards.map((one) => JSON.stringify(one)) : [];
}

/** Where a feed is added, what stands there, and what its managers read elsewhere. */
const PLACES = {
  Discord: {
    at: { platform: "discord", server: GUILD, channel: OTHER_CHANNEL },
    here: async () => discord.messages(OTHER_CHANNEL).map((message) => JSON.stringify(message)),
    managers: () => discord.messages(CHANNEL).map((message) => JSON.stringify(message)),
    refuse: () => discord.deny(OTHER_CHANNEL, "missing-permission"),
    loseAnswer: () => discord.fail({ kind: "drop-after" }),
  },
  Slack: {
    at: { platform: "slack", server: "T0001TEST", channel: "C7" },
    here: async () => slack.messages("C7").map((message) => JSON.stringify(message)),
    managers: () => slack.messages("D4").map((message) => JSON.stringify(message)),
    refuse: () => slack.workspace.channels.set("C7", { id: "C7", name: "desk", isArchived: true }),
    loseAnswer: () => slack.fail("chat.postMessage", { kind: "drop-after" }),
  },
} as const;

async function add(at: Channel): Promise<void> {
  const { url } = world.outlet("Private").spec;
  expect((await world.ask("feeds add", { url, name: "Private" }, at)).problem).toBeUndefined();
  await hours(1);
}

/** Lets hours pass; the bot polls whatever is due in each of them. */
async function hours(count: number): Promise<void> {
  for (let hour = 0; hour < count; hour++) {
    world.clock.advance(HOUR_MS);
    await world.app().step();
  }
}

describe.each(["Discord", "Slack"] as const)("a feed that a channel on %s added", (name) => {
  const { at, here, managers, refuse, loseAnswer } = PLACES[name];

  test("fails for a day: that channel is told once, also across a restart", async () => {
    await add(at);
    world.outlet("Private").answerWith(500);
    await hours(23);
    expect(await here()).toEqual([]);
    await hours(4);
    await world.restart();
    await hours(50);
    expect(await here()).toEqual([expect.stringContaining("Private has brought nothing for a day")]);
    expect((await here())[0]).toContain("/feeds remove");
    expect(managers()).toEqual([]);
  });

  test("ends for good: that channel is told at once", async () => {
    await add(at);
    world.outlet("Private").answerWith(410);
    await hours(30);
    expect(await here()).toEqual([expect.stringContaining("Private ended its feed")]);
    const [notice] = await world.app().store.posts.ofChannel(at, { limit: 1 });
    const link = `https://chat.example/${at.channel}/${notice?.messageId}`;
    expect((await world.ask("why", { story: link }, at)).problem?.what).toContain("That message is a notice");
    const listed = textOf(await world.ask("feeds list", {}, at));
    expect(listed).toContain("the feed is gone for good");
    expect(listed).toContain("not polled any more");
  });

  test("fails: the notice whose answer was lost is no second one", async () => {
    await add(at);
    world.outlet("Private").answerWith(410);
    loseAnswer();
    await hours(1);
    expect(await here()).toHaveLength(1);
    await world.restart();
    await hours(2);
    expect(await here()).toHaveLength(1);
    expect(await world.app().store.posts.depth()).toMatchObject({ waiting: 0, dead: 0 });
  });

  test("fails, and the channel refuses: the managers are told once", async () => {
    await add(at);
    refuse();
    world.outlet("Private").answerWith(410);
    await hours(3);
    expect(await here()).toEqual([]);
    expect(managers()).toEqual([expect.stringContaining("Private ended its feed")]);
  });

  test("is told of by the channel that added it last", async () => {
    const elsewhere = { ...at, channel: name === "Discord" ? CHANNEL : "C1" };
    await add(elsewhere);
    await world.ask("feeds remove", { url: world.outlet("Private").spec.url }, elsewhere);
    await add(at);
    world.outlet("Private").answerWith(410);
    await hours(1);
    expect(await here()).toHaveLength(1);
  });
});

test("a platform that is down hears of it when it is back", async () => {
  const { at, here } = PLACES.Slack;
  await add(at);
  slack.fail("chat.postMessage", { kind: "rate-limit", seconds: 30 });
  world.outlet("Private").answerWith(410);
  await hours(1);
  expect(await here()).toEqual([]);
  await hours(1);
  expect(await here()).toHaveLength(1);
});

test("a pause that the server asked for does not put off what the channel hears after a day", async () => {
  const { at, here } = PLACES.Discord;
  await add(at);
  world.outlet("Private").answerWith(503, { "retry-after": String(3 * 86_400) });
  await hours(23);
  expect(await here()).toEqual([]);
  await hours(2);
  expect(await here()).toEqual([expect.stringContaining("Private has brought nothing for a day")]);
  await hours(80);
  expect(await here()).toHaveLength(1);
});

test("managers who cannot be found at once are told later", async () => {
  const { at, managers, refuse } = PLACES.Slack;
  await add(at);
  refuse();
  slack.fail("users.list", { kind: "status", status: 503 }, { kind: "drop-before" });
  world.outlet("Private").answerWith(410);
  await hours(1);
  expect(managers()).toEqual([]);
  await hours(3);
  expect(managers()).toHaveLength(1);
});

test("a feed that the console added is told of on the page where it was added", async () => {
  await add({ platform: "console", server: "local", channel: "desk" });
  world.outlet("Private").answerWith(500);
  await hours(30);
  expect(await consoleCards("desk")).toEqual([expect.stringContaining("Private has brought nothing for a day")]);
  expect((await consoleCards("border")).join()).not.toContain("Private");
});

test("a feed that was added before channels were remembered is told of to the managers", async () => {
  const spec = { ...world.outlet("Private").spec };
  await world.app().store.feeds.add(spec, { server: `discord/${GUILD}` }, world.clock.now());
  world.outlet("Private").answerWith(410);
  await hours(1);
  expect(PLACES.Discord.managers()).toEqual([expect.stringContaining("Private ended its feed")]);
});
