import { afterEach, describe, expect, test } from "vitest";
import { type FakeSlack, startFakeSlack } from "../fakes/slack/fake-slack.ts";
import { slackChat } from "./platforms.ts";
import { COPY, CORRECTION, HOSTILE, SHELLING } from "./reports.ts";
import { startWorld, type World } from "./world.ts";

let slack: FakeSlack;
let world: World;
afterEach(async () => {
  await world.stop();
  await slack.stop();
});

async function start(mode: "socket" | "http"): Promise<void> {
  slack = await startFakeSlack();
  world = await startWorld({
    chats: (use) => {
      const chat = slackChat(slack, use, mode);
      if (mode === "http" && chat.http) slack.deliverTo(chat.http.handle);
      return [chat];
    },
  });
}

const ADMIN = "U3";
const MEMBER = "U2";

async function slash(user: string, command: string, text: string): Promise<string> {
  const asked = await slack.slash({ user, channel: "C1", command, text });
  return JSON.stringify(await asked.reply());
}

describe.each(["socket", "http"] as const)("the whole bot on Slack by %s", (mode) => {
  test("a story lives in one message: posted, edited, corrected, asked about", async () => {
    await start(mode);
    expect(await slash(ADMIN, "/subscribe", "border level:info")).toContain("Subscribed");
    await world.report("Herald", SHELLING);
    const [posted, ...none] = slack.messages("C1");
    expect(none).toEqual([]);
    expect(JSON.stringify(posted)).toContain("Anna Kray");

    await world.report("Courier", COPY);
    await world.report("Herald", CORRECTION);
    const [edited, ...still] = slack.messages("C1");
    expect(still).toEqual([]);
    expect(edited?.ts).toBe(posted?.ts);
    expect(JSON.stringify(edited)).toContain("Courier");

    expect(await slash(MEMBER, "/timeline", "story:Klow")).toContain("1 Mar 2026");
    expect(await slash(MEMBER, "/sitrep", "quote speaker:Kray")).toContain("without an answer");
    expect(await slash(MEMBER, "/why", "Klow")).toContain("shelling");
    expect(slack.violations).toEqual([]);
  });
});

describe("the whole bot on Slack", () => {
  test("a hostile title pings nobody and stays text", async () => {
    await start("socket");
    await slash(ADMIN, "/subscribe", "border level:info");
    await world.report("Herald", HOSTILE);
    const [posted] = slack.messages("C1");
    expect(posted?.pings).toEqual([]);
    expect(posted?.controls).toEqual([]);
    expect(slack.violations).toEqual([]);
  });

  test("a member without the right may not subscribe", async () => {
    await start("socket");
    expect(await slash(MEMBER, "/subscribe", "border")).toContain("Only managers");
  });

  test("a lost answer is found in the channel's history: one message", async () => {
    await start("socket");
    await slash(ADMIN, "/subscribe", "border level:info");
    slack.fail("chat.postMessage", { kind: "drop-after" });
    await world.report("Herald", SHELLING);
    world.clock.advance(60_000);
    await world.app().step();
    expect(slack.messages("C1")).toHaveLength(1);
    const [post] = await world
      .app()
      .store.posts.ofChannel({ platform: "slack", server: slack.workspace.team, channel: "C1" }, { limit: 5 });
    expect(post).toMatchObject({ state: "idle", messageId: slack.messages("C1")[0]?.ts });
  });
});
