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
});
