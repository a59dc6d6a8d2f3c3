import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createAnalyser } from "../../src/analyse/create-analyser.ts";
import { createStoryIndex } from "../../src/analyse/stories/story-index.ts";
import { openDesk } from "../../src/desk/desk.ts";
import { createLog } from "../../src/lib/log.ts";
import type { Draft } from "../../src/model/item.ts";
import { createIngest } from "../../src/pipeline/ingest.ts";
import { openStore } from "../../src/store/sql/open.ts";
import { COPY, CORRECTION, SHELLING, TALKS } from "./reports.ts";
import { borderWatch } from "./watch.ts";

const NOW = new Date("2026-03-02T08:00:00Z");
const FEED = { url: "https://herald.example/rss", outlet: { name: "Herald" } };
const { signal } = new AbortController();
const AT = { platform: "console", server: "local", channel: "border" } as const;
let folder: string;
const atEnd: (() => Promise<void>)[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sitrep-batch-"));
});

afterEach(async () => {
  for (const end of atEnd.splice(0)) await end();
  rmSync(folder, { recursive: true, force: true });
});

type Told = { readonly guid: string; readonly title: string; readonly text: string };

function drafts(reports: readonly Told[]): Draft[] {
  return reports.map(({ guid, title, text }, at) => {
    const published = new Date(NOW.getTime() - 3_600_000 + at * 60_000);
    return { key: guid, title, text, published, contentHash: `${guid} ${text.length}` };
  });
}

/** A store with one feed and one subscription, and what reads its items. */
async function openReader(name: string) {
  const store = await openStore(`sqlite:${join(folder, name)}`);
  atEnd.push(() => store.close());
  await store.migrate();
  await store.feeds.sync([FEED], NOW);
  const target = { kind: "watch", id: "border" } as const;
  await store.subscriptions.save({ at: AT, target, level: "info", createdBy: "test", createdAt: NOW });
  const desk = await openDesk({ watches: [borderWatch([FEED])], store, createAnalyser });
  const clock = { now: () => NOW };
  const log = createLog("silent");
  const ingest = createIngest({ store, desk, clock, log, owner: "test", windowDays: 7, createIndex: createStoryIndex });
  let polls = 0;
  const poll = async (reports: readonly Told[]) => {
    const at = new Date(NOW.getTime() + polls++ * 3_600_000);
    const [feed] = await store.feeds.claimDue({ now: at, owner: "test", leaseMs: 1_000, limit: 1 });
    if (feed === undefined) throw new Error("the feed is not due");
    const state = { ...feed.state, nextPollAt: at };
    await store.feeds.savePoll({
      feed,
      owner: "test",
      state,
      drafts: drafts(reports),
      baseline: () => false,
      now: NOW,
    });
  };
  return { store, poll, read: () => ingest.run(signal) };
}

type Reader = Awaited<ReturnType<typeof openReader>>;

async function stored({ store }: Reader) {
  const stories = await store.stories.latest({}, {}, { limit: 20 });
  return {
    stories,
    posts: await store.posts.ofChannel(AT, { limit: 20 }),
    items: await Promise.all(stories.map(({ story }) => store.items.ofStory(story.id, {}))),
    quotes: await store.items.quotes({}, {}, { limit: 20 }),
    events: await store.items.events({}, {}),
    actors: await store.items.actors({}, {}, { limit: 20 }),
    found: await store.items.search("Klow", {}, { limit: 20 }),
  };
}

const REPORTS = [SHELLING, TALKS, COPY, { ...COPY, guid: "d-1", title: `Update: ${COPY.title}` }];

test("items that are read together are stored as if one came after the other", async () => {
  const [together, apart] = [await openReader("together.db"), await openReader("apart.db")];
  await together.poll(REPORTS);
  await together.read();
  for (let count = 1; count <= REPORTS.length; count++) {
    await apart.poll(REPORTS.slice(0, count));
    await apart.read();
  }
  for (const reader of [together, apart]) {
    await reader.poll([CORRECTION]);
    await reader.read();
  }
  expect((await stored(together)).stories.length).toBeGreaterThan(1);
  expect(await stored(together)).toEqual(await stored(apart));
});

test("an item that cannot be stored stops neither those before it nor, after a few tries, those behind it", async () => {
  const reader = await openReader("bad.db");
  await reader.poll([SHELLING, TALKS, COPY]);
  const database = new DatabaseSync(join(folder, "bad.db"));
  database.exec(`create trigger refuse before update on revisions
    when new.title = '${TALKS.title}' and json_array_length(new.findings, '$.actors') > 0
    begin select raise(abort, 'refused'); end`);
  database.close();
  const titles = async () => (await reader.store.items.since(new Date(0))).map(({ title }) => title);
  for (let tries = 0; tries < 3; tries++) {
    await expect(reader.read()).rejects.toThrow(/could not be ingested/);
    expect(await titles()).toEqual([SHELLING.title]);
  }
  expect(await reader.read()).toBe(2);
  expect(await titles()).toEqual([SHELLING.title, TALKS.title, COPY.title]);
});
