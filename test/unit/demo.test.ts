import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DemoServer, startDemoServer } from "../../src/cli/demo-feeds.ts";
import { type Recording, readRecording } from "../../src/cli/demo-outlets.ts";
import { parseFeed } from "../../src/feeds/document/parse.ts";
import { UserError } from "../../src/lib/user-error.ts";
import type { FeedDocument } from "../../src/model/feed.ts";

const END = new Date("2025-05-13T00:00:00Z");

let now = END;
let server: DemoServer;
let recording: Recording;

beforeAll(async () => {
  server = await startDemoServer({ now: () => now });
  recording = await readRecording();
});
afterAll(() => server.stop());

function urlOf(outlet: string): string {
  return server.feeds.find((feed) => feed.outlet.name === outlet)?.url ?? "";
}

async function read(url: string): Promise<FeedDocument> {
  const response = await fetch(url);
  const contentType = response.headers.get("content-type") ?? "";
  return parseFeed(new Uint8Array(await response.arrayBuffer()), { url, contentType });
}

async function atTime(iso: string): Promise<FeedDocument[]> {
  now = new Date(iso);
  return Promise.all(server.feeds.map(({ url }) => read(url)));
}

test("at least six outlets publish at least sixty items in three formats, and two of them share an owner", () => {
  const { outlets, items } = recording;
  expect(outlets.length).toBeGreaterThanOrEqual(6);
  expect(items.length).toBeGreaterThanOrEqual(60);
  expect(new Set(outlets.map(({ format }) => format))).toEqual(new Set(["rss", "atom", "rdf"]));
  expect(new Set(outlets.map(({ owner }) => owner)).size).toBe(outlets.length - 1);
});

test("no outlet uses an id twice, and every correction comes after its item and before the end", () => {
  const keys = recording.items.map(({ outlet, id }) => `${outlet}/${id}`);
  expect(keys).toEqual([...new Set(keys)]);
  for (const { at, revisions } of recording.items) {
    const times = [at, ...revisions.map((revision) => revision.at), END.toISOString()].map((time) => Date.parse(time));
    expect(times).toEqual([...times].sort((a, b) => a - b));
  }
});

test("the feed reader finds every outlet's items as they were written", async () => {
  const documents = await atTime(END.toISOString());
  expect(documents.map(({ title }) => title)).toEqual(server.feeds.map(({ outlet }) => outlet.name));
  for (const [at, { id, domain }] of recording.outlets.entries()) {
    const newest = recording.items
      .filter(({ outlet }) => outlet === id)
      .slice(-15)
      .reverse();
    const entries = documents[at]?.entries ?? [];
    expect(entries.map(({ published }) => published)).toEqual(newest.map((item) => new Date(item.at)));
    for (const { guid, url } of entries) {
      expect(guid).toBeDefined();
      expect(url).toMatch(new RegExp(`^https://${domain}/2025/0[45]/\\d\\d/`));
    }
  }
});

test("nothing is published before its time", async () => {
  const before = await atTime("2025-04-22T06:00:00Z");
  expect(before.flatMap(({ entries }) => entries)).toEqual([]);
  for (const instant of server.instants) {
    now = instant;
    const { entries } = await read(urlOf("The Banyan Ledger"));
    expect(entries.every(({ published }) => published !== undefined && published <= instant)).toBe(true);
  }
});

test("something changes at every instant and nothing between them", async () => {
  let last = "";
  for (const instant of server.instants) {
    now = new Date(instant.getTime() - 1);
    const before = JSON.stringify(await Promise.all(server.feeds.map(({ url }) => read(url))));
    if (last !== "") expect(before).toBe(last);
    now = instant;
    last = JSON.stringify(await Promise.all(server.feeds.map(({ url }) => read(url))));
    expect(last).not.toBe(before);
  }
});

test("a corrected item keeps its guid and shows the new figure from the moment of the correction", async () => {
  const poonch = async (iso: string) => {
    now = new Date(iso);
    const { entries } = await read(urlOf("The Banyan Ledger"));
    return entries.find(({ title }) => title?.endsWith("civilians in Poonch"));
  };
  const first = await poonch("2025-05-08T10:59:59+05:30");
  const second = await poonch("2025-05-08T11:00:00+05:30");
  expect(first?.title).toBe("Shelling kills 15 civilians in Poonch");
  expect(first?.summary).not.toContain("Correction");
  expect(second?.title).toBe("Shelling kills 13 civilians in Poonch");
  expect(second?.summary).toContain("Correction: An earlier version");
  expect(second?.guid).toBe(first?.guid);
});

test("a document that did not change is answered with 304, a changed one in full", async () => {
  const url = urlOf("Meridian Wire");
  now = new Date("2025-04-30T00:00:00Z");
  const etag = (await fetch(url)).headers.get("etag") ?? "";
  const again = () => fetch(url, { headers: { "if-none-match": etag } });
  expect((await again()).status).toBe(304);
  now = END;
  expect((await again()).status).toBe(200);
});

test("documents are compressed for those who can read that, and other paths do not exist", async () => {
  const url = urlOf("Meridian Wire");
  const encoding = async (accepted: string) =>
    (await fetch(url, { headers: { "accept-encoding": accepted } })).headers.get("content-encoding");
  expect(await encoding("gzip")).toBe("gzip");
  expect(await encoding("identity")).toBeNull();
  expect((await fetch(new URL("/nothing", url))).status).toBe(404);
});

test("the two public quotations stand word for word in two reports", () => {
  const holding = (words: string) => recording.items.filter(({ text }) => text.includes(words)).map(({ id }) => id);
  const both = ["rubio-munir-call", "washington-urges-calm"];
  expect(holding("Karoline Leavitt").sort()).toEqual(both);
  expect(holding("“The President wants to see this de-escalate as quickly as possible.”").sort()).toEqual(both);
  expect(holding("JD Vance").sort()).toEqual(both);
  expect(
    holding(
      "“We’re not going to get involved in the middle of a war that’s fundamentally none of our business.”",
    ).sort(),
  ).toEqual(both);
});

test("a mistake in a recording is told with file, line and key", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sitrep-recording-"));
  await mkdir(join(folder, "items"));
  await writeFile(
    join(folder, "outlets.yaml"),
    "- { id: one, name: One, country: SG, owner: One, timezone: UTC, domain: one.example, format: rss, shows: teaser }\n",
  );
  await writeFile(
    join(folder, "items", "week.yaml"),
    "- outlet: two\n  id: a\n  at: 2025-05-07T10:00:00Z\n  title: A\n  text: A\n",
  );
  const failure = await readRecording(folder).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UserError);
  expect(String(failure)).toMatch(/week\.yaml:1:3 \[0\]\.outlet: two is not in outlets\.yaml/);
  await rm(folder, { recursive: true });
});
