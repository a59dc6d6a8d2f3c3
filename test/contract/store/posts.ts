import { expect, test } from "vitest";
import type { ClaimedPost } from "../../../src/model/channel.ts";
import type { Settlement, Store } from "../../../src/store/store.ts";
import { channel, minute, type Open, T0 } from "./make.ts";

const LEASE = 40_000;
const ALL = ["discord", "slack", "console"];
const wanted = { story: "story", at: channel(), watch: "kashmir", wanted: 1, priority: 3, now: T0 };

function claim(store: Store, at: number, parts: { limit?: number; platforms?: string[] } = {}): Promise<ClaimedPost[]> {
  return store.posts.claim({ now: minute(at), leaseMs: LEASE, limit: 100, platforms: ALL, ...parts });
}

async function claimOne(store: Store, at: number): Promise<ClaimedPost> {
  const [post] = await claim(store, at, { limit: 1 });
  if (!post) throw new Error("no post was due");
  return post;
}

function sent(at: number, parts: Partial<Extract<Settlement, { kind: "sent" }>> = {}): Settlement {
  return { kind: "sent", messageId: "999", shown: 1, now: minute(at), editAgainAt: minute(at + 2), ...parts };
}

function wantingContract(open: Open): void {
  test("a wanted post is due at once, one for each story and channel, with ids as they came", async () => {
    const store = await open();
    const id = await store.posts.want(wanted);
    expect(await store.posts.want({ ...wanted, now: minute(1) })).toBe(id);
    const posts = await store.posts.ofStory("story");
    expect(posts).toEqual([
      {
        id,
        story: "story",
        at: channel(),
        watch: "kashmir",
        wanted: 1,
        shown: 0,
        state: "idle",
        attempts: 0,
        priority: 3,
      },
    ]);
    expect(await claim(store, 0)).toHaveLength(1);
  });

  test("wanting raises the revision and never lowers it", async () => {
    const store = await open();
    await store.posts.want({ ...wanted, wanted: 5 });
    await store.posts.want({ ...wanted, wanted: 3 });
    expect((await store.posts.ofStory("story"))[0]?.wanted).toBe(5);
  });

  test("a waiting post takes the more pressing priority, a shown one the new one", async () => {
    const store = await open();
    const priority = async () => (await store.posts.ofStory("story"))[0]?.priority;
    await store.posts.want(wanted);
    await store.posts.want({ ...wanted, wanted: 2, priority: 1 });
    await store.posts.want({ ...wanted, wanted: 3, priority: 5 });
    expect(await priority()).toBe(1);
    await store.posts.settle(await claimOne(store, 0), sent(0, { shown: 3 }));
    await store.posts.want({ ...wanted, wanted: 4, priority: 5 });
    expect(await priority()).toBe(5);
  });

  test("an edit waits for its time, whatever is wanted meanwhile", async () => {
    const store = await open();
    await store.posts.want(wanted);
    await store.posts.settle(await claimOne(store, 0), sent(0, { editAgainAt: minute(10) }));
    await store.posts.want({ ...wanted, wanted: 2, priority: 1, now: minute(1) });
    expect(await claim(store, 9)).toEqual([]);
    expect(await store.posts.nextDue(minute(1))).toEqual(minute(10));
    expect(await claim(store, 10)).toMatchObject([{ wanted: 2, shown: 1, messageId: "999", attempts: 1 }]);
  });

  test("a revision that is wanted while an older one is sent stays due", async () => {
    const store = await open();
    await store.posts.want(wanted);
    const post = await claimOne(store, 0);
    await store.posts.want({ ...wanted, wanted: 2, now: minute(0) });
    expect(await store.posts.settle(post, sent(0))).toBe(true);
    expect(await claim(store, 1)).toEqual([]);
    expect(await claim(store, 2)).toMatchObject([{ wanted: 2, shown: 1 }]);
  });
}

function claimingContract(open: Open): void {
  test("a claim counts the attempt, keeps the first one's time, and nobody else gets the post before its lease ends", async () => {
    const store = await open();
    await store.posts.want(wanted);
    const first = await claimOne(store, 1);
    expect(first).toMatchObject({ state: "sending", attempts: 1, firstAttemptAt: minute(1) });
    const early = new Date(minute(1).getTime() + LEASE - 1);
    expect(await store.posts.claim({ now: early, leaseMs: LEASE, limit: 9, platforms: ALL })).toEqual([]);
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
    expect(await store.posts.settle(late, { kind: "retry", at: T0, error: "x" })).toBe(false);
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

function settlingContract(open: Open): void {
  test("sent: the post shows its revision, and its attempts are over", async () => {
    const store = await open();
    await store.posts.want(wanted);
    await store.posts.settle(await claimOne(store, 0), { kind: "retry", at: minute(1), error: "slow down" });
    await store.posts.settle(await claimOne(store, 1), sent(1));
    const [post] = await store.posts.ofStory("story");
    expect(post).toMatchObject({ state: "idle", shown: 1, attempts: 0, messageId: "999", postedAt: minute(1) });
    expect(post).not.toHaveProperty("firstAttemptAt");
    expect(post).not.toHaveProperty("lastError");
    await store.posts.want({ ...wanted, wanted: 2 });
    await store.posts.settle(await claimOne(store, 5), sent(5, { shown: 2 }));
    expect((await store.posts.ofStory("story"))[0]).toMatchObject({ shown: 2, postedAt: minute(1) });
  });

  test("ambiguous: the post stays claimed until its lease ends", async () => {
    const store = await open();
    await store.posts.want(wanted);
    expect(await store.posts.settle(await claimOne(store, 0), { kind: "ambiguous", error: "timeout" })).toBe(true);
    expect((await store.posts.ofStory("story"))[0]).toMatchObject({ state: "sending", lastError: "timeout" });
    expect(await store.posts.nextDue(T0)).toEqual(new Date(T0.getTime() + LEASE));
    expect(await claim(store, 0)).toEqual([]);
    expect(await claim(store, 1)).toMatchObject([{ attempts: 2, firstAttemptAt: T0 }]);
  });

  test("retry: the post is due again at that time, with its attempts counted", async () => {
    const store = await open();
    await store.posts.want(wanted);
    await store.posts.settle(await claimOne(store, 0), { kind: "retry", at: minute(5), error: "429" });
    await store.posts.want({ ...wanted, wanted: 2, now: minute(1) });
    expect((await store.posts.ofStory("story"))[0]).toMatchObject({ state: "idle", lastError: "429", attempts: 1 });
    expect(await claim(store, 4)).toEqual([]);
    expect(await claim(store, 5)).toMatchObject([{ attempts: 2, firstAttemptAt: T0 }]);
  });

  test("dead: the post is left alone until its channel is revived", async () => {
    const store = await open();
    await store.posts.want(wanted);
    await store.posts.want({ ...wanted, at: channel({ channel: "other" }) });
    for (const post of await claim(store, 0)) await store.posts.settle(post, { kind: "dead", error: "403" });
    await store.posts.want({ ...wanted, wanted: 2, now: minute(1) });
    expect(await claim(store, 60)).toEqual([]);
    expect(await store.posts.nextDue(T0)).toBeUndefined();
    expect(await store.posts.depth()).toEqual({ waiting: 0, dead: 2 });
    await store.posts.revive(channel());
    expect(await store.posts.depth()).toEqual({ waiting: 1, oldest: T0, dead: 1 });
    expect(await claim(store, 60)).toMatchObject([{ at: channel(), wanted: 2 }]);
  });

  test("depth and the next due time tell what waits, and since when", async () => {
    const store = await open();
    expect(await store.posts.depth()).toEqual({ waiting: 0, dead: 0 });
    expect(await store.posts.nextDue(T0)).toBeUndefined();
    await store.posts.want({ ...wanted, now: minute(3) });
    await store.posts.want({ ...wanted, at: channel({ channel: "other" }), now: minute(5) });
    await store.posts.want({ ...wanted, wanted: 2, now: minute(6) });
    expect(await store.posts.depth()).toEqual({ waiting: 2, oldest: minute(3), dead: 0 });
    expect(await store.posts.nextDue(T0)).toEqual(minute(3));
    expect(await store.posts.nextDue(minute(9))).toEqual(minute(9));
  });

  test("a shown post waits anew only from the next change on", async () => {
    const store = await open();
    await store.posts.want(wanted);
    await store.posts.settle(await claimOne(store, 0), sent(0));
    await store.posts.want({ ...wanted, wanted: 2, now: minute(30) });
    expect(await store.posts.depth()).toEqual({ waiting: 1, oldest: minute(30), dead: 0 });
  });
}

function findingContract(open: Open): void {
  test("a post is found by its message inside its own server only", async () => {
    const store = await open();
    await store.posts.want(wanted);
    await store.posts.settle(await claimOne(store, 0), sent(0, { messageId: "1234567890123456789" }));
    const { platform, server } = channel();
    expect(await store.posts.byMessage({ platform, server }, "1234567890123456789")).toMatchObject({ at: channel() });
    expect(await store.posts.byMessage({ platform, server: "other" }, "1234567890123456789")).toBeUndefined();
    expect(await store.posts.byMessage({ platform, server }, "1234567890123456788")).toBeUndefined();
  });

  test("a channel's posts stand as they were shown, the latest last; pages count back from it", async () => {
    const store = await open();
    for (const [at, id] of ["a", "b", "c"].entries()) {
      await store.posts.want({ ...wanted, story: id, now: minute(at) });
      await store.posts.settle(await claimOne(store, at), sent(at));
    }
    await store.posts.want({ ...wanted, story: "unshown", now: T0 });
    await store.posts.want({ ...wanted, story: "elsewhere", at: channel({ channel: "other" }) });
    const stories = async (limit: number, offset?: number) =>
      (await store.posts.ofChannel(channel(), { limit, ...(offset === undefined ? {} : { offset }) })).map(
        (p) => p.story,
      );
    expect(await stories(10)).toEqual(["a", "b", "c", "unshown"]);
    expect(await stories(2, 1)).toEqual(["b", "c"]);
  });
}

export function postsContract(open: Open): void {
  wantingContract(open);
  claimingContract(open);
  settlingContract(open);
  findingContract(open);
}
