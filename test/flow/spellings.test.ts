import { afterEach, describe, expect, test } from "vitest";
import { CHANNEL, GUILD, startFakeDiscord } from "../fakes/discord/fake-discord.ts";
import { MANAGE_GUILD } from "../fakes/discord/payloads.ts";
import { startFakeSlack } from "../fakes/slack/fake-slack.ts";
import { discordChat, slackChat } from "./platforms.ts";
import { startWorld, textOf } from "./world.ts";

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** Names the Zlin Pass as no spelling of the watch does. */
const OTHER_SPELLING = {
  guid: "pass-1",
  title: "Talks on Zleen Pass open",
  text: "Talks on a ceasefire at the Zleen Pass opened on Monday.",
};
const TEXT = "Troops left the Zleen Pass on Monday.";

describe("a proposed spelling on the console", () => {
  const start = async () => {
    const world = await startWorld();
    ends.push(world.stop);
    await world.report("Herald", OTHER_SPELLING);
    return world;
  };

  test("counts only when it was accepted, until that is taken back, and the log tells all of it", async () => {
    const { ask } = await start();
    const tried = async () => textOf(await ask("keywords test", { text: TEXT }));
    const proposed = await ask("keywords propose");
    expect(textOf(proposed)).toContain("Zleen Pass");
    expect(await tried()).not.toContain("Zlin Pass");

    const [accept] = proposed.cards[0]?.actions ?? [];
    expect(accept).toMatchObject({ label: "Accept Zleen Pass", command: "keywords accept" });
    const accepted = await ask(accept?.command ?? "", accept?.options);
    expect(textOf(accepted)).toContain("is now a spelling of Zlin Pass");
    expect(await tried()).toContain("Zlin Pass");
    expect(textOf(await ask("keywords propose"))).not.toContain("Zleen");

    const [undo] = accepted.cards[0]?.actions ?? [];
    expect(textOf(await ask(undo?.command ?? "", undo?.options))).toContain("Taken back");
    expect(await tried()).not.toContain("Zlin Pass");
    expect(textOf(await ask("keywords propose"))).toContain("Zleen Pass");

    const changes = (await ask("keywords changes")).cards[0]?.rows.map((row) => JSON.stringify(row)) ?? [];
    expect(changes).toHaveLength(2);
    expect(changes[0]).toContain("change 1 taken back");
    expect(changes[1]).toMatch(/Zlin Pass.*taken back.*by tester/);
  });

  test("is not proposed again once it was dismissed, until that is taken back", async () => {
    const { ask } = await start();
    await ask("keywords dismiss", { spelling: "Zleen Pass" });
    expect(textOf(await ask("keywords propose"))).toContain("None in the 1 reports");
    await ask("keywords undo");
    expect(textOf(await ask("keywords propose"))).toContain("Zleen Pass");
  });

  test("may be given a name by hand, and a wrong one is refused with what to do", async () => {
    const { ask } = await start();
    const named = await ask("keywords accept", { spelling: "the Kray woman", name: "anna-kray" });
    expect(textOf(named)).toContain("spelling of Anna Kray");
    expect((await ask("keywords accept", { spelling: "The Kray Woman", name: "zlin" })).problem?.what).toContain(
      "is a spelling of Anna Kray already",
    );
    expect((await ask("keywords accept", { spelling: "Tomas Drej" })).problem?.next).toContain("name:");
    expect((await ask("keywords undo", { edit: "99" })).problem?.what).toContain("no change 99");
    await ask("keywords undo");
    expect((await ask("keywords undo")).problem?.what).toContain("no change to take back");
    expect((await ask("keywords undo", { edit: "1" })).problem?.what).toContain("taken back already");
  });

  test("an undoing can itself be taken back", async () => {
    const { ask } = await start();
    const phrases = async () => textOf(await ask("keywords list"));
    await ask("keywords add", { phrase: "howitzer" });
    const undone = await ask("keywords undo");
    expect(await phrases()).not.toContain("howitzer");
    const [again] = undone.cards[0]?.actions ?? [];
    await ask(again?.command ?? "", again?.options);
    expect(await phrases()).toContain("howitzer");
  });
});

test("a spelling is accepted by a button on Discord, by managers alone", async () => {
  const discord = await startFakeDiscord();
  ends.push(() => discord.stop());
  const world = await startWorld({
    chats: (use) => [discordChat(discord, use)],
  });
  ends.push(world.stop);
  await world.report("Herald", OTHER_SPELLING);
  const manager = { guild: GUILD, channel: CHANNEL, permissions: MANAGE_GUILD };
  const { message } = await discord.slash({ ...manager, command: "keywords propose", options: {} });
  if (!message) throw new Error("no answer");
  const refused = await discord.click({ guild: GUILD, channel: CHANNEL, message, label: "Accept Zleen Pass" });
  expect(JSON.stringify(refused.message)).toContain("Only managers");
  const accepted = await discord.click({ ...manager, message, label: "Accept Zleen Pass" });
  expect(JSON.stringify(accepted.message)).toContain("is now a spelling of Zlin Pass");
  if (!accepted.message) throw new Error("no answer");
  const undone = await discord.click({ ...manager, message: accepted.message, label: "Undo" });
  expect(JSON.stringify(undone.message)).toContain("Taken back");
  expect(discord.violations).toEqual([]);
});

test("a spelling is accepted by a command on Slack, by managers alone", async () => {
  const slack = await startFakeSlack();
  ends.push(() => slack.stop());
  const world = await startWorld({
    chats: (use) => [slackChat(slack, use)],
  });
  ends.push(world.stop);
  await world.report("Herald", OTHER_SPELLING);
  const slash = async (user: string, text: string) =>
    JSON.stringify(await (await slack.slash({ user, channel: "C1", command: "/sitrep", text })).reply());
  expect(await slash("U3", "keywords propose")).toContain("Accept Zleen Pass");
  expect(await slash("U2", 'keywords accept spelling:"Zleen Pass"')).toContain("Only managers");
  expect(await slash("U3", 'keywords accept spelling:"Zleen Pass"')).toContain("is now a spelling of Zlin Pass");
  expect(await slash("U3", "keywords undo")).toContain("Taken back");
  expect(await slash("U2", "keywords changes")).toContain("taken back");
  expect(slack.violations).toEqual([]);
});
