import { expect, test } from "vitest";
import type { Target } from "../../../src/model/channel.ts";
import type { Mute } from "../../../src/model/mute.ts";
import { channel, MINE, minute, type Open, story, T0, THEIRS } from "./make.ts";

const KASHMIR: Target = { kind: "watch", id: "kashmir" };
const mute: Mute = { at: channel(), target: KASHMIR, until: minute(60), madeBy: "u'1", madeAt: T0 };

/** What a store of mutes must do, on any engine. */
export function mutesContract(open: Open): void {
  test("a mute holds until its end, in its channel and on its server", async () => {
    const store = await open();
    await store.mutes.save(mute);
    expect(await store.mutes.list(MINE, minute(59))).toEqual([mute]);
    expect(await store.mutes.list(THEIRS, T0)).toEqual([]);
    expect(await store.mutes.list(MINE, minute(60))).toEqual([]);
    expect(await store.mutes.onTargets([{ kind: "actor", id: "x" }, KASHMIR], T0)).toEqual([mute]);
    expect(await store.mutes.onTargets([KASHMIR], minute(60))).toEqual([]);
    expect(await store.mutes.onTargets([{ kind: "story", id: "kashmir" }], T0)).toEqual([]);
    expect(await store.mutes.onTargets([], T0)).toEqual([]);
  });

  test("a second mute of a target takes the place of the first; one without an end stays until it is removed", async () => {
    const store = await open();
    await store.mutes.save(mute);
    const second: Mute = { at: channel(), target: KASHMIR, stillFrom: "flash", madeBy: "u2", madeAt: minute(1) };
    await store.mutes.save(second);
    expect(await store.mutes.list(MINE, minute(1_000_000))).toEqual([second]);
    expect(await store.mutes.remove(channel({ channel: "other" }), KASHMIR, T0)).toBe(false);
    expect(await store.mutes.remove(channel(), KASHMIR, T0)).toBe(true);
    expect(await store.mutes.remove(channel(), KASHMIR, T0)).toBe(false);
  });

  test("a mute that has ended cannot be removed any more", async () => {
    const store = await open();
    await store.mutes.save(mute);
    expect(await store.mutes.remove(channel(), KASHMIR, minute(60))).toBe(false);
  });

  test("the mute of a story holds for the story that it merges into, and for a part that leaves it", async () => {
    const store = await open();
    for (const id of ["one", "two", "three"]) await store.stories.save(story({ id }));
    const muted = (id: string): Mute => ({ ...mute, target: { kind: "story", id } });
    await store.mutes.save(muted("one"));
    await store.stories.merge("one", "two", T0);
    expect(await store.mutes.onTargets([{ kind: "story", id: "two" }], T0)).toEqual([muted("two")]);
    await store.stories.part({ from: "two", into: "three", items: [] }, T0);
    expect(await store.mutes.onTargets([{ kind: "story", id: "three" }], T0)).toEqual([muted("three")]);
  });
}
