import { afterEach, beforeEach, expect, test } from "vitest";
import { writeOpml } from "../../src/feeds/opml.ts";
import { type FeedServer, startFeedServer } from "../fakes/feeds/feed-server.ts";
import { startWorld, textOf, type World } from "./world.ts";

const OWN = { platform: "console", server: "one", channel: "border" } as const;

let world: World;
let site: FeedServer;
let body: string | Buffer;

beforeEach(async () => {
  world = await startWorld();
  site = await startFeedServer((_, response) => response.writeHead(body === "" ? 404 : 200).end(body));
});
afterEach(async () => {
  await world.stop();
  await site.stop();
});

const listed = (count: number) =>
  writeOpml(
    "Mine",
    Array.from({ length: count }, (_, at) => ({ url: `https://${at}.example/rss`, outlet: { name: `Outlet ${at}` } })),
  );

test("/feeds import adds what the list names for this server alone, and says what it left out", async () => {
  body = listed(3).replace("</body>", '<outline xmlUrl="file:///etc/passwd"/></body>');
  await world.ask("feeds add", { url: world.outlet("Herald").spec.url }, OWN);
  const reply = await world.ask("feeds import", { url: site.url("/my.opml") }, OWN);
  expect(reply.visibility).toBe("private");
  expect(reply.cards[0]?.title).toContain("3 feeds");
  expect(textOf(reply)).toContain("1 has no address that can be read");
  const { feeds } = world.app().store;
  expect((await feeds.list({ server: "console/one" })).filter((feed) => feed.server)).toHaveLength(3);
  expect((await feeds.list({ server: "console/two" })).filter((feed) => feed.server)).toHaveLength(0);

  const again = await world.ask("feeds import", { url: site.url("/my.opml") }, OWN);
  expect(again.cards[0]?.title).toContain("0 feeds");
  expect(textOf(again)).toContain("3 were polled already");
});

test("/feeds import stops at the number of feeds that a server may add", async () => {
  body = listed(70);
  const reply = await world.ask("feeds import", { url: site.url("/my.opml") }, OWN);
  expect(reply.cards[0]?.title).toContain("50 feeds");
  expect(textOf(reply)).toContain("20 are left out");
  const mine = await world.app().store.feeds.list({ server: "console/one" });
  expect(mine.filter((feed) => feed.server !== undefined)).toHaveLength(50);
});

test.each([
  ["is missing", () => "", "the server answered 404"],
  ["is too large", () => Buffer.alloc(20_000_000, 0x20), "the answer is too large"],
  ["is no list", () => "hello", "names no feed"],
])("/feeds import says so when the list %s", async (_, make, reason) => {
  body = make();
  const { problem } = await world.ask("feeds import", { url: site.url("/my.opml") }, OWN);
  expect(problem).toMatchObject({ code: "bad-list", what: expect.stringContaining(reason) });
});

test("/feeds import reaches no private network", async () => {
  const { problem } = await world.ask("feeds import", { url: "http://169.254.169.254/opml" }, OWN);
  expect(problem?.what).toContain("private network");
});

test("/feeds export gives an OPML file, to managers alone, which another server can import", async () => {
  await world.ask("feeds add", { url: world.outlet("Courier").spec.url, name: "Ours" }, OWN);
  const reply = await world.ask("feeds export", {}, OWN);
  expect(reply.visibility).toBe("private");
  const [file] = reply.files ?? [];
  expect(file?.name).toBe("feeds.opml");
  body = Buffer.from(file?.bytes ?? "");
  expect(String(body)).toMatch(/<outline type="rss" text="Herald" .* xmlUrl="http:.*\/Herald"\/>/);
  await world.app().store.feeds.sync([], world.clock.now());
  const other = { ...OWN, server: "two" };
  const imported = await world.ask("feeds import", { url: site.url("/feeds.opml") }, other);
  expect(imported.cards[0]?.title).toContain("2 feeds");
  const asker = { at: OWN, user: "reader", isManager: false };
  const refused = await world.app().answer({ command: "feeds export", options: {}, page: 1, asker });
  expect(refused.problem?.code).toBe("managers-only");
});
