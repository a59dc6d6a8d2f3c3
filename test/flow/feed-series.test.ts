import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type App, startApp } from "../../src/app.ts";
import { createConsoleChat } from "../../src/chat/console/console-chat.ts";
import { settingsSchema } from "../../src/config/settings.ts";
import { createRecordedSource } from "../../src/feeds/recorded/recorded-source.ts";
import { createLog } from "../../src/lib/log.ts";
import { openStore } from "../../src/store/sql/open.ts";
import { borderWatch } from "./watch.ts";

const SERIES = resolve(import.meta.dirname, "../fixtures/feed-series");
const FEED = { url: "https://messenger.example/rss", outlet: { name: "Klow Messenger" } };
const HOUR_MS = 3_600_000;
const BORDER = { platform: "console", server: "local", channel: "border" } as const;

let now: Date;
let folder: string;
let app: App;

beforeEach(async () => {
  now = new Date("2026-03-02T09:00:00Z");
  folder = await mkdtemp(join(tmpdir(), "sitrep-series-"));
  await writeFile(join(folder, "index.json"), JSON.stringify({ [FEED.url]: "feed.xml" }));
  const log = createLog("silent");
  app = await startApp({
    settings: settingsSchema.parse({}),
    watches: [borderWatch([FEED])],
    store: await openStore(`sqlite:${join(folder, "test.db")}`),
    source: createRecordedSource(folder),
    chats: [createConsoleChat()],
    clock: { now: () => now },
    log,
    web: { host: "127.0.0.1", port: 0 },
  });
});

afterEach(async () => {
  await app.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The feed shows its next version, and the bot polls it an hour later. */
async function show(version: string): Promise<void> {
  await copyFile(join(SERIES, version), join(folder, "feed.xml"));
  now = new Date(now.getTime() + HOUR_MS);
  await app.step();
}

async function posts(): Promise<string[]> {
  const all = await app.store.posts.ofChannel(BORDER, { limit: 100 });
  const stories = await Promise.all(all.map(({ story }) => app.store.stories.get(story)));
  return stories.map((story) => story?.headline ?? "").sort();
}

const SHELLING = expect.stringContaining("Shelling kills");
const AIRSTRIKE = expect.stringContaining("Airstrike hits fuel depot");
const CEASEFIRE = expect.stringContaining("ceasefire");
const CROSSING = expect.stringContaining("river crossing");

test("over a series of versions every report is one item and one post, whatever its publisher does with keys and dates", async () => {
  const versions = (await readdir(SERIES)).filter((name) => name.endsWith(".xml")).sort();
  const counts: number[] = [];
  const posted: string[][] = [];
  for (const version of versions) {
    await show(version);
    counts.push(await app.store.items.count());
    posted.push(await posts());
  }
  expect(counts).toEqual([3, 4, 5, 5, 6, 6, 6, 7, 7, 7]);
  const four = [AIRSTRIKE, CROSSING, SHELLING, CEASEFIRE];
  expect(posted).toEqual([
    [],
    [SHELLING],
    ...[3, 4].map(() => [AIRSTRIKE, SHELLING]),
    ...[5, 6, 7].map(() => [AIRSTRIKE, SHELLING, CEASEFIRE]),
    ...[8, 9, 10].map(() => four),
  ]);
});

test("a revision under a new key is still a revision", async () => {
  for (const version of ["01.xml", "02.xml", "03.xml", "04.xml", "05.xml"]) await show(version);
  const [depot] = await app.store.items.search("fuel depot", {}, { limit: 9 });
  expect(depot).toMatchObject({ revision: 2, text: expect.stringContaining("closed until further notice") });
});

test("45: a feed that gives all its items new guids at once floods nobody", async () => {
  for (const version of ["01.xml", "02.xml"]) await show(version);
  const before = [await app.store.items.count(), await posts()];
  const text = await readFile(join(folder, "feed.xml"), "utf8");
  await writeFile(join(folder, "feed.xml"), text.replace(/(<guid[^>]*>)/g, "$1new-"));
  now = new Date(now.getTime() + HOUR_MS);
  await app.step();
  expect([await app.store.items.count(), await posts()]).toEqual(before);
});
