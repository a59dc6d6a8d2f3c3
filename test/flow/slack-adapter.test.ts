import { afterEach, beforeEach, expect, test } from "vitest";
import type { Chat, ChatHandlers, Delivery, Invocation } from "../../src/chat/chat.ts";
import { createSlackChat } from "../../src/chat/slack/slack-chat.ts";
import { createLog } from "../../src/lib/log.ts";
import { Secret } from "../../src/lib/secret.ts";
import { type Card, card, plain, type Reply } from "../../src/model/card.ts";
import type { CommandShape } from "../../src/model/command.ts";
import { buttonsOf } from "../fakes/slack/deliveries.ts";
import { type FakeSlack, startFakeSlack } from "../fakes/slack/fake-slack.ts";

const COMMANDS: readonly CommandShape[] = [
  {
    name: "timeline",
    summary: "Dated events of a story",
    access: "everyone",
    visibility: "shared",
    options: [{ name: "story", kind: "story", summary: "the story", required: true, completes: true }],
    examples: ["/timeline iran"],
  },
  {
    name: "keywords add",
    summary: "Adds a keyword",
    access: "manager",
    visibility: "private",
    options: [
      { name: "topic", kind: "topic", summary: "the topic", required: true, completes: true },
      { name: "text", kind: "text", summary: "the words", required: true, completes: false },
    ],
    examples: ["/keywords add diplomacy cease fire"],
  },
];

const HOSTILE = "<!channel> <@U2> @here <https://evil.example|click> & *bold* \u202eevil";

let slack: FakeSlack;
let chat: Chat;
let heard: Invocation[];
let replyWith: (invocation: Invocation) => Reply;

beforeEach(async () => {
  slack = await startFakeSlack();
  heard = [];
  replyWith = ({ page }) => ({ visibility: "private", cards: [pageCard(page)] });
});

afterEach(async () => {
  await chat.stop();
  await slack.stop();
  expect(slack.violations).toEqual([]);
});

const handlers: ChatHandlers = {
  commands: COMMANDS,
  answer: async (invocation) => {
    heard.push(invocation);
    return replyWith(invocation);
  },
  complete: async () => [],
  channelCards: async () => [],
  channels: async () => [],
};

function pageCard(page: number): Card {
  const options = { story: "s1" };
  return card({
    kind: "timeline",
    title: `Timeline, page ${page}`,
    page: { number: page, of: 3 },
    actions: [
      { label: "Next", command: "timeline", options, page: page + 1 },
      { label: "Why?", command: "timeline", options },
    ],
  });
}

async function start(
  kind: "socket" | "http",
  botToken = slack.workspace.botToken,
  given: ChatHandlers = handlers,
): Promise<void> {
  chat = createSlackChat({
    botToken: new Secret(botToken),
    ...(kind === "socket"
      ? { appToken: new Secret(slack.workspace.appToken) }
      : { signingSecret: new Secret(slack.workspace.signingSecret) }),
    apiUrl: slack.apiUrl,
    log: createLog("silent"),
    managerUsers: [],
  });
  await chat.start(given);
  const { http } = chat;
  if (http !== undefined) slack.deliverTo((request) => http.handle(request));
}

function delivery(parts: Partial<Delivery> = {}): Delivery {
  return {
    at: { platform: "slack", server: slack.workspace.team, channel: "C1" },
    id: "d1",
    post: "p1",
    card: card({
      kind: "alert",
      level: "urgent",
      title: "Border closed",
      lead: plain("The border was closed on Tuesday."),
    }),
    ...parts,
  };
}

const signal = new AbortController().signal;

for (const kind of ["socket", "http"] as const) {
  test(`a slash command over ${kind} is acknowledged empty and answered to the asker alone`, async () => {
    await start(kind);
    const typed = await slack.slash({ user: "U2", channel: "C1", command: "/timeline", text: "iran talks" });
    expect(typed.ack).toEqual(kind === "socket" ? {} : { status: 200, body: "" });
    const reply = await typed.reply();
    expect(reply.onlyFor).toBe("U2");
    expect(reply.text).toContain("Timeline, page 1");
    expect(slack.messages("C1")).toEqual([]);
    expect(heard).toEqual([
      {
        command: "timeline",
        options: { story: "iran talks" },
        page: 1,
        asker: {
          at: { platform: "slack", server: slack.workspace.team, channel: "C1" },
          user: "U2",
          isManager: false,
        },
      },
    ]);
  });

  test(`a page turned over ${kind} replaces the asker's own reply`, async () => {
    await start(kind);
    const first = await (
      await slack.slash({ user: "U2", channel: "C1", command: "/sitrep", text: "timeline x" })
    ).reply();
    const second = await (await slack.click({ user: "U2", on: first, label: "Next" })).reply();
    expect(second.ts).toBe(first.ts);
    expect(second.text).toContain("page 2");
    expect(heard[1]).toMatchObject({ command: "timeline", options: { story: "s1" }, page: 2 });
    expect(slack.ephemerals("U2")).toHaveLength(1);
  });
}

test("a shared reply is seen by the channel, and a button on it answers only the one who pressed it", async () => {
  await start("socket");
  replyWith = ({ page }) => ({ visibility: "shared", cards: [pageCard(page)] });
  const shared = await (await slack.slash({ user: "U2", channel: "C1", command: "/timeline", text: "x" })).reply();
  expect(slack.messages("C1")).toEqual([shared]);
  const own = await (await slack.click({ user: "U3", on: shared, label: "Next" })).reply();
  expect(own).toMatchObject({ onlyFor: "U3" });
  expect(slack.messages("C1")).toEqual([shared]);
});

test("a button that turns no page leaves the reply it stands on", async () => {
  await start("socket");
  const reply = await (await slack.slash({ user: "U2", channel: "C1", command: "/timeline", text: "x" })).reply();
  await (await slack.click({ user: "U2", on: reply, label: "Why?" })).reply();
  expect(slack.ephemerals("U2")).toHaveLength(2);
});

test("admins and owners of the workspace are managers, members and strangers are not", async () => {
  slack.workspace.users.set("U9", { id: "U9", name: "stranger", isAdmin: true, team: "T9OTHER" });
  await start("socket");
  for (const user of ["U2", "U3", "U4", "U9"]) {
    await (await slack.slash({ user, channel: "C1", command: "/keywords", text: "add diplomacy cease fire" })).reply();
  }
  expect(heard.map((one) => one.asker.isManager)).toEqual([false, true, true, false]);
  expect(heard[0]).toMatchObject({ command: "keywords add", options: { topic: "diplomacy", text: "cease fire" } });
});

test("nobody is a manager while Slack cannot say so", async () => {
  await start("socket");
  slack.fail("users.info", { kind: "error", error: "internal_error" });
  await (await slack.slash({ user: "U3", channel: "C1", command: "/timeline", text: "x" })).reply();
  await (await slack.slash({ user: "U3", channel: "C1", command: "/timeline", text: "x" })).reply();
  expect(heard.map((one) => one.asker.isManager)).toEqual([false, true]);
});

test("after Slack's routine refresh commands are heard again", async () => {
  await start("socket");
  const again = slack.sockets.nextConnection();
  slack.sockets.refresh();
  await again;
  await (await slack.slash({ user: "U2", channel: "C1", command: "/timeline", text: "x" })).reply();
  expect(heard).toHaveLength(1);
});

test("a cut connection is made again, also when Slack refuses at first", async () => {
  await start("socket");
  slack.fail("apps.connections.open", { kind: "error", error: "invalid_auth" });
  const again = slack.sockets.nextConnection();
  slack.sockets.cut();
  await again;
  await (await slack.slash({ user: "U2", channel: "C1", command: "/timeline", text: "x" })).reply();
  expect(heard).toHaveLength(1);
});

test("stopping waits for the answer that is being given", async () => {
  const { promise, resolve } = Promise.withResolvers<Reply>();
  await start("socket", slack.workspace.botToken, { ...handlers, answer: () => promise });
  await slack.slash({ user: "U2", channel: "C1", command: "/timeline", text: "x" });
  const stopped = chat.stop();
  resolve({ visibility: "private", cards: [pageCard(1)] });
  await stopped;
  expect(slack.ephemerals("U2")).toHaveLength(1);
});

test("a tampered, a stale and an unsigned request are refused, the challenge is answered", async () => {
  await start("http");
  const typed = { user: "U2", channel: "C1", command: "/timeline", text: "x" };
  const statuses = [];
  for (const options of [{ tamper: true }, { ageSeconds: 400 }, { secret: "wrong" }, {}]) {
    statuses.push((await chat.http?.handle(slack.slashRequest(typed, options)))?.status);
  }
  expect(statuses).toEqual([401, 401, 401, 200]);
  const unsigned = new Request("http://sitrep.test/slack/events", { method: "POST", body: "command=%2Ftimeline" });
  expect((await chat.http?.handle(unsigned))?.status).toBe(401);
  const challenge = slack.signedRequest({ type: "url_verification", challenge: "abc" });
  expect(await (await chat.http?.handle(challenge))?.json()).toEqual({ challenge: "abc" });
  await expect.poll(() => heard.length).toBe(1);
});

test("a post is created with its marker, then edited in place", async () => {
  await start("socket");
  const sent = await chat.deliver(delivery(), signal);
  if (sent.kind !== "sent") throw new Error(sent.kind);
  const edited = delivery({ id: "d2", messageId: sent.messageId, card: card({ kind: "alert", title: "Border open" }) });
  expect(await chat.deliver(edited, signal)).toEqual(sent);
  expect(slack.messages("C1")).toMatchObject([
    {
      ts: sent.messageId,
      edits: 1,
      text: "Border open",
      isLoose: false,
      metadata: { event_payload: { delivery: "d2", post: "p1" } },
    },
  ]);
});

test("a post whose answer was lost is found in the channel, so that it is not posted twice", async () => {
  await start("socket");
  const since = new Date();
  slack.fail("chat.postMessage", { kind: "drop-after" });
  expect(await chat.deliver(delivery(), signal)).toMatchObject({ kind: "ambiguous" });
  for (let other = 0; other < 20; other++) await chat.deliver(delivery({ id: `x${other}`, post: `x${other}` }), signal);
  const at = delivery().at;
  const [first] = slack.messages("C1");
  expect(await chat.find(at, "p1", since, signal)).toEqual({ kind: "found", messageId: first?.ts });
  expect(await chat.find(at, "p2", since, signal)).toEqual({ kind: "absent" });
  expect(slack.calls.filter((call) => call.method === "chat.postMessage")).toHaveLength(21);
});

test("a history that may not be read is unknown, one that cannot be read now is an error", async () => {
  await start("socket");
  slack.workspace.scopes.delete("channels:history");
  expect(await chat.find(delivery().at, "p1", new Date(), signal)).toMatchObject({ kind: "unknown" });
  slack.fail("conversations.history", { kind: "rate-limit", seconds: 60 });
  await expect(chat.find(delivery().at, "p1", new Date(), signal)).rejects.toThrow();
});

test("what went wrong with a post is told apart", async () => {
  await start("socket");
  slack.workspace.channels.set("C3", { id: "C3", name: "secret", isPrivate: true, isMember: false });
  slack.workspace.channels.set("C4", { id: "C4", name: "old", isArchived: true });
  const to = (channel: string) => chat.deliver(delivery({ at: { ...delivery().at, channel } }), signal);
  expect(await to("C3")).toMatchObject({ kind: "refused", code: "not_in_channel" });
  expect(await to("C4")).toMatchObject({ kind: "refused", code: "is_archived" });
  expect(await to("C5")).toMatchObject({ kind: "refused", code: "channel_not_found" });
  expect(await chat.deliver(delivery({ messageId: "1.000001" }), signal)).toEqual({ kind: "missing" });
  slack.fail(
    "chat.postMessage",
    { kind: "rate-limit", seconds: 7 },
    { kind: "error", error: "token_revoked" },
    { kind: "error", error: "invalid_blocks" },
    { kind: "status", status: 503 },
    { kind: "drop-before" },
  );
  expect(await to("C1")).toMatchObject({ kind: "retry-after", ms: 7000 });
  expect(await to("C1")).toMatchObject({ kind: "refused", code: "token_revoked" });
  expect(await to("C1")).toMatchObject({ kind: "bad-payload" });
  expect(await to("C1")).toMatchObject({ kind: "ambiguous" });
  expect(await to("C1")).toMatchObject({ kind: "ambiguous" });
  expect(slack.messages("C1")).toEqual([]);
});

test("an aborted delivery ends at once and is ambiguous", async () => {
  await start("socket");
  slack.fail("chat.postMessage", { kind: "delay", ms: 3000 });
  const stopping = new AbortController();
  const outcome = chat.deliver(delivery(), stopping.signal);
  stopping.abort();
  expect(await outcome).toMatchObject({ kind: "ambiguous" });
});

test("hostile feed text pings nobody and becomes no markup", async () => {
  await start("socket");
  const hostile = card({
    kind: "alert",
    level: "flash",
    title: HOSTILE,
    lead: plain(HOSTILE),
    facts: [{ name: HOSTILE, value: [{ kind: "link", text: HOSTILE, url: "javascript:alert(1)" }] }],
    quotes: [{ text: HOSTILE, speaker: HOSTILE, source: plain(HOSTILE) }],
    rows: [{ heading: HOSTILE, text: plain(HOSTILE) }],
    sources: [{ label: HOSTILE, url: "https://news.example/a|b>c" }],
    footer: plain(HOSTILE),
    actions: [{ label: HOSTILE, command: "timeline", options: { story: HOSTILE } }],
  });
  expect(await chat.deliver(delivery({ card: hostile }), signal)).toMatchObject({ kind: "sent" });
  const [message] = slack.messages("C1");
  expect(message).toMatchObject({ pings: [], controls: [], isLoose: false });
  const [button] = buttonsOf(message!);
  expect(button?.value).toContain("timeline");
  const seen = JSON.stringify(message, (name, value) => (name === "value" ? undefined : value));
  expect(seen).not.toMatch(/\u202e|javascript:/);
});

test("managers are told by direct message: the primary owner when none is listed", async () => {
  await start("socket");
  const [owner = "", ...others] = await chat.managerChannels(slack.workspace.team, signal);
  expect(others).toEqual([]);
  const at = { platform: "slack", server: slack.workspace.team, channel: owner } as const;
  const notice = card({ kind: "error", title: "A channel is paused" });
  expect(await chat.deliver(delivery({ at, card: notice }), signal)).toMatchObject({ kind: "sent" });
  expect(slack.messages("D4")).toMatchObject([{ text: "A channel is paused" }]);
});

test("doctor learns of missing scopes and refused tokens", async () => {
  await start("socket");
  expect((await chat.check()).every((one) => one.ok)).toBe(true);
  slack.workspace.scopes.delete("chat:write");
  slack.fail("apps.connections.open", { kind: "error", error: "invalid_auth" });
  const wrong = (await chat.check()).filter((one) => !one.ok);
  expect(wrong.map((one) => one.detail)).toEqual(["missing: chat:write", "Slack refuses it: invalid_auth"]);
  expect(wrong.every((one) => one.next !== undefined)).toBe(true);
});

test("a refused bot token stops the start with words for the operator", async () => {
  await expect(start("socket", "xoxb-wrong")).rejects.toThrow("Slack refuses the bot token: invalid_auth.");
});

test("a Slack that cannot be reached at the start is reached later", async () => {
  slack.fail("auth.test", { kind: "drop-before" });
  await start("socket");
  expect(chat.isReady()).toBe(false);
  await slack.sockets.nextConnection();
  expect(chat.isReady()).toBe(true);
});
