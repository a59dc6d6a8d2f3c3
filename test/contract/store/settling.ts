import { expect, test } from "vitest";
import { claim, claimOne, LEASE, sent, wanted } from "./deliveries.ts";
import { channel, minute, type Open, T0 } from "./make.ts";

export function settlingContract(open: Open): void {
  test("sent: the post shows its revision, and its attempts are over", async () => {
    const store = await open();
    await store.posts.want(wanted);
    await store.posts.settle(await claimOne(store, 0), {
      kind: "retry",
      at: minute(1),
      error: "slow down",
      doubtful: true,
    });
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
    await store.posts.settle(await claimOne(store, 0), { kind: "retry", at: minute(5), error: "429", doubtful: true });
    await store.posts.want({ ...wanted, wanted: 2, now: minute(1) });
    expect((await store.posts.ofStory("story"))[0]).toMatchObject({ state: "idle", lastError: "429", attempts: 1 });
    expect(await claim(store, 4)).toEqual([]);
    expect(await claim(store, 5)).toMatchObject([{ attempts: 2, firstAttemptAt: T0 }]);
  });

  test("retry without doubt: nothing went out, so the next attempt is a first one again", async () => {
    const store = await open();
    await store.posts.want(wanted);
    await store.posts.settle(await claimOne(store, 0), { kind: "retry", at: minute(1), error: "429", doubtful: false });
    expect(await claim(store, 1)).toMatchObject([{ attempts: 1, firstAttemptAt: minute(1) }]);
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

  test("redrawn: a shown post is due once more, as an edit; one on its way is asked for again later", async () => {
    const store = await open();
    await store.posts.want(wanted);
    expect(await store.posts.redraw("story", minute(0))).toBe(true);
    expect((await store.posts.ofStory("story"))[0]).toMatchObject({ shown: 0, state: "idle" });
    const post = await claimOne(store, 0);
    expect(await store.posts.redraw("story", minute(0))).toBe(false);
    await store.posts.settle(post, sent(0));
    expect(await store.posts.redraw("story", minute(5))).toBe(true);
    expect(await store.posts.depth()).toEqual({ waiting: 1, oldest: minute(5), dead: 0 });
    const again = await claimOne(store, 6);
    expect(again).toMatchObject({ messageId: "999", wanted: 1 });
    await store.posts.settle(again, sent(6));
    expect((await store.posts.ofStory("story"))[0]).toMatchObject({ shown: 1, wanted: 1 });
  });
}
