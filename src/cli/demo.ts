import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type App, startApp } from "../app.ts";
import { createConsoleChat } from "../chat/console/console-chat.ts";
import type { Environment } from "../config/environment.ts";
import { loadConfig } from "../config/load.ts";
import type { Clock } from "../lib/clock.ts";
import { createLog } from "../lib/log.ts";
import { UserError } from "../lib/user-error.ts";
import { openStore } from "../store/sql/open.ts";
import { cardText } from "./card-text.ts";
import { startDemoServer } from "./demo-feeds.ts";
import { openPainter, openWebSource } from "./parts.ts";

const WATCH = "india-pakistan-2025";
const FIRST_DAY = new Date("2025-04-22T06:00:00Z");
const LAST_DAY = new Date("2025-05-13T00:00:00Z");
/** The three weeks pass in about two minutes. */
const PLAY_MS = 120_000;
const SPEED = (LAST_DAY.getTime() - FIRST_DAY.getTime()) / PLAY_MS;
const MINUTE_MS = 60_000;

/** Simulated time that runs fast until the last day, then as fast as ours. */
function fastClock(): Clock {
  const begun = Date.now();
  return {
    now: () => {
      const passed = Date.now() - begun;
      return new Date(FIRST_DAY.getTime() + Math.min(passed, PLAY_MS) * SPEED + Math.max(0, passed - PLAY_MS));
    },
  };
}

/** Simulated time that stands still until it is set. */
function steppedClock(): Clock & { set(at: Date): void } {
  let at = FIRST_DAY;
  return {
    now: () => at,
    set: (next) => {
      at = next;
    },
  };
}

async function ask(app: App, command: string, options: Record<string, string>): Promise<string> {
  const asker = {
    at: { platform: "console", server: "local", channel: WATCH },
    user: "demo",
    isManager: true,
  } as const;
  const reply = await app.answer({ command, options, page: 1, asker });
  return reply.cards.map(cardText).join("\n");
}

async function printFindings(app: App): Promise<void> {
  const [story] = await app.store.stories.latest({ watch: WATCH, words: "Pahalgam" }, {}, { limit: 1 });
  const timeline = story ? await ask(app, "timeline", { story: story.story.id }) : "";
  for (const part of [
    await ask(app, "stories", {}),
    timeline,
    await ask(app, "quote", { speaker: "Karoline Leavitt" }),
    await ask(app, "quote", { speaker: "JD Vance" }),
  ])
    console.log(`${part}\n`);
}

type Start = (clock: Clock, port: number) => Promise<App>;

async function playOnce(
  start: Start,
  clock: ReturnType<typeof steppedClock>,
  instants: readonly Date[],
): Promise<void> {
  const app = await start(clock, 0);
  for (const instant of [...instants, LAST_DAY]) {
    clock.set(new Date(instant.getTime() + MINUTE_MS));
    await app.step();
  }
  await printFindings(app);
  await app.stop();
}

async function playLive(start: Start, port: number, stop: Promise<unknown>): Promise<void> {
  const app = await start(fastClock(), port);
  app.run();
  console.error(`Open ${app.address} and watch 22 April to 12 May 2025 pass in two minutes. Ctrl-C ends the demo.`);
  await stop;
  await app.stop();
}

/** `demo`: recorded outlets on loopback, read by the real poller into the local console, stored in a temporary database. */
export async function demoVerb(
  environment: Environment,
  options: { readonly once: boolean; readonly stop: Promise<unknown> },
): Promise<void> {
  const { settings, watches } = await loadConfig(environment.configFolder);
  const watch = watches.find((one) => one.id === WATCH);
  if (!watch)
    throw new UserError(`The demo needs the watch ${WATCH}.`, `Put it back into ${environment.configFolder}/watches.`);
  const folder = await mkdtemp(join(tmpdir(), "sitrep-demo-"));
  const stepped = steppedClock();
  let clock: Clock = stepped;
  const outlets = await startDemoServer({ now: () => clock.now() });
  const log = createLog(process.stdout.isTTY ? "warn" : "error");
  const start: Start = async (time, port) => {
    clock = time;
    const local = { ...environment, allowPrivateHosts: ["127.0.0.1"] };
    const painter = await openPainter(log);
    return startApp({
      ...(painter && { painter }),
      settings: { ...settings, delivery: { ...settings.delivery, editEverySeconds: 1 } },
      watches: [{ ...watch, feeds: outlets.feeds }],
      store: await openStore(`sqlite:${join(folder, "demo.db")}`),
      source: await openWebSource(local, settings, log),
      chats: [createConsoleChat()],
      clock: time,
      log,
      web: { host: environment.host, port },
    });
  };
  try {
    if (options.once) await playOnce(start, stepped, outlets.instants);
    else await playLive(start, environment.port, options.stop);
  } finally {
    await outlets.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
