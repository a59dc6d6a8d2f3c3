import { expect, test } from "vitest";
import type { ClaimedPost } from "../../../src/model/channel.ts";
import type { Store } from "../../../src/store/store.ts";
import { claim, claimOne, LEASE, PLATFORMS, sent, wanted } from "./deliveries.ts";
import { channel, minute, type Open, T0 } from "./make.ts";

export function claimingContract(open: Open): void {
  test("a claim counts the attempt, keeps the first one's time, and nobody else gets the post before its lease ends", async () => {
    const store = await open();
    await store.posts.want(wanted);
    const first = await claimOne(store, 1);
    expect(first).toMatchObject({ state: "sending", attempts: 1, firstAttemptAt: minute(1) });
    const early = new Date(minute(1).getTime() + LEASE - 1);
    expect(await store.posts.claim({ now: early, leaseMs: LEASE, limit: 9, platforms: PLATFORMS })).toEqual([]);
    const second = await claimOne(store, 2);
    expect(second).toMatchObject({ id: first.id, attempts: 2, firstAttemptAt: minute(1) });
    expect(second.leaseToken).not.toBe(first.leaseToken);
  });

  test("whoever lost the lease can settle nothing", async () => {
    const store = await open();
    await store.posts.want(wanted);
    const late = await claimOne(store, 0);
    const current = await claimOne(store, 1);
    for (const kind of ["ambiguous", "dead"] as const)
      expect(await store.posts.settle(late, { kind, error: "x" })).toBe(false);
    expect(await store.posts.settle(late, { kind: "retry", at: T0, error: "x", doubtful: true })).toBe(false);
    expect(await store.posts.settle(late, sent(1))).toBe(false);
    expect((await store.posts.ofStory("story"))[0]).toMatchObject({ state: "sending", shown: 0 });
    expect(await store.posts.settle(current, sent(1))).toBe(true);
    expect(await store.posts.settle(current, sent(1))).toBe(false);
  });

  test("only posts of the named platforms are claimed", async () => {
    const store = await open();
    await store.posts.want(wanted);
    await store.posts.want({ ...wanted, at: channel({ platform: "slack" }) });
    expect(await claim(store, 0, { platforms: ["console", "irc"] })).toEqual([]);
    expect(await claim(store, 0, { platforms: [] })).toEqual([]);
    expect((await claim(store, 0, { platforms: ["slack"] })).map((post) => post.at.platform)).toEqual(["slack"]);
  });

  test("the most urgent go first, and servers take turns inside one priority", async () => {
    const store = await open();
    const want = (server: string, number: number, priority: number) =>
      store.posts.want({
        ...wanted,
        at: channel({ server, channel: `${server}${number}` }),
        priority,
        now: minute(number),
      });
    for (const number of [1, 2, 3]) await want("big", number, 3);
    for (const number of [4, 5]) await want("small", number, 3);
    await want("calm", 0, 7);
    await want("loud", 9, 1);
    const order = (await claim(store, 10)).map((post) => post.at.channel);
    expect(order).toEqual(["loud9", "big1", "small4", "big2", "small5", "big3", "calm0"]);
  });

  test("a limited claim takes the first of that order", async () => {
    const store = await open();
    for (const server of ["a", "a2", "b"])
      await store.posts.want({ ...wanted, at: channel({ server: server.charAt(0), channel: server }) });
    const first = await claim(store, 0, { limit: 2 });
    expect(first.map((post) => post.at.server).sort()).toEqual(["a", "b"]);
    expect(await claim(store, 0)).toHaveLength(1);
  });

  test("two processes never claim the same post, and together they claim all", async () => {
    const [one, two] = [await open(), await open()];
    await one.transaction(async (store) => {
      for (let number = 0; number < 200; number++)
        await store.posts.want({ ...wanted, at: channel({ server: String(number % 7), channel: String(number) }) });
    });
    const claims: ClaimedPost[] = [];
    const drain = async (store: Store) => {
      for (
        let posts = await claim(store, 0, { limit: 9 });
        posts.length > 0;
        posts = await claim(store, 0, { limit: 9 })
      )
        claims.push(...posts);
    };
    await Promise.all([drain(one), drain(two), drain(one), drain(two)]);
    expect(claims).toHaveLength(200);
    expect(new Set(claims.map((post) => post.id)).size).toBe(200);
    expect(claims.every((post) => post.attempts === 1)).toBe(true);
    const settled = await Promise.all(claims.map((post, at) => (at % 2 ? one : two).posts.settle(post, sent(0))));
    expect(settled.every(Boolean)).toBe(true);
    expect(await one.posts.depth()).toEqual({ waiting: 0, dead: 0 });
  });
}
