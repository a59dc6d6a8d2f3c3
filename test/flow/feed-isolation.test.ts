import { afterEach, expect, test } from "vitest";
import { createFeedParser, type FeedParser } from "../../src/feeds/web/parser.ts";
import { feedAt, rss } from "../fakes/feeds/feed.ts";

const NEWS = rss("<title>A</title><guid>1</guid>");
const SLOW = rss(...Array(4000).fill("<title>A</title><description>&lt;b&gt;</description>".repeat(25)));
const LARGE = rss(`<title>A</title>${'<a b="c" xmlns:d="e"/>'.repeat(240_000)}`);

let parser: FeedParser | undefined;
afterEach(() => parser?.stop());

function read(document: string) {
  const feed = feedAt("https://a.example/feed");
  return parser?.read({ bytes: Buffer.from(document), url: feed.url, feed, now: new Date("2025-05-10T12:00:00Z") });
}

test("a document that takes too long costs itself alone: those beside it and behind it are read", async () => {
  parser = createFeedParser({ deadlineMs: 120 });
  const late = { kind: "unreadable", reason: "the feed took too long to read" };
  const all = await Promise.all([SLOW, SLOW, SLOW, NEWS, NEWS].map(read));
  expect(all.slice(0, 3)).toEqual([late, late, late]);
  for (const one of [...all.slice(3), await read(NEWS)])
    expect(one).toMatchObject({ kind: "read", drafts: [{ title: "A" }] });
});

test("a document that eats its thread's memory costs itself alone", async () => {
  parser = createFeedParser({ deadlineMs: 30_000, memoryMb: 80 });
  expect(await read(NEWS)).toMatchObject({ kind: "read" });
  expect(await read(LARGE)).toEqual({ kind: "unreadable", reason: "the feed needs too much memory to be read" });
  expect(await read(NEWS)).toMatchObject({ kind: "read", drafts: [{ title: "A" }] });
});

test("a small document is read without taking the memory that it shares with others", async () => {
  parser = createFeedParser();
  const neighbour = Buffer.from("beside it");
  expect(await read(NEWS)).toMatchObject({ kind: "read" });
  expect(neighbour.toString()).toBe("beside it");
});

test("a document over the size that is read at all is refused", async () => {
  parser = createFeedParser();
  const reason = "the feed is larger than 10 MB";
  expect(await read(`${NEWS}${" ".repeat(10_000_000)}`)).toMatchObject({
    kind: "unreadable",
    reason,
    next: "Give a shorter feed.",
  });
});

test("once stopped, what is still being read ends in a plain reason", async () => {
  parser = createFeedParser({ deadlineMs: 30_000 });
  const reading = read(SLOW);
  await parser.stop();
  expect(await reading).toMatchObject({ kind: "unreadable" });
});
