import { afterEach, expect, test } from "vitest";
import { COPY, SHELLING, TALKS } from "./reports.ts";
import { HOUR_MS, startWorld, textOf, type World } from "./world.ts";

let world: World;
afterEach(() => world.stop());

/** All that the reply says about one channel. */
async function saidOf(channel: string, item: string): Promise<string> {
  const reply = await world.ask("whynot", { item });
  const rows = reply.cards[0]?.rows.filter((row) => row.heading === "Channel by channel") ?? [];
  return JSON.stringify(rows.filter((row) => row.text.some((part) => part.kind === "channel" && part.id === channel)));
}

async function urlOf(words: string): Promise<string> {
  const [item] = await world.app().store.items.search(words, {}, { limit: 1 });
  return item?.url ?? "";
}

const subscribe = (topic: string, channel: string, level = "info") => world.ask("subscribe", { topic, channel, level });

test("an address that no feed has brought: whether its site is read at all, and how its feeds are", async () => {
  world = await startWorld();
  await world.report("Herald", SHELLING);
  const elsewhere = await world.ask("whynot", { item: "https://news.elsewhere.example/1" });
  expect(textOf(elsewhere)).toContain("No feed at elsewhere.example is read");
  const own = `${new URL(world.outlet("Herald").spec.url).origin}/never-published`;
  expect(textOf(await world.ask("whynot", { item: own }))).toContain(
    "The feed of Herald did not hold it when it was last read",
  );
  expect(textOf(await world.ask("why", { story: own }))).toContain("The feed of Herald did not hold it");
});

test("each channel has its own reason: level, target, pause, no subscription, or the post that shows it", async () => {
  world = await startWorld();
  await subscribe("border", "loud", "flash");
  await subscribe("border", "all");
  await subscribe("actor:zlin", "pass");
  await subscribe("border", "broken");
  await world.app().store.subscriptions.pause({ ...world.console, channel: "broken" }, "missing access");
  await world.report("Herald", TALKS);
  await subscribe("border", "late");
  const url = await urlOf("Szohod");
  expect(await saidOf("loud", url)).toMatch(/its level is (info|alert|urgent), and the channel asks for flash on/);
  expect(await saidOf("all", url)).toContain("in the story's post here");
  expect(await saidOf("pass", url)).toContain("subscribed to Zlin Pass: the report is about something else");
  expect(await saidOf("broken", url)).toContain("paused: missing access");
  expect(await saidOf("late", url)).toContain("the subscription is newer");
  expect(await saidOf("empty", url)).toBe("[]");
  const one = await world.ask("whynot", { item: url, channel: "empty" });
  expect(textOf(one)).toContain("no subscription; see /subscribe");
  expect(textOf(one)).not.toContain("paused");
});

test("a report that does not matter: what was missing, and what it scored", async () => {
  world = await startWorld();
  await subscribe("border", "all");
  await world.report("Herald", {
    guid: "f",
    title: "Syldavia wins football final",
    text: "Syldavia won the football cup.",
  });
  const said = textOf(await world.ask("whynot", { item: await urlOf("football") }));
  expect(said).toContain("Not relevant to Borduria and Syldavia");
  expect(said).toContain("speaks against it");
  expect(await saidOf("all", await urlOf("football"))).toMatch(
    /not relevant to Borduria and Syldavia: it (names|touches)/,
  );
});

test("a report that was old when it was found is told so in each channel", async () => {
  world = await startWorld();
  await subscribe("border", "all");
  world.outlet("Herald").publish({ ...SHELLING, at: new Date(world.clock.now().getTime() - 72 * HOUR_MS) });
  world.clock.advance(HOUR_MS);
  await world.app().step();
  const url = await urlOf("Shelling");
  expect(await saidOf("all", url)).toContain("older than the look-back");
  expect(textOf(await world.ask("whynot", { item: url }))).toContain("already old when its feed was first read");
});

test("a copy is told to be one, and its story's post shows it; words of a headline find it, too", async () => {
  world = await startWorld();
  await subscribe("border", "all");
  await world.report("Herald", SHELLING);
  await world.report("Courier", COPY);
  const said = textOf(await world.ask("whynot", { item: COPY.title }));
  expect(said).toContain("repeats the text of");
  expect(said).toContain("in the story's post here");
  const why = textOf(await world.ask("why", { story: "Klow" }));
  expect(why).toMatch(/One story because.*Courier.*repeats an earlier text/);
});

test("a feed that fails is told where an address is missing", async () => {
  world = await startWorld();
  world.outlet("Herald").answerWith(404);
  await world.report("Courier", SHELLING);
  const missing = `${new URL(world.outlet("Herald").spec.url).origin}/missing`;
  const said = textOf(await world.ask("whynot", { item: missing }));
  expect(said).toContain("The feed of Herald cannot be read: ");
  expect(said).toContain("The feed of Courier did not hold it");
  expect(textOf(await world.ask("whynot", { item: "https://other.example/" }))).toContain("1 of 2 feeds elsewhere");
});

test("what another server's feed brought is as if it had not been fetched", async () => {
  world = await startWorld({ outlets: ["Herald", "Courier", "Private"] });
  await world.report("Herald", SHELLING);
  const { store } = world.app();
  await store.feeds.sync(
    ["Herald", "Courier"].map((name) => world.outlet(name).spec),
    world.clock.now(),
  );
  const other = { ...world.console, server: "other" };
  world.outlet("Private").publish({ ...SHELLING, at: world.clock.now() });
  expect((await world.ask("feeds add", { url: world.outlet("Private").spec.url }, other)).problem).toBeUndefined();
  await world.report("Private", TALKS);
  const item = "https://private.example/story/talks-1";
  expect(textOf(await world.ask("whynot", { item }, other))).toContain("Fetched");
  expect(textOf(await world.ask("whynot", { item }))).toContain("Not fetched");
});

test("the form of the rules has an id, which a change of this server makes another", async () => {
  world = await startWorld();
  await world.report("Herald", SHELLING);
  const version = async () =>
    /Rules: border, version (\w{7})[^"]*/.exec(textOf(await world.ask("why", { story: "Klow" })));
  const before = await version();
  await world.ask("keywords add", { phrase: "howitzer" });
  const edited = await version();
  expect(edited?.[0]).toContain("with 1 change of this server (last: 1)");
  expect(edited?.[1]).not.toBe(before?.[1]);
  await world.ask("keywords undo");
  expect((await version())?.[0]).toBe(before?.[0]);
  expect(textOf(await world.ask("keywords test", { text: "Shelling in Borduria" }))).toContain(before?.[0]);
});
