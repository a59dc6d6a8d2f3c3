import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import RssParser from "rss-parser";
import { Agent } from "undici";
import { createAnalyser } from "../src/analyse/create-analyser.ts";
import { loadConfig } from "../src/config/load.ts";
import { openDesk } from "../src/desk/desk.ts";
import { parseFeed } from "../src/feeds/document/parse.ts";
import type { Source } from "../src/feeds/source.ts";
import { type FetchOptions, fetchFeed } from "../src/feeds/web/fetch.ts";
import { createGuard } from "../src/feeds/web/guard.ts";
import { createWebSource } from "../src/feeds/web/web-source.ts";
import { createLog } from "../src/lib/log.ts";
import type { Feed, FeedState } from "../src/model/feed.ts";
import { createMetrics } from "../src/pipeline/metrics.ts";
import { pollDue } from "../src/pipeline/poll.ts";
import { openStore } from "../src/store/sql/open.ts";
import { type Figure, inFolder, processorTimes, rounded } from "./measure.ts";

const log = createLog("silent");
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
  const waits = { leftMs: () => 0, headersMs: 10_000, totalMs: 20_000 };
  return { dispatcher, guard, userAgent: "sitrep/bench", ...waits, body };
}

function feedAt(url: string, state: Partial<FeedState> = {}): Feed {
  return { id: "feed", url, outlet: { name: "Bench" }, state: { nextPollAt: new Date(0), failures: 0, ...state } };
}

/** What the thread of a poll does with the bytes that it has read. Small buffers stand in memory that others share. */
function freeMemory({ buffer }: Buffer): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength > Buffer.poolSize) buffer.transfer(0);
}

/** What one poll costs, beside rss-parser's own, for a feed of so many items. */
async function pollFigures(items: number, outlets: { origin: string }, source: Source): Promise<Figure[]> {
  const { signal } = new AbortController();
  const [quiet, busy] = [`${outlets.origin}/${items}/1`, `${outlets.origin}/${items}/2/busy`];
  const poll = (feed: Feed) => async () => {
    const polled = await source.poll(feed, new Date(), signal);
    if (polled.kind === "failed") throw new Error(polled.reason);
  };
  const fetching = fetchOptions();
  const parser = new RssParser();
  const times = await processorTimes({
    parsed: async () => {
      const fetched = await fetchFeed({ url: busy }, fetching, signal);
      if (fetched.kind === "failed") throw new Error(fetched.reason);
      await parseFeed(fetched.body, { url: busy });
      freeMemory(fetched.body);
    },
    alone: () => parser.parseURL(busy),
    whole: poll(feedAt(busy)),
    unchanged: poll(feedAt(quiet, { etag: '"0"' })),
  });
  await fetching.dispatcher.destroy();
  const alone = rounded(times.alone);
  return [
    {
      what: `fetch, decode and parse ${items} articles: ms of processor`,
      value: rounded(times.parsed),
      beside: `rss-parser.parseURL ${alone} (× ${rounded(times.alone / times.parsed)})`,
    },
    {
      what: `a poll of ${items} articles, one of them new, through a thread to cleaned drafts: ms of processor`,
      value: rounded(times.whole),
      beside: `rss-parser.parseURL, which cleans nothing, ${alone} (× ${rounded(times.alone / times.whole)})`,
    },
    {
      what: `a poll of ${items} articles answered by 304, ms of processor`,
      value: rounded(times.unchanged),
      beside: `1/${rounded(times.whole / times.unchanged)} of a whole one`,
    },
  ];
}

/** One poll: fetched and parsed, cleaned as well, and one that nothing changed. */
export async function benchFetch(): Promise<Figure[]> {
  const outlets = await startOutlets();
  const source = webSource();
  const figures: Figure[] = [];
  for (const items of [50, 10]) figures.push(...(await pollFigures(items, outlets, source)));
  await source.stop();
  outlets.stop();
  return figures;
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
