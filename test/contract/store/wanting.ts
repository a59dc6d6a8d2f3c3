import { expect, test } from "vitest";
import { card } from "../../../src/model/card.ts";
import { claim, claimOne, sent, wanted } from "./deliveries.ts";
import { channel, minute, type Open } from "./make.ts";

export function wantingContract(open: Open): void {
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

  test("a notice keeps its card, is wanted once, and is not brought back to life", async () => {
    const store = await open();
    const notice = card({
      kind: "error",
      title: "Wire ended its feed",
      lead: [{ kind: "time", at: minute(3), style: "datetime" }],
      sources: [{ label: "at noon" }],
    });
    await store.posts.want({ ...wanted, watch: "", notice });
    expect(await store.posts.want({ ...wanted, watch: "", notice: { ...notice, title: "Other" } })).toBe(
      (await store.posts.ofStory("story"))[0]?.id,
    );
    const post = await claimOne(store, 0);
    expect(post.notice).toEqual(notice);
    await store.posts.settle(post, { kind: "dead", error: "no" });
    expect(await store.posts.depth()).toEqual({ waiting: 0, dead: 0 });
    await store.posts.revive(channel());
    expect(await claim(store, 9)).toEqual([]);
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

  test("posts that nobody tried to send can be dropped, those that may stand in a channel cannot", async () => {
    const store = await open();
    await store.posts.want(wanted);
    await claimOne(store, 0);
    const untried = await store.posts.want({ ...wanted, at: channel({ channel: "9" }) });
    const other = await store.posts.want({ ...wanted, story: "other" });
    await store.posts.dropUntried("story");
    const left = (await store.posts.ofStory("story")).map(({ id }) => id);
    expect(left).toHaveLength(1);
    expect(left).not.toContain(untried);
    expect((await store.posts.ofStory("other")).map(({ id }) => id)).toEqual([other]);
  });
}
