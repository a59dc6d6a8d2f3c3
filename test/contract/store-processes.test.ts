import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore } from "../../src/store/sql/open.ts";
import { startPostgres, type TestPostgres } from "./postgres.ts";
import { channel, T0 } from "./store/make.ts";

const folder = mkdtempSync(join(tmpdir(), "sitrep-processes-"));
const KILLS = 6;
let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

function run(script: string, args: readonly string[]): ChildProcess & { stdout: NodeJS.ReadableStream } {
  return spawn(process.execPath, [join(import.meta.dirname, "store", script), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** Lets a writer work until it has told so many stories, kills it at once, and gives the number of the last one. */
async function writeAndKill(url: string, from: number, count: number): Promise<number> {
  const writer = run("writer.ts", [url, String(from)]);
  let last = from - 1;
  for await (const line of createInterface({ input: writer.stdout })) {
    last = Number(line);
    if (last >= from + count - 1) writer.kill("SIGKILL");
  }
  return last;
}

async function lines(child: { stdout: NodeJS.ReadableStream }): Promise<string[]> {
  const all: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) all.push(line);
  return all;
}

const ENGINES = [
  { engine: "SQLite", newUrl: async (name: string) => `sqlite:${join(folder, name)}` },
  { engine: "PostgreSQL", newUrl: () => postgres.freshDatabase() },
];

describe.each(ENGINES)("processes on one $engine", ({ newUrl }) => {
  test("kill -9 in the middle of writing loses nothing that was acknowledged and leaves nothing half done", async () => {
    const url = await newUrl("killed.db");
    let last = -1;
    for (let kill = 0; kill < KILLS; kill++) last = await writeAndKill(url, last + 1, 20 + kill * 7);
    expect(last).toBeGreaterThan(KILLS * 20);
    const store = await openStore(url);
    const partsOf = async (id: string) => {
      const [story, items, posts] = [store.stories.get(id), store.items.ofStory(id, {}), store.posts.ofStory(id)];
      return [Number((await story) !== undefined), (await items).length, (await posts).length];
    };
    for (let number = 0; number <= last; number++) expect(await partsOf(`story ${number}`)).toEqual([1, 1, 1]);
    // The last one may have been stored and not told any more.
    expect(["0,0,0", "1,1,1"]).toContain((await partsOf(`story ${last + 1}`)).join());
    await store.close();
  });

  test("processes that deliver side by side settle every post once", async () => {
    const url = await newUrl("shared.db");
    const store = await openStore(url);
    await store.migrate();
    await store.transaction(async (inside) => {
      for (let number = 0; number < 150; number++)
        await inside.posts.want({
          story: `s${number}`,
          at: channel({ server: String(number % 4) }),
          watch: "w",
          wanted: 1,
          priority: 3,
          now: T0,
        });
    });
    const told = await Promise.all([1, 2].map(() => lines(run("claimer.ts", [url]))));
    const all = told.flat();
    expect(all).toHaveLength(150);
    expect(new Set(all).size).toBe(150);
    expect(all.every((line) => line.endsWith(" true 1"))).toBe(true);
    expect(await store.posts.depth()).toEqual({ waiting: 0, dead: 0 });
    await store.close();
  });
});
