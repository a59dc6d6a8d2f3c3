import { afterEach, beforeEach, expect, test } from "vitest";
import { rss } from "../fakes/feeds/feed.ts";
import { type FeedServer, startFeedServer } from "../fakes/feeds/feed-server.ts";
import { HOUR_MS, startWorld, type World } from "./world.ts";

const MINUTE_MS = 60_000;
const ETAG = 'W/"a;ü, \\"b\\""';
const LAST_MODIFIED = "Mon, 02 Mar 2026 07:59:59 GMT";
const OWN = { platform: "console", server: "one", channel: "border" } as const;

let world: World;
let server: FeedServer;
/** What the server answers instead of its documents. */
let busy: { readonly status: number; readonly retryAfter: string } | undefined;

beforeEach(async () => {
  busy = undefined;
  world = await startWorld({ outlets: [] });
  server = await startFeedServer((request, response) => {
    if (busy) return response.writeHead(busy.status, { "retry-after": busy.retryAfter }).end();
    const headers = { etag: ETAG, "last-modified": LAST_MODIFIED };
    if (request.headers["if-none-match"] === ETAG) return response.writeHead(304, headers).end();
    return response.writeHead(200, headers).end(rss(`<guid>${request.url}</guid><title>From ${request.url}</title>`));
  });
  const specs = ["/a", "/b", "/c"].map((path) => ({ url: server.url(path), outlet: { name: path } }));
  await world.app().store.feeds.sync(specs, world.clock.now());
  await world
    .app()
    .store.feeds.add({ url: server.url("/own"), outlet: { name: "own" } }, { server: "console/one" }, new Date(0));
});

afterEach(async () => {
  await world.stop();
  await server.stop();
});

async function minutes(count: number, step = 1): Promise<void> {
  for (let minute = 0; minute < count; minute += step) {
    world.clock.advance(step * MINUTE_MS);
    await world.app().step();
  }
}

test("in a day of polls each feed is asked for the whole document once, then with the server's own words", async () => {
  await world.app().step();
  await minutes(24 * 60, 15);
  for (const path of ["/a", "/b", "/c", "/own"]) {
    const [first, ...others] = server.requests.filter((request) => request.path === path).map(({ headers }) => headers);
    expect(first).not.toHaveProperty("if-none-match");
    expect(others.length).toBeGreaterThan(20);
    const asked = others.map((headers) => [headers["if-none-match"], headers["if-modified-since"]]);
    expect(new Set(asked.map(String))).toEqual(new Set([String([ETAG, LAST_MODIFIED])]));
  }
  expect(server.busiest).toEqual({ requests: 1, connections: 1 });
  expect(await world.app().store.items.count()).toBe(4);
});

test.each([
  [429, "7200"],
  [503, "Mon, 02 Mar 2026 12:00:00 GMT"],
])(
  "after %d with Retry-After: %s nothing of the host is asked before its time, whoever added the feed",
  async (status, retryAfter) => {
    await world.app().step();
    await minutes(120, 5);
    busy = { status, retryAfter };
    const before = server.requests.length;
    while (server.requests.length === before) await minutes(1);
    // The clock now stands at the very moment of the answer.
    const until = retryAfter === "7200" ? world.clock.now().getTime() + 2 * HOUR_MS : Date.parse(retryAfter);
    expect(server.requests.length).toBe(before + 1);
    while (world.clock.now().getTime() + 5 * MINUTE_MS < until) await minutes(5, 5);
    expect(server.requests.length).toBe(before + 1);
    busy = undefined;
    await minutes(60, 5);
    expect(server.requests.length).toBeGreaterThanOrEqual(before + 5);
    const health = await world.ask("feeds list", {}, OWN);
    expect(health.cards[0]?.title).toContain("all well");
  },
);

test("a pause outlasts a restart", async () => {
  busy = { status: 503, retryAfter: "7200" };
  await world.app().step();
  expect(server.requests.length).toBe(1);
  await world.restart();
  await minutes(119, 7);
  expect(server.requests.length).toBe(1);
  busy = undefined;
  await minutes(20, 5);
  expect(server.requests.length).toBeGreaterThan(1);
});
