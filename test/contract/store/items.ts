import { expect, test } from "vitest";
import type { Draft } from "../../../src/model/item.ts";
import {
  addFeed,
  claimFeed,
  draft,
  findings,
  MINE,
  minute,
  type Open,
  PRESS,
  poll,
  read,
  T0,
  THEIRS,
  WIRE,
} from "./make.ts";

const PAGE = { limit: 10 };

export function itemsContract(open: Open): void {
  test("a new entry becomes an unread item with all that the feed told", async () => {
    const store = await open();
    const full = draft({
      url: "https://press.example/a?utm_source=x",
      canonicalUrl: "https://press.example/a",
      language: "hi",
      published: minute(-30),
    });
    expect(await poll(store, [full])).toEqual({ added: 1, revised: 0 });
    const [item] = await store.items.unread(5);
    expect(item).toEqual({
      ...full,
      id: item?.id,
      feed: item?.feed,
      outlet: PRESS.outlet,
      firstSeen: T0,
      revision: 1,
      baseline: false,
    });
    expect(item).not.toHaveProperty("server");
  });

  test("the same entry again changes nothing, even with another published date", async () => {
    const store = await open();
    const item = await read(store, draft({ published: minute(-9) }));
    expect(await poll(store, [draft({ published: minute(-1) })], { at: 1 })).toEqual({ added: 0, revised: 0 });
    expect(await store.items.unread(5)).toEqual([]);
    expect(await store.items.get(item.id)).toMatchObject({ revision: 1, published: minute(-9) });
  });

  test("changed words are a new revision, unread, first seen when the item was", async () => {
    const store = await open();
    const item = await read(store, draft());
    expect(await poll(store, [draft({ text: "Shelling stopped." })], { at: 1 })).toEqual({ added: 0, revised: 1 });
    const unread = await store.items.unread(5);
    expect(unread).toEqual([{ ...item, text: "Shelling stopped.", contentHash: unread[0]?.contentHash, revision: 2 }]);
    expect(await store.items.count()).toBe(1);
  });

  test("until a new revision is read, findings stand beside the words that they were found in", async () => {
    const store = await open();
    const item = await read(store, draft());
    await poll(store, [draft({ text: "Shelling stopped." })], { at: 1 });
    expect(await store.items.get(item.id)).toEqual({ ...item, findings: findings(), story: "story" });
  });

  test("what was read of an older revision leaves the newer one unread and never replaces what was read of it", async () => {
    const store = await open();
    await poll(store, [draft()]);
    const [older] = await store.items.unread(1);
    await poll(store, [draft({ text: "Shelling stopped." })], { at: 1 });
    const [newer] = await store.items.unread(1);
    if (!older || !newer) throw new Error("nothing was stored");
    await store.items.settle({ item: older, findings: findings(), story: "first" });
    expect(await store.items.unread(5)).toHaveLength(1);
    await store.items.settle({ item: newer, findings: findings(), story: "second" });
    await store.items.settle({ item: older, findings: findings(), story: "first" });
    expect(await store.items.unread(5)).toEqual([]);
    expect(await store.items.get(newer.id)).toMatchObject({ story: "second", text: "Shelling stopped." });
  });

  test("entries under one key in the same document do not revise each other", async () => {
    const store = await open();
    const twins = [draft({ title: "First" }), draft({ title: "Second" })];
    expect(await poll(store, twins)).toEqual({ added: 1, revised: 0 });
    expect(await poll(store, twins, { at: 1 })).toEqual({ added: 0, revised: 0 });
    expect((await store.items.unread(5)).map((item) => item.title)).toEqual(["First"]);
  });

  test("the same entry in two feeds is two items, and so is the same key", async () => {
    const store = await open();
    await poll(store, [draft()], { spec: PRESS });
    await poll(store, [draft()], { spec: WIRE, at: 1 });
    await poll(store, [draft()], { spec: WIRE, server: MINE, at: 2 });
    const items = await store.items.unread(5);
    expect(items.map((item) => item.outlet.name)).toEqual(["Press", "Wire", "Wire"]);
    expect(items.map((item) => item.server)).toEqual([undefined, undefined, MINE]);
    expect(new Set(items.map((item) => item.id)).size).toBe(3);
  });

  test("unread items come in order of arrival: first seen, published, and no more than asked for", async () => {
    const store = await open();
    await poll(store, [
      draft({ key: "b", title: "later", published: minute(-1) }),
      draft({ key: "a", title: "earlier", published: minute(-2) }),
    ]);
    await poll(store, [draft({ key: "c", title: "last", published: minute(-60) })], { at: 1 });
    expect((await store.items.unread(5)).map((item) => item.title)).toEqual(["earlier", "later", "last"]);
    expect(await store.items.unread(2)).toHaveLength(2);
  });

  test("only new entries can be marked as old news", async () => {
    const store = await open();
    await poll(store, [draft()], { baseline: true });
    await poll(store, [draft({ text: "New words." })], { at: 1, baseline: false });
    expect((await store.items.unread(1))[0]).toMatchObject({ revision: 2, baseline: true });
  });

  test("old news that was rewritten and dated anew is news; rewritten alone, or dated anew alone, it is not", async () => {
    const store = await open();
    const state = { lastSuccessAt: T0, nextPollAt: T0 };
    const isOld = (one: Draft) => one.published === undefined || one.published < minute(-60);
    const save = async (at: number, one: Draft) => {
      const feed = await claimFeed(store, { spec: PRESS, now: minute(at) });
      const next = { ...feed.state, ...state, nextPollAt: minute(at) };
      await store.feeds.savePoll({
        feed,
        owner: "poller",
        state: next,
        drafts: [one],
        baseline: isOld,
        now: minute(at),
      });
      const [item] = await store.items.unread(1);
      return item?.baseline;
    };
    await addFeed(store, PRESS);
    expect(await save(0, draft({ published: minute(-500) }))).toBe(true);
    expect(await save(1, draft({ published: minute(-1) }))).toBe(true);
    expect(await save(2, draft({ published: minute(-500), text: "Shelling went on." }))).toBe(true);
    expect(await save(3, draft({ published: minute(-400), text: "Shelling stopped." }))).toBe(true);
    expect(await save(4, draft({ published: minute(3), text: "Shelling began again." }))).toBe(false);
    expect(await save(5, draft({ published: minute(-500), text: "Shelling ended." }))).toBe(false);
  });

  test("a document of a thousand entries is stored whole", async () => {
    const store = await open();
    const many = Array.from({ length: 1_000 }, (_, at) => draft({ key: `k${at}`, title: `Title ${at}` }));
    expect(await poll(store, many)).toEqual({ added: 1_000, revised: 0 });
    expect(await poll(store, many, { at: 1 })).toEqual({ added: 0, revised: 0 });
    expect(await store.items.count()).toBe(1_000);
  });

  test("a read item has its findings, story and original", async () => {
    const store = await open();
    await poll(store, [draft()]);
    const [item] = await store.items.unread(1);
    if (!item) throw new Error("nothing was stored");
    expect(await store.items.get(item.id)).toBeUndefined();
    await store.items.settle({ item, findings: findings(), story: "story", duplicateOf: "other" });
    expect(await store.items.get(item.id)).toEqual({
      ...item,
      findings: findings(),
      story: "story",
      duplicateOf: "other",
    });
    expect(await store.items.unread(5)).toEqual([]);
    expect(await store.items.get("nothing")).toBeUndefined();
  });

  test("an item is found by its address as given or canonical, read or not, by those who may see it", async () => {
    const store = await open();
    const urls = { url: "https://press.example/a?utm_source=x", canonicalUrl: "https://press.example/a" };
    await poll(store, [draft(urls)], { server: MINE });
    const asGiven = await store.items.byUrl(urls.url, { server: MINE });
    expect(asGiven).toMatchObject({ server: MINE, title: draft().title });
    expect(asGiven).not.toHaveProperty("story");
    expect(await store.items.byUrl(urls.canonicalUrl, { server: MINE })).toEqual(asGiven);
    expect(await store.items.byUrl(urls.url, { server: THEIRS })).toBeUndefined();
    expect(await store.items.byUrl(urls.url, {})).toBeUndefined();
    await read(store, draft(urls), { at: 1, spec: WIRE });
    expect(await store.items.byUrl(urls.url, {})).toMatchObject({ outlet: { name: "Wire" }, story: "story" });
    expect(await store.items.byUrl(urls.url, { server: MINE })).toMatchObject({ story: "story" });
  });

  test("very long keys and addresses are stored", async () => {
    const store = await open();
    const url = `https://press.example/${Array.from({ length: 2_000 }, (_, at) => at.toString(36)).join("-")}`;
    await read(store, draft({ key: url, url, canonicalUrl: url }));
    expect(await store.items.byUrl(url, {})).toMatchObject({ url });
  });

  test("a story's items are those the viewer may see, in order of arrival", async () => {
    const store = await open();
    await read(store, draft({ title: "public" }));
    await read(store, draft({ title: "mine" }), { at: 1, server: MINE });
    await read(store, draft({ title: "other story" }), { at: 2, spec: WIRE, story: "another" });
    const titles = async (server?: string) =>
      (await store.items.ofStory("story", server === undefined ? {} : { server })).map((item) => item.title);
    expect(await titles(MINE)).toEqual(["public", "mine"]);
    expect(await titles(THEIRS)).toEqual(["public"]);
    expect(await titles()).toEqual(["public"]);
  });

  test("the items since a moment are all read ones, whoever may see them", async () => {
    const store = await open();
    await read(store, draft({ title: "old" }));
    await read(store, draft({ key: "new", title: "new" }), { at: 5, server: MINE });
    await poll(store, [draft({ key: "unread", title: "unread" })], { at: 6 });
    expect((await store.items.since(minute(5))).map((item) => item.title)).toEqual(["new"]);
    expect(await store.items.since(T0)).toHaveLength(2);
  });

  test("text keeps every character that a database could stumble over", async () => {
    const store = await open();
    const text = `'; drop table items; -- \\ " % _ \u00e9 e\u0301 \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \u{1f4a5} $1 ? ${"x".repeat(100_000)}`;
    const item = await read(store, draft({ text, title: text.slice(0, 60) }));
    expect((await store.items.get(item.id))?.text).toBe(text);
    expect((await store.items.search("drop table", {}, PAGE)).map((one) => one.id)).toEqual([item.id]);
  });
}
