import { afterEach, describe, expect, test } from "vitest";
import { CHANNEL, GUILD, startFakeDiscord } from "../fakes/discord/fake-discord.ts";
import { startFakeSlack } from "../fakes/slack/fake-slack.ts";
import { discordChat, slackChat } from "./platforms.ts";
import { COPY, CORRECTION, HOSTILE, SHELLING } from "./reports.ts";
import { startWorld, type World } from "./world.ts";

let world: World;
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  await world.stop();
  for (const end of ends.splice(0)) await end();
});

async function tell(): Promise<void> {
  await world.report("Herald", SHELLING);
  await world.report("Courier", COPY);
}

const member = { guild: GUILD, channel: CHANNEL };

async function startDiscord() {
  const discord = await startFakeDiscord();
  ends.push(() => discord.stop());
  world = await startWorld({
    chats: (use) => [discordChat(discord, use)],
  });
  await tell();
  return discord;
}

async function startSlack() {
  const slack = await startFakeSlack();
  ends.push(() => slack.stop());
  world = await startWorld({
    chats: (use) => [slackChat(slack, use)],
  });
  await tell();
  return slack;
}

function textOf(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}

describe("a timeline as a file on Discord", () => {
  test("the buttons lead from the list to the file, which only the asker sees", async () => {
    const discord = await startDiscord();
    const list = await discord.slash({ ...member, command: "timeline", options: { story: "Klow" } });
    expect(JSON.stringify(list.message?.embeds)).toContain("**1 Mar 2026**");
    const choice = await discord.click({ ...member, message: list.message!, label: "Export" });
    expect(choice.message?.isEphemeral).toBe(true);
    const sent = await discord.click({ ...member, message: choice.message!, label: "CSV" });
    expect(sent.message?.isEphemeral).toBe(true);
    const [file, ...more] = sent.message?.files ?? [];
    expect(more).toEqual([]);
    expect(file?.name).toMatch(/^timeline-[a-z0-9-]+\.csv$/);
    expect(textOf(file?.bytes)).toContain('"2026-03-01","day","day stated","attack"');
    expect(textOf(file?.bytes)).toContain('"Herald; Courier"');
    expect(discord.violations).toEqual([]);
  });

  test("asked for publicly, the file still goes to the asker alone", async () => {
    const discord = await startDiscord();
    const sent = await discord.slash({ ...member, command: "timeline", options: { story: "Klow", as: "calendar" } });
    expect(sent.message?.isEphemeral).toBe(true);
    expect(textOf(sent.message?.files[0]?.bytes)).toContain("DTSTART;VALUE=DATE:20260301\r\n");
    expect(discord.violations).toEqual([]);
  });

  test("a picture comes with its words", async () => {
    const discord = await startDiscord();
    const list = await discord.slash({ ...member, command: "timeline", options: { story: "Klow" } });
    const sent = await discord.click({ ...member, message: list.message!, label: "Picture" });
    const [file] = sent.message?.files ?? [];
    expect(file?.name).toMatch(/\.png$/);
    expect(Buffer.from(file?.bytes ?? []).toString("latin1", 1, 4)).toBe("PNG");
    expect(file?.description).toContain("1 Mar 2026: Bordurian artillery shelling killed 14 people");
    expect(discord.violations).toEqual([]);
  });

  test("the choices are registered, and another one is refused", async () => {
    const discord = await startDiscord();
    const [timeline] = discord.registrations.at(-1)?.filter(({ name }) => name === "timeline") ?? [];
    expect(JSON.stringify(timeline)).toContain('"choices":[{"name":"list","value":"list"}');
    const refused = await discord.slash({ ...member, command: "timeline", options: { as: "pdf" } });
    expect(JSON.stringify(refused.message)).toContain("is not one of list");
  });
});

test("a correction changes the line of the timeline, which says so", async () => {
  world = await startWorld();
  await tell();
  await world.report("Herald", CORRECTION);
  const reply = await world.ask("timeline", { story: "Klow" });
  const line = reply.cards[0]?.rows.find(({ text }) => JSON.stringify(text).includes("artillery shelling killed"));
  expect(JSON.stringify(line?.note)).toContain("as changed by Herald");
  expect(JSON.stringify(line?.note)).toContain("16 killed (1 outlet), 14 (1)");
});

describe("a timeline of many events on Discord", () => {
  test("turns its pages in place, and every page leads to picture and export", async () => {
    const discord = await startDiscord();
    for (let day = 10; day < 20; day++)
      await world.report("Herald", {
        guid: `day-${day}`,
        title: `Shelling near Klow ${day}`,
        text: `Bordurian shelling killed ${day} people in the Syldavian town of Klow on ${day} February 2026, officials said.`,
      });
    const first = await discord.slash({ ...member, command: "timeline" });
    const labels = (message: typeof first.message) =>
      message?.components.flatMap((row) => row.components.map(({ label }) => label));
    expect(labels(first.message)).toEqual(["Next", "Picture", "Export"]);
    const second = await discord.click({ ...member, message: first.message!, label: "Next" });
    expect(second.message?.id).toBe(first.message?.id);
    expect(labels(second.message)).toEqual(["Previous", "Picture", "Export"]);
    expect(second.message?.embeds[0]?.description).toContain("**1 Mar 2026**");
    expect(discord.violations).toEqual([]);
  });

  test("a hostile report pings nobody, in no form", async () => {
    const discord = await startDiscord();
    await world.report("Herald", { ...HOSTILE, text: `${HOSTILE.text} It was on 27 February 2026, officials said.` });
    const forms = ["list", "picture", "csv", "calendar", "markdown"];
    for (const form of forms) {
      const sent = await discord.slash({ ...member, command: "timeline", options: { as: form } });
      expect(sent.message?.pings).toEqual([]);
      expect(sent.message?.files.length).toBe(form === "list" ? 0 : 1);
    }
    expect(discord.violations).toEqual([]);
  });
});

describe("a timeline as a file on Slack", () => {
  test("goes to the asker's direct messages, and the channel says so to the asker alone", async () => {
    const slack = await startSlack();
    const asked = await slack.slash({ user: "U2", channel: "C1", command: "/timeline", text: "Klow as:markdown" });
    const reply = await asked.reply();
    expect(reply.onlyFor).toBe("U2");
    expect(JSON.stringify(reply)).toContain("direct message");
    const [file, ...more] = slack.workspace.files.values();
    expect(more).toEqual([]);
    expect(file).toMatchObject({ channel: "D2", name: expect.stringMatching(/\.md$/) });
    expect(textOf(file?.bytes)).toContain("## 1 Mar 2026");
    expect(slack.messages("C1")).toEqual([]);
    expect(slack.violations).toEqual([]);
  });

  test("a picture's words stand in the message, too", async () => {
    const slack = await startSlack();
    const asked = await slack.slash({ user: "U2", channel: "C1", command: "/timeline", text: "Klow as:picture" });
    await asked.reply();
    const [file] = slack.workspace.files.values();
    expect(file?.alt).toContain("1 Mar 2026: Bordurian artillery");
    expect(JSON.stringify(slack.messages("D2"))).toContain("1 Mar 2026: Bordurian artillery");
    expect(slack.violations).toEqual([]);
  });

  test("without the scope the asker is told what to do", async () => {
    const slack = await startSlack();
    slack.workspace.scopes.delete("files:write");
    const asked = await slack.slash({ user: "U2", channel: "C1", command: "/timeline", text: "Klow as:csv" });
    expect(JSON.stringify(await asked.reply())).toContain("files:write");
  });
});

describe("a timeline as a file in the console", () => {
  async function ask(line: string): Promise<string> {
    const { address } = world.app();
    const page = await (await fetch(`${address}/c/border`)).text();
    const token = /data-token="([^"]+)"/.exec(page)?.[1] ?? "";
    const body = new URLSearchParams({ line, token });
    const headers = { "x-sitrep-fragment": "1" };
    return (await fetch(`${address}/c/border/command`, { method: "POST", body, headers })).text();
  }

  test("is saved under its name, not guessed at, not cached", async () => {
    world = await startWorld();
    await tell();
    const path = /href="(\/c\/border\/files\/[^"]+)"/.exec(await ask("/timeline story:Klow as:csv"))?.[1];
    const response = await fetch(`${world.app().address}${path}`);
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="timeline-[a-z0-9-]+\.csv"$/);
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect(await response.text()).toContain('"2026-03-01"');
  });

  test("as a picture is shown with its words", async () => {
    world = await startWorld();
    await tell();
    const shown = await ask("/timeline story:Klow as:picture");
    expect(shown).toMatch(/<img src="\/c\/border\/files\/[\w-]+" alt="Timeline: [^"]+1 Mar 2026: /);
    const path = /<img src="([^"]+)"/.exec(shown)?.[1];
    const response = await fetch(`${world.app().address}${path}`);
    expect(response.headers.get("content-type")).toBe("image/png");
    expect(response.headers.get("content-disposition")).toMatch(/^inline; filename="timeline-[a-z0-9-]+\.png"$/);
  });

  test("under a guessed address there is none", async () => {
    world = await startWorld();
    const response = await fetch(`${world.app().address}/c/border/files/guess`);
    expect(response.status).toBe(404);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });
});
