/** A process of its own that delivers what is due, over the real client library, until it is done or killed. */
import { createAnalyser } from "../../src/analyse/create-analyser.ts";
import type { Chat, ChatHandlers } from "../../src/chat/chat.ts";
import { createDiscordChat } from "../../src/chat/discord/discord-chat.ts";
import { createSlackChat } from "../../src/chat/slack/slack-chat.ts";
import { openDesk } from "../../src/desk/desk.ts";
import { systemClock } from "../../src/lib/clock.ts";
import { createLog } from "../../src/lib/log.ts";
import { Secret } from "../../src/lib/secret.ts";
import { deliverDue } from "../../src/pipeline/deliver.ts";
import { createMetrics } from "../../src/pipeline/metrics.ts";
import { openStore } from "../../src/store/sql/open.ts";
import type { Store } from "../../src/store/store.ts";
import { borderWatch } from "../flow/watch.ts";
import type { KillPoint, Orders } from "./kill-points.ts";

const orders: Orders = JSON.parse(process.argv[2] ?? "{}");
const log = createLog("silent");
const seen = new Map<KillPoint, number>();

/** True when this is the time to die. */
function isDoom(point: KillPoint): boolean {
  const times = (seen.get(point) ?? 0) + 1;
  seen.set(point, times);
  return orders.death?.at === point && orders.death.nth === times;
}

const die = () => process.kill(process.pid, "SIGKILL");

function at(point: KillPoint): void {
  if (isDoom(point)) die();
}

/** Runs a step; the death inside comes some promise turns, or some time, after its begin. */
async function inside<T>(point: KillPoint, step: () => Promise<T>): Promise<T> {
  if (!isDoom(point)) return step();
  const { afterMs = 0 } = orders.death ?? {};
  const running = step();
  if (afterMs < 1) for (let turn = 0; turn < afterMs * 60; turn++) await Promise.resolve();
  else await new Promise((resolve) => setTimeout(resolve, afterMs));
  die();
  return running;
}

function mortalStore(store: Store): Store {
  const posts: Store["posts"] = {
    ...store.posts,
    claim: async (claim) => {
      at("before the claim");
      const posts = await inside("inside the claim", () => store.posts.claim(claim));
      if (posts.length > 0) at("after the claim");
      return posts;
    },
    settle: async (post, settlement) => {
      const held = await inside("inside the settlement", () => store.posts.settle(post, settlement));
      at("after the settlement");
      return held;
    },
  };
  return { ...store, posts };
}

/** The real adapter; only the moments of death, and how long a nonce is trusted, are added. */
function mortalChat(chat: Chat): Chat {
  return {
    platform: chat.platform,
    resendWindowMs: Math.min(chat.resendWindowMs, orders.resendWindowMs),
    start: (handlers) => chat.start(handlers),
    stop: () => chat.stop(),
    isReady: () => chat.isReady(),
    linkTo: (where, messageId) => chat.linkTo(where, messageId),
    managerChannels: (server, signal) => chat.managerChannels(server, signal),
    check: () => chat.check(),
    deliver: async (delivery, signal) => {
      at("before the request");
      const outcome = await inside("inside the request", () => chat.deliver(delivery, signal));
      at("after the answer");
      return outcome;
    },
    find: async (where, post, since, signal) => {
      if (orders.careless) return { kind: "absent" };
      const found = await inside("inside the look-up", () => chat.find(where, post, since, signal));
      at("after the look-up");
      return found;
    },
  };
}

function openChat(): Chat {
  const token = new Secret(orders.token);
  const { apiUrl } = orders;
  if (orders.platform === "slack")
    return createSlackChat({ botToken: token, appToken: new Secret(orders.appToken), apiUrl, log, managerUsers: [] });
  const memory = { get: async () => undefined, set: async () => {} };
  return createDiscordChat({ token, apiUrl, log, managerRoles: [], memory });
}

const handlers: ChatHandlers = {
  commands: [],
  answer: async () => ({ visibility: "private", cards: [] }),
  complete: async () => [],
  channelCards: async () => [],
  channels: async () => [],
};

const store = mortalStore(await openStore(orders.databaseUrl));
const desk = await openDesk({ watches: [borderWatch([])], store, createAnalyser });
const chat = mortalChat(openChat());
await chat.start(handlers);
const parts = {
  store,
  desk,
  chats: [chat],
  clock: systemClock,
  log,
  metrics: createMetrics(),
  leaseMs: orders.leaseMs,
  editEveryMs: 0,
  batch: 3,
};
const never = new AbortController().signal;
for (;;) {
  await deliverDue(parts, never);
  if ((await store.posts.depth()).waiting === 0) break;
  await new Promise((resolve) => setTimeout(resolve, 20));
}
await chat.stop();
await store.close();
