import { afterEach, beforeEach, expect, test } from "vitest";
import { createWebHubs } from "../../src/feeds/web/web-hubs.ts";
import { type FeedServer, startFeedServer } from "../fakes/feeds/feed-server.ts";
import { type FakeHub, startHub } from "../fakes/feeds/hub.ts";
import { HOUR_MS, startWorld, type World } from "./world.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * HOUR_MS;
const PUBLIC_URL = "https://sitrep.example.org";
const TOPIC = "https://desk.example/feed";

let world: World;
let hub: FakeHub;
let site: FeedServer;
let links: string;
let titles: string[];

function feedDocument(): string {
  const items = titles.map((title) => `<item><guid>${title}</guid><title>${title}</title></item>`).join("");
  return `<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Desk</title>
    ${links}${items}</channel></rss>`;
}

beforeEach(async () => {
  hub = await startHub();
  titles = ["One"];
  links = `<atom:link rel="hub" href="${hub.url}"/><atom:link rel="self" href="${TOPIC}"/>`;
  site = await startFeedServer((_, response) => response.end(feedDocument()));
  const hubs = createWebHubs({ userAgent: "sitrep/test", allowPrivateHosts: ["127.0.0.1"] });
  world = await startWorld({ outlets: [], push: { hubs, publicUrl: PUBLIC_URL } });
  await world
    .app()
    .store.feeds.add({ url: site.url(), outlet: { name: "Desk" } }, { server: "console/local" }, new Date(0));
});

afterEach(async () => {
  await world.stop();
  await hub.stop();
  await site.stop();
});

async function after(ms: number): Promise<void> {
  world.clock.advance(ms);
  await world.app().step();
}

const address = () => world.app().address;

async function subscribe(): Promise<(typeof hub.asked)[number]> {
  await world.app().step();
  const [wish] = hub.asked;
  if (wish === undefined) throw new Error("the hub was not asked");
  return wish;
}

test("a feed's hub is asked, its question answered, and polls become four times as seldom", async () => {
  const wish = await subscribe();
  expect(hub.asked).toHaveLength(1);
  expect(wish).toMatchObject({ "hub.mode": "subscribe", "hub.topic": TOPIC, "hub.secret": expect.any(String) });
  expect(wish["hub.callback"]).toMatch(new RegExp(`^${PUBLIC_URL}/websub/[0-9a-z]{12}/[\\w-]{32}$`));
  expect(wish["hub.secret"]?.length).toBeGreaterThanOrEqual(40);

  const verified = await hub.verify(wish, address());
  expect([verified.status, await verified.text()]).toEqual([200, "c-1"]);
  expect(verified.headers.get("content-type")).toContain("text/plain");
  await after(10 * MINUTE_MS);
  const before = site.requests.length;
  await after(12 * MINUTE_MS);
  expect(site.requests.length).toBe(before);
  await after(12 * MINUTE_MS);
  expect(site.requests.length).toBe(before + 1);
});

test("a signed push has the feed polled at once, an unsigned one nothing; both get the same answer", async () => {
  const wish = await subscribe();
  await hub.verify(wish, address());
  await after(10 * MINUTE_MS);
  const before = site.requests.length;
  titles = ["Two", "One"];
  for (const forged of [{ secret: "guessed" }, { algorithm: "sha1" }]) {
    expect((await hub.push(wish, address(), forged)).status).toBe(202);
    await after(2 * MINUTE_MS);
    expect(site.requests.length).toBe(before);
  }
  expect((await hub.push(wish, address())).status).toBe(202);
  await after(0);
  expect(await world.app().store.items.count()).toBe(2);
  expect(site.requests.length).toBe(before + 1);

  for (let time = 0; time < 5; time++) await hub.push(wish, address());
  await after(0);
  expect(site.requests.length).toBe(before + 1);
});

test("a question that was not ours to answer is refused", async () => {
  const wish = await subscribe();
  const callback = wish["hub.callback"] ?? "";
  const elsewhere = { ...wish, "hub.callback": `${callback.slice(0, -1)}${callback.endsWith("A") ? "B" : "A"}` };
  const unknown = { ...wish, "hub.callback": `${PUBLIC_URL}/websub/nobody/token` };
  expect((await hub.verify(elsewhere, address())).status).toBe(404);
  expect((await hub.verify(unknown, address())).status).toBe(404);
  expect((await hub.push(elsewhere, address())).status).toBe(404);
  expect((await hub.verify(wish, address(), { "hub.topic": "https://other.example/" })).status).toBe(404);
  expect((await hub.verify(wish, address(), { "hub.mode": "unsubscribe" })).status).toBe(404);
  expect((await hub.verify(wish, address(), { "hub.challenge": "" })).status).toBe(400);
  expect(await (await hub.verify(wish, address())).text()).toBe("c-1");
});

test("a lease is renewed when two thirds of it are over", async () => {
  const wish = await subscribe();
  await hub.verify(wish, address(), { "hub.lease_seconds": String(3 * 86_400) });
  await after(2 * DAY_MS - 10 * MINUTE_MS);
  expect(hub.asked).toHaveLength(1);
  await after(11 * MINUTE_MS);
  expect(hub.asked).toHaveLength(2);
  expect(hub.asked[1]).toEqual(wish);
});

test("a hub that fails is asked again later, and polling goes on as ever", async () => {
  hub.answerWith(500);
  await subscribe();
  await after(30 * MINUTE_MS);
  expect(hub.asked).toHaveLength(1);
  await after(31 * MINUTE_MS);
  expect(hub.asked).toHaveLength(2);
  const before = site.requests.length;
  await after(31 * MINUTE_MS);
  expect(site.requests.length).toBe(before + 1);
});

test("a hub that says no is left alone for a day", async () => {
  const wish = await subscribe();
  await hub.verify(wish, address(), { "hub.mode": "denied", "hub.reason": "no room" });
  await after(23 * HOUR_MS);
  expect(hub.asked).toHaveLength(1);
  await after(2 * HOUR_MS);
  expect(hub.asked).toHaveLength(2);
});

test("a feed that is removed leaves its hub, which then learns nothing more", async () => {
  const wish = await subscribe();
  await hub.verify(wish, address());
  await world.ask("feeds remove", { url: site.url() });
  await after(2 * MINUTE_MS);
  const [, leaving] = hub.asked;
  expect(leaving).toMatchObject({
    "hub.mode": "unsubscribe",
    "hub.topic": TOPIC,
    "hub.callback": wish["hub.callback"],
  });
  expect(await (await hub.verify(leaving ?? {}, address())).text()).toBe("c-1");
  expect((await hub.push(wish, address())).status).toBe(404);
  await after(2 * HOUR_MS);
  expect(hub.asked).toHaveLength(2);
});

test("a feed that names no hub any more leaves the one it had", async () => {
  const wish = await subscribe();
  await hub.verify(wish, address());
  links = "";
  titles = ["Two"];
  await after(HOUR_MS);
  await after(2 * MINUTE_MS);
  expect(hub.asked.at(-1)).toMatchObject({ "hub.mode": "unsubscribe" });
});

test("a hub that moved is asked the same at its new address, but not in a private network, nor for ever", async () => {
  const hubs = createWebHubs({ userAgent: "sitrep/test", allowPrivateHosts: ["127.0.0.1"] });
  const moved = await startFeedServer((request, response) => {
    const places: Record<string, string> = { "/new": hub.url, "/inside": "http://10.0.0.1/hub", "/round": "/round" };
    response.writeHead(308, { location: places[request.url ?? ""] }).end();
  });
  const wish = { mode: "subscribe", topic: TOPIC, callback: PUBLIC_URL, secret: "s", leaseSeconds: 60 } as const;
  const ask = (path: string) => hubs.ask({ ...wish, hub: moved.url(path) }, new AbortController().signal);
  expect(await ask("/new")).toEqual({ kind: "accepted" });
  expect(hub.asked).toMatchObject([{ "hub.topic": TOPIC, "hub.secret": "s" }]);
  expect(await ask("/inside")).toMatchObject({ kind: "failed", reason: "the address is inside a private network" });
  expect(await ask("/round")).toEqual({ kind: "failed", reason: "the hub answered 308" });
  expect(moved.requests).toHaveLength(6);
  await hubs.stop();
  await moved.stop();
});

test("a hub inside a private network is not asked", async () => {
  links = '<atom:link rel="hub" href="http://169.254.169.254/hub"/>';
  await world.app().step();
  const [feed] = await world.app().store.feeds.list({ server: "console/local" });
  expect(await world.app().store.pushes.get(feed?.id ?? "")).toMatchObject({ attempts: 1 });
  expect(hub.asked).toEqual([]);
});
