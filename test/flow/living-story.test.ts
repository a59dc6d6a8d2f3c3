import { afterEach, expect, test } from "vitest";
import type { Post } from "../../src/model/channel.ts";
import { COPY, CORRECTION, SHELLING, TALKS } from "./reports.ts";
import { HOUR_MS, startWorld, textOf, type World } from "./world.ts";

let world: World;
afterEach(() => world.stop());

async function postsIn(channel: string): Promise<Post[]> {
  return world.app().store.posts.ofChannel({ ...world.console, channel }, { limit: 50 });
}

test("a report becomes one post, a second outlet's copy changes it, and nothing is posted twice", async () => {
  world = await startWorld();
  await world.report("Herald", SHELLING);
  const [first, ...none] = await postsIn("border");
  expect(none).toEqual([]);
  expect(first).toMatchObject({ state: "idle", messageId: expect.any(String) });
  expect(first?.shown).toBe(first?.wanted);

  await world.report("Courier", COPY);
  const [second, ...still] = await postsIn("border");
  expect(still).toEqual([]);
  expect(second?.messageId).toBe(first?.messageId);
  expect(second?.shown).toBeGreaterThan(first?.shown ?? 0);
  const sources = textOf(await world.ask("sources", { story: second?.story ?? "" }));
  expect(sources).toContain("2 outlets, 1 independent origin");
  expect(sources).toContain("repeats Herald");
});

test("another event of the same day is another post", async () => {
  world = await startWorld();
  await world.report("Herald", SHELLING);
  await world.report("Courier", TALKS);
  expect(await postsIn("border")).toHaveLength(2);
});

test("a correction changes the post and says so", async () => {
  world = await startWorld();
  await world.report("Herald", SHELLING);
  await world.report("Herald", CORRECTION);
  const posts = await postsIn("border");
  expect(posts).toHaveLength(1);
  const why = textOf(await world.ask("sources", { story: posts[0]?.story ?? "" }));
  expect(why).toContain("revision 2");
  const [item] = await world.app().store.items.ofStory(posts[0]?.story ?? "", {});
  expect(item?.findings.changes).toEqual(["14 killed → 16"]);
});

test("quotes, timeline, actors and reasons can be asked for", async () => {
  world = await startWorld();
  await world.report("Herald", SHELLING);
  const quotes = await world.ask("quote", { speaker: "Kray" });
  expect(quotes.cards[0]?.quotes).toEqual([
    expect.objectContaining({
      text: "We will not leave this attack on our citizens without an answer.",
      speaker: "Anna Kray",
    }),
  ]);
  const timeline = await world.ask("timeline", { story: "Klow" });
  expect(timeline.cards[0]?.rows).toContainEqual(expect.objectContaining({ heading: "1 Mar 2026" }));
  expect(textOf(timeline)).toContain("14 killed");
  const portrait = textOf(await world.ask("actors", { name: "Kray" }));
  expect(portrait).toContain("Foreign Minister");
  expect(portrait).toContain("Latest stories");
  const why = await world.ask("why", { story: "Klow" });
  expect(textOf(why)).toContain("shelling");
  expect(textOf(why)).toContain("Posted in");
});

test("what no watch wants is kept but not posted, and /why says so", async () => {
  world = await startWorld();
  const match = {
    guid: "fb",
    title: "Borduria beat Syldavia in football cup",
    text: "Borduria beat Syldavia in a football cup tie.",
  };
  await world.report("Herald", match);
  expect(await postsIn("border")).toEqual([]);
  const why = await world.ask("why", { story: "https://herald.example/story/fb" });
  expect(textOf(why)).toContain("Not relevant");
});

test("old news found at the first fetch is kept for look-ups but not posted", async () => {
  world = await startWorld();
  world.outlet("Herald").publish({ ...SHELLING, at: new Date(world.clock.now().getTime() - 48 * HOUR_MS) });
  await world.app().step();
  expect(await postsIn("border")).toEqual([]);
  expect((await world.ask("quote", { speaker: "Kray" })).cards[0]?.quotes).toHaveLength(1);
});

test("after a restart the story goes on in the same message", async () => {
  world = await startWorld();
  await world.report("Herald", SHELLING);
  const [before] = await postsIn("border");
  await world.restart();
  await world.report("Courier", COPY);
  const posts = await postsIn("border");
  expect(posts).toHaveLength(1);
  expect(posts[0]?.messageId).toBe(before?.messageId);
});

test("an unchanged feed is asked with its own validator and answers 304", async () => {
  world = await startWorld();
  await world.report("Herald", SHELLING);
  world.clock.advance(HOUR_MS);
  await world.app().step();
  const requests = world.outlet("Herald").requests;
  expect(requests.at(-1)?.["if-none-match"]).toMatch(/^"[0-9a-f]{40}"$/);
});

test("two servers never see each other's edits of a watch", async () => {
  world = await startWorld();
  const one = { ...world.console, server: "one" };
  const two = { ...world.console, server: "two" };
  for (const at of [one, two]) await world.ask("subscribe", { topic: "border", level: "info" }, at);
  await world.ask("keywords add", { phrase: "grain ships", topic: "hostilities", weight: "20" }, one);
  await world.ask("keywords remove", { phrase: "shelling" }, two);

  expect(textOf(await world.ask("keywords list", {}, one))).toContain("grain ships (20)");
  expect(textOf(await world.ask("keywords list", {}, two))).not.toContain("grain ships");
  await world.report("Courier", TALKS);
  const { store } = world.app();
  const [seenByOne] = await store.stories.latest({ watch: "border" }, { server: "console/one" }, { limit: 1 });
  const [seenByTwo] = await store.stories.latest({ watch: "border" }, { server: "console/two" }, { limit: 1 });
  expect(seenByOne?.alert.score).toBeGreaterThan(seenByTwo?.alert.score ?? 0);
  expect(textOf(await world.ask("why", { story: "Szohod" }, one))).toContain("grain ships");
  expect(seenByTwo?.alert.lines.map((line) => line.what).join()).not.toContain("grain ships");
});

test("a feed that one server added is seen by that server alone", async () => {
  world = await startWorld({ outlets: ["Herald", "Courier", "Private"] });
  const one = { ...world.console, server: "one" };
  const { store } = world.app();
  await store.feeds.sync([world.outlet("Herald").spec], world.clock.now());
  const added = await world.ask("feeds add", { url: world.outlet("Private").spec.url, name: "Private" }, one);
  expect(added.problem).toBeUndefined();
  await world.report("Private", SHELLING);
  expect((await world.ask("quote", { speaker: "Kray" }, one)).cards[0]?.quotes).toHaveLength(1);
  expect((await world.ask("quote", { speaker: "Kray" })).cards[0]?.quotes).toEqual([]);

  await world.report("Herald", COPY);
  expect(textOf(await world.ask("stories"))).toContain(COPY.title);
  expect(textOf(await world.ask("stories"))).not.toContain(SHELLING.title);
});
