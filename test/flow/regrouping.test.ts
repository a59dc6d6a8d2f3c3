import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createDiscordChat } from "../../src/chat/discord/discord-chat.ts";
import { createSlackChat } from "../../src/chat/slack/slack-chat.ts";
import { Secret } from "../../src/lib/secret.ts";
import { startPostgres, type TestPostgres } from "../contract/postgres.ts";
import { CHANNEL, type FakeDiscord, GUILD, startFakeDiscord } from "../fakes/discord/fake-discord.ts";
import { MANAGE_GUILD } from "../fakes/discord/payloads.ts";
import { type FakeSlack, startFakeSlack } from "../fakes/slack/fake-slack.ts";
import { HOUR_MS, startWorld, textOf, type World } from "./world.ts";

let discord: FakeDiscord;
let slack: FakeSlack;
let world: World;

/** One bot on both platforms, with a channel on each that wants the watch. */
async function start(databaseUrl: string | undefined): Promise<void> {
  discord = await startFakeDiscord();
  slack = await startFakeSlack();
  world = await startWorld({
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    chats: ({ store, log }) => [
      createDiscordChat({
        token: new Secret(discord.token),
        apiUrl: discord.apiUrl,
        log,
        managerRoles: [],
        memory: {
          get: (name) => store.marks.get(name),
          set: (name, value) => store.marks.set(name, value, new Date()),
        },
      }),
      createSlackChat({
        botToken: new Secret(slack.workspace.botToken),
        appToken: new Secret(slack.workspace.appToken),
        apiUrl: slack.apiUrl,
        log,
        managerUsers: [],
      }),
    ],
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

describe.each(["SQLite", "PostgreSQL"])("stories on %s", (engine) => {
  let postgres: TestPostgres | undefined;
  beforeAll(async () => {
    postgres = engine === "PostgreSQL" ? await startPostgres() : undefined;
  }, 60_000);
  afterAll(() => postgres?.stop());
  const begin = async () => start(await postgres?.freshDatabase());

  test("a story that was two is taken apart: its message lives on, the other part gets its own", async () => {
    await begin();
    await takenApart();
  });

  test("two stories that are one leave one living message, and the other points to it", async () => {
    await begin();
    await madeOne();
  });

  test("a sequel days later is a message of its own, and both point to each other", async () => {
    await begin();
    await goesOn();
  });
});
