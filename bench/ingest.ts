import { join } from "node:path";
import { createAnalyser } from "../src/analyse/create-analyser.ts";
import { createStoryIndex } from "../src/analyse/stories/story-index.ts";
import { loadConfig } from "../src/config/load.ts";
import { openDesk } from "../src/desk/desk.ts";
import { toDrafts } from "../src/feeds/document/draft.ts";
import { parseFeed } from "../src/feeds/document/parse.ts";
import { createLog } from "../src/lib/log.ts";
import type { Feed } from "../src/model/feed.ts";
import { createIngest } from "../src/pipeline/ingest.ts";
import { openStore } from "../src/store/sql/open.ts";
import { rssOf } from "./corpus.ts";
import { type Figure, inFolder, processorSeconds, rounded } from "./measure.ts";
import { news } from "./news.ts";

/** Stored items at the end of each row of the growth table. */
const STEPS = [1_000, 10_000, 50_000];
/** All within the window, so that nothing is forgotten. */
const EVERY_MS = (6 * 86_400_000) / 50_000;
const WINDOW_DAYS = 7;
const FEEDS = 20;
const ENTRIES = 25;
/** Documents between two runs of ingest. */
const POLLED = 4;
const CRISIS_SHARE = 0.1;

/** Bytes of feeds to stored items, findings, stories and alerts, in a database that grows. */
async function growing(share: number, steps: readonly number[]): Promise<Figure[]> {
  const { watches } = await loadConfig("config");
  const all = news(share, EVERY_MS);
  return inFolder(async (folder) => {
    const store = await openStore(`sqlite:${join(folder, "bench.db")}`);
    let now = new Date();
    await store.migrate();
    const outlets = Array.from({ length: FEEDS }, (_, at) => ({ name: `Paper ${at}` }));
    await store.feeds.sync(
      outlets.map((outlet, at) => ({ url: `https://bench.example/${at}`, outlet })),
      now,
    );
    const desk = await openDesk({ watches, store, createAnalyser });
    const ingest = createIngest({
      store,
      desk,
      clock: { now: () => now },
      log: createLog("silent"),
      owner: "bench",
      windowDays: WINDOW_DAYS,
      createIndex: () => createStoryIndex({ windowDays: WINDOW_DAYS, actors: watches.flatMap(({ actors }) => actors) }),
    });
    const poll = async (feed: Feed, body: Uint8Array) => {
      const document = await parseFeed(body, { contentType: "application/rss+xml" });
      const drafts = toDrafts(document, { feed, now });
      await store.feeds.savePoll({
        feed,
        owner: "bench",
        state: { ...feed.state, nextPollAt: now },
        drafts,
        baseline: () => false,
        now,
      });
    };
    const figures: Figure[] = [];
    let stored = 0;
    for (const step of steps) {
      const before = stored;
      let [seconds, processor] = [0, 0];
      while (stored < step) {
        const bodies = Array.from({ length: POLLED }, () =>
          new TextEncoder().encode(rssOf(Array.from({ length: ENTRIES }, () => all.next().value))),
        );
        const [begun, used] = [performance.now(), processorSeconds()];
        const feeds = await store.feeds.claimDue({ now, owner: "bench", leaseMs: 60_000, limit: POLLED });
        for (const [at, feed] of feeds.entries()) await poll(feed, bodies[at] ?? new Uint8Array());
        stored += await ingest.run(new AbortController().signal);
        seconds += (performance.now() - begun) / 1_000;
        processor += processorSeconds() - used;
        now = new Date(now.getTime() + ENTRIES * POLLED * EVERY_MS);
      }
      const relevant = await store.stories.latest({}, {}, { limit: 100_000 });
      figures.push({
        what: `ingest, parse to stored alert, ${Math.round(share * 100)}% of a watched crisis, up to ${rounded(step)} stored: items/s of one core`,
        value: rounded((stored - before) / processor),
        beside: `by the clock ${rounded((stored - before) / seconds)}; ${rounded(relevant.length)} relevant stories`,
      });
    }
    await store.close();
    return figures;
  });
}

/** A general feed as the store grows, and the same when every item matters. */
export async function benchIngest(): Promise<Figure[]> {
  return [...(await growing(CRISIS_SHARE, STEPS)), ...(await growing(1, [1_000]))];
}
