import { afterEach, beforeEach, expect, test } from "vitest";
import type { Chat, ChatHandlers, Delivery, Invocation } from "../../src/chat/chat.ts";
import { createDiscordChat } from "../../src/chat/discord/discord-chat.ts";
import { createLog } from "../../src/lib/log.ts";
import { Secret } from "../../src/lib/secret.ts";
import { type Card, card, plain, type Reply } from "../../src/model/card.ts";
import type { CommandShape } from "../../src/model/command.ts";
import {
  CHANNEL,
  type FakeDiscord,
  GUILD,
  MANAGER_ROLE,
  OTHER_CHANNEL,
  startFakeDiscord,
} from "../fakes/discord/fake-discord.ts";
import { MANAGE_GUILD } from "../fakes/discord/payloads.ts";

const ASKING = { guild: GUILD, channel: CHANNEL };
const never = new AbortController().signal;

const COMMANDS: readonly CommandShape[] = [
  {
    name: "timeline",
    summary: "Dated events of a story",
    access: "everyone",
    visibility: "shared",
    options: [
      { name: "since", kind: "date", summary: "From this day on", required: false, completes: false },
      { name: "story", kind: "story", summary: "Which story", required: true, completes: true },
      { name: "count", kind: "integer", summary: "How many", required: false, completes: false },
    ],
    examples: ["/timeline story:ferry"],
  },
  {
    name: "keywords add",
    summary: "Watch one more word",
    access: "manager",
    visibility: "private",
    options: [
      { name: "text", kind: "text", summary: "The words", required: true, completes: false },
      { name: "channel", kind: "channel", summary: "Where", required: false, completes: false },
      { name: "level", kind: "level", summary: "From which level on", required: false, completes: false },
    ],
    examples: ["/keywords add text:ferry"],
  },
];

function reply(parts: Partial<Card> & { title: string }, visibility: Reply["visibility"] = "shared"): Reply {
  return { visibility, cards: [card({ kind: "list", ...parts })] };
}

let discord: FakeDiscord;
let chat: Chat;
let heard: Invocation[];
let time: Date;
let answer: (invocation: Invocation) => Promise<Reply>;
const memory = new Map<string, string>();

function createChat(): Chat {
  return createDiscordChat({
    token: new Secret(discord.token),
    apiUrl: discord.apiUrl,
    log: createLog("silent"),
    now: () => time,
    managerRoles: [MANAGER_ROLE],
    memory: {
      get: (name) => Promise.resolve(memory.get(name)),
      set: (name, value) => Promise.resolve(void memory.set(name, value)),
    },
  });
}

const handlers: ChatHandlers = {
  commands: COMMANDS,
  answer: (invocation) => {
    heard.push(invocation);
    return answer(invocation);
  },
  complete: ({ typed }) => Promise.resolve([{ label: `Story about ${typed}\u202e`, value: `s-${typed}` }]),
  channelCards: () => Promise.resolve([]),
  channels: () => Promise.resolve([]),
};

beforeEach(async () => {
  time = new Date();
  discord = await startFakeDiscord({ now: () => time.getTime(), nonceWindowMs: 120_000 });
  heard = [];
  answer = () => Promise.resolve(reply({ title: "Done" }));
  memory.clear();
  chat = createChat();
  await chat.start(handlers);
});

afterEach(async () => {
  await chat.stop();
  await discord.stop();
  expect(discord.violations).toEqual([]);
});

function delivery(parts: Partial<Delivery> = {}): Delivery {
  return {
    at: { platform: "discord", server: GUILD, channel: CHANNEL },
    id: "post1:1",
    post: "post1",
    card: card({ kind: "alert", level: "urgent", title: "Ferry capsizes", actions: [] }),
    ...parts,
  };
}

async function sent(parts: Partial<Delivery> = {}): Promise<string> {
  const outcome = await chat.deliver(delivery(parts), never);
  if (outcome.kind !== "sent") throw new Error(`not sent: ${JSON.stringify(outcome)}`);
  return outcome.messageId;
}

test("commands are registered once, and again only when they change", async () => {
  await chat.stop();
  chat = createChat();
  await chat.start(handlers);
  expect(discord.registrations).toHaveLength(1);
  await chat.stop();
  chat = createChat();
  await chat.start({ ...handlers, commands: COMMANDS.slice(0, 1) });
  expect(discord.registrations.map((commands) => commands.map((command) => command.name))).toEqual([
    ["timeline", "keywords"],
    ["timeline"],
  ]);
});

test("a wrong token is said in plain words", async () => {
  const options = { token: new Secret("wrong"), apiUrl: discord.apiUrl, managerRoles: [], log: createLog("silent") };
  const wrong = createDiscordChat({
    ...options,
    memory: { get: () => Promise.resolve(undefined), set: () => Promise.resolve() },
  });
  await expect(wrong.start(handlers)).rejects.toThrow("Discord does not accept the bot token.");
  expect(await wrong.check()).toMatchObject([{ what: "Discord token", ok: false }]);
  await wrong.stop();
});

test("a slash command reaches the registry with its options, and its reply the channel", async () => {
  answer = () => Promise.resolve(reply({ title: "Timeline", rows: [{ text: plain("7 May: ferry capsizes") }] }));
  const shown = await discord.slash({ ...ASKING, command: "timeline", options: { story: "ferry", count: 5 } });
  expect(heard).toEqual([
    {
      command: "timeline",
      options: { story: "ferry", count: "5" },
      page: 1,
      asker: {
        at: { platform: "discord", server: GUILD, channel: CHANNEL },
        user: "500000000000000001",
        isManager: false,
      },
    },
  ]);
  expect(shown.message?.embeds[0]).toMatchObject({ title: "Timeline", description: "• 7 May: ferry capsizes" });
  expect(shown.message?.isEphemeral).toBe(false);
});

test("a grouped command is a subcommand, and a channel arrives as its id", async () => {
  await discord.slash({
    ...ASKING,
    command: "keywords add",
    options: { text: "ferry", channel: OTHER_CHANNEL, level: "urgent" },
  });
  expect(heard).toMatchObject([
    { command: "keywords add", options: { text: "ferry", channel: OTHER_CHANNEL, level: "urgent" } },
  ]);
});

test.each([
  ["a member", {}, false],
  ["a member with Manage Server", { permissions: MANAGE_GUILD }, true],
  ["a member with a listed role", { roles: [MANAGER_ROLE] }, true],
  ["a member with another role", { roles: ["600000000000000002"] }, false],
])("%s is or is not a manager, anew at each command", async (_who, rights, isManager) => {
  await discord.slash({ ...ASKING, command: "keywords add", options: { text: "x" }, permissions: MANAGE_GUILD });
  await discord.slash({ ...ASKING, ...rights, command: "keywords add", options: { text: "x" } });
  expect(heard.map((invocation) => invocation.asker.isManager)).toEqual([true, isManager]);
});

test("a private reply shows to the asker alone, even to a command that usually answers in public", async () => {
  answer = () => Promise.resolve(reply({ title: "Only managers may do that" }, "private"));
  const shown = await discord.slash({ ...ASKING, command: "timeline", options: { story: "ferry" } });
  expect(shown.message?.isEphemeral).toBe(true);
  expect(discord.messages(CHANNEL)).toEqual([]);
});

test("a slow private reply to a public command is still private", async () => {
  const late = Promise.withResolvers<Reply>();
  answer = () => late.promise;
  const shown = discord.slash({ ...ASKING, command: "timeline", options: { story: "ferry" } });
  await expect.poll(() => discord.requests.at(-1), { timeout: 5_000 }).toMatch(/callback$/);
  late.resolve(reply({ title: "That failed" }, "private"));
  expect((await shown).announced).toBe("public");
  expect((await shown).message?.isEphemeral).toBe(true);
  expect(discord.messages(CHANNEL)).toEqual([]);
});

test("a direct message is declined without running anything", async () => {
  const shown = await discord.slash({ channel: "700000000000000001", command: "timeline", options: { story: "x" } });
  expect(shown.message?.embeds[0]?.title).toBe("sitrep works in servers only");
  expect(heard).toEqual([]);
});

test("options complete while they are typed", async () => {
  const { choices } = await discord.autocomplete({ ...ASKING, command: "timeline", option: "story", typed: "fer" });
  expect(choices).toEqual([{ name: "Story about fer", value: "s-fer" }]);
});

test("a page button shows the next page in the same message", async () => {
  answer = ({ page }) =>
    Promise.resolve(
      reply({
        title: `Events, page ${page}`,
        page: { number: page, of: 3 },
        actions: [{ label: "Next", command: "timeline", options: { story: "ferry" }, page: page + 1 }],
      }),
    );
  await discord.slash({ ...ASKING, command: "timeline", options: { story: "ferry" } });
  const [first] = discord.messages(CHANNEL);
  if (first === undefined) throw new Error("no message");
  const turned = await discord.click({ ...ASKING, message: first, label: "Next" });
  expect(turned.kind).toBe("update");
  expect(heard.at(-1)).toMatchObject({ command: "timeline", options: { story: "ferry" }, page: 2 });
  expect(discord.messages(CHANNEL).map((message) => message.embeds[0]?.title)).toEqual(["Events, page 2"]);
});

test("a button under an alert answers its reader alone", async () => {
  await sent({
    card: card({
      kind: "alert",
      title: "Ferry capsizes",
      actions: [{ label: "Why?", command: "timeline", options: { story: "ferry" } }],
    }),
  });
  const [message] = discord.messages(CHANNEL);
  if (message === undefined) throw new Error("no message");
  const shown = await discord.click({ ...ASKING, message, label: "Why?" });
  expect(shown.message?.isEphemeral).toBe(true);
  expect(discord.messages(CHANNEL)).toHaveLength(1);
});

test("a forged button runs nothing", async () => {
  await sent();
  const [message] = discord.messages(CHANNEL);
  if (message === undefined) throw new Error("no message");
  const shown = await discord.click({ ...ASKING, message, code: "v1:feeds remove:1:url=%00" });
  expect(shown.message?.embeds[0]?.title).toBe("This button does not work any more");
  expect(heard).toEqual([]);
});

test("a post is created, then edited in place", async () => {
  const messageId = await sent();
  const edited = await chat.deliver(
    delivery({ messageId, card: card({ kind: "alert", level: "info", title: "Ferry salvaged" }) }),
    never,
  );
  expect(edited).toEqual({ kind: "sent", messageId });
  expect(discord.messages(CHANNEL)).toMatchObject([{ content: "", embeds: [{ title: "Ferry salvaged" }], edits: 1 }]);
});

test("a post whose answer was lost is there once after it was sent again", async () => {
  discord.fail({ kind: "drop-after" });
  expect(await chat.deliver(delivery(), never)).toMatchObject({ kind: "ambiguous" });
  await sent();
  expect(discord.messages(CHANNEL)).toHaveLength(1);
});

test("one story in two channels is two messages", async () => {
  await sent();
  await sent({ at: { platform: "discord", server: GUILD, channel: OTHER_CHANNEL } });
  expect([CHANNEL, OTHER_CHANNEL].map((channel) => discord.messages(channel).length)).toEqual([1, 1]);
});

test("a post whose answer did not come in time is there once after it was sent again", async () => {
  discord.fail({ kind: "delay", ms: 60_000 });
  const patience = new AbortController();
  const attempt = chat.deliver(delivery(), patience.signal);
  await expect.poll(() => discord.messages(CHANNEL).length).toBe(1);
  patience.abort();
  expect(await attempt).toMatchObject({ kind: "ambiguous" });
  await sent();
  expect(discord.messages(CHANNEL)).toHaveLength(1);
});

test("the client never repeats a post by itself", async () => {
  discord.fail({ kind: "status", status: 503 });
  expect(await chat.deliver(delivery(), never)).toEqual({ kind: "ambiguous", reason: "Discord answered 503" });
  expect(discord.requests.filter((request) => request.startsWith("POST /channels"))).toHaveLength(1);
});

test.each([
  ["missing-access", "50001"],
  ["missing-permission", "50013"],
  ["unknown-channel", "10003"],
] as const)("%s is a refusal with code %s", async (how, code) => {
  discord.deny(CHANNEL, how);
  expect(await chat.deliver(delivery(), never)).toMatchObject({ kind: "refused", code });
});

test("a deleted message is missing", async () => {
  const messageId = await sent();
  discord.deleteMessage(messageId);
  expect(await chat.deliver(delivery({ messageId }), never)).toEqual({ kind: "missing" });
});

test("a body that Discord does not take is said to be one", async () => {
  discord.fail({ kind: "status", status: 400, code: 50_035, message: "Invalid Form Body" });
  expect(await chat.deliver(delivery(), never)).toMatchObject({ kind: "bad-payload" });
});

test("a long rate limit is handed back with its time, and other channels go on", async () => {
  discord.fail({ kind: "rate-limit", retryAfterMs: 7_000 });
  const limited = await chat.deliver(delivery(), never);
  expect(limited).toMatchObject({ kind: "retry-after" });
  expect("ms" in limited && limited.ms).toBeGreaterThanOrEqual(7_000);
  await sent({ at: { platform: "discord", server: GUILD, channel: OTHER_CHANNEL } });
});

test("a server that cannot be reached is tried again", async () => {
  await chat.stop();
  const { apiUrl } = discord;
  await discord.stop();
  const lone = createDiscordChat({
    token: new Secret("x"),
    apiUrl,
    managerRoles: [],
    log: createLog("silent"),
    memory: { get: () => Promise.resolve(undefined), set: () => Promise.resolve() },
  });
  expect(await lone.deliver(delivery(), never)).toMatchObject({ kind: "retry-after" });
  await lone.stop();
});

test("a refused token pauses posting for a minute", async () => {
  discord.fail({ kind: "status", status: 401 });
  expect(await chat.deliver(delivery(), never)).toMatchObject({ kind: "retry-after" });
  expect(chat.isReady()).toBe(false);
  time = new Date(time.getTime() + 60_000);
  expect(chat.isReady()).toBe(true);
  await sent();
});

test("a Discord that is down at the start is joined when it is back", async () => {
  const late = createChat();
  discord.fail({ kind: "status", status: 503, on: /gateway/, times: 1 });
  await late.start(handlers);
  expect(late.isReady()).toBe(false);
  await expect.poll(() => late.isReady(), { timeout: 10_000 }).toBe(true);
  await late.stop();
});

test("stopping does not wait for a Discord that is down", async () => {
  const late = createChat();
  discord.fail({ kind: "status", status: 503, on: /gateway/, times: 1 });
  await late.start(handlers);
  await late.stop();
  expect(late.isReady()).toBe(false);
});

test("a server that sitrep was added to is told how to begin", async () => {
  const channel = "200000000000000009";
  discord.invite({ id: "100000000000000009", channels: [channel] });
  await expect.poll(() => discord.messages(channel)).toMatchObject([{ embeds: [{ title: "sitrep is ready" }] }]);
});

test("hostile text in a title pings nobody and makes no link", async () => {
  const title = "@everyone <@500000000000000001> [free](https://evil.example) **now** https://evil.example";
  await sent({ card: card({ kind: "alert", level: "flash", title, lead: plain(title) }) });
  const [message] = discord.messages(CHANNEL);
  expect(message?.pings).toEqual([]);
  expect(message?.content).toBe("FLASH 🚨");
  expect(message?.embeds[0]?.description).toBe(
    "@\u200beveryone \\<@500000000000000001\\> \\[free\\](https\\://evil.example) \\*\\*now\\*\\* https\\://evil.example",
  );
});

test("a post is found in the channel's history by its mark", async () => {
  const since = time;
  const messageId = await sent();
  const at = delivery().at;
  expect(await chat.find(at, "post1", since, never)).toEqual({ kind: "found", messageId });
  expect(await chat.find(at, "post2", since, never)).toEqual({ kind: "absent" });
  expect(await chat.find(at, "post1", new Date(since.getTime() + 60_000), never)).toEqual({ kind: "absent" });
});

test("after the nonce window only the history knows of a post whose answer was lost", async () => {
  const since = time;
  discord.fail({ kind: "drop-after" });
  await chat.deliver(delivery(), never);
  time = new Date(since.getTime() + chat.resendWindowMs);
  await sent();
  expect(discord.messages(CHANNEL)).toHaveLength(1);
  time = new Date(since.getTime() + 121_000);
  expect(await chat.find(delivery().at, "post1", since, never)).toMatchObject({ kind: "found" });
  await sent();
  expect(discord.messages(CHANNEL)).toHaveLength(2);
});

test("a post is found behind a hundred later messages", async () => {
  const since = time;
  for (let n = 0; n < 100; n++) discord.say(CHANNEL, `message ${n}`);
  const messageId = await sent();
  expect(await chat.find(delivery().at, "post1", since, never)).toEqual({ kind: "found", messageId });
});

test("a history that may not be read is not taken for empty", async () => {
  await sent();
  discord.hideHistory(CHANNEL);
  await expect.poll(() => chat.find(delivery().at, "post1", time, never)).toMatchObject({ kind: "unknown" });
});

test("managers are told in the system channel, or else where Discord's notices go", async () => {
  expect(await chat.managerChannels(GUILD, never)).toEqual([CHANNEL]);
  discord.deny(CHANNEL, "missing-permission");
  await expect.poll(() => chat.managerChannels(GUILD, never)).toEqual([OTHER_CHANNEL]);
  expect(await chat.managerChannels("100000000000000404", never)).toEqual([]);
});

test("a command sent while the connection is cut is answered after it is resumed", async () => {
  discord.cutGateway();
  const shown = await discord.slash({ ...ASKING, command: "timeline", options: { story: "ferry" } });
  expect(shown.message?.embeds[0]?.title).toBe("Done");
  expect(discord.sessions).toEqual({ identified: 1, resumed: 1 });
});

test("the doctor hears that the token works and where the bot is", async () => {
  expect(await chat.check()).toEqual([
    { what: "Discord token", ok: true, detail: "accepted for sitrep" },
    { what: "Discord servers", ok: true, detail: "sitrep is in 1 server" },
  ]);
});
