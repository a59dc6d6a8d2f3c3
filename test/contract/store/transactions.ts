import { expect, test } from "vitest";
import { channel, draft, minute, type Open, poll, story, T0 } from "./make.ts";

export function transactionsContract(open: Open): void {
  test("a transaction is all or nothing, and gives what its work gives", async () => {
    const store = await open();
    const failed = store.transaction(async (inside) => {
      await inside.stories.save(story());
      await inside.posts.want({ story: "story", at: channel(), watch: "w", wanted: 1, priority: 1, now: T0 });
      throw new Error("half way");
    });
    await expect(failed).rejects.toThrow("half way");
    expect(await store.stories.get("story")).toBeUndefined();
    expect(await store.posts.ofStory("story")).toEqual([]);
    expect(await store.transaction(async () => 42)).toBe(42);
  });

  test("a transaction inside a transaction joins it", async () => {
    const store = await open();
    const failed = store.transaction(async (outer) => {
      await outer.transaction(async (inner) => {
        await inner.stories.save(story());
        expect(await outer.stories.get("story")).toBeDefined();
      });
      throw new Error("after the inner one");
    });
    await expect(failed).rejects.toThrow("after the inner one");
    expect(await store.stories.get("story")).toBeUndefined();
  });

  test("a call beside an open transaction is no part of it", async () => {
    const store = await open();
    const { promise: written, resolve: markWritten } = Promise.withResolvers<void>();
    const { promise: gate, resolve: openGate } = Promise.withResolvers<void>();
    const failed = store.transaction(async (inside) => {
      await inside.stories.save(story());
      markWritten();
      await gate;
      throw new Error("rolled back");
    });
    await written;
    const beside = Promise.all([store.stories.get("story"), store.stories.save(story({ id: "beside" }))]);
    openGate();
    await expect(failed).rejects.toThrow("rolled back");
    expect((await beside)[0]).toBeUndefined();
    expect(await store.stories.get("beside")).toBeDefined();
  });

  test("work done in parallel in many transactions is all there", async () => {
    const [one, two] = [await open(), await open()];
    await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        (at % 2 ? one : two).transaction(async (inside) => {
          await inside.stories.save(story({ id: `s${at}` }));
          await inside.marks.set(`m${at}`, "x", T0);
        }),
      ),
    );
    for (let at = 0; at < 40; at++) expect(await one.stories.get(`s${at}`)).toBeDefined();
  });

  test("a ping writes, and fails once the store is closed", async () => {
    const store = await open();
    await store.ping();
    await store.marks.set("x", "y", minute(1));
    await store.close();
    await expect(store.ping()).rejects.toThrow();
  });
}

export function migrationsContract(open: Open): void {
  test("migrations run once, though several processes start together", async () => {
    const stores = await Promise.all([open(), open(), open()]);
    const counts = await Promise.all(stores.map((store) => store.migrate()));
    expect(new Set(counts).size).toBe(1);
    await poll(stores[0], [draft()]);
    await stores[1].migrate();
    expect(await stores[2].items.count()).toBe(1);
  });
}
