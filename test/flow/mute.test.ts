import { afterEach, expect, test } from "vitest";
import { CHANNEL, GUILD, startFakeDiscord } from "../fakes/discord/fake-discord.ts";
import { MANAGE_GUILD } from "../fakes/discord/payloads.ts";
import { startFakeSlack } from "../fakes/slack/fake-slack.ts";
import { discordChat, slackChat } from "./platforms.ts";
import { COPY, SHELLING, TALKS } from "./reports.ts";
import { HOUR_MS, startWorld, textOf, type World } from "./world.ts";

let world: World;
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  await world.stop();
  for (const end of ends.splice(0)) await end();
});

const subscribe = (channel: string, topic = "border") => world.ask("subscribe", { topic, channel, level: "info" });
const mute = (options: Record<string, string>) => world.ask("mute", options);

/** The stories that a channel of the console has messages of. */
async function postedIn(channel: string): Promise<string[]> {
  const posts = await world.app().store.posts.ofChannel({ ...world.console, channel }, { limit: 20 });
  return posts.filter(({ shown }) => shown > 0).map(({ story }) => story);
}

async function storyOf(words: string): Promise<string> {
  const [found] = await world.app().store.stories.latest({ words }, {}, { limit: 1 });
  return found?.story.id ?? "";
}

test("a muted watch begins no message until the mute ends; other channels hear of it as ever", async () => {
  world = await startWorld();
  for (const channel of ["muted", "open"]) await subscribe(channel);
  const said = textOf(await mute({ topic: "border", for: "6h", channel: "muted" }));
  expect(said).toContain("Muted: Borduria and Syldavia");
  await world.report("Herald", SHELLING);
  expect(await postedIn("muted")).toEqual([]);
  expect(await postedIn("open")).toHaveLength(1);
  const why = textOf(await world.ask("whynot", { item: SHELLING.title, channel: "muted" }));
  expect(why).toContain("subscribed to Borduria and Syldavia: muted until 2 Mar 2026, 14:00 UTC by tester");

  world.clock.advance(6 * HOUR_MS);
  await world.report("Courier", COPY);
  expect(await postedIn("muted")).toEqual([await storyOf("Klow")]);
});

test("a mute has an end before its time, and a level that breaks it", async () => {
  world = await startWorld();
  for (const channel of ["all", "grave"]) await subscribe(channel);
  await mute({ topic: "border", for: "always", channel: "all" });
  await mute({ topic: "border", for: "always", channel: "grave", except: "urgent" });
  await world.report("Herald", TALKS);
  expect([await postedIn("all"), await postedIn("grave")]).toEqual([[], []]);
  await world.report("Herald", SHELLING);
  expect(await postedIn("grave")).toEqual([await storyOf("Klow")]);
  expect(await postedIn("all")).toEqual([]);

  const listed = textOf(await world.ask("subscriptions"));
  expect(listed).toContain("until /unmute by tester, but not from urgent on");
  expect(textOf(await world.ask("unmute", { topic: "border", channel: "all" }))).toContain("No longer muted");
  expect((await world.ask("unmute", { topic: "border", channel: "all" })).problem?.what).toContain("is not muted");
  await world.report("Courier", COPY);
  expect(await postedIn("all")).toEqual([await storyOf("Klow")]);
});

const FUNERAL = {
  guid: "funeral",
  title: "Syldavia holds funeral for dead of Klow as talks on truce open",
  text: "Mayor Jana Prochazka of Klow said at the funeral that talks with Borduria must bring a ceasefire.",
};
const STRIKE_AGAIN = {
  guid: "strike-2",
  title: "14 dead as Bordurian shells hit Klow",
  text: "Fourteen people died in Klow when Bordurian shells fell on the market, Mayor Jana Prochazka said after the attack.",
};
const STRIKE = {
  guid: "strike",
  title: "Shelling kills 14 in Syldavian town of Klow",
  text: "Bordurian artillery shelling killed 14 people in the Syldavian town of Klow, Mayor Jana Prochazka said.",
};

test("a muted story keeps its message up to date, and what follows from it begins none", async () => {
  world = await startWorld();
  for (const channel of ["muted", "open"]) await subscribe(channel);
  await world.report("Herald", STRIKE);
  await world.report("Courier", STRIKE_AGAIN);
  const story = await storyOf("Klow");
  await mute({ topic: `story:${story}`, for: "always", channel: "muted" });
  await world.report("Herald", { ...STRIKE, text: STRIKE.text.replace("killed 14", "killed 16") });
  const page = await (await fetch(`${world.app().address}/c/muted`)).text();
  expect(page).toContain("16");

  world.clock.advance(100 * HOUR_MS);
  await world.report("Herald", FUNERAL);
  const sequel = await storyOf("funeral");
  expect(sequel).not.toBe(story);
  expect((await postedIn("open")).sort()).toEqual([sequel, story].sort());
  expect(await postedIn("muted")).toEqual([story]);
  const why = textOf(await world.ask("whynot", { item: FUNERAL.title, channel: "muted" }));
  expect(why).toContain("muted until /unmute by tester");
});

test("what cannot be muted is refused with what can", async () => {
  world = await startWorld();
  expect((await mute({ topic: "story:nothing" })).problem).toMatchObject({ what: 'There is no story "nothing".' });
  expect((await mute({ topic: "actor:nobody" })).problem?.what).toContain("No watch knows");
  expect((await mute({ topic: "border", for: "2h" })).problem?.what).toContain("is not one of 1h, 6h, 24h, 7d, always");
});

test("the button of a story mutes it on Discord, for managers alone, and the channel sees by whom", async () => {
  const discord = await startFakeDiscord();
  ends.push(() => discord.stop());
  world = await startWorld({ chats: (use) => [discordChat(discord, use)] });
  const at = { guild: GUILD, channel: CHANNEL };
  const manager = { ...at, permissions: MANAGE_GUILD };
  await discord.slash({ ...manager, command: "subscribe", options: { topic: "border", level: "info" } });
  await world.report("Herald", STRIKE);
  await world.report("Courier", STRIKE_AGAIN);
  const [message] = discord.messages(CHANNEL);
  if (!message) throw new Error("no post");
  const refused = await discord.click({ ...at, message, label: "Mute" });
  expect(JSON.stringify(refused.message)).toContain("Only managers");
  const muted = await discord.click({ ...manager, message, label: "Mute" });
  expect(JSON.stringify(muted.message)).toContain("Muted: story");
  world.clock.advance(100 * HOUR_MS);
  await world.report("Herald", FUNERAL);
  expect(await storyOf("funeral")).not.toBe("");
  expect(discord.messages(CHANNEL).filter(({ content }) => content !== "")).toHaveLength(1);
  expect(discord.violations).toEqual([]);
});

test("Slack, whose own /mute an app cannot have, takes it behind /sitrep", async () => {
  const slack = await startFakeSlack();
  ends.push(() => slack.stop());
  world = await startWorld({ chats: (use) => [slackChat(slack, use)] });
  const slash = async (user: string, text: string) =>
    JSON.stringify(await (await slack.slash({ user, channel: "C1", command: "/sitrep", text })).reply());
  await slash("U3", "subscribe border level:info");
  expect(await slash("U2", "mute border for:6h")).toContain("Only managers");
  expect(await slash("U3", "mute border for:6h")).toContain("Muted: Borduria and Syldavia");
  await world.report("Herald", SHELLING);
  expect(JSON.stringify(slack.messages("C1"))).not.toContain("Klow");
  expect(slack.violations).toEqual([]);
});
