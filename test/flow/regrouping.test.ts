import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startPostgres, type TestPostgres } from "../contract/postgres.ts";
import { CHANNEL, type FakeDiscord, GUILD, startFakeDiscord } from "../fakes/discord/fake-discord.ts";
import { MANAGE_GUILD } from "../fakes/discord/payloads.ts";
import { type FakeSlack, startFakeSlack } from "../fakes/slack/fake-slack.ts";
import { discordChat, slackChat } from "./platforms.ts";
import { HOUR_MS, startWorld, textOf, type World } from "./world.ts";

let discord: FakeDiscord;
let slack: FakeSlack;
let world: World;

/** One bot on both platforms, with a channel on each that wants the watch. */
async function start(databaseUrl: string): Promise<void> {
  discord = await startFakeDiscord();
  slack = await startFakeSlack();
  world = await startWorld({
    databaseUrl,
    chats: (use) => [discordChat(discord, use), slackChat(slack, use)],
  });
  const at = { guild: GUILD, channel: CHANNEL, permissions: MANAGE_GUILD };
  await discord.slash({ ...at, command: "subscribe", options: { topic: "border", level: "info" } });
  await slack.slash({ user: "U3", channel: "C1", command: "/subscribe", text: "border level:info" });
}

afterEach(async () => {
  await world.stop();
  await discord.stop();
  await slack.stop();
});

type Shown = { readonly id: string; readonly words: string; readonly link: string };

function onDiscord(): Shown[] {
  return discord.messages(CHANNEL).map((message) => ({
    id: message.id,
    words: JSON.stringify(message),
    link: `https://discord.com/channels/${GUILD}/${CHANNEL}/${message.id}`,
  }));
}

function onSlack(): Shown[] {
  return slack.messages("C1").map((message) => ({
    id: message.ts,
    words: JSON.stringify(message),
    link: `https://test.slack.com/archives/C1/p${message.ts.replace(".", "")}`,
  }));
}

const PAGE = { limit: 9 };
const PLATFORMS = { Discord: onDiscord, Slack: onSlack };

function expectNoViolations(): void {
  expect(discord.violations).toEqual([]);
  expect(slack.violations).toEqual([]);
}

/** An early report takes two attacks of one night for one. */
const BOTH = {
  guid: "both",
  title: "Explosions in Klow and Istow shake Syldavia before dawn",
  text: "Residents of Klow saw flames over the harbour after shelling, and people in Istow heard a bang at the railway yard.",
};
const FLAMES = {
  guid: "flames",
  title: "Flames over Klow harbour after explosion",
  text: "Residents saw flames over the grain harbour of Klow before dawn.",
};
const DOCKERS = {
  guid: "dockers",
  title: "Grain elevator shelling kills four dockers in Klow harbour",
  text: "Dust caught fire in the elevator of the Klow harbour, the Syldavian port authority said; four dockers died.",
};
const WAGON = {
  guid: "wagon",
  title: "Railway yard bomb at Istow wounds signalman",
  text: "A bomb under a wagon wounded a signalman at the Istow railway yard, the railway police said.",
};
const SEARCH = {
  guid: "search",
  title: "Istow railway police look for man who put bomb under wagon",
  text: "The railway police at Istow seek a man seen near the wagon where the bomb lay; the signalman is in hospital.",
};
const RECOVERY = {
  guid: "recovery",
  title: "Signalman recovering after Istow wagon bomb",
  text: "The signalman wounded by the bomb at the Istow railway yard is out of danger, the railway police said.",
};

async function takenApart(): Promise<void> {
  for (const report of [BOTH, FLAMES, DOCKERS, WAGON, SEARCH]) await world.report("Herald", report);
  const before = Object.entries(PLATFORMS).map(([name, shown]) => ({ name, ids: shown().map(({ id }) => id) }));
  for (const { ids } of before) expect(ids).toHaveLength(1);
  await world.report("Courier", RECOVERY);
  world.clock.advance(HOUR_MS);
  await world.app().step();
  for (const { name, ids } of before) {
    const shown = PLATFORMS[name as keyof typeof PLATFORMS]();
    expect(shown, name).toHaveLength(2);
    const [first, second] = shown;
    expect(first?.id).toBe(ids[0]);
    expect(first?.words).toContain("Istow");
    expect(first?.words).toContain("Moved out");
    expect(first?.words).toContain(second?.link);
    expect(second?.words).toContain("four dockers");
    expect(second?.words).toContain("Was part of");
    expect(second?.words).toContain(first?.link);
  }
  expectNoViolations();
}

const BRIDGE = { guid: "bridge", title: "Vltavna bridge near Istow gives way to Bordurian shelling", text: "" };
const TRAIN = {
  guid: "train",
  title: "Goods train plunges into river at Istow, Syldavian driver hurt in airstrike",
  text: "",
};
const SAME = { guid: "same", title: "Vltavna bridge gives way, goods train plunges into river", text: "" };

async function madeOne(): Promise<void> {
  await world.report("Herald", BRIDGE);
  await world.report("Herald", TRAIN);
  const before = Object.entries(PLATFORMS).map(([name, shown]) => ({ shown, name, ids: shown().map(({ id }) => id) }));
  for (const { ids, name } of before) expect(ids, name).toHaveLength(2);
  await world.report("Courier", SAME);
  world.clock.advance(HOUR_MS);
  await world.app().step();
  for (const { ids, shown, name } of before) {
    const [first, second, ...none] = shown();
    expect(none, name).toEqual([]);
    expect([first?.id, second?.id]).toEqual(ids);
    expect(first?.words).toContain("Courier");
    expect(second?.words).toContain("This story continues in another post");
    expect(second?.words).toContain(first?.link);
  }
  expectNoViolations();
}

const STRIKE = {
  guid: "strike",
  title: "Shelling kills 14 in Syldavian town of Klow",
  text: "Bordurian artillery shelling killed 14 people in the Syldavian town of Klow, Mayor Jana Prochazka said.",
};
const STRIKE_AGAIN = {
  guid: "strike-2",
  title: "14 dead as Bordurian shells hit Klow",
  text: "Fourteen people died in Klow when Bordurian shells fell on the market, Mayor Jana Prochazka said after the attack.",
};
const SEQUEL = {
  guid: "sequel",
  title: "Syldavia holds funeral for dead of Klow as talks on truce open",
  text: "Mayor Jana Prochazka of Klow said at the funeral that talks with Borduria must bring a ceasefire.",
};

async function goesOn(): Promise<void> {
  await world.report("Herald", STRIKE);
  await world.report("Courier", STRIKE_AGAIN);
  world.clock.advance(100 * HOUR_MS);
  await world.report("Herald", SEQUEL);
  world.clock.advance(HOUR_MS);
  await world.app().step();
  for (const [name, shown] of Object.entries(PLATFORMS)) {
    const [first, second, ...none] = shown();
    expect(none, name).toEqual([]);
    expect(second?.words, name).toContain("Follows");
    expect(second?.words).toContain(first?.link);
    expect(first?.words).toContain("Followed by");
    expect(first?.words).toContain(second?.link);
  }
  expect(textOf(await world.ask("latest"))).toContain("follows ");
  const page = await (await fetch(`${world.app().address}/c/border`)).text();
  expect(page).toMatch(/<dt>Follows<\/dt><dd><a href="#post-[0-9a-z]+">/);
  expectNoViolations();
}

/** Runs statements on the bot's database from outside, as another program would. */
async function onDatabase(url: string, statements: readonly string[]): Promise<void> {
  if (url.startsWith("sqlite:")) {
    const database = new DatabaseSync(url.slice("sqlite:".length));
    for (const statement of statements) database.exec(statement);
    return database.close();
  }
  const client = new Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** A database that refuses the last thing which taking a story apart writes. */
const REFUSE = {
  SQLite: ["create trigger refuse before insert on story_links begin select raise(abort, 'refused'); end"],
  PostgreSQL: [
    "create function refuse() returns trigger language plpgsql as $$ begin raise 'refused'; end $$",
    "create trigger refuse before insert on story_links for each row execute function refuse()",
  ],
};
const ALLOW = { SQLite: ["drop trigger refuse"], PostgreSQL: ["drop trigger refuse on story_links"] };

async function cutShort(url: string, engine: keyof typeof REFUSE): Promise<void> {
  for (const report of [BOTH, FLAMES, DOCKERS, WAGON, SEARCH]) await world.report("Herald", report);
  const { store } = world.app();
  const [post] = await store.posts.ofChannel({ platform: "slack", server: slack.workspace.team, channel: "C1" }, PAGE);
  const story = post?.story ?? "";
  await onDatabase(url, REFUSE[engine]);
  await expect(world.report("Courier", RECOVERY)).rejects.toThrow("could not be ingested");
  expect(await store.items.ofStory(story, {})).toHaveLength(5);
  expect(onSlack()).toHaveLength(1);

  await onDatabase(url, ALLOW[engine]);
  await world.restart();
  await world.app().step();
  const again = world.app().store;
  expect((await again.items.ofStory(story, {})).map(({ title }) => title)).toEqual(
    [BOTH, WAGON, SEARCH, RECOVERY].map(({ title }) => title),
  );
  for (const shown of [onSlack, onDiscord]) expect(shown()).toHaveLength(2);
  expect(await again.stories.links([story])).toHaveLength(1);
  expectNoViolations();
}

describe.each(["SQLite", "PostgreSQL"] as const)("stories on %s", (engine) => {
  let postgres: TestPostgres | undefined;
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "sitrep-regrouping-"));
    postgres = engine === "PostgreSQL" ? await startPostgres() : undefined;
  }, 60_000);
  afterAll(async () => {
    await postgres?.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const begin = async (): Promise<string> => {
    const url = (await postgres?.freshDatabase()) ?? `sqlite:${join(folder, `${randomUUID()}.db`)}`;
    await start(url);
    return url;
  };

  test("a story that cannot be taken apart whole stays whole, and is taken apart at the next try", async () => {
    await cutShort(await begin(), engine);
  });

  test("a story that was two is taken apart: its message lives on, the other part gets its own", async () => {
    await begin();
    await takenApart();
  });

  test("two stories that are one leave one living message, and the other points to it", async () => {
    await begin();
    await madeOne();
  });

  test("stories that become one before anything is posted are posted once", async () => {
    await begin();
    for (const [minutes, report] of [BRIDGE, TRAIN, SAME].entries())
      world.outlet("Herald").publish({ ...report, at: new Date(world.clock.now().getTime() + minutes * 60_000) });
    world.clock.advance(HOUR_MS);
    await world.app().step();
    for (const shown of [onSlack, onDiscord]) {
      expect(shown()).toHaveLength(1);
      expect(shown()[0]?.words).not.toContain("continues in another post");
    }
    expectNoViolations();
  });

  test("a sequel days later is a message of its own, and both point to each other", async () => {
    await begin();
    await goesOn();
  });
});
