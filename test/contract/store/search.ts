import { expect, test } from "vitest";
import type { Store } from "../../../src/store/store.ts";
import { draft, MINE, minute, type Open, poll, read, THEIRS, WIRE } from "./make.ts";

const PAGE = { limit: 10 };

async function titles(store: Store, words: string, server?: string): Promise<string[]> {
  const found = await store.items.search(words, server === undefined ? {} : { server }, PAGE);
  return found.map((item) => item.title);
}

export function searchContract(open: Open): void {
  test("a search needs every word, in title or text, whatever its ending, case and accents", async () => {
    const store = await open();
    await read(store, draft({ key: "a", title: "Troops in Poonch", text: "Shelling continued. São Tomé protested." }));
    await read(store, draft({ key: "b", title: "Talks", text: "The troops were not shelled." }), { at: 1 });
    expect(await titles(store, "TROOP shelling")).toEqual(["Talks", "Troops in Poonch"]);
    expect(await titles(store, "poonch shelled")).toEqual(["Troops in Poonch"]);
    expect(await titles(store, "sao tome")).toEqual(["Troops in Poonch"]);
    expect(await titles(store, "the not troops")).toEqual(["Talks"]);
    expect(await titles(store, "troops ceasefire")).toEqual([]);
  });

  test("words of other scripts are found", async () => {
    const store = await open();
    await read(store, draft({ key: "a", title: "भारत और पाकिस्तान", text: "" }));
    await read(store, draft({ key: "b", title: "جنگ بندی کا اعلان", text: "" }), { at: 1 });
    await read(store, draft({ key: "c", title: "Перемирие объявлено", text: "" }), { at: 2 });
    expect(await titles(store, "पाकिस्तान")).toEqual(["भारत और पाकिस्तान"]);
    expect(await titles(store, "بندی جنگ")).toEqual(["جنگ بندی کا اعلان"]);
    expect(await titles(store, "ПЕРЕМИРИЕ")).toEqual(["Перемирие объявлено"]);
  });

  test("the parts of a hyphenated word stand side by side", async () => {
    const store = await open();
    await read(store, draft({ key: "a", title: "A cease-fire holds", text: "" }));
    await read(store, draft({ key: "b", title: "Forces cease to fire", text: "" }), { at: 1 });
    expect(await titles(store, "cease-fire")).toEqual(["A cease-fire holds"]);
    expect(await titles(store, "cease fire")).toHaveLength(2);
  });

  test.each([
    ["a quotation mark", '"'],
    ["an empty phrase", '""'],
    ["a closing quotation mark", "\"' OR 1=1 --"],
    ["NEAR", "NEAR(a b"],
    ["a dangling operator", "shelling AND"],
    ["a lonely NOT", "NOT shelling"],
    ["a column name", "title:shelling"],
    ["stars and carets", "shell* ^shelling"],
    ["operators of PostgreSQL", "a & | ! <-> b:*"],
    ["SQL", "'); drop table items; --"],
    ["a NUL inside a word", "shell\0ing"],
    ["a NUL", "\0"],
    ["parentheses", "((((("],
    ["spaces", "   "],
    ["nothing", ""],
    ["half a surrogate pair", "\ud800 lone"],
    ["an emoji", "\u{1f4a5} shelling"],
    ["wildcards", "%_\\"],
    ["signs", "-shelling +{x}"],
    ["endless words", "x ".repeat(5_000)],
    ["an endless word", "y".repeat(20_000)],
    ["an endless phrase", "z-".repeat(5_000)],
  ])("a look-up for %s finds what it finds and never fails", async (_, words) => {
    const store = await open();
    await read(store, draft());
    const found = await store.items.search(words, {}, PAGE);
    expect(found.length).toBeLessThanOrEqual(1);
    const page = { limit: 5 };
    await store.items.quotes({ actor: words, speaker: words, about: words, story: words }, {}, page);
    await store.items.actors({ name: words, story: words }, {}, page);
    await store.items.events({ actor: words, story: words, since: words, until: words }, {});
    await store.stories.latest({ words, watch: words }, {}, page);
    await store.items.byUrl(words, {});
    await store.stories.get(words);
    expect(await store.items.count()).toBe(1);
  });

  test("operators in a search are words like any other", async () => {
    const store = await open();
    await read(store, draft({ key: "a", title: "Neither near nor far", text: "" }));
    await read(store, draft({ key: "b", title: "Shelling", text: "" }), { at: 1 });
    expect(await titles(store, "NEAR")).toEqual(["Neither near nor far"]);
    expect(await titles(store, "NOT shelling")).toEqual([]);
    expect(await titles(store, "shelling OR near")).toEqual([]);
    expect(await titles(store, "sh\0elling")).toEqual([]);
    expect(await titles(store, "shelling\0")).toEqual(["Shelling"]);
  });

  test("newest first, a page at a time, and a server's own items for that server only", async () => {
    const store = await open();
    await read(store, draft({ key: "a", title: "two", published: minute(-2) }));
    await read(store, draft({ key: "b", title: "three", published: minute(-3) }), { at: 1, server: MINE });
    await read(store, draft({ key: "c", title: "one", published: minute(-1) }), { at: 2, spec: WIRE });
    expect(await titles(store, "shelling", MINE)).toEqual(["one", "two", "three"]);
    expect(await titles(store, "shelling", THEIRS)).toEqual(["one", "two"]);
    const second = await store.items.search("shelling", { server: MINE }, { limit: 1, offset: 1 });
    expect(second.map((item) => item.title)).toEqual(["two"]);
  });

  test("a revised item is found by its new words only, once they were read", async () => {
    const store = await open();
    await read(store, draft({ title: "Old", text: "mortar" }));
    await poll(store, [draft({ title: "New", text: "drone" })], { at: 1 });
    expect(await titles(store, "mortar")).toEqual(["Old"]);
    expect(await titles(store, "drone")).toEqual([]);
    await read(store, draft({ title: "New", text: "drones" }), { at: 2 });
    expect(await titles(store, "mortar")).toEqual([]);
    expect(await titles(store, "drone")).toEqual(["New"]);
  });
}
