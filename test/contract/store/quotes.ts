import { expect, test } from "vitest";
import type { Store } from "../../../src/store/store.ts";
import { draft, event, MINE, mention, minute, type Open, quote, read, THEIRS, WIRE } from "./make.ts";

const PAGE = { limit: 10 };
const VANCE = { name: "J. D. Vance", actor: "vance", text: "he" };
const MUNIR = { name: "Asim Munír", text: "Munír" };

type Filter = Parameters<Store["items"]["quotes"]>[0];

async function said(store: Store, filter: Filter, server?: string): Promise<string[]> {
  const { rows } = await store.items.quotes(filter, server === undefined ? {} : { server }, PAGE);
  return rows.map((row) => row.text);
}

async function quoted(store: Store): Promise<void> {
  const text = "Talks on water\nWe will not wait, he said.\nThe border is quiet.";
  await read(store, draft({ key: "a", title: "Vance on the ceasefire", text, published: minute(-10) }), {
    findings: { quotes: [{ ...quote("We will not wait", VANCE), start: 15, end: 31 }, quote("Talks", MUNIR)] },
  });
  await read(store, draft({ key: "b", text: "Nobody knows.", published: minute(-5) }), {
    at: 1,
    spec: WIRE,
    server: MINE,
    story: "other",
    findings: { quotes: [quote("Nobody knows")], actors: [mention("Vance", "J. D. Vance", "vance")] },
  });
}

export function quotesContract(open: Open): void {
  test("a quotation comes back as it was found, with its item, outlet, story and time", async () => {
    const store = await open();
    const found = quote("We will not wait", VANCE);
    const item = await read(store, draft({ url: "https://press.example/a", published: minute(-10) }), {
      findings: { quotes: [found] },
    });
    const place = { item: item.id, itemRevision: 1, outlet: "Press", url: item.url, story: "story", at: minute(-10) };
    expect(await store.items.quotes({}, {}, PAGE)).toEqual({ total: 1, rows: [{ ...found, ...place }] });
  });

  test("quotations are found by speaker, in any case, accent or part of the name", async () => {
    const store = await open();
    await quoted(store);
    expect(await said(store, { actor: "vance" })).toEqual(["We will not wait"]);
    expect(await said(store, { speaker: "vance" })).toEqual(["We will not wait"]);
    expect(await said(store, { speaker: "MUNIR" })).toEqual(["Talks"]);
    expect(await said(store, { speaker: "munir asim" })).toEqual(["Talks"]);
    expect(await said(store, { speaker: "nobody else" })).toEqual([]);
    expect(await said(store, { speaker: "!" })).toEqual([]);
  });

  test("a speaker is found under an id that stands for the typed words, too", async () => {
    const store = await open();
    await quoted(store);
    expect(await said(store, { speaker: "جے ڈی وینس" })).toEqual([]);
    expect(await said(store, { speaker: "جے ڈی وینس", speakers: ["vance"] })).toEqual(["We will not wait"]);
    expect(await said(store, { speaker: "munir", speakers: ["vance"] })).toHaveLength(2);
  });

  test("a quotation of an earlier revision comes back with what became of it", async () => {
    const store = await open();
    await read(store, draft({ text: "Old." }), { findings: { quotes: [quote("We will wait")] } });
    const former = {
      ...quote("We will wait"),
      revision: 1,
      until: "2026-03-02T10:00:00.000Z",
      became: "gone" as const,
    };
    await read(store, draft({ text: "New." }), { at: 1, findings: { formerQuotes: [former] } });
    const { rows } = await store.items.quotes({ about: "wait" }, {}, PAGE);
    expect(rows).toMatchObject([{ text: "We will wait", itemRevision: 1, until: former.until, became: "gone" }]);
  });

  test("a speaker is found under a spelling that only another article uses", async () => {
    const store = await open();
    await quoted(store);
    await read(store, draft({ key: "c", text: "El vicepresidente" }), {
      at: 2,
      findings: { actors: [mention("Vicepresidente", "J. D. Vance", "vance")] },
    });
    expect(await said(store, { speaker: "vicepresidente" })).toEqual(["We will not wait"]);
  });

  test("quotations are found by words of the quotation, its paragraph or the headline", async () => {
    const store = await open();
    await quoted(store);
    expect(await said(store, { about: "wait" })).toEqual(["We will not wait"]);
    expect(await said(store, { about: "Ceasefire" })).toEqual(["Talks", "We will not wait"].reverse());
    expect(await said(store, { about: "water" })).toEqual(["Talks"]);
    expect(await said(store, { about: "quiet" })).toEqual([]);
    expect(await said(store, { about: "wait never" })).toEqual([]);
  });

  test("quotations are found by story and date, newest first, a page at a time with the total", async () => {
    const store = await open();
    await quoted(store);
    const mine = { server: MINE };
    expect(await said(store, {}, MINE)).toEqual(["Nobody knows", "We will not wait", "Talks"]);
    expect(await said(store, { story: "other" }, MINE)).toEqual(["Nobody knows"]);
    expect(await said(store, { since: minute(-5) }, MINE)).toEqual(["Nobody knows"]);
    const second = await store.items.quotes({}, mine, { limit: 1, offset: 1 });
    expect(second).toMatchObject({ total: 3, rows: [{ text: "We will not wait" }] });
  });

  test("another server's feeds show nothing: no quotation, event or actor", async () => {
    const store = await open();
    await read(store, draft(), {
      server: MINE,
      findings: {
        quotes: [quote("Nobody knows", VANCE)],
        events: [event("2025-05-07", "Shelling")],
        actors: [mention("Vance", "J. D. Vance", "vance")],
      },
    });
    for (const viewer of [{}, { server: THEIRS }]) {
      expect(await store.items.quotes({}, viewer, PAGE)).toEqual({ rows: [], total: 0 });
      expect(await store.items.quotes({ speaker: "vance" }, viewer, PAGE)).toEqual({ rows: [], total: 0 });
      expect(await store.items.events({}, viewer)).toEqual([]);
      expect(await store.items.actors({}, viewer, PAGE)).toEqual([]);
      expect(await store.items.actors({ name: "vance" }, viewer, PAGE)).toEqual([]);
    }
    expect(await store.items.events({}, { server: MINE })).toHaveLength(1);
    expect(await store.items.actors({}, { server: MINE }, PAGE)).toHaveLength(1);
  });

  test("look-ups follow the newest revision that was read", async () => {
    const store = await open();
    const before = { quotes: [quote("Old")], events: [event("2025-05-06", "Old")], actors: [mention("Old", "Old")] };
    await read(store, draft(), { findings: before });
    await read(store, draft({ text: "New." }), { at: 1, findings: { quotes: [quote("New")] } });
    expect(await store.items.quotes({}, {}, PAGE)).toMatchObject({
      total: 1,
      rows: [{ text: "New", itemRevision: 2 }],
    });
    expect(await store.items.events({}, {})).toEqual([]);
    expect(await store.items.actors({}, {}, PAGE)).toEqual([]);
  });
}
