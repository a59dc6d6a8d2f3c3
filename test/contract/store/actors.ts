import { expect, test } from "vitest";
import type { Store } from "../../../src/store/store.ts";
import { draft, event, MINE, mention, minute, type Open, PRESS, read } from "./make.ts";

const PAGE = { limit: 10 };

export function actorsContract(open: Open): void {
  async function mentioned(store: Store): Promise<void> {
    const vance = (text: string) => mention(text, "J. D. Vance", "vance");
    await read(store, draft({ key: "a" }), {
      findings: { actors: [vance("Vance"), vance("JD Vance"), vance("Vance"), mention("Munír", "Asim Munír")] },
    });
    await read(store, draft({ key: "b" }), { at: 3, story: "other", findings: { actors: [vance("ونس")] } });
    await read(store, draft({ key: "c" }), { at: 4, server: MINE, findings: { actors: [mention("X", "Spy X")] } });
  }

  test("actors are counted over all items, with forms, stories and the last time", async () => {
    const store = await open();
    await mentioned(store);
    expect(await store.items.actors({}, {}, PAGE)).toEqual([
      {
        name: "J. D. Vance",
        actor: "vance",
        kind: "person",
        mentions: 4,
        stories: 2,
        forms: ["Vance", "JD Vance", "ونس"],
        lastSeen: minute(3),
      },
      { name: "Asim Munír", kind: "person", mentions: 1, stories: 1, forms: ["Munír"], lastSeen: minute(0) },
    ]);
  });

  test("actors are found by any part of a name or form, and by story", async () => {
    const store = await open();
    await mentioned(store);
    const names = async (filter: Parameters<Store["items"]["actors"]>[0]) =>
      (await store.items.actors(filter, {}, PAGE)).map((actor) => actor.name);
    expect(await names({ name: "anc" })).toEqual(["J. D. Vance"]);
    expect(await names({ name: "munir" })).toEqual(["Asim Munír"]);
    expect(await names({ name: "ونس" })).toEqual(["J. D. Vance"]);
    expect(await names({ name: "%" })).toEqual([]);
    expect(await names({ name: "spy" })).toEqual([]);
    expect(await names({ story: "other" })).toEqual(["J. D. Vance"]);
    expect((await store.items.actors({ story: "other" }, {}, PAGE))[0]).toMatchObject({ mentions: 1, forms: ["ونس"] });
    expect(await store.items.actors({}, { server: MINE }, { limit: 1, offset: 2 })).toMatchObject([{ name: "Spy X" }]);
  });

  test("endless names and forms are stored, cut", async () => {
    const store = await open();
    const long = Array.from({ length: 3_000 }, (_, at) => at.toString(36)).join("");
    await read(store, draft(), {
      spec: PRESS,
      findings: { actors: [mention(long, long)], events: [event("2025-05-07", "x", { actors: [long] })] },
    });
    expect(await store.items.actors({}, {}, PAGE)).toHaveLength(1);
  });
}
