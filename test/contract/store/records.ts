import { expect, test } from "vitest";
import type { Subscription } from "../../../src/model/channel.ts";
import { channel, MINE, minute, type Open, T0, THEIRS } from "./make.ts";

const wish: Omit<Subscription, "id"> = {
  at: channel(),
  target: { kind: "watch", id: "kashmir" },
  level: "alert",
  createdBy: "u'1",
  createdAt: T0,
};

function subscriptionsContract(open: Open): void {
  test("a channel subscribes once to a target: a second time changes the level", async () => {
    const store = await open();
    const first = await store.subscriptions.save(wish);
    expect(first).toEqual({ ...wish, id: first.id });
    const second = await store.subscriptions.save({ ...wish, level: "flash", createdAt: minute(1) });
    expect(second).toEqual({ ...first, level: "flash" });
    expect(await store.subscriptions.list(MINE)).toEqual([second]);
  });

  test("subscriptions are listed and removed by their own server only", async () => {
    const store = await open();
    const { id } = await store.subscriptions.save(wish);
    await store.subscriptions.save({ ...wish, at: channel({ platform: "slack" }) });
    expect(await store.subscriptions.list(THEIRS)).toEqual([]);
    expect(await store.subscriptions.remove(id, THEIRS)).toBe(false);
    expect(await store.subscriptions.remove(id, MINE)).toBe(true);
    expect(await store.subscriptions.remove(id, MINE)).toBe(false);
    expect(await store.subscriptions.list(MINE)).toEqual([]);
    expect(await store.subscriptions.forTargets([wish.target])).toHaveLength(1);
  });

  test("subscriptions are found by any of several targets", async () => {
    const store = await open();
    await store.subscriptions.save(wish);
    await store.subscriptions.save({ ...wish, target: { kind: "story", id: "kashmir" } });
    await store.subscriptions.save({ ...wish, target: { kind: "actor", id: "vance" } });
    const targets = [wish.target, { kind: "actor", id: "vance" }, { kind: "actor", id: "x" }] as const;
    const found = await store.subscriptions.forTargets(targets);
    expect(found.map((one) => one.target.kind).sort()).toEqual(["actor", "watch"]);
    expect(await store.subscriptions.forTargets([])).toEqual([]);
  });

  test("a channel is paused once, with the reason, until it is resumed or subscribes again", async () => {
    const store = await open();
    expect(await store.subscriptions.pause(channel(), "403")).toBe(false);
    await store.subscriptions.save(wish);
    await store.subscriptions.save({ ...wish, at: channel({ channel: "other" }) });
    expect(await store.subscriptions.pause(channel(), "403")).toBe(true);
    expect(await store.subscriptions.pause(channel(), "404")).toBe(false);
    const reasons = async () =>
      (await store.subscriptions.list(MINE)).map((one) => one.pausedReason ?? "active").sort();
    expect(await reasons()).toEqual(["403", "active"]);
    await store.subscriptions.resume(channel());
    expect(await reasons()).toEqual(["active", "active"]);
    await store.subscriptions.pause(channel(), "403");
    await store.subscriptions.save(wish);
    expect(await reasons()).toEqual(["active", "active"]);
  });
}

function editsContract(open: Open): void {
  test("edits are appended and listed in order, by server and watch", async () => {
    const store = await open();
    const add = { kind: "add-keyword", topic: "war", phrase: "__proto__ 'x'", weight: 2.5 } as const;
    const edit = { server: MINE, watch: "kashmir", by: "u", at: T0, change: add };
    const first = await store.edits.append(edit);
    const second = await store.edits.append({ ...edit, server: THEIRS, at: minute(-5) });
    const third = await store.edits.append({ ...edit, watch: "water", change: { kind: "remove-feed", url: "u" } });
    expect(first).toEqual({ ...edit, id: first.id });
    expect(await store.edits.list({})).toEqual([first, second, third]);
    expect(await store.edits.list({ server: MINE })).toEqual([first, third]);
    expect(await store.edits.list({ server: MINE, watch: "kashmir" })).toEqual([first]);
    expect(await store.edits.list({ server: "" })).toEqual([]);
  });
}

function marksContract(open: Open): void {
  test("of many callers in two processes one alone is the first of a slot", async () => {
    const [one, two] = [await open(), await open()];
    const calls = Array.from({ length: 20 }, (_, at) => (at % 2 ? one : two).marks.once("digest", "2025-05-07", T0));
    expect((await Promise.all(calls)).filter(Boolean)).toHaveLength(1);
    expect(await one.marks.once("digest", "2025-05-08", T0)).toBe(true);
    expect(await one.marks.once("notice", "2025-05-07", T0)).toBe(true);
  });

  test("a mark holds the last value that was set", async () => {
    const store = await open();
    expect(await store.marks.get("hash")).toBeUndefined();
    await store.marks.set("hash", "a", T0);
    await store.marks.set("hash", "b", minute(1));
    expect(await store.marks.get("hash")).toBe("b");
  });

  test("a role is held by one owner until its lease ends or it lets go", async () => {
    const [one, two] = [await open(), await open()];
    expect(await one.marks.hold("ingest", "a", 60_000, T0)).toBe(true);
    expect(await two.marks.hold("ingest", "b", 60_000, T0)).toBe(false);
    expect(await one.marks.hold("ingest", "a", 60_000, new Date(T0.getTime() + 30_000))).toBe(true);
    expect(await two.marks.hold("ingest", "b", 60_000, minute(1))).toBe(false);
    await two.marks.release("ingest", "b");
    expect(await two.marks.hold("ingest", "b", 60_000, minute(1))).toBe(false);
    expect(await two.marks.hold("ingest", "b", 60_000, minute(2))).toBe(true);
    expect(await one.marks.hold("ingest", "a", 60_000, minute(2))).toBe(false);
    await two.marks.release("ingest", "b");
    expect(await one.marks.hold("ingest", "a", 60_000, minute(2))).toBe(true);
  });
}

export function recordsContract(open: Open): void {
  subscriptionsContract(open);
  editsContract(open);
  marksContract(open);
}
