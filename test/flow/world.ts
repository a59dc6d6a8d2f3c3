import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type App, type AppParts, startApp } from "../../src/app.ts";
import type { Chat } from "../../src/chat/chat.ts";
import { createConsoleChat } from "../../src/chat/console/console-chat.ts";
import { settingsSchema } from "../../src/config/settings.ts";
import { createWebSource } from "../../src/feeds/web/web-source.ts";
import type { Clock } from "../../src/lib/clock.ts";
import { createLog, type Log } from "../../src/lib/log.ts";
import type { Reply } from "../../src/model/card.ts";
import type { Channel } from "../../src/model/channel.ts";
import { createResvgPainter } from "../../src/picture/resvg/resvg-painter.ts";
import { openStore } from "../../src/store/sql/open.ts";
import type { Store } from "../../src/store/store.ts";
import { type Report, startOutlets } from "./outlets.ts";
import { borderWatch } from "./watch.ts";

export type TestClock = Clock & { advance(ms: number): void };

/** A clock that stands until it is told to move. */
function testClock(start: string): TestClock {
  let at = new Date(start).getTime();
  return {
    now: () => new Date(at),
    advance: (ms) => {
      at += ms;
    },
  };
}

const DEFAULT_SETTINGS = settingsSchema.parse({});

export const HOUR_MS = 3_600_000;

/** What an adapter of the world is made with. */
export type Use = { readonly store: Store; readonly log: Log; readonly clock: Clock };

type Options = {
  readonly outlets?: readonly string[];
  readonly databaseUrl?: string;
  readonly push?: AppParts["push"];
  readonly rewriter?: AppParts["rewriter"];
  /** Adapters beside the console. */
  readonly chats?: (use: Use) => Chat[];
};

/** The whole app on real parts: outlets on loopback, the real poller, a real database. Time moves only when told to. */
export async function startWorld({
  outlets: names = ["Herald", "Courier"],
  databaseUrl,
  chats,
  push,
  rewriter,
}: Options = {}) {
  const clock = testClock("2026-03-02T08:00:00Z");
  const outlets = await startOutlets(names);
  const folder = await mkdtemp(join(tmpdir(), "sitrep-flow-"));
  const log = createLog("silent");
  const painter = createResvgPainter();
  const start = async (): Promise<App> => {
    const store = await openStore(databaseUrl ?? `sqlite:${join(folder, "test.db")}`);
    await store.migrate();
    return startApp({
      painter,
      ...(rewriter && { rewriter }),
      ...(push && { push }),
      settings: DEFAULT_SETTINGS,
      watches: [borderWatch(outlets.specs)],
      store,
      source: createWebSource({
        userAgent: "sitrep/test",
        allowPrivateHosts: ["127.0.0.1", "localhost"],
        limits: DEFAULT_SETTINGS.poll,
        log,
      }),
      chats: [createConsoleChat(), ...(chats?.({ store, log, clock }) ?? [])],
      clock,
      log,
      web: { host: "127.0.0.1", port: 0 },
    });
  };
  let app = await start();
  const console: Channel = { platform: "console", server: "local", channel: "border" };
  return {
    clock,
    outlet: outlets.outlet,
    console,
    app: () => app,
    /** Publishes a report and lets the bot find, read and deliver it, an hour later. */
    report: async (outlet: string, report: Omit<Report, "at">) => {
      outlets.outlet(outlet).publish({ ...report, at: clock.now() });
      clock.advance(HOUR_MS);
      await app.step();
    },
    /** Runs a command in the console. */
    ask: (command: string, options: Record<string, string> = {}, at: Channel = console): Promise<Reply> =>
      app.answer({ command, options, page: 1, asker: { at, user: "tester", isManager: true } }),
    restart: async () => {
      await app.stop();
      app = await start();
    },
    stop: async () => {
      await app.stop();
      await outlets.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type World = Awaited<ReturnType<typeof startWorld>>;

/** All words of a reply, for tests that look for facts. */
export function textOf(reply: Reply): string {
  return JSON.stringify(reply.cards);
}
