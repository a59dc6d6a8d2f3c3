import { expect, test } from "vitest";
import type { Draft } from "../../../src/model/item.ts";
import { draft, minute, type Open, poll } from "./make.ts";

/** An entry at its own address, with a text of its own. */
function entry(name: string, parts: Partial<Draft> = {}): Draft {
  const [title, text] = [`Report on ${name}`, `All about ${name}.`];
  return draft({
    key: `guid:${name}`,
    canonicalUrl: `https://press.example/${name}`,
    title,
    text,
    contentHash: text,
    ...parts,
  });
}

const NOTHING = { added: 0, revised: 0 };
const names = ["ports", "roads", "bridges", "grain", "wells"];
const all = (parts: (name: string) => Partial<Draft> = () => ({})) => names.map((name) => entry(name, parts(name)));

export function identityContract(open: Open): void {
  test("when every key changes at once, nothing is new, and later changes are revisions", async () => {
    const store = await open();
    await poll(store, all());
    const renamed = all((name) => ({ key: `guid:new ${name}` }));
    expect(await poll(store, renamed, { at: 1 })).toEqual(NOTHING);
    const [first, ...rest] = renamed;
    const changed = { ...first!, text: "More on it.", contentHash: "more" };
    expect(await poll(store, [changed, ...rest], { at: 2 })).toEqual({ added: 0, revised: 1 });
    expect(await store.items.count()).toBe(names.length);
  });

  test("when every key and every text changes at once, the addresses tell the items", async () => {
    const store = await open();
    await poll(store, all());
    const renamed = all((name) => ({ key: `guid:new ${name}`, contentHash: `cleaned otherwise: ${name}` }));
    expect(await poll(store, renamed, { at: 1 })).toEqual({ added: 0, revised: names.length });
  });

  test("when every key and every address changes at once, the texts tell the items", async () => {
    const store = await open();
    await poll(store, all());
    const moved = all((name) => ({ key: `guid:new ${name}`, canonicalUrl: `https://new.example/${name}.html` }));
    expect(await poll(store, moved, { at: 1 })).toEqual(NOTHING);
    expect(await poll(store, [entry("floods"), ...moved], { at: 2 })).toEqual({ added: 1, revised: 0 });
  });

  test("of titles without a text, the instant tells the items; the same title on another day is another item", async () => {
    const store = await open();
    const briefing = (day: number, at: string) => [
      entry("briefing", {
        title: "Briefing",
        text: "",
        contentHash: "briefing",
        key: `a${at}`,
        published: minute(day),
      }),
      entry("evening", { title: "Evening", text: "", contentHash: "evening", key: `b${at}`, published: minute(day) }),
    ];
    const elsewhere = (drafts: Draft[], day: string) =>
      drafts.map((one) => ({ ...one, canonicalUrl: `${one.canonicalUrl}/${day}` }));
    await poll(store, elsewhere(briefing(1, "1"), "1"));
    expect(await poll(store, elsewhere(briefing(1, "2"), "2"), { at: 1 })).toEqual(NOTHING);
    expect(await poll(store, elsewhere(briefing(9, "3"), "3"), { at: 2 })).toEqual({ added: 2, revised: 0 });
  });

  test("entries of one address that only share it stay apart", async () => {
    const store = await open();
    const live = (name: string) => entry(name, { canonicalUrl: "https://press.example/live" });
    await poll(store, [live("ports"), live("roads")]);
    expect(await poll(store, [live("grain"), live("wells")], { at: 1 })).toEqual({ added: 2, revised: 0 });
    expect(await poll(store, [live("floods")], { at: 2 })).toEqual({ added: 1, revised: 0 });
  });

  test("one entry that comes again under another key is known while its text is the same", async () => {
    const store = await open();
    await poll(store, all());
    const [first, ...rest] = all();
    expect(await poll(store, [{ ...first!, key: "other" }, ...rest], { at: 1 })).toEqual(NOTHING);
    const [redated] = [{ ...first!, key: "third", published: minute(5) }];
    expect(await poll(store, [redated, ...rest], { at: 2 })).toEqual(NOTHING);
  });

  test("keys that number the entries from the top tell nothing: new entries are new, old ones stay", async () => {
    const store = await open();
    const numbered = (...list: string[]) => list.map((name, at) => entry(name, { key: `guid:${at}`, title: name }));
    await poll(store, numbered("ports", "roads", "grain"));
    expect(await poll(store, numbered("floods", "ports", "roads"), { at: 1 })).toEqual({ added: 1, revised: 0 });
    expect(await poll(store, numbered("wells", "floods", "ports"), { at: 2 })).toEqual({ added: 1, revised: 0 });
    expect(await poll(store, numbered("wells", "floods", "ports"), { at: 3 })).toEqual(NOTHING);
    expect(await store.items.count()).toBe(5);
  });

  test("keys that go to other entries of one crisis, whose titles are alike, revise none of them", async () => {
    const store = await open();
    const report = (name: string, key: number) =>
      entry(name, { key: `guid:${key}`, title: `Shelling near the border kills two in ${name}` });
    await poll(store, [report("Klow", 1), report("Istov", 2), report("Zlin", 3)]);
    const swapped = [report("Zlin", 1), report("Klow", 2), report("Istov", 3)];
    expect(await poll(store, swapped, { at: 1 })).toEqual(NOTHING);
    const shifted = [report("Hostrow", 1), report("Klow", 2), report("Istov", 3), report("Zlin", 4)];
    expect(await poll(store, shifted, { at: 2 })).toEqual({ added: 1, revised: 0 });
  });

  test("an entry that moves to another address, which a new one takes over, is still itself", async () => {
    const store = await open();
    const live = entry("live", { key: "guid:1", title: "Live: Monday" });
    await poll(store, [live, entry("roads")]);
    const moved = { ...live, canonicalUrl: "https://press.example/live-monday" };
    const next = entry("live", { key: "guid:2", title: "Live: Tuesday", contentHash: "tuesday" });
    expect(await poll(store, [next, moved, entry("roads")], { at: 1 })).toEqual({ added: 1, revised: 0 });
  });

  test("a document that lists an entry under both its keys has it once", async () => {
    const store = await open();
    await poll(store, all());
    const renamed = all((name) => ({ key: `guid:new ${name}` }));
    await poll(store, renamed, { at: 1 });
    const both = [...all(), ...renamed];
    expect(await poll(store, both, { at: 2 })).toEqual(NOTHING);
    expect(await poll(store, both, { at: 3 })).toEqual(NOTHING);
    expect(await poll(store, all(), { at: 4 })).toEqual(NOTHING);
  });
}
