import { setImmediate } from "node:timers/promises";
import type { FeedStore, Store } from "../store/store.ts";

type Poll = Parameters<FeedStore["savePoll"]>[0];

/** Stores polls that brought no items. */
export type QuietPolls = {
  /** Resolves when the poll is stored. */
  save(poll: Omit<Poll, "drafts" | "baseline">): Promise<void>;
};

type Waiting = { readonly poll: Poll; readonly done: () => void; readonly failed: (error: unknown) => void };

/** One poll that cannot be stored must not take the others with it: they are then stored one by one. */
async function saveOneByOne(store: Store, batch: readonly Waiting[]): Promise<void> {
  for (const { poll, done, failed } of batch) await store.feeds.savePoll(poll).then(done, failed);
}

/** All in one transaction; feeds in one order, so that two processes do not wait for each other. */
async function saveTogether(store: Store, batch: readonly Waiting[]): Promise<void> {
  const inOrder = batch.toSorted((a, b) => (a.poll.feed.id < b.poll.feed.id ? -1 : 1));
  await store.transaction(async (inside) => {
    for (const { poll } of inOrder) await inside.feeds.savePoll(poll);
  });
  for (const { done } of batch) done();
}

/**
 * Most polls bring nothing, and a commit then costs more than all else of them: what is answered in the same moment is
 * stored together.
 */
export function createQuietPolls(store: Store): QuietPolls {
  let waiting: Waiting[] = [];
  const flush = async () => {
    await setImmediate();
    const batch = waiting;
    waiting = [];
    await saveTogether(store, batch).catch(() => saveOneByOne(store, batch));
  };
  return {
    save: (poll) =>
      new Promise<void>((done, failed) => {
        waiting.push({ poll: { ...poll, drafts: [], baseline: () => false }, done, failed });
        if (waiting.length === 1) void flush();
      }),
  };
}
