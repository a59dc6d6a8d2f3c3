import { expect, test } from "vitest";
import { claimFeed, MINE, minute, type Open, PRESS, T0, WIRE } from "./make.ts";

const WISH = { hub: "https://hub.example/", topic: WIRE.url, token: "token", secret: "secret" };

export function pushesContract(open: Open): void {
  const subscribed = async () => {
    const store = await open();
    const feed = await store.feeds.add(WIRE, { server: MINE }, T0);
    await store.pushes.want({ ...WISH, feed: feed.id, now: T0 });
    const due = (at: number, again = at + 60) =>
      store.pushes.claimDue({ now: minute(at), again: minute(again), limit: 10 });
    return { store, feed: feed.id, due };
  };

  test("a hub is asked once for what was wanted, and again when the wait is over", async () => {
    const { store, feed, due } = await subscribed();
    await store.pushes.want({ ...WISH, token: "other", secret: "other", feed, now: minute(1) });
    expect(await due(1)).toEqual([{ ...WISH, feed, mode: "subscribe", attempts: 1 }]);
    expect(await due(60)).toEqual([]);
    expect(await due(61)).toEqual([expect.objectContaining({ attempts: 2 })]);
  });

  test("another hub or topic begins anew with new secrets", async () => {
    const { store, feed, due } = await subscribed();
    await due(1);
    await store.pushes.agreed(feed, minute(1000), minute(700));
    await store.pushes.want({ ...WISH, hub: "https://other.example/", token: "new", feed, now: minute(2) });
    expect(await store.pushes.get(feed)).toEqual({
      ...WISH,
      feed,
      hub: "https://other.example/",
      token: "new",
      mode: "subscribe",
      attempts: 0,
    });
    expect(await due(2)).toHaveLength(1);
  });

  test("news are pushed while the lease lasts, and it is renewed before", async () => {
    const { store, feed, due } = await subscribed();
    const active = async (at: number) => [...(await store.pushes.active([feed, "none"], minute(at)))];
    expect(await active(1)).toEqual([]);
    await due(1);
    await store.pushes.agreed(feed, minute(90), minute(60));
    expect([await active(89), await active(90)]).toEqual([[feed], []]);
    expect(await due(59)).toEqual([]);
    expect(await due(60)).toEqual([expect.objectContaining({ attempts: 1, leaseUntil: minute(90) })]);
    await store.pushes.later(feed, minute(300));
    expect(await active(61)).toEqual([]);
    expect(await due(299)).toEqual([]);
  });

  test("a feed that is removed, or that names no hub any more, leaves its hub", async () => {
    const { store, feed, due } = await subscribed();
    await due(1);
    await store.pushes.agreed(feed, minute(900), minute(600));
    await store.feeds.remove(WIRE.url, MINE);
    expect(await due(2)).toEqual([expect.objectContaining({ feed, mode: "unsubscribe", attempts: 1 })]);
    expect([...(await store.pushes.active([feed], minute(2)))]).toEqual([]);
    await store.pushes.forget(feed);
    expect(await store.pushes.get(feed)).toBeUndefined();

    await store.feeds.add(WIRE, { server: MINE }, minute(3));
    await store.pushes.want({ ...WISH, feed, now: minute(3) });
    await store.pushes.leave(feed, minute(3));
    expect(await due(3)).toEqual([expect.objectContaining({ mode: "unsubscribe" })]);
    await store.pushes.want({ ...WISH, feed, now: minute(4) });
    expect(await due(4)).toEqual([expect.objectContaining({ mode: "subscribe", attempts: 1 })]);
  });

  test("a feed with news is asked at once, but neither in a pause nor while it fails nor twice a minute", async () => {
    const store = await open();
    await store.feeds.sync([PRESS], T0);
    const feed = await claimFeed(store, { spec: PRESS, now: T0 });
    const save = { feed, owner: "poller", drafts: [], baseline: () => false, now: T0 };
    const state = { ...feed.state, nextPollAt: minute(100), lastSuccessAt: minute(0) };
    await store.feeds.savePoll({ ...save, state });
    const next = async () => (await store.feeds.list({}))[0]?.state.nextPollAt;
    await store.feeds.hasten(feed.id, T0);
    expect(await next()).toEqual(minute(1));
    await store.feeds.hasten(feed.id, minute(50));
    expect(await next()).toEqual(minute(1));
    await store.feeds.postpone([feed.id], minute(80));
    await store.feeds.hasten(feed.id, minute(50));
    expect(await next()).toEqual(minute(80));

    const again = await claimFeed(store, { spec: PRESS, now: minute(80) });
    await store.feeds.savePoll({ ...save, feed: again, state: { ...state, failures: 1 } });
    await store.feeds.hasten(feed.id, minute(90));
    expect(await next()).toEqual(minute(100));
  });
}
