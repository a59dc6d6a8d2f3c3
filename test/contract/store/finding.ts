import { expect, test } from "vitest";
import { claimOne, sent, wanted } from "./deliveries.ts";
import { channel, minute, type Open, T0 } from "./make.ts";

export function findingContract(open: Open): void {
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
