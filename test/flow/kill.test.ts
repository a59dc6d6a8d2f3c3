import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { openStore } from "../../src/store/sql/open.ts";
import { CHANNEL, type FakeDiscord, GUILD, startFakeDiscord } from "../fakes/discord/fake-discord.ts";
import { startOutlets } from "./outlets.ts";
import { SHELLING } from "./reports.ts";

/** The shortest that settings allow. */
const LEASE_SECONDS = 20;

/** A watch as a file, since the bot runs as a process of its own here. */
function watchFile(url: string): string {
  return `name: Borduria and Syldavia
threshold: 5
feeds:
  - { url: "${url}", outlet: Herald }
places:
  syldavia: { name: Syldavia, demonyms: [Syldavian], weight: 3 }
topics:
  hostilities: { direction: escalation, words: { 5: [shelling] } }
`;
}

let discord: FakeDiscord;
let folder: string;
let bot: ChildProcess | undefined;
let outlets: Awaited<ReturnType<typeof startOutlets>>;

afterEach(async () => {
  bot?.kill("SIGKILL");
  await outlets.stop();
  await discord.stop();
  await rm(folder, { recursive: true, force: true });
});

function run(): ChildProcess {
  return spawn(process.execPath, ["src/main.ts", "run"], {
    env: {
      PATH: process.env["PATH"],
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      SITREP_CONFIG: folder,
      SITREP_DATA: join(folder, "data"),
      SITREP_PORT: "0",
      SITREP_ALLOW_PRIVATE_HOSTS: "127.0.0.1",
      LOG_LEVEL: "silent",
    },
    stdio: "ignore",
  });
}

async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + 45_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
}

test("killed between Discord's acceptance and the note of it, sitrep leaves one message after the restart", async () => {
  discord = await startFakeDiscord();
  outlets = await startOutlets(["Herald"]);
  folder = await mkdtemp(join(tmpdir(), "sitrep-kill-"));
  await mkdir(join(folder, "watches"));
  await mkdir(join(folder, "data"));
  await writeFile(join(folder, "sitrep.yaml"), `delivery: { leaseSeconds: ${LEASE_SECONDS} }\n`);
  await writeFile(join(folder, "watches", "border.yaml"), watchFile(outlets.outlet("Herald").spec.url));
  outlets.outlet("Herald").publish({ ...SHELLING, at: new Date() });
  const database = `sqlite:${join(folder, "data", "sitrep.db")}`;
  const store = await openStore(database);
  await store.migrate();
  const at = { platform: "discord", server: GUILD, channel: CHANNEL } as const;
  const target = { kind: "watch", id: "border" } as const;
  await store.subscriptions.save({ at, target, level: "info", createdBy: "test", createdAt: new Date() });

  // Discord takes the message at once, and its answer never arrives in time.
  discord.fail({ kind: "delay", ms: 60_000, on: /^POST \/channels/ });
  bot = run();
  await until(() => discord.messages(CHANNEL).length === 1, "the message was accepted");
  const [claimed] = await store.posts.ofChannel(at, { limit: 5 });
  expect(claimed).toMatchObject({ state: "sending", shown: 0 });
  await killed(bot);

  bot = run();
  const isSettled = async () =>
    (await store.posts.ofChannel(at, { limit: 5 })).some((post) => post.messageId !== undefined);
  await until(isSettled, "the post was settled after the restart");
  expect(discord.messages(CHANNEL)).toHaveLength(1);
  const [settled] = await store.posts.ofChannel(at, { limit: 5 });
  expect(settled?.messageId).toBe(discord.messages(CHANNEL)[0]?.id);
  expect(discord.violations).toEqual([]);
  await store.close();
}, 120_000);
