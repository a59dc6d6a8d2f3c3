import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { createRecordedSource } from "../../src/feeds/recorded/recorded-source.ts";
import type { Source } from "../../src/feeds/source.ts";
import { createWebSource } from "../../src/feeds/web/web-source.ts";
import type { Feed } from "../../src/model/feed.ts";
import { feedAt, rss } from "../fakes/feeds/feed.ts";
import { startFeedServer } from "../fakes/feeds/feed-server.ts";

const NOW = new Date("2025-05-10T12:00:00Z");

/** A source with one feed whose document a test may change. */
type Stage = { readonly source: Source; readonly url: string; publish(document: string): Promise<void> };

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function onTheWeb(): Promise<Stage> {
  let document: string | undefined;
  const server = await startFeedServer((_, response) => {
    if (document === undefined) response.writeHead(404).end();
    else response.end(document);
  });
  const source = createWebSource({
    userAgent: "sitrep/test",
    allowPrivateHosts: ["127.0.0.1"],
    limits: { concurrency: 4, perHost: 1, headersSeconds: 5, totalSeconds: 5, maxCompressedMb: 5, maxDecodedMb: 10 },
  });
  ends.push(server.stop, source.stop);
  return {
    source,
    url: server.url(),
    publish: async (text) => {
      document = text;
    },
  };
}

async function recorded(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), "sitrep-recorded-"));
  const url = "https://desk.example/feed.xml";
  await writeFile(join(folder, "index.json"), JSON.stringify({ [url]: "desk.xml" }));
  const source = createRecordedSource(folder);
  ends.push(() => rm(folder, { recursive: true }), source.stop);
  return { source, url, publish: (text) => writeFile(join(folder, "desk.xml"), text) };
}

const ITEM =
  "<title>Talks resume</title><guid>1</guid><link>/one</link><pubDate>Sat, 10 May 2025 10:00:00 GMT</pubDate>" +
  "<description>&lt;p&gt;First.&lt;/p&gt;&lt;p&gt;Second.&lt;/p&gt;</description>";

describe.each([
  ["the web", onTheWeb],
  ["recordings", recorded],
])("a source from %s", (_, open) => {
  const poll = ({ source }: Stage, feed: Feed) => source.poll(feed, NOW, new AbortController().signal);

  test("gives cleaned drafts, with addresses that stand on the feed's", async () => {
    const stage = await open();
    await stage.publish(rss(ITEM));
    const polled = await poll(stage, feedAt(stage.url));
    expect(polled).toMatchObject({
      kind: "fresh",
      drafts: [
        {
          title: "Talks resume",
          text: "First.\nSecond.",
          url: new URL("/one", stage.url).href,
          published: new Date("2025-05-10T10:00:00Z"),
        },
      ],
    });
    expect(polled.kind === "fresh" && polled.drafts[0]?.published).toBeInstanceOf(Date);
  });

  test("knows the same bytes again by the validators that it gave", async () => {
    const stage = await open();
    await stage.publish(rss(ITEM));
    const first = await poll(stage, feedAt(stage.url));
    const validators = first.kind === "fresh" ? first.validators : {};
    expect((await poll(stage, feedAt(stage.url, validators))).kind).toBe("unchanged");
    await stage.publish(rss(ITEM, "<title>More</title>"));
    expect((await poll(stage, feedAt(stage.url, validators))).kind).toBe("fresh");
  });

  test("gives a changed entry under its key, with another content", async () => {
    const stage = await open();
    const drafts = async (title: string) => {
      await stage.publish(rss(ITEM.replace("Talks resume", title)));
      const polled = await poll(stage, feedAt(stage.url));
      return polled.kind === "fresh" ? polled.drafts : [];
    };
    const [before] = await drafts("Talks resume");
    const [after] = await drafts("Talks end");
    expect(after?.key).toBe(before?.key);
    expect(after?.contentHash).not.toBe(before?.contentHash);
  });

  test("tells what the feed asks of its readers", async () => {
    const stage = await open();
    await stage.publish(rss(ITEM).replace("<channel>", "<channel><ttl>20</ttl>"));
    expect(await poll(stage, feedAt(stage.url))).toMatchObject({ kind: "fresh", asks: { minIntervalMs: 1_200_000 } });
  });

  test("reads times without a zone in the feed's zone", async () => {
    const stage = await open();
    await stage.publish(rss("<title>A</title><pubDate>10 May 2025 14:00</pubDate>"));
    const polled = await poll(stage, { ...feedAt(stage.url), timezone: "Asia/Karachi" });
    expect(polled).toMatchObject({ drafts: [{ published: new Date("2025-05-10T09:00:00Z") }] });
  });

  test.each([
    ["a web page", "<html><body>x</body></html>"],
    ["nothing", ""],
    ["deep nesting", `<rss>${"<x>".repeat(1000)}`],
  ])("fails in plain words for %s, and never throws", async (_what, document) => {
    const stage = await open();
    await stage.publish(document);
    expect(await poll(stage, feedAt(stage.url))).toMatchObject({
      kind: "failed",
      reason: expect.stringMatching(/^not a feed: /),
    });
  });

  test("fails in plain words when there is no such feed", async () => {
    const stage = await open();
    expect((await poll(stage, feedAt(stage.url))).kind).toBe("failed");
    expect((await poll(stage, feedAt("https://nowhere.invalid/feed"))).kind).toBe("failed");
  });

  test("stops, and may be stopped twice", async () => {
    const { source } = await open();
    await source.stop();
    await source.stop();
  });

  test("fetches another document as it is, and says why it cannot", async () => {
    const stage = await open();
    const { signal } = new AbortController();
    expect(await stage.source.fetch(stage.url, signal)).toMatchObject({ kind: "failed" });
    await stage.publish("<opml/>");
    const fetched = await stage.source.fetch(stage.url, signal);
    expect(fetched.kind === "document" && Buffer.from(fetched.bytes).toString()).toBe("<opml/>");
  });
});
