import { afterEach, expect, test } from "vitest";
import type { FeedState } from "../../src/model/feed.ts";
import { createQuietPolls } from "../../src/pipeline/quiet-polls.ts";
import { openStore } from "../../src/store/sql/open.ts";
import type { Store } from "../../src/store/store.ts";

const NOW = new Date("2025-05-10T12:00:00Z");
const LATER = new Date("2025-05-10T12:10:00Z");

let store: Store;
afterEach(() => store.close());

/** Feeds that this process has in its hands, and how many transactions storing them took. */
async function claimed(count: number) {
  store = await openStore(":memory:");
  await store.migrate();
  const specs = Array.from({ length: count }, (_, at) => ({ url: `https://${at}.example/`, outlet: { name: "x" } }));
  await store.feeds.sync(specs, NOW);
  const feeds = await store.feeds.claimDue({ now: NOW, owner: "a", leaseMs: 60_000, limit: count });
  let transactions = 0;
  const counting: Store = {
    ...store,
    transaction: (work) => {
      transactions++;
      return store.transaction(work);
    },
  };
  return { feeds, quiet: createQuietPolls(counting), transactions: () => transactions };
}

test("polls that end in the same moment are stored in one transaction", async () => {
  const { feeds, quiet, transactions } = await claimed(20);
  const state = { nextPollAt: LATER, failures: 0, lastSuccessAt: NOW };
  await Promise.all(feeds.map((feed) => quiet.save({ feed, owner: "a", state, now: NOW })));
  expect(transactions()).toBe(1);
  expect((await store.feeds.list({})).map((feed) => feed.state)).toEqual(feeds.map(() => state));
});

test("a poll that cannot be stored fails alone", async () => {
  const { feeds, quiet } = await claimed(3);
  const good: FeedState = { nextPollAt: LATER, failures: 0 };
  const bad: FeedState = { ...good, failures: Number.NaN };
  const saves = feeds.map((feed, at) => quiet.save({ feed, owner: "a", state: at === 1 ? bad : good, now: NOW }));
  const outcomes = (await Promise.allSettled(saves)).map(({ status }) => status);
  expect(outcomes).toEqual(["fulfilled", "rejected", "fulfilled"]);
  const stored = (await store.feeds.list({})).filter(({ state }) => state.nextPollAt.getTime() === LATER.getTime());
  expect(stored.map(({ id }) => id).toSorted()).toEqual([feeds[0]?.id, feeds[2]?.id].toSorted());
});
