import { afterEach, expect, test } from "vitest";
import { SHELLING, TALKS } from "./reports.ts";
import { startWorld, type World } from "./world.ts";

let world: World;
afterEach(() => world.stop());

/** Two servers that follow the watch; the first of them also looks for grain ships. */
async function startTwoServers() {
  world = await startWorld();
  const one = { ...world.console, server: "one" };
  const two = { ...world.console, server: "two" };
  for (const at of [one, two]) await world.ask("subscribe", { topic: "border", level: "info" }, at);
  await world.ask("keywords add", { phrase: "grain ships", topic: "hostilities", weight: "5" }, one);
  const { store } = world.app();
  const storyOf = async (at: typeof one) => (await store.posts.ofChannel(at, { limit: 5 }))[0]?.story ?? "";
  const scores = async (story: string) => {
    const seen = ["console/one", "console/two"].map((server) => store.stories.alert(story, "border", { server }));
    return (await Promise.all(seen)).map((alert) => alert?.score);
  };
  return { one, two, store, storyOf, scores };
}

test("a server whose edit says nothing about a story gets the post of all, without an alert of its own", async () => {
  const { one, two, store, storyOf } = await startTwoServers();
  await world.report("Herald", SHELLING);
  const story = await storyOf(one);
  expect(story).not.toBe("");
  expect(await storyOf(two)).toBe(story);
  expect(await store.stories.alertServers(story)).toEqual([]);
});

test("a server whose edit matters has its own alert, also once the words are gone again", async () => {
  const { one, store, storyOf, scores } = await startTwoServers();
  await world.report("Courier", TALKS);
  const story = await storyOf(one);
  expect(await store.stories.alertServers(story)).toEqual([{ watch: "border", server: "console/one" }]);
  const [own = 0, shared = 0] = await scores(story);
  expect(own).toBeGreaterThan(shared);
  await world.report("Courier", { ...TALKS, text: TALKS.text.replace("grain ships", "trade") });
  const [after, sharedAfter] = await scores(story);
  expect(after).toBe(sharedAfter);
});
