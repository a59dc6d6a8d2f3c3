import { expect, test } from "vitest";
import type { Store, Viewer } from "../../../src/store/store.ts";
import {
  alert,
  channel,
  draft,
  event,
  MINE,
  mention,
  minute,
  type Open,
  quote,
  read,
  story,
  T0,
  THEIRS,
} from "./make.ts";

const PAGE = { limit: 10 };
type Filter = Parameters<Store["stories"]["latest"]>[0];

async function listed(store: Store, viewer: Viewer = {}, filter: Filter = {}): Promise<string[]> {
  return (await store.stories.latest(filter, viewer, PAGE)).map((row) => `${row.story.id} ${row.alert.watch}`);
}

export function storiesContract(open: Open): void {
  test("a story is stored and replaced", async () => {
    const store = await open();
    await store.stories.save(story());
    expect(await store.stories.get("story")).toEqual(story());
    const next = story({ revision: 2, headline: "More shelling", lastChange: minute(5) });
    await store.stories.save(next);
    expect(await store.stories.get("story")).toEqual(next);
    expect(await store.stories.get("nothing")).toBeUndefined();
  });

  test("merging moves items, quotations and events and marks the story, however often it is repeated", async () => {
    const store = await open();
    await store.stories.save(story({ id: "from" }));
    await store.stories.save(story({ id: "into" }));
    await read(store, draft(), {
      story: "from",
      findings: { quotes: [quote("Words")], events: [event("2025-05-07", "x")], actors: [mention("V", "Vance")] },
    });
    await store.stories.merge("from", "into", minute(5));
    await store.stories.merge("from", "into", minute(6));
    expect(await store.stories.get("from")).toEqual(
      story({ id: "from", revision: 2, lastChange: minute(5), mergedInto: "into" }),
    );
    expect(await store.stories.get("into")).toEqual(story({ id: "into" }));
    expect(await store.items.ofStory("from", {})).toEqual([]);
    expect(await store.items.ofStory("into", {})).toHaveLength(1);
    expect((await store.items.quotes({ story: "into" }, {}, PAGE)).total).toBe(1);
    expect(await store.items.events({ story: "into" }, {})).toHaveLength(1);
    expect(await store.items.actors({ story: "into" }, {}, PAGE)).toHaveLength(1);
  });

  test("a story merged twice leads to the last one in one step", async () => {
    const store = await open();
    for (const id of ["a", "b", "c"]) await store.stories.save(story({ id }));
    await store.stories.merge("a", "b", T0);
    await store.stories.merge("b", "c", T0);
    expect((await store.stories.get("a"))?.mergedInto).toBe("c");
    expect((await store.stories.get("b"))?.mergedInto).toBe("c");
  });

  test("who followed a story follows the one that it became a part of, once", async () => {
    const store = await open();
    const follow = (id: string, at = channel()) =>
      store.subscriptions.save({ at, target: { kind: "story", id }, level: "info", createdBy: "u", createdAt: T0 });
    await follow("from");
    await follow("from", channel({ channel: "2" }));
    await follow("into", channel({ channel: "2" }));
    await store.stories.merge("from", "into", T0);
    const followers = await store.subscriptions.forTargets([{ kind: "story", id: "into" }]);
    expect(followers.map((one) => one.at.channel).sort()).toEqual(["2", channel().channel]);
    expect(await store.subscriptions.forTargets([{ kind: "story", id: "from" }])).toEqual([]);
  });

  test("the items of a part move to a story of their own, and who follows the one follows both", async () => {
    const store = await open();
    await store.stories.save(story({ id: "from" }));
    const stays = await read(store, draft({ key: "stays" }), { story: "from", findings: { quotes: [quote("Here")] } });
    const leaves = await read(store, draft({ key: "leaves" }), {
      at: 1,
      story: "from",
      findings: { quotes: [quote("Away")], actors: [mention("V", "Vance")] },
    });
    await store.subscriptions.save({
      at: channel(),
      target: { kind: "story", id: "from" },
      level: "info",
      createdBy: "u",
      createdAt: T0,
    });
    const split = { from: "from", into: "apart", items: [leaves.id] };
    await store.stories.part(split, minute(5));
    await store.stories.part(split, minute(6));
    expect((await store.items.ofStory("from", {})).map(({ id }) => id)).toEqual([stays.id]);
    expect((await store.items.ofStory("apart", {})).map(({ id }) => id)).toEqual([leaves.id]);
    expect((await store.items.quotes({ story: "apart" }, {}, PAGE)).rows.map(({ text }) => text)).toEqual(["Away"]);
    expect(await store.items.actors({ story: "from" }, {}, PAGE)).toEqual([]);
    for (const id of ["from", "apart"])
      expect(await store.subscriptions.forTargets([{ kind: "story", id }])).toHaveLength(1);
    expect(await store.stories.links(["from"])).toEqual([
      { story: "apart", kind: "parted", other: "from", at: minute(5) },
    ]);
  });

  test("a merged story is one of its own again when its items part from the other", async () => {
    const store = await open();
    for (const id of ["old", "young"]) await store.stories.save(story({ id }));
    const item = await read(store, draft(), { story: "young" });
    await store.stories.merge("young", "old", minute(1));
    await store.stories.part({ from: "old", into: "young", items: [item.id, "unknown"] }, minute(2));
    const again = await store.stories.get("young");
    expect(again).toEqual(story({ id: "young", revision: 3, lastChange: minute(1) }));
    expect(again).not.toHaveProperty("mergedInto");
    expect(await store.items.ofStory("young", {})).toHaveLength(1);
  });

  test("links are kept once, found from both ends, and go on with a story that is merged", async () => {
    const store = await open();
    for (const id of ["war", "talks", "truce"]) await store.stories.save(story({ id }));
    const talks = { story: "talks", kind: "follows", other: "war", at: T0, because: "shares Klow" } as const;
    const truce = { story: "truce", kind: "follows", other: "talks", at: minute(1) } as const;
    for (const link of [talks, truce, { ...talks, at: minute(9), because: "later" }]) await store.stories.link(link);
    expect(await store.stories.links(["war"])).toEqual([talks]);
    expect(await store.stories.links(["war", "talks"])).toEqual([talks, truce]);
    expect(await store.stories.links([])).toEqual([]);
    await store.stories.merge("talks", "war", minute(2));
    expect(await store.stories.links(["war", "talks", "truce"])).toEqual([{ ...truce, other: "war" }]);
  });

  test("the servers with an alert of their own on a story are told, and not those of another story", async () => {
    const store = await open();
    expect(await store.stories.alertServers("story")).toEqual([]);
    await store.stories.saveAlert(alert());
    await store.stories.saveAlert(alert({ server: "a/mine" }));
    await store.stories.saveAlert(alert({ server: "a/mine", score: 3 }));
    await store.stories.saveAlert(alert({ story: "other", server: "a/theirs" }));
    expect(await store.stories.alertServers("story")).toEqual([{ watch: alert().watch, server: "a/mine" }]);
  });

  test("several stories and alerts are saved at once, new ones and known ones", async () => {
    const store = await open();
    await store.stories.save(story({ id: "one" }));
    await store.stories.save(story({ id: "one", revision: 2 }), story({ id: "two", headline: "Half of \ud83d" }));
    expect((await store.stories.all(["one", "two", "three"])).map(({ id, revision }) => [id, revision])).toEqual(
      expect.arrayContaining([
        ["one", 2],
        ["two", story({ id: "two" }).revision],
      ]),
    );
    expect((await store.stories.get("two"))?.headline).toBe("Half of \ufffd");
    await store.stories.saveAlert(alert({ story: "one" }), alert({ story: "two", server: "a/mine" }));
    expect(await store.stories.told(["one", "two", "three"])).toEqual([{ story: "one", watch: alert().watch }]);
    expect(await store.stories.all([])).toEqual([]);
  });

  test("an alert comes back as it was saved and is replaced", async () => {
    const store = await open();
    await store.stories.saveAlert(alert());
    await store.stories.saveAlert(alert({ score: 80, level: "flash", direction: "mixed", origins: 3, outlets: 4 }));
    const found = await store.stories.alert("story", "kashmir", {});
    expect(found).toEqual(alert({ score: 80, level: "flash", direction: "mixed", origins: 3, outlets: 4 }));
    expect(await store.stories.alert("story", "other", {})).toBeUndefined();
  });

  test("a server sees its own alert, else the shared one, never another server's", async () => {
    const store = await open();
    const mine = alert({ server: MINE, score: 10, relevant: false });
    await store.stories.saveAlert(mine);
    expect(await store.stories.alert("story", "kashmir", {})).toBeUndefined();
    expect(await store.stories.alert("story", "kashmir", { server: THEIRS })).toBeUndefined();
    await store.stories.saveAlert(alert());
    expect(await store.stories.alert("story", "kashmir", { server: MINE })).toEqual(mine);
    expect(await store.stories.alert("story", "kashmir", { server: THEIRS })).toEqual(alert());
    expect(await store.stories.alert("story", "kashmir", {})).toEqual(alert());
  });

  test("stories are listed with relevant alerts only, latest change first, a page at a time", async () => {
    const store = await open();
    await store.stories.save(story({ id: "a", lastChange: minute(1) }));
    await store.stories.save(story({ id: "b", lastChange: minute(2) }));
    await store.stories.save(story({ id: "dull", lastChange: minute(3) }));
    await store.stories.save(story({ id: "silent", lastChange: minute(4) }));
    await store.stories.saveAlert(alert({ story: "a" }));
    await store.stories.saveAlert(alert({ story: "b" }));
    await store.stories.saveAlert(alert({ story: "dull", relevant: false }));
    expect(await store.stories.latest({}, {}, PAGE)).toEqual([
      { story: story({ id: "b", lastChange: minute(2) }), alert: alert({ story: "b" }) },
      { story: story({ id: "a", lastChange: minute(1) }), alert: alert({ story: "a" }) },
    ]);
    const second = await store.stories.latest({}, {}, { limit: 1, offset: 1 });
    expect(second.map((row) => row.story.id)).toEqual(["a"]);
  });

  test("a server's own alert decides for it, and nobody else learns of it", async () => {
    const store = await open();
    for (const id of ["quieter", "louder"]) await store.stories.save(story({ id }));
    await store.stories.saveAlert(alert({ story: "quieter" }));
    await store.stories.saveAlert(alert({ story: "quieter", server: MINE, relevant: false }));
    await store.stories.saveAlert(alert({ story: "louder", server: MINE }));
    expect(await listed(store, { server: MINE })).toEqual(["louder kashmir"]);
    expect(await listed(store, { server: THEIRS })).toEqual(["quieter kashmir"]);
    expect(await listed(store)).toEqual(["quieter kashmir"]);
  });

  test("a story of several watches is listed once, through the watch that it matters to most", async () => {
    const store = await open();
    await store.stories.save(story());
    await store.stories.saveAlert(alert({ watch: "kashmir", score: 20 }));
    await store.stories.saveAlert(alert({ watch: "water", score: 60 }));
    expect(await listed(store)).toEqual(["story water"]);
    expect(await listed(store, {}, { watch: "kashmir" })).toEqual(["story kashmir"]);
    expect(await listed(store, {}, { watch: "nothing" })).toEqual([]);
  });

  test("a list can be narrowed by level and by date, and leaves merged stories out", async () => {
    const store = await open();
    for (const [at, level] of (["info", "alert", "urgent", "flash"] as const).entries()) {
      await store.stories.save(story({ id: level, lastChange: minute(at) }));
      await store.stories.saveAlert(alert({ story: level, level }));
    }
    expect(await listed(store, {}, { level: "urgent" })).toEqual(["flash kashmir", "urgent kashmir"]);
    expect(await listed(store, {}, { since: minute(3) })).toEqual(["flash kashmir"]);
    await store.stories.merge("flash", "urgent", minute(9));
    expect(await listed(store, {}, { level: "urgent" })).toEqual(["urgent kashmir"]);
  });

  test("words are looked for in those items of a story that the viewer may see", async () => {
    const store = await open();
    await store.stories.save(story());
    await store.stories.saveAlert(alert());
    await read(store, draft({ title: "Public news", text: "about shelling" }));
    await read(store, draft({ title: "Own news", text: "about water" }), { at: 1, server: MINE });
    expect(await listed(store, {}, { words: "SHELLINGS news" })).toEqual(["story kashmir"]);
    expect(await listed(store, {}, { words: "water" })).toEqual([]);
    expect(await listed(store, { server: MINE }, { words: "water" })).toEqual(["story kashmir"]);
    expect(await listed(store, {}, { words: "?!" })).toEqual([]);
  });
}
