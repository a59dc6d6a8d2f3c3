/** `npm run crash [kills]`: kills delivering processes on both engines and all platforms, and prints what came of it. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../contract/postgres.ts";
import { crash, type Tally } from "./crash.ts";
import { PLATFORMS } from "./platforms.ts";

const kills = Number(process.argv[2] ?? 1_000);
const names = Object.keys(PLATFORMS) as (keyof typeof PLATFORMS)[];
const each = Math.ceil(kills / (names.length * 2));
const folder = await mkdtemp(join(tmpdir(), "sitrep-crash-"));
const postgres = await startPostgres();
const tell = (line: string) => process.stdout.write(`${line}\n`);

function line(what: string, { kills: at, posts, lost, repeated, violations }: Tally): string {
  const deaths = Object.values(at);
  const spread = `${deaths.reduce((sum, one) => sum + one, 0)} kills, ${Math.min(...deaths)} to ${Math.max(...deaths)} at each step`;
  return `${what}: ${spread}; ${posts} posts, ${lost.length} lost, ${repeated.length} repeated, ${violations.length} requests refused`;
}

/** A platform on which some messages have to be repeated: how many is told, and no fault of ours. */
const isHopeless = (name: string) => name === "Slack, history later than a lease";

let runs = 0;
const faults: string[] = [];
try {
  for (const platform of names)
    for (const engine of ["SQLite", "PostgreSQL"]) {
      const sqlite = `sqlite:${join(folder, `${++runs}.db`)}`;
      const databaseUrl = engine === "SQLite" ? sqlite : await postgres.freshDatabase();
      const tally = await crash({ databaseUrl, platform, kills: each, seed: runs });
      faults.push(...tally.lost, ...(isHopeless(platform) ? [] : tally.repeated), ...tally.violations);
      tell(line(`${platform}, ${engine}`, tally));
    }
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
for (const fault of faults) tell(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
