import { afterEach, expect, test } from "vitest";
import { rss } from "../fakes/feeds/feed.ts";
import { type FeedServer, startFeedServer } from "../fakes/feeds/feed-server.ts";
import { startWorld, textOf, type World } from "./world.ts";

let world: World;
let site: FeedServer;
afterEach(async () => {
  await world.stop();
  await site.stop();
});

test("/feeds add with a page's address offers the feeds that it names, and a button adds one", async () => {
  world = await startWorld();
  site = await startFeedServer((request, response) => {
    if (request.url === "/rss.xml") return response.end(rss("<guid>1</guid><title>Talks resume</title>"));
    response.writeHead(200, { "content-type": "text/html" });
    return response.end(`<!doctype html><html><head><title>Home</title>
      <link rel="alternate" type="application/rss+xml" title="News" href="/rss.xml">
      <link rel="alternate" type="application/atom+xml" title="Sport" href="/sport.atom"></head><body>…</body></html>`);
  });
  const offered = await world.ask("feeds add", { url: site.url("/home") });
  expect(textOf(offered)).toContain("names 2 feeds");
  expect(site.requests.map(({ path }) => path)).toEqual(["/home"]);
  expect(await world.app().store.feeds.list({ server: "console/local" })).toHaveLength(2);

  const [button] = offered.cards[0]?.actions ?? [];
  expect(button).toMatchObject({ label: "Add News", command: "feeds add", options: { url: site.url("/rss.xml") } });
  const added = await world.ask(button?.command ?? "", { ...button?.options });
  expect(added.problem).toBeUndefined();
  const feeds = await world.app().store.feeds.list({ server: "console/local" });
  expect(feeds.map(({ url }) => url)).toContain(site.url("/rss.xml"));
});

test("a page that names no feed is said not to be one", async () => {
  world = await startWorld();
  site = await startFeedServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><html><p>Hello</p></html>");
  });
  const { problem } = await world.ask("feeds add", { url: site.url("/home") });
  expect(problem).toMatchObject({ code: "bad-feed", what: expect.stringContaining("not a feed") });
  expect(problem?.next).toContain("a link named RSS");
});

test("what is no feed is met with what to do about it", async () => {
  world = await startWorld();
  site = await startFeedServer((request, response) => {
    if (request.url === "/list") return response.end('<opml version="2.0"><body/></opml>');
    if (request.url === "/gone") return response.writeHead(410).end();
    return response.writeHead(429, { "retry-after": "540" }).end();
  });
  const nextOf = async (path: string) => (await world.ask("feeds add", { url: site.url(path) })).problem?.next;
  expect(await nextOf("/list")).toContain("/feeds import");
  expect(await nextOf("/gone")).toContain("newer feed");
  expect(await nextOf("/busy")).toBe("Try again in 9 min.");
});

test("an address may be as a browser or a feed reader hands it over, and names one feed", async () => {
  world = await startWorld();
  site = await startFeedServer((_, response) => response.end(rss("<guid>1</guid><title>Talks resume</title>")));
  const add = (url: string) => world.ask("feeds add", { url });
  const url = site.url("/rss.xml");
  expect((await add(`feed:${url}#latest`)).problem).toBeUndefined();
  expect((await add(url)).problem?.code).toBe("known");
  expect((await world.ask("feeds remove", { url: `${url}#top` })).problem).toBeUndefined();
  // Nobody listens there: what is told is that it was asked for by https.
  for (const typed of ["feed://127.0.0.1:8443/rss", "127.0.0.1:8443/rss"])
    expect((await add(typed)).problem?.what).toBe("The feed could not be read: the server refuses connections");
  for (const typed of ["rss", "ftp://news.example/rss", "https://me:secret@news.example/rss"])
    expect((await add(typed)).problem?.what).toContain("is not the address of a feed");
});

test("a feed that ended can be added once more", async () => {
  world = await startWorld();
  let status = 200;
  site = await startFeedServer((_, response) =>
    response.writeHead(status).end(rss("<guid>1</guid><title>Talks resume</title>")),
  );
  const add = () => world.ask("feeds add", { url: site.url() });
  await add();
  status = 410;
  await world.app().step();
  expect(textOf(await world.ask("feeds list"))).toContain("not polled any more");
  expect((await add()).problem?.what).toContain("gone for good");
  status = 200;
  expect((await add()).problem).toBeUndefined();
  await world.app().step();
  expect((await world.ask("feeds list")).cards[0]?.title).toContain("all well");
});
