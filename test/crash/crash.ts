import { spawn } from "node:child_process";
import { join } from "node:path";
import { card } from "../../src/model/card.ts";
import { wantNotice } from "../../src/pipeline/notices.ts";
import { openStore } from "../../src/store/sql/open.ts";
import type { Store } from "../../src/store/store.ts";
import { draft, read, story } from "../contract/store/make.ts";
import { type Death, KILL_POINTS, type KillPoint, LEASE_MS, type Orders } from "./kill-points.ts";
import { PLATFORMS, type Platform } from "./platforms.ts";

/** A run: how many deaths on which store and platform. The same seed draws the same deaths. */
export type CrashPlan = {
  readonly databaseUrl: string;
  readonly platform: keyof typeof PLATFORMS;
  readonly kills: number;
  readonly seed: number;
  /** The steps at which they may die; default: all. */
  readonly points?: readonly KillPoint[];
  /** Asks nobody what became of an earlier attempt, to show that a run can find a fault. */
  readonly careless?: boolean;
};

/** What came of it. `lost`: posts whose message is missing or shows an old state; `repeated`: messages too many. */
export type Tally = {
  readonly kills: Readonly<Record<KillPoint, number>>;
  readonly posts: number;
  readonly lost: readonly string[];
  readonly repeated: readonly string[];
  readonly violations: readonly string[];
};

const WORKERS = 2;
const NEW_STORIES = 2;
const CHANGED_STORIES = 3;
/** Deaths inside a step come at most that long after its begin, ms. */
const INSIDE_MS = 8;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const EMPTY = card({ kind: "error", title: "" });
const noticeOf = (number: number) => `Notice ${number}, told once.`;
const titleOf = (number: number, state: number) => `Shelling in Borduria, report ${number}, state ${state}.`;

/** Stories that are begun and changed, as ingest would do it, and notices, each wanted in two channels. */
function createNews(store: Store, { server, channels, access }: Platform) {
  const states: number[] = [];
  let [minutes, notices] = [0, 0];
  const places = (number: number) =>
    [number, number + 1].map((at) => ({
      platform: access.platform,
      server,
      channel: channels[at % channels.length] ?? "",
    }));
  const notify = async () => {
    const number = notices++;
    const card = { ...EMPTY, title: noticeOf(number) };
    await store.transaction(async (inside) => {
      for (const at of places(number)) await wantNotice(inside, { about: `notice-${number}`, at, card }, new Date());
    });
  };
  const tell = async (number: number) => {
    const state = (states[number] ?? 0) + 1;
    states[number] = state;
    const id = `story-${number}`;
    const title = titleOf(number, state);
    const summary = { headline: title, sentences: [] };
    await read(store, draft({ key: id, title, text: title }), { at: minutes++, story: id, findings: { summary } });
    await store.transaction(async (inside) => {
      await inside.stories.save(story({ id, revision: state, headline: title, lastChange: new Date() }));
      for (const at of places(number))
        await inside.posts.want({
          story: id,
          at,
          watch: "border",
          wanted: state,
          priority: 3,
          now: new Date(),
        });
    });
  };
  return { states, tell, notify, notices: () => notices };
}

async function deliverIn(orders: Orders): Promise<"killed" | "done"> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "deliverer.ts"), JSON.stringify(orders)], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) =>
    child.once("exit", (...how) => resolve(how)),
  );
  if (signal === "SIGKILL") return "killed";
  if (code !== 0) throw new Error(`a delivering process ended by itself with status ${code}`);
  return "done";
}

/** Compares what stands in the channels with what should. */
async function compare(store: Store, platform: Platform, news: ReturnType<typeof createNews>) {
  const [lost, repeated]: [string[], string[]] = [[], []];
  let posts = 0;
  const look = async (story: string, { about, last }: { about: string; last: string }) => {
    for (const post of await store.posts.ofStory(story)) {
      posts++;
      const messages = platform.messages(post.at.channel).filter((text) => text.includes(about));
      if (!messages.some((text) => text.includes(last))) lost.push(`${post.id} ${last}`);
      if (messages.length > 1) repeated.push(`${post.id} ${messages.length} times`);
    }
  };
  for (const [number, state] of news.states.entries())
    await look(`story-${number}`, { about: `report ${number}, `, last: titleOf(number, state) });
  for (let number = 0; number < news.notices(); number++)
    await look(`notice-${number}`, { about: noticeOf(number), last: noticeOf(number) });
  return { lost, repeated, posts };
}

/**
 * Lets two processes deliver side by side and kills them (SIGKILL) again and again, each time at another step of a
 * delivery, while stories begin and change; then lets one finish and compares the channels with the stories.
 */
export async function crash(plan: CrashPlan): Promise<Tally> {
  const { databaseUrl, points = KILL_POINTS, careless = false } = plan;
  const platform = await PLATFORMS[plan.platform]();
  const store = await openStore(databaseUrl);
  try {
    await store.migrate();
    const news = createNews(store, platform);
    const random = randomNumbers(plan.seed);
    const draw = (below: number) => Math.floor(random() * below);
    const orders = { ...platform.access, databaseUrl, leaseMs: LEASE_MS, careless };
    // A nonce that the platform keeps long enough is trusted by every second process; else the history decides.
    const windows = platform.keepsNonces ? [0, 60_000] : [0];
    const windowOf = (point: KillPoint) => windows[point.endsWith("look-up") ? 0 : draw(windows.length)] ?? 0;
    const kills = Object.fromEntries(KILL_POINTS.map((point) => [point, 0])) as Record<KillPoint, number>;
    const deaths = () => Object.values(kills).reduce((sum, one) => sum + one, 0);
    const rarest = () => points.reduce((a, b) => (kills[b] < kills[a] ? b : a));
    // The second one dies anywhere: where none dies in a request, the first would never have to look one up.
    const pointOf = (worker: number) => (worker === 0 ? rarest() : (points[draw(points.length)] ?? rarest()));
    while (deaths() < plan.kills) {
      for (let count = 0; count < CHANGED_STORIES && news.states.length > 0; count++)
        await news.tell(draw(news.states.length));
      for (let count = 0; count < NEW_STORIES; count++) await news.tell(news.states.length);
      await news.notify();
      const dying = Array.from({ length: WORKERS }, async (_, worker) => {
        const death: Death = { at: pointOf(worker), nth: 1 + draw(3), afterMs: random() * INSIDE_MS };
        const ending = await deliverIn({ ...orders, resendWindowMs: windowOf(death.at), death });
        if (ending === "killed") kills[death.at]++;
      });
      await Promise.all(dying);
    }
    await deliverIn({ ...orders, resendWindowMs: 0 });
    return { kills, ...(await compare(store, platform, news)), violations: platform.violations };
  } finally {
    await store.close();
    await platform.stop();
  }
}
