import type { ServerResponse } from "node:http";
import { afterEach, expect, test } from "vitest";
import { rss } from "../fakes/feeds/feed.ts";
import { type FeedServer, startFeedServer } from "../fakes/feeds/feed-server.ts";
import { startWorld, type World } from "./world.ts";

const FEEDS = 300;

let world: World;
const servers: FeedServer[] = [];
afterEach(async () => {
  await world.stop();
  for (const server of servers.splice(0)) await server.stop();
});

test("a server that does not answer holds up nobody but its own feeds", async () => {
  world = await startWorld({ outlets: [] });
  const waiting: ServerResponse[] = [];
  const slow = await startFeedServer((_, response) => void waiting.push(response));
  const quick = await startFeedServer((request, response) => response.end(rss(`<title>${request.url}</title>`)));
  servers.push(slow, quick);
  const slowUrl = slow.url("/slow").replace("127.0.0.1", "localhost");
  const urls = Array.from({ length: FEEDS }, (_, at) => quick.url(`/${at}`));
  const { feeds, items } = world.app().store;
  await feeds.add({ url: slowUrl, outlet: { name: "Slow" } }, { server: "console/local" }, new Date(0));
  for (const url of urls) await feeds.add({ url, outlet: { name: "Quick" } }, { server: "console/local" }, new Date(1));

  const step = world.app().step();
  await expect.poll(() => quick.requests.length, { timeout: 15_000 }).toBe(FEEDS);
  expect(slow.requests).toHaveLength(1);
  expect(waiting).toHaveLength(1);
  for (const response of waiting) response.end(rss("<title>At last</title>"));
  await step;
  expect(await items.count()).toBe(FEEDS + 1);
});
