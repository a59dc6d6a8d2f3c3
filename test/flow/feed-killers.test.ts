import { gzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { settingsSchema } from "../../src/config/settings.ts";
import { createWebSource } from "../../src/feeds/web/web-source.ts";
import { createLog } from "../../src/lib/log.ts";
import { createMetrics } from "../../src/pipeline/metrics.ts";
import { pollDue } from "../../src/pipeline/poll.ts";
import { openStore } from "../../src/store/sql/open.ts";
import { rss } from "../fakes/feeds/feed.ts";
import { startFeedServer } from "../fakes/feeds/feed-server.ts";

const MINUTE_MS = 60_000;
const HEAVY = rss(`<title>A</title>${'<a b="c" xmlns:d="e"/>'.repeat(240_000)}`);
const SLOW = rss(...Array(4000).fill("<title>A</title><description>&lt;b&gt;</description>".repeat(25)));

const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});

/** A poller of two feeds: a well one, and one whose document is `killer` until it is mended. */
async function startPoller(killer: string, document: { deadlineMs?: number; memoryMb?: number }) {
  let bad = gzipSync(killer);
  const server = await startFeedServer((request, response) => {
    const body = request.url === "/bad" ? bad : gzipSync(rss(`<title>${server.requests.length}</title>`));
    response.writeHead(200, { "content-encoding": "gzip" }).end(body);
  });
  const settings = settingsSchema.parse({});
  const source = createWebSource({
    userAgent: "sitrep/test",
    allowPrivateHosts: ["127.0.0.1"],
    limits: settings.poll,
    document,
  });
  const store = await openStore("sqlite::memory:");
  await store.migrate();
  running.push(source, server, { stop: () => store.close() });
  let now = new Date("2025-05-10T12:00:00Z");
  const urls = { bad: server.url("/bad"), well: server.url("/well") };
  const specs = Object.values(urls).map((url) => ({ url, outlet: { name: url } }));
  await store.feeds.sync(specs, now);
  const parts = { store, source, desk: { watches: [] }, chats: [], settings, clock: { now: () => now } };
  return {
    mend: () => {
      bad = gzipSync(rss("<title>Well again</title>"));
    },
    /** Waits until the bad feed is due, polls what is, and tells how both are; the wait to come in minutes. */
    round: async () => {
      const before = (await store.feeds.list({})).find(({ url }) => url === urls.bad);
      now = new Date(Math.max(now.getTime(), before?.state.nextPollAt.getTime() ?? 0));
      const rest = { log: createLog("silent"), metrics: createMetrics(), owner: "test" };
      await pollDue({ ...parts, ...rest }, new AbortController().signal);
      const feeds = await store.feeds.list({});
      const stateOf = (wanted: string) => feeds.find(({ url }) => url === wanted)?.state;
      const [state, well] = [stateOf(urls.bad), stateOf(urls.well)];
      const wait = Math.round(((state?.nextPollAt.getTime() ?? 0) - now.getTime()) / MINUTE_MS);
      return {
        failures: state?.failures,
        lastError: state?.lastError,
        wait,
        well: well?.lastSuccessAt?.getTime() === now.getTime(),
      };
    },
  };
}

test.each([
  ["memory", HEAVY, { memoryMb: 80, deadlineMs: 30_000 }, "the feed needs too much memory to be read"],
  ["time", SLOW, { deadlineMs: 200 }, "the feed took too long to read"],
])(
  "a feed that kills its thread by %s is marked and asked ever more seldom, until it is well again",
  async (...row) => {
    const [, killer, document, lastError] = row;
    const poller = await startPoller(killer, document);
    const waits: number[] = [];
    for (let failures = 1; failures <= 2; failures++) {
      const { wait, ...state } = await poller.round();
      expect(state).toEqual({ failures, lastError, well: true });
      waits.push(wait);
    }
    const [first = 0, second = 0] = waits;
    expect(first).toBeGreaterThanOrEqual(9);
    expect(second).toBeGreaterThan(first * 1.5);
    poller.mend();
    expect(await poller.round()).toMatchObject({ failures: 0, lastError: undefined, well: true });
  },
  60_000,
);
