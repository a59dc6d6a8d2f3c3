import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { createAnalyser } from "../../src/analyse/create-analyser.ts";
import { openDesk } from "../../src/desk/desk.ts";
import type { Watch } from "../../src/model/watch.ts";
import { openStore } from "../../src/store/sql/open.ts";
import type { WatchEdit } from "../../src/store/store.ts";
import { borderWatch } from "./watch.ts";

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A desk over a real store, and how often anything was made for it. */
async function openCounted() {
  const folder = await mkdtemp(join(tmpdir(), "sitrep-desk-"));
  const store = await openStore(`sqlite:${join(folder, "test.db")}`);
  await store.migrate();
  ends.push(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
  const made = { analysers: 0, judges: 0, released: 0 };
  const counted = (watches: readonly Watch[]) => {
    made.analysers++;
    const analyser = createAnalyser(watches);
    return {
      ...analyser,
      judge: (watch: Watch) => {
        made.judges++;
        const judge = analyser.judge(watch);
        const release = () => {
          made.released++;
          judge.release();
        };
        return { ...judge, release };
      },
    };
  };
  const open = () => openDesk({ watches: [borderWatch([])], store, createAnalyser: counted });
  return { desk: await open(), open, made };
}

function added(server: string, phrase: string): Omit<WatchEdit, "id"> {
  const change = { kind: "add-keyword", topic: "hostilities", phrase, weight: 3 } as const;
  return { server, watch: "border", by: "anna", at: new Date("2026-03-02T08:00:00Z"), change };
}

test("an edit makes one judge, whatever other servers have edited", async () => {
  const { desk, made } = await openCounted();
  for (let at = 0; at < 50; at++) await desk.edit(added(`server-${at}`, `gadget${at}`));
  expect(made).toEqual({ analysers: 1, judges: 50, released: 0 });
  await desk.edit(added("server-7", "mortar"));
  expect(made).toEqual({ analysers: 1, judges: 51, released: 1 });
  const phrases = (server: string) => desk.view("border", server)?.watch.topics[0]?.terms.map((term) => term.phrase);
  expect(phrases("server-7")).toEqual(expect.arrayContaining(["gadget7", "mortar"]));
  expect(phrases("server-8")).not.toContain("mortar");
  expect(desk.views()).toHaveLength(51);
});

test("edits that another process made are taken over, each once and in their order", async () => {
  const { desk, open, made } = await openCounted();
  const other = await open();
  await desk.edit(added("a", "mortar"));
  await other.edit(added("a", "howitzer"));
  await desk.refresh();
  expect(desk.edits("border", "a").map(({ change }) => "phrase" in change && change.phrase)).toEqual([
    "mortar",
    "howitzer",
  ]);
  const before = made.judges;
  await desk.refresh();
  expect(made.judges).toBe(before);
});
