import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import RssParser from "rss-parser";
import { Agent } from "undici";
import { createAnalyser } from "../src/analyse/create-analyser.ts";
import { loadConfig } from "../src/config/load.ts";
import { openDesk } from "../src/desk/desk.ts";
import { parseFeed } from "../src/feeds/document/parse.ts";
import { type FetchOptions, fetchFeed } from "../src/feeds/web/fetch.ts";
import { createGuard } from "../src/feeds/web/guard.ts";
import { createWebSource } from "../src/feeds/web/web-source.ts";
import { createLog } from "../src/lib/log.ts";
import type { Feed, FeedState } from "../src/model/feed.ts";
import { createMetrics } from "../src/pipeline/metrics.ts";
import { pollDue } from "../src/pipeline/poll.ts";
import { openStore } from "../src/store/sql/open.ts";
import { type Figure, inFolder, rounded } from "./measure.ts";

const log = createLog("silent");
const ITEMS = 50;
const FEEDS = 10_000;
/** Feeds of one host are asked one after the other; the bench has but one host. */
const LIMITS = {
  concurrency: 32,
  perHost: 32,
  headersSeconds: 10,
  totalSeconds: 20,
  maxCompressedMb: 5,
  maxDecodedMb: 10,
};

/** Feeds on loopback, served by a process of its own. */
async function startOutlets() {
  const child = fork(new URL("./outlets.ts", import.meta.url));
  const [port] = await once(child, "message");
  return { origin: `http://127.0.0.1:${port}`, stop: () => void child.kill() };
}

function webSource() {
  return createWebSource({ userAgent: "sitrep/bench", allowPrivateHosts: ["127.0.0.1"], limits: LIMITS, log });
}

function fetchOptions(): FetchOptions {
  const guard = createGuard({ allowHosts: ["127.0.0.1"] });
  const body = { wireBytes: 5_000_000, decodedBytes: 10_000_000 };
  const dispatcher = new Agent({ connect: guard.connect, connections: 1 });
  return { dispatcher, guard, userAgent: "sitrep/bench", headersMs: 10_000, totalMs: 20_000, body };
}

function feedAt(url: string, state: Partial<FeedState> = {}): Feed {
  return { id: "feed", url, outlet: { name: "Bench" }, state: { nextPollAt: new Date(0), failures: 0, ...state } };
}

/** Seconds of all threads for one run: the best of five rounds. */
async function processorSeconds(runs: number, work: () => Promise<unknown>): Promise<number> {
  for (let run = 0; run < runs; run++) await work();
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round++) {
    const begun = process.cpuUsage();
    for (let run = 0; run < runs; run++) await work();
    const { user, system } = process.cpuUsage(begun);
    best = Math.min(best, (user + system) / 1e6 / runs);
  }
  return best;
}

/** One poll: a whole answer (fetched, unpacked, decoded, parsed, cleaned), and one that nothing changed. */
export async function benchFetch(): Promise<Figure[]> {
  const outlets = await startOutlets();
  const source = webSource();
  const { signal } = new AbortController();
  const [quiet, busy] = [`${outlets.origin}/${ITEMS}/1`, `${outlets.origin}/${ITEMS}/2/busy`];
  const poll = (feed: Feed) => async () => {
    const polled = await source.poll(feed, new Date(), signal);
    if (polled.kind === "failed") throw new Error(polled.reason);
  };
  const fetching = fetchOptions();
  const entries = await processorSeconds(100, async () => {
    const fetched = await fetchFeed({ url: busy }, fetching, signal);
    if (fetched.kind === "failed") throw new Error(fetched.reason);
    await parseFeed(fetched.body, { url: busy });
  });
  const whole = await processorSeconds(100, poll(feedAt(busy)));
  const unchanged = await processorSeconds(1000, poll(feedAt(quiet, { etag: '"0"' })));
  const alone = await processorSeconds(100, () => new RssParser().parseURL(busy));
  await fetching.dispatcher.destroy();
  await source.stop();
  outlets.stop();
  return [
    {
      what: `fetch and parse ${ITEMS} items in one thread: ms of processor`,
      value: rounded(entries * 1000),
      beside: `rss-parser.parseURL ${rounded(alone * 1000)} (× ${rounded(alone / entries)})`,
    },
    {
      what: `a poll of ${ITEMS} items, one of them new, by way of a worker thread to cleaned drafts: ms of processor`,
      value: rounded(whole * 1000),
      beside: `rss-parser.parseURL, which cleans nothing, ${rounded(alone * 1000)} (× ${rounded(alone / whole)})`,
    },
    {
      what: "a poll answered by 304, ms of processor",
      value: rounded(unchanged * 1000),
      beside: `1/${rounded(whole / unchanged)} of a whole one`,
    },
  ];
}

/** Ten thousand feeds of which one in twenty has news, polled into SQLite by one process. */
export async function benchManyFeeds(): Promise<Figure[]> {
  const outlets = await startOutlets();
  const source = webSource();
  const { settings } = await loadConfig("config");
  const figures = await inFolder(async (folder) => {
    const store = await openStore(`sqlite:${join(folder, "bench.db")}`);
    await store.migrate();
    const desk = await openDesk({ watches: [], store, createAnalyser });
    const outlet = { name: "Bench" };
    const specs = Array.from({ length: FEEDS }, (_, at) => ({
      url: `${outlets.origin}/20/${at}${at % 20 === 0 ? "/busy" : ""}`,
      outlet,
    }));
    let now = new Date();
    await store.feeds.sync(specs, now);
    const parts = {
      store,
      source,
      desk,
      chats: [],
      settings,
      clock: { now: () => now },
      log,
      metrics: createMetrics(),
    };
    const round = async () => {
      const [begun, used] = [performance.now(), process.cpuUsage()];
      await pollDue({ ...parts, owner: "bench" }, new AbortController().signal);
      const { user, system } = process.cpuUsage(used);
      return { seconds: (performance.now() - begun) / 1000, processor: (user + system) / 1e6 };
    };
    const first = await round();
    now = new Date(now.getTime() + 86_400_000);
    const usual = await round();
    const resident = process.memoryUsage().rss / 1e6;
    await store.close();
    return [
      {
        what: `${FEEDS.toLocaleString("en")} feeds, one in twenty with news: feeds a minute of one core`,
        value: rounded((FEEDS / usual.processor) * 60),
        beside: `first round, 20 items each, ${rounded((FEEDS / first.processor) * 60)}; ${rounded(resident)} MB`,
      },
    ];
  });
  await source.stop();
  outlets.stop();
  return figures;
}
