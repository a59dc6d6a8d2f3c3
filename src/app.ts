import { randomUUID } from "node:crypto";
import { createAnalyser } from "./analyse/create-analyser.ts";
import { createStoryIndex } from "./analyse/stories/story-index.ts";
import type { Chat, ChatHandlers } from "./chat/chat.ts";
import { answer } from "./commands/answer.ts";
import type { Condition, Services } from "./commands/command.ts";
import { createCompleter } from "./commands/complete.ts";
import { COMMANDS } from "./commands/registry.ts";
import type { Settings } from "./config/settings.ts";
import { openDesk } from "./desk/desk.ts";
import type { Hubs } from "./feeds/hubs.ts";
import type { Source } from "./feeds/source.ts";
import { startWeb, type WebServer } from "./http/server.ts";
import type { Clock } from "./lib/clock.ts";
import type { Log } from "./lib/log.ts";
import type { Channel } from "./model/channel.ts";
import type { FeedSpec, Watch } from "./model/watch.ts";
import type { Painter } from "./picture/painter.ts";
import { deliverDue, showing } from "./pipeline/deliver.ts";
import { createIngest } from "./pipeline/ingest.ts";
import { createLoop } from "./pipeline/loop.ts";
import { createMetrics, observe } from "./pipeline/metrics.ts";
import { pollDue, spreadDue } from "./pipeline/poll.ts";
import { createPushing, PUSH_PATH } from "./pipeline/push.ts";
import { createReworder } from "./pipeline/reword.ts";
import type { Rewriter } from "./rewriting/rewriter.ts";
import type { Store } from "./store/store.ts";

export type AppParts = {
  readonly settings: Settings;
  readonly watches: readonly Watch[];
  readonly store: Store;
  readonly source: Source;
  readonly chats: readonly Chat[];
  /** Set when hubs can reach this bot, under that address. */
  readonly push?: { readonly hubs: Hubs; readonly publicUrl: string };
  readonly painter?: Painter;
  readonly rewriter?: Rewriter;
  readonly clock: Clock;
  readonly log: Log;
  readonly web: { readonly host: string; readonly port: number };
};

/** The whole bot. */
export type App = {
  /** Where the local web server listens; known after `start`. */
  readonly address: string;
  readonly store: Store;
  /** Begins to poll, ingest and deliver by itself. */
  run(): void;
  /** Answers a command as the chat adapters would. */
  answer: ChatHandlers["answer"];
  /** Does all that is due, once, in order: for replays that drive the time themselves. */
  step(): Promise<void>;
  stop(): Promise<void>;
};

const STOP_GRACE_MS = 8_000;
const TRY_FEED_MS = 20_000;

function describeFeeds(feeds: readonly { state: { failures: number } }[]): string {
  const failing = feeds.filter((feed) => feed.state.failures > 0).length;
  return failing === 0 ? `${feeds.length}, all well` : `${feeds.length}, ${failing} failing (see /feeds list)`;
}

async function conditions({ store, chats }: AppParts): Promise<Condition[]> {
  const [feeds, items, posts] = await Promise.all([store.feeds.list({}), store.items.count(), store.posts.depth()]);
  const queue = posts.waiting === 0 ? "empty" : `${posts.waiting} posts waiting`;
  return [
    { name: "Feeds", value: describeFeeds(feeds) },
    { name: "Items", value: String(items) },
    { name: "Queue", value: posts.dead > 0 ? `${queue}, ${posts.dead} refused` : queue },
    ...chats.map((chat) => ({ name: chat.platform, value: chat.isReady() ? "connected" : "not connected" })),
  ];
}

/** The console has something to show from the start: one channel for each watch, unless the user changed that before. */
async function welcomeConsole({ store, watches, chats, clock }: AppParts): Promise<void> {
  if (!chats.some((chat) => chat.platform === "console")) return;
  for (const { id } of watches) {
    if (!(await store.marks.once("console-channel", id, clock.now()))) continue;
    const at: Channel = { platform: "console", server: "local", channel: id };
    const target = { kind: "watch", id } as const;
    await store.subscriptions.save({ at, target, level: "info", createdBy: "sitrep", createdAt: clock.now() });
  }
}

/** Wires the parts and starts them; `stop` ends them in reverse order. */
export async function startApp(parts: AppParts): Promise<App> {
  const { store, settings, watches, chats, clock, log } = parts;
  const owner = randomUUID();
  const metrics = createMetrics();
  await store.migrate();
  const desk = await openDesk({ watches, store, createAnalyser });
  await store.feeds.sync(desk.publicFeeds(), clock.now());
  await spreadDue({ store, clock, settings });
  await welcomeConsole(parts);
  const windowDays = settings.stories.windowDays;
  const ingest = createIngest({
    store,
    desk,
    clock,
    log,
    owner,
    windowDays,
    createIndex: () => createStoryIndex({ windowDays, actors: watches.flatMap((watch) => watch.actors) }),
  });
  const { leaseSeconds, editEverySeconds, batch } = settings.delivery;
  const delivery = { leaseMs: leaseSeconds * 1000, editEveryMs: editEverySeconds * 1000, batch };
  const { callsPerDay } = settings.rewording;
  const reworder = parts.rewriter && createReworder({ ...parts, rewriter: parts.rewriter, callsPerDay, metrics });
  const deliverParts = { store, desk, chats, clock, log, metrics, ...delivery, ...(reworder && { reworder }) };
  const reword = async (signal: AbortSignal) => (await reworder?.run(signal)) ?? 0;
  const pushing = parts.push && createPushing({ ...parts.push, store, clock, log, wake: () => loop.wake("poll") });
  const push = async (signal: AbortSignal) => (await pushing?.run(signal)) ?? 0;
  const poll = (signal: AbortSignal) =>
    pollDue({ ...parts, ...(pushing && { pushing }), desk, metrics, owner }, signal);
  const deliver = async (signal: AbortSignal) => {
    const attempts = await deliverDue(deliverParts, signal);
    await observe(store, metrics, clock.now());
    return attempts;
  };
  const loop = createLoop(
    [
      { name: "poll", run: poll, wakes: ["ingest"] },
      { name: "ingest", run: ingest.run, wakes: ["deliver"] },
      { name: "deliver", run: deliver, wakes: ["reword"] },
      { name: "reword", run: reword, wakes: ["deliver"] },
      { name: "push", run: push, wakes: [] },
    ],
    log,
  );

  const services: Services = {
    store,
    desk,
    shapes: COMMANDS,
    ...(parts.painter && { painter: parts.painter }),
    tryFeed: (spec: FeedSpec) => {
      const feed = { id: "trial", ...spec, state: { nextPollAt: clock.now(), failures: 0 } };
      return parts.source.poll(feed, clock.now(), AbortSignal.timeout(TRY_FEED_MS));
    },
    fetchDocument: (url) => parts.source.fetch(url, AbortSignal.timeout(TRY_FEED_MS)),
    conditions: () => conditions(parts),
    wake: () => loop.wake(),
  };
  const handlers: ChatHandlers = {
    commands: COMMANDS,
    answer: (invocation) => answer({ commands: COMMANDS, services, clock, log }, invocation),
    complete: createCompleter(COMMANDS, services, () => clock.now()),
    channelCards: async (at, limit) => {
      const posts = await store.posts.ofChannel(at, { limit });
      const shown = await Promise.all(
        posts.map(async (post) => ({ post, showing: await showing(deliverParts, post) })),
      );
      return shown.flatMap((one) => (one.showing ? [{ post: one.post.id, card: one.showing.card }] : []));
    },
    channels: async (server) => {
      const subscribed = await store.subscriptions.list(server);
      return [...new Set(subscribed.map((one) => one.at.channel))];
    },
  };

  const web: WebServer = await startWeb({
    ...parts.web,
    chats,
    ...(pushing && { hooks: [{ path: PUSH_PATH, handle: pushing.handle }] }),
    metrics: metrics.registry,
    ready: () => store.ping(),
    log,
  });
  for (const chat of chats) await chat.start(handlers);
  log.info(
    { address: web.address, platforms: chats.map((chat) => chat.platform), feeds: desk.publicFeeds().length },
    "app.started",
  );
  return {
    address: web.address,
    store,
    run: () => loop.start(),
    answer: handlers.answer,
    step: async () => {
      const signal = new AbortController().signal;
      await poll(signal);
      await push(signal);
      await ingest.run(signal);
      for (const last of [deliver, reword]) await last(signal);
    },
    stop: async () => {
      await loop.stop(STOP_GRACE_MS);
      for (const chat of [...chats].reverse()) await chat.stop();
      await web.stop();
      await parts.source.stop();
      await parts.push?.hubs.stop();
      await ingest.stop();
      await store.close();
      log.info("app.stopped");
    },
  };
}
