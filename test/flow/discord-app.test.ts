import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startPostgres, type TestPostgres } from "../contract/postgres.ts";
import { CHANNEL, type FakeDiscord, GUILD, OTHER_CHANNEL, startFakeDiscord } from "../fakes/discord/fake-discord.ts";
import { MANAGE_GUILD } from "../fakes/discord/payloads.ts";
import { discordChat } from "./platforms.ts";
import { COPY, CORRECTION, HOSTILE, SHELLING } from "./reports.ts";
import { HOUR_MS, startWorld, type World } from "./world.ts";

let discord: FakeDiscord;
let world: World;
afterEach(async () => {
  await world.stop();
  await discord.stop();
});

async function start(databaseUrl?: string): Promise<void> {
  discord = await startFakeDiscord();
  world = await startWorld({
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    chats: (use) => [discordChat(discord, use)],
  });
}

const manager = { guild: GUILD, channel: CHANNEL, permissions: MANAGE_GUILD };
const member = { guild: GUILD, channel: CHANNEL };

function subscribe(channel = CHANNEL) {
  return discord.slash({ ...manager, channel, command: "subscribe", options: { topic: "border", level: "info" } });
}

function words(message: unknown): string {
  return JSON.stringify(message);
}

async function livingStory(): Promise<void> {
  expect(words((await subscribe()).message)).toContain("Subscribed");
  await world.report("Herald", SHELLING);
  const [posted, ...none] = discord.messages(CHANNEL);
  expect(none).toEqual([]);
  expect(words(posted)).toContain("Shelling kills 14");
  expect(words(posted)).toContain("Anna Kray");

  await world.report("Courier", COPY);
  await world.report("Herald", CORRECTION);
  const [edited, ...still] = discord.messages(CHANNEL);
  expect(still).toEqual([]);
  expect(edited?.id).toBe(posted?.id);
  expect(words(edited)).toContain("Courier");
  expect(words(edited)).toContain("revision 2");

  if (!edited) throw new Error("no post");
  const timeline = await discord.click({ ...member, message: edited, label: "Timeline" });
  expect(words(timeline.message)).toContain("1 Mar 2026");
  expect(words((await discord.slash({ ...member, command: "quote", options: { speaker: "Kray" } })).message)).toContain(
    "without an answer",
  );
  const link = `https://discord.com/channels/${GUILD}/${CHANNEL}/${edited.id}`;
  expect(words((await discord.slash({ ...member, command: "why", options: { story: link } })).message)).toContain(
    "shelling",
  );
  expect(discord.violations).toEqual([]);
}

describe("the whole bot on Discord", () => {
  test("a story lives in one message on SQLite: posted, edited, corrected, asked about", async () => {
    await start();
    await livingStory();
  });

  test("a hostile title pings nobody and stays text", async () => {
    await start();
    await subscribe();
    await world.report("Herald", HOSTILE);
    const [posted] = discord.messages(CHANNEL);
    expect(posted?.pings).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  test("a member without the right may not subscribe", async () => {
    await start();
    const refused = await discord.slash({ ...member, command: "subscribe", options: { topic: "border" } });
    expect(words(refused.message)).toContain("Only managers");
    expect(await world.app().store.subscriptions.list(`discord/${GUILD}`)).toEqual([]);
  });

  test("a lost answer is followed by a second try and still one message", async () => {
    await start();
    await subscribe();
    discord.fail({ kind: "drop-after", on: /^POST \/channels/ });
    await world.report("Herald", SHELLING);
    world.clock.advance(50_000);
    await world.app().step();
    expect(discord.messages(CHANNEL)).toHaveLength(1);
    const [post] = await world
      .app()
      .store.posts.ofChannel({ platform: "discord", server: GUILD, channel: CHANNEL }, { limit: 5 });
    expect(post).toMatchObject({ state: "idle", messageId: discord.messages(CHANNEL)[0]?.id });
  });

  test("a lost answer that is older than the nonce is found in the channel's history", async () => {
    await start();
    await subscribe();
    discord.fail({ kind: "drop-after", on: /^POST \/channels/ });
    await world.report("Herald", SHELLING);
    const sends = () => discord.requests.filter((request) => /^POST \/channels\/\d+\/messages/.test(request)).length;
    const before = sends();
    world.clock.advance(HOUR_MS);
    await world.app().step();
    expect(discord.messages(CHANNEL)).toHaveLength(1);
    expect(sends()).toBe(before);
  });

  test("a channel that refuses pauses its subscription and a manager is told once", async () => {
    await start();
    await subscribe(OTHER_CHANNEL);
    discord.deny(OTHER_CHANNEL, "missing-access");
    await world.report("Herald", SHELLING);
    await world.report("Courier", {
      ...COPY,
      guid: "x",
      title: "Ceasefire talks in Szohod between Borduria and Syldavia",
      text: "Ceasefire talks.",
    });
    const told = discord.messages(CHANNEL).filter((message) => words(message).includes("paused"));
    expect(told).toHaveLength(1);
    const [subscription] = await world.app().store.subscriptions.list(`discord/${GUILD}`);
    expect(subscription?.pausedReason).toBeDefined();
  });

  test("stories complete while they are typed", async () => {
    await start();
    await subscribe();
    await world.report("Herald", SHELLING);
    const choices = await discord.autocomplete({ ...member, command: "timeline", option: "story", typed: "shell" });
    expect(words(choices.choices)).toContain("Shelling kills 14");
  });
});

describe("the whole bot on Discord and PostgreSQL", () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());

  test("a story lives in one message on PostgreSQL: posted, edited, corrected, asked about", async () => {
    await start(await postgres.freshDatabase());
    await livingStory();
  });
});
