import { gzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import type { Polled } from "../../src/feeds/source.ts";
import { createWebSource } from "../../src/feeds/web/web-source.ts";
import { feedAt, rss } from "../fakes/feeds/feed.ts";
import { startFeedServer } from "../fakes/feeds/feed-server.ts";

// What a hostile or broken body may do, from the wire through the real fetcher and its thread to drafts. Whole answers
// that are refused for their size or time alone (bombs, endless and dripping bodies) are in feed-poller.test.ts,
// addresses in feed-guard.test.ts, documents that break their thread in feed-killers.test.ts.

const LIMITS = {
  concurrency: 4,
  perHost: 1,
  headersSeconds: 5,
  totalSeconds: 5,
  maxCompressedMb: 5,
  maxDecodedMb: 10,
};
const NOW = new Date("2025-05-10T12:00:00Z");

const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});

/** Polls the bodies one after the other from one address, and then a good feed: what came before must not harm it. */
async function pollBodies(...bodies: readonly (string | Buffer)[]): Promise<Polled[]> {
  const answers = [...bodies, rss("<title>Well</title><guid>w</guid>")];
  const server = await startFeedServer((_, response) => {
    const body = gzipSync(answers.shift() ?? "");
    response.writeHead(200, { "content-type": "application/rss+xml", "content-encoding": "gzip" }).end(body);
  });
  const source = createWebSource({ userAgent: "sitrep/test", allowPrivateHosts: ["127.0.0.1"], limits: LIMITS });
  running.push(source, server);
  const polls: Polled[] = [];
  for (const _ of [...answers]) polls.push(await source.poll(feedAt(server.url()), NOW, AbortSignal.timeout(20_000)));
  expect(server.requests.map(({ path }) => path)).toEqual(polls.map(() => "/feed"));
  expect(polls.at(-1)).toMatchObject({ kind: "fresh", drafts: [{ title: "Well" }] });
  return polls.slice(0, -1);
}

async function draftsOf(body: string | Buffer) {
  const [polled] = await pollBodies(body);
  if (polled?.kind !== "fresh") throw new Error(JSON.stringify(polled));
  return polled.drafts;
}

test("33: a cut document survives with every entry up to the cut", async () => {
  const drafts = await draftsOf(rss("<title>A</title>", "<title>B</title><description>half a sen").slice(0, -25));
  expect(drafts.map(({ title }) => title)).toEqual(["A", "B"]);
});

test("34: entities that unfold to gigabytes stay folded, and the feed is read", async () => {
  const levels = Array.from({ length: 20 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(20)}">`);
  const doctype = `<!DOCTYPE rss [<!ENTITY e0 "ha">${levels.join("")}]>`;
  const [draft] = await draftsOf(`<?xml version="1.0"?>${doctype}<rss><item><title>A &e20; B</title></item></rss>`);
  expect(draft?.title).toBe("A &e20; B");
});

test("35: an entity of another file or server is never fetched, and the feed is read", async () => {
  const doctype = `<!DOCTYPE rss SYSTEM "/dtd" [<!ENTITY f SYSTEM "file:///etc/hostname"><!ENTITY u SYSTEM "/other">]>`;
  const [draft] = await draftsOf(
    `<?xml version="1.0"?>${doctype}<rss><item><title>A</title><description>b &f; &u; c</description></item></rss>`,
  );
  expect(draft).toMatchObject({ title: "A", text: "b &f; &u; c" });
});

test("36: elements nested 200,000 deep are refused", async () => {
  const body = rss(`<title>A</title>${"<x>".repeat(200_000)}`);
  expect(await pollBodies(body)).toMatchObject([
    { kind: "failed", reason: "not a feed: its elements are nested too deep" },
  ]);
});

test("37: of 20,000 entries the first 5,000 survive", async () => {
  const items = Array.from({ length: 20_000 }, (_, at) => `<title>Item ${at}</title><guid>${at}</guid>`);
  const drafts = await draftsOf(rss(...items));
  expect([drafts.length, drafts[0]?.title, drafts.at(-1)?.title]).toEqual([5000, "Item 0", "Item 4999"]);
});

test.each([
  ["UTF-8", "windows-1251", "utf8" as const, "“Überfall” – Kyjiv, Київ"],
  ["windows-1252", "utf-8", "latin1" as const, "Überfall à Genève"],
])("38: %s that is declared as %s survives as it was meant", async (_, declared, encoding, title) => {
  const text = rss(`<title>${title}</title>`).replace('version="1.0"', `version="1.0" encoding="${declared}"`);
  expect((await draftsOf(Buffer.from(text, encoding)))[0]?.title).toBe(title);
});

test("39: NUL and controls are taken out, as bytes and as references", async () => {
  const [draft] = await draftsOf(rss("<title>A\0B\u0007&#27;C</title><description>d\0e&#8;f</description>"));
  expect(draft).toMatchObject({ title: "ABC", text: "def" });
});

test("40: lone surrogates become replacement signs", async () => {
  const [draft] = await draftsOf(rss("<title>A&#xD83D;B</title><description>c&#xDE00;d</description>"));
  expect(draft).toMatchObject({ title: "A\ufffdB", text: "c\ufffdd" });
});

test("41: a web page is refused, with the feeds that it names", async () => {
  const link = '<link rel="alternate" type="application/rss+xml" title="News" href="https://news.example/rss">';
  expect(await pollBodies(`<!DOCTYPE html><html><head>${link}</head><body>x</body></html>`)).toMatchObject([
    {
      kind: "failed",
      next: expect.stringContaining("link named RSS"),
      reason: "not a feed: this is a web page",
      advertised: [{ url: "https://news.example/rss", title: "News" }],
    },
  ]);
});

test("42: a title of a megabyte is cut", async () => {
  const [draft] = await draftsOf(rss(`<title>${"long ".repeat(200_000)}</title>`));
  expect(draft?.title).toHaveLength(500);
  expect(draft?.title.endsWith("…")).toBe(true);
});

test("43: dates of the years 1970 and 9999 are left out, one of next week is now", async () => {
  const dates = ["1970-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2025-05-17T12:00:00Z", "2025-05-10T11:00:00Z"];
  const items = dates.map((date, at) => `<title>${at}</title><pubDate>${date}</pubDate>`);
  const published = (await draftsOf(rss(...items))).map((draft) => draft.published);
  expect(published).toEqual([undefined, undefined, NOW, new Date("2025-05-10T11:00:00Z")]);
});

test("44: a changed text under the same guid keeps its key and changes its content", async () => {
  const [before, after] = await pollBodies(
    rss("<title>Talks resume</title><guid>1</guid>"),
    rss("<title>Talks end</title><guid>1</guid>"),
  );
  if (before?.kind !== "fresh" || after?.kind !== "fresh") throw new Error("not read");
  expect(after.drafts[0]?.key).toBe(before.drafts[0]?.key);
  expect(after.drafts[0]?.contentHash).not.toBe(before.drafts[0]?.contentHash);
});

test("46: links that run scripts or read files are dropped, and their entries kept", async () => {
  const links = ["javascript:alert(1)", " JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x"];
  const drafts = await draftsOf(rss(...links.map((link, at) => `<title>${at}</title><link>${link}</link>`)));
  expect(drafts.map(({ title, url, canonicalUrl }) => [title, url, canonicalUrl])).toEqual(
    links.map((_, at) => [String(at), undefined, undefined]),
  );
});
