import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startPostgres, type TestPostgres } from "../contract/postgres.ts";
import { crash, type Tally } from "../crash/crash.ts";

const folder = mkdtempSync(join(tmpdir(), "sitrep-crash-"));
let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

function expectWhole({ lost, repeated, violations, posts }: Tally): void {
  expect({ lost, repeated, violations }).toEqual({ lost: [], repeated: [], violations: [] });
  expect(posts).toBeGreaterThan(10);
}

// `npm run crash` does the same a thousand times, on both engines and all platforms.
test("killed at every step of a delivery, Discord shows each story once and in its last state", async () => {
  const databaseUrl = `sqlite:${join(folder, "discord.db")}`;
  expectWhole(await crash({ databaseUrl, platform: "Discord, nonce forgotten", kills: 12, seed: 11 }));
}, 180_000);

test("killed at every step of a delivery, Slack shows each story once and in its last state", async () => {
  const databaseUrl = await postgres.freshDatabase();
  expectWhole(await crash({ databaseUrl, platform: "Slack, history late", kills: 12, seed: 12 }));
}, 180_000);

test("a delivery that does not ask what became of the last attempt repeats itself", async () => {
  const databaseUrl = `sqlite:${join(folder, "careless.db")}`;
  const points = ["after the answer"] as const;
  const { repeated } = await crash({ databaseUrl, platform: "Slack", kills: 4, seed: 13, points, careless: true });
  expect(repeated).not.toEqual([]);
}, 180_000);
