import { expect, test } from "vitest";
import {
  addFeed,
  alert,
  claimFeed,
  draft,
  MINE,
  minute,
  type Open,
  PRESS,
  poll,
  read,
  story,
  T0,
  THEIRS,
  WIRE,
} from "./make.ts";

const everyone = { now: T0, owner: "a", leaseMs: 60_000, limit: 10 };

export function feedsContract(open: Open): void {
  test("configured feeds are added once, due at once, and keep their state", async () => {
    const store = await open();
    await store.feeds.sync([PRESS, WIRE, PRESS], T0);
    await poll(store, [], { spec: PRESS, at: 5 });
    await store.feeds.sync([PRESS, { ...WIRE, outlet: { name: "Wire", owner: "Press Trust" } }], minute(9));
    const [press, wire] = await store.feeds.list({});
    expect(press).toMatchObject({ ...PRESS, state: { nextPollAt: minute(5), lastSuccessAt: minute(5), failures: 0 } });
    expect(wire).toMatchObject({ language: "en", outlet: { owner: "Press Trust" }, state: { nextPollAt: T0 } });
    expect(press).not.toHaveProperty("server");
  });

  test("a feed that is no longer named is retired and comes back with its items", async () => {
    const store = await open();
    await poll(store, [draft()], { spec: PRESS });
    await store.feeds.sync([WIRE], minute(1));
    expect((await store.feeds.list({})).map((feed) => feed.url)).toEqual([WIRE.url]);
    const claimed = await store.feeds.claimDue({ ...everyone, now: minute(2) });
    expect(claimed.map((feed) => feed.url)).toEqual([WIRE.url]);
    await store.feeds.sync([PRESS, WIRE], minute(3));
    expect(await store.feeds.list({})).toHaveLength(2);
    expect(await poll(store, [draft()], { spec: PRESS, at: 4 })).toEqual({ added: 0, revised: 0 });
  });

  test("a configured feed that ended is asked once more at the next start, and is not called new in failing", async () => {
    const store = await open();
    await store.feeds.sync([PRESS], T0);
    const feed = await claimFeed(store, { spec: PRESS, now: T0 });
    const state = { ...feed.state, failures: 3, failingSince: T0, disabledReason: "gone", nextPollAt: minute(900) };
    await store.feeds.savePoll({ feed, owner: "poller", state, drafts: [], baseline: () => false, now: T0 });
    expect(await store.feeds.claimDue({ ...everyone, now: minute(999) })).toEqual([]);
    await store.feeds.sync([PRESS], minute(1));
    const [again] = await store.feeds.claimDue({ ...everyone, now: minute(1) });
    expect(again?.state).toMatchObject({ failures: 3, failingSince: T0, nextPollAt: minute(1) });
    expect(again?.state).not.toHaveProperty("disabledReason");
  });

  test("a server's own feed is listed for that server only and does not go when the configuration changes", async () => {
    const store = await open();
    const added = await store.feeds.add(WIRE, { server: MINE }, T0);
    await store.feeds.sync([WIRE], T0);
    await store.feeds.sync([], minute(1));
    expect(added).toMatchObject({ ...WIRE, server: MINE, state: { nextPollAt: T0 } });
    expect(await store.feeds.list({ server: MINE })).toEqual([added]);
    expect(await store.feeds.list({ server: THEIRS })).toEqual([]);
    expect(await store.feeds.list({})).toEqual([]);
  });

  test("adding a feed again leaves it as it is; removing it needs the right server", async () => {
    const store = await open();
    const first = await store.feeds.add(WIRE, { server: MINE }, T0);
    const again = await store.feeds.add({ ...WIRE, outlet: { name: "Other" } }, { server: MINE }, minute(5));
    expect(again).toEqual(first);
    expect(await store.feeds.remove(WIRE.url, THEIRS)).toBe(false);
    expect(await store.feeds.remove(WIRE.url, MINE)).toBe(true);
    expect(await store.feeds.remove(WIRE.url, MINE)).toBe(false);
    expect(await store.feeds.list({ server: MINE })).toEqual([]);
  });

  test("a feed knows the channel that added it, and after a removal the one that added it again", async () => {
    const store = await open();
    const first = await store.feeds.add(WIRE, { server: MINE, channel: "one" }, T0);
    expect(first).toMatchObject({ server: MINE, channel: "one" });
    expect(await store.feeds.add(WIRE, { server: MINE, channel: "two" }, minute(1))).toEqual(first);
    await store.feeds.remove(WIRE.url, MINE);
    await store.feeds.add(WIRE, { server: MINE, channel: "two" }, minute(2));
    expect(await store.feeds.claimDue({ ...everyone, now: minute(2) })).toMatchObject([{ channel: "two" }]);
    await store.feeds.remove(WIRE.url, MINE);
    expect(await store.feeds.add(WIRE, { server: MINE }, minute(3))).not.toHaveProperty("channel");
  });

  test("a removed feed that is added again is due at once with its new name", async () => {
    const store = await open();
    await store.feeds.add(WIRE, { server: MINE }, T0);
    await store.feeds.remove(WIRE.url, MINE);
    const back = await store.feeds.add({ ...WIRE, outlet: { name: "Other" } }, { server: MINE }, minute(5));
    expect(back).toMatchObject({ outlet: { name: "Other" }, state: { nextPollAt: minute(5) } });
    expect(await store.feeds.list({ server: MINE })).toEqual([back]);
  });

  test("due feeds are claimed once, the longest due first, and return when the lease ends", async () => {
    const store = await open();
    await store.feeds.sync([PRESS, WIRE], T0);
    await store.feeds.add(PRESS, { server: MINE }, new Date(T0.getTime() - 1));
    const [first] = await store.feeds.claimDue({ ...everyone, limit: 1 });
    expect(first?.server).toBe(MINE);
    expect(await store.feeds.claimDue(everyone)).toHaveLength(2);
    expect(await store.feeds.claimDue({ ...everyone, owner: "b", now: new Date(T0.getTime() + 59_999) })).toEqual([]);
    expect(await store.feeds.claimDue({ ...everyone, owner: "b", now: minute(1) })).toHaveLength(3);
  });

  test("a feed is not due before its time, and never when it is disabled", async () => {
    const store = await open();
    await addFeed(store, PRESS);
    const feed = await claimFeed(store, { spec: PRESS, now: T0 });
    const state = { ...feed.state, nextPollAt: minute(10), disabledReason: "410 Gone" };
    const save = { feed, owner: "poller", drafts: [], baseline: () => false };
    await store.feeds.savePoll({ ...save, state: { ...feed.state, nextPollAt: minute(10) }, now: T0 });
    const urls = async (at: number) =>
      (await store.feeds.claimDue({ ...everyone, owner: "poller", leaseMs: 1, now: minute(at) })).map((one) => one.url);
    expect(await urls(9)).toEqual([WIRE.url]);
    expect(await urls(10)).toEqual([WIRE.url, PRESS.url]);
    await store.feeds.savePoll({ ...save, state, now: minute(10) });
    expect(await urls(20)).toEqual([WIRE.url]);
  });

  test("a poll stores every part of the feed's state", async () => {
    const store = await open();
    await store.feeds.add(PRESS, { server: MINE }, T0);
    const feed = await claimFeed(store, { spec: PRESS, server: MINE, now: T0 });
    const state = {
      etag: 'W/"ü"',
      lastModified: "Wed, 07 May 2025 10:00:00 GMT",
      bodyHash: "abc",
      nextPollAt: minute(7),
      gapMs: 1234.5,
      failures: 2,
      failingSince: minute(1),
      lastSuccessAt: minute(2),
      lastError: "the server answered 503",
      address: "https://new.example/feed",
      moved: { to: "https://newer.example/feed", since: minute(3), count: 2 },
      etagMisses: 4,
      asks: { minIntervalMs: 900_000, skips: { hours: [1], days: [0] } },
      hintMs: 900_000,
    };
    await store.feeds.savePoll({ feed, owner: "poller", state, drafts: [], baseline: () => false, now: T0 });
    expect((await store.feeds.list({ server: MINE }))[0]?.state).toEqual(state);
  });

  test("a poll counts only while its owner holds the lease", async () => {
    const store = await open();
    await addFeed(store, PRESS);
    const feed = await claimFeed(store, { spec: PRESS, now: T0 });
    await store.feeds.claimDue({ ...everyone, owner: "other", now: minute(1) });
    const late = { feed, owner: "poller", state: { ...feed.state, failures: 9 }, drafts: [draft()] };
    expect(await store.feeds.savePoll({ ...late, baseline: () => false, now: minute(1) })).toEqual({
      added: 0,
      revised: 0,
    });
    expect(await store.items.count()).toBe(0);
    expect((await store.feeds.list({}))[0]?.state.failures).toBe(0);
  });

  test("a feed that was removed while it was polled stores nothing", async () => {
    const store = await open();
    await addFeed(store, WIRE, MINE);
    const feed = await claimFeed(store, { spec: WIRE, server: MINE, now: T0 });
    await store.feeds.remove(WIRE.url, MINE);
    const save = { feed, owner: "poller", state: feed.state, drafts: [draft()], baseline: () => false, now: T0 };
    expect(await store.feeds.savePoll(save)).toEqual({ added: 0, revised: 0 });
    expect(await store.items.count()).toBe(0);
  });

  test("a feed that comes back keeps the pause that its host asked for", async () => {
    const store = await open();
    const mine = await store.feeds.add(WIRE, { server: MINE }, T0);
    await store.feeds.sync([PRESS], T0);
    const [press] = await store.feeds.list({});
    await store.feeds.postpone([mine.id, press?.id ?? ""], minute(60));
    await store.feeds.remove(WIRE.url, MINE);
    await store.feeds.sync([], minute(1));
    await store.feeds.sync([PRESS], minute(2));
    const back = await store.feeds.add(WIRE, { server: MINE }, minute(2));
    expect(back.state.nextPollAt).toEqual(minute(60));
    expect((await store.feeds.list({}))[0]?.state.nextPollAt).toEqual(minute(60));
  });

  test("thousands of feeds can be configured", async () => {
    const store = await open();
    const specs = Array.from({ length: 2_000 }, (_, at) => ({ url: `https://${at}.example/`, outlet: { name: "x" } }));
    await store.feeds.sync(specs, T0);
    await store.feeds.sync(specs.slice(1), T0);
    expect(await store.feeds.list({})).toHaveLength(1_999);
  });

  test("feeds that are due and in nobody's hands can be delayed; the others keep their time", async () => {
    const store = await open();
    await store.feeds.sync([PRESS, WIRE], T0);
    const later = await store.feeds.add(PRESS, { server: MINE }, minute(10));
    const [taken] = await store.feeds.claimDue({ ...everyone, limit: 1 });
    const due = await store.feeds.due(T0);
    expect(due).toHaveLength(1);
    expect(due).not.toContain(taken?.id);
    await store.feeds.delay([...due, later.id], minute(5));
    expect(await store.feeds.due(new Date(minute(5).getTime() - 1))).toEqual([taken?.id]);
    expect((await store.feeds.due(minute(9))).toSorted()).toEqual([...due, taken?.id].toSorted());
    expect(await store.feeds.due(minute(10))).toContain(later.id);
  });

  test("postponing moves the next poll later, never earlier", async () => {
    const store = await open();
    await store.feeds.sync([PRESS, WIRE], minute(10));
    const [press] = await store.feeds.list({});
    await store.feeds.postpone([press?.id ?? ""], minute(30));
    await store.feeds.postpone([press?.id ?? ""], minute(20));
    await store.feeds.postpone([], minute(99));
    const next = (await store.feeds.list({})).map((feed) => feed.state.nextPollAt);
    expect(next).toEqual([minute(30), minute(10)]);
  });

  test("the feeds of a host are found however they are written and whoever added them", async () => {
    const store = await open();
    await store.feeds.sync([{ ...PRESS, url: "HTTPS://Press.Example/feed" }, WIRE], T0);
    const mine = await store.feeds.add({ ...PRESS, url: "https://press.example:443/sport" }, { server: MINE }, T0);
    const other = await store.feeds.add({ ...PRESS, url: "https://press.example:8443/" }, { server: THEIRS }, T0);
    await store.feeds.add({ ...PRESS, url: "https://press.example/gone" }, { server: MINE }, T0);
    await store.feeds.remove("https://press.example/gone", MINE);
    const moved = await claimFeed(store, { spec: WIRE, now: T0 });
    const state = { ...moved.state, address: "https://new.example/rss" };
    await store.feeds.savePoll({ feed: moved, owner: "poller", state, drafts: [], baseline: () => false, now: T0 });
    expect(await store.feeds.onHost("new.example")).toEqual([moved.id]);
    const found = await store.feeds.onHost("press.example");
    expect(found).toHaveLength(2);
    expect(found).toContain(mine.id);
    expect(await store.feeds.onHost("press.example:8443")).toEqual([other.id]);
  });

  test("a feed moves while a loud, relevant story that it lately told of changes", async () => {
    const store = await open();
    await read(store, draft(), { story: "loud" });
    await read(store, draft(), { spec: WIRE, at: 1, story: "quiet" });
    await store.stories.save(story({ id: "loud", lastChange: minute(30) }));
    await store.stories.save(story({ id: "quiet", lastChange: minute(30) }));
    await store.stories.saveAlert(alert({ story: "loud", level: "urgent" }));
    await store.stories.saveAlert(alert({ story: "quiet", level: "info" }));
    const [press, wire] = await store.feeds.list({});
    const feeds = [press?.id ?? "", wire?.id ?? ""];
    const moving = async (since: Date, told: Date, asked = feeds) => [
      ...(await store.feeds.moving({ feeds: asked, since, told, level: "alert" })),
    ];
    const ofStories = async (told: Date) =>
      (await store.feeds.ofStories({ stories: ["loud", "quiet"], told, level: "alert" })).map(({ id }) => id);
    expect(await moving(minute(30), T0)).toEqual([press?.id]);
    expect(await moving(minute(31), T0)).toEqual([]);
    expect(await moving(minute(30), minute(1))).toEqual([]);
    expect(await moving(minute(30), T0, feeds.slice(1))).toEqual([]);
    expect([await ofStories(T0), await ofStories(minute(1))]).toEqual([[press?.id], []]);
    expect(await store.feeds.ofStories({ stories: [], told: T0, level: "alert" })).toEqual([]);
    await store.stories.saveAlert(alert({ story: "loud", level: "urgent", relevant: false }));
    expect([await moving(T0, T0), await ofStories(T0)]).toEqual([[], []]);
  });

  test("two processes never claim the same feed", async () => {
    const [one, two] = [await open(), await open()];
    const specs = Array.from({ length: 60 }, (_, at) => ({ url: `https://${at}.example/`, outlet: { name: "x" } }));
    await one.feeds.sync(specs, T0);
    const rounds = Array.from({ length: 12 }, (_, at) => [one, two][at % 2] ?? one);
    const claims = await Promise.all(
      rounds.map((store, at) => store.feeds.claimDue({ ...everyone, owner: `process ${at % 2}`, limit: 7 })),
    );
    const rest = await two.feeds.claimDue({ ...everyone, limit: 100 });
    const ids = [...claims.flat(), ...rest].map((feed) => feed.id);
    expect(ids).toHaveLength(60);
    expect(new Set(ids).size).toBe(60);
  });
}
