import { expect, test } from "vitest";
import type { Store, Viewer } from "../../../src/store/store.ts";
import { alert, story as aStory, draft, event, MINE, mention, type Open, read, WIRE } from "./make.ts";

export function eventsContract(open: Open): void {
  const titles = async (store: Store, filter: Parameters<Store["items"]["events"]>[0]) =>
    (await store.items.events(filter, {})).map((row) => row.title);

  test("an event comes back as it was found, with its item, outlet, story and time", async () => {
    const store = await open();
    const found = event("2025-05-07", "Strikes", { actors: ["india"], killed: 26, name: "Operation Sindoor" });
    const item = await read(store, draft({ url: "https://press.example/a" }), { findings: { events: [found] } });
    const place = { item: item.id, outlet: "Press", url: item.url, story: "story", at: item.firstSeen };
    expect(await store.items.events({}, {})).toEqual([{ ...found, ...place }]);
  });

  test("events stand in order of date, then arrival; undated ones last", async () => {
    const store = await open();
    const dates = ["2025-05-10", undefined, "2025-W18", "2025", "2025-05"];
    await read(store, draft(), { findings: { events: dates.map((date) => event(date, date ?? "undated")) } });
    await read(store, draft(), { at: 1, spec: WIRE, findings: { events: [event("2025-05-10", "later telling")] } });
    expect(await titles(store, {})).toEqual(["2025", "2025-W18", "2025-05", "2025-05-10", "later telling", "undated"]);
  });

  test("a range of days holds every event that may fall into it", async () => {
    const store = await open();
    const dates = ["2024", "2025-04", "2025-W19", "2025-05-07", "2025-05-12", undefined];
    await read(store, draft(), { findings: { events: dates.map((date) => event(date, date ?? "undated")) } });
    expect(await titles(store, { since: "2025-05-11" })).toEqual(["2025-W19", "2025-05-12"]);
    expect(await titles(store, { until: "2025-05-05" })).toEqual(["2024", "2025-04", "2025-W19"]);
    expect(await titles(store, { since: "2025-05-07", until: "2025-05-07" })).toEqual(["2025-W19", "2025-05-07"]);
  });

  test("events are found by story, and by an actor's id, name or any spelling", async () => {
    const store = await open();
    const findings = {
      events: [
        event("2025-05-07", "Speech", { actors: ["vance"] }),
        event("2025-05-08", "Visit", { actors: ["Asim Munír"] }),
      ],
      actors: [mention("Vicepresidente", "J. D. Vance", "vance"), mention("General", "Asim Munír")],
    };
    await read(store, draft(), { findings });
    await read(store, draft({ key: "b" }), {
      at: 1,
      story: "other",
      findings: { events: [event("2025-05-09", "Else")] },
    });
    expect(await titles(store, { story: "other" })).toEqual(["Else"]);
    expect(await titles(store, { actor: "vance" })).toEqual(["Speech"]);
    expect(await titles(store, { actor: "J. D. Vance" })).toEqual(["Speech"]);
    expect(await titles(store, { actor: "vicepresidente" })).toEqual(["Speech"]);
    expect(await titles(store, { actor: "asim munir" })).toEqual(["Visit"]);
    expect(await titles(store, { actor: "nobody" })).toEqual([]);
  });

  test("watched events are those of stories that matter to a watch, as the viewer sees it", async () => {
    const store = await open();
    for (const [at, story] of ["watched", "other", "mine"].entries()) {
      const findings = { events: [event("2025-05-07", story)] };
      await read(store, draft({ key: story }), { at, story, findings });
      await store.stories.save(aStory({ id: story }));
    }
    await store.stories.saveAlert(alert({ story: "watched" }));
    await store.stories.saveAlert(alert({ story: "mine", server: MINE }));
    const watched = async (viewer: Viewer) =>
      (await store.items.events({ watched: true }, viewer)).map((row) => row.title).sort();
    expect(await watched({})).toEqual(["watched"]);
    expect(await watched({ server: MINE })).toEqual(["mine", "watched"]);
    expect(await titles(store, {})).toHaveLength(3);
  });
}
