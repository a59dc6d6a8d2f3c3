import { stat } from "node:fs/promises";
import { count } from "../cards/wording.ts";
import type { Check } from "../chat/chat.ts";
import type { Environment } from "../config/environment.ts";
import { loadConfig } from "../config/load.ts";
import type { Settings } from "../config/settings.ts";
import { createLog, redact } from "../lib/log.ts";
import { UserError } from "../lib/user-error.ts";
import type { FeedSpec, Watch } from "../model/watch.ts";
import type { Store } from "../store/store.ts";
import { openChats, openConfiguredStore, openPainter, openRewriter, openWebSource } from "./parts.ts";

type Print = (check: Check) => void;

function failed(what: string, error: unknown, next: string): Check {
  const detail = redact(error instanceof Error ? error.message : String(error));
  return { what, ok: false, detail, next: error instanceof UserError ? error.next : next };
}

async function checkSecretsFile(print: Print): Promise<void> {
  const file = await stat(".env").catch(() => undefined);
  if (file === undefined) print({ what: ".env", ok: true, detail: "absent: no tokens, the console alone" });
  else if ((file.mode & 0o004) === 0) print({ what: ".env", ok: true, detail: "readable by its owner only" });
  else
    print({ what: ".env", ok: false, detail: "every user of this machine can read it", next: "Run: chmod 600 .env" });
}

async function checkConfig(environment: Environment, print: Print) {
  try {
    const config = await loadConfig(environment.configFolder);
    const names = config.watches.map((watch) => watch.id).join(", ");
    print({ what: "config", ok: true, detail: `${count(config.watches.length, "watch file")}: ${names}` });
    return config;
  } catch (error) {
    print(failed("config", error, "Mend the file, then run doctor again."));
    return undefined;
  }
}

async function checkStore(environment: Environment, print: Print): Promise<Store | undefined> {
  try {
    const store = await openConfiguredStore(environment);
    const migrations = await store.migrate();
    await store.ping();
    print({ what: "database", ok: true, detail: `takes writes, ${migrations} migrations applied` });
    return store;
  } catch (error) {
    print(failed("database", error, "Check DATABASE_URL, or that the data folder can be written."));
    return undefined;
  }
}

async function checkChats(
  environment: Environment,
  settings: Settings,
  use: { store: Store; print: Print },
): Promise<void> {
  const log = createLog("silent");
  for (const chat of await openChats(environment, settings, { store: use.store, log }))
    try {
      for (const check of await chat.check()) use.print({ ...check, what: `${chat.platform}: ${check.what}` });
    } catch (error) {
      use.print(failed(chat.platform, error, "Check the token in .env and the connection."));
    }
}

/** When so many feeds fail, and all for one reason, it is not the feeds. */
const ENOUGH_TO_TELL = 3;

function oneReason(checks: readonly Check[]): Check | undefined {
  const [first] = checks;
  if (first === undefined || checks.length < ENOUGH_TO_TELL) return undefined;
  if (checks.some(({ ok, detail }) => ok || detail !== first.detail)) return undefined;
  return {
    what: "feeds",
    ok: false,
    detail: `none of the ${checks.length} can be read, all for one reason: ${first.detail}`,
    next: "See whether this machine reaches the internet: its network, name server and firewall.",
  };
}

async function checkFeeds(
  environment: Environment,
  settings: Settings,
  use: { watches: readonly Watch[]; print: Print },
): Promise<void> {
  const source = await openWebSource(environment, settings, createLog("silent"));
  const specs = new Map<string, FeedSpec>(use.watches.flatMap((watch) => watch.feeds).map((feed) => [feed.url, feed]));
  const check = async (spec: FeedSpec): Promise<Check> => {
    const feed = { id: "doctor", ...spec, state: { nextPollAt: new Date(), failures: 0 } };
    const polled = await source.poll(feed, new Date(), AbortSignal.timeout(25_000));
    const what = `feed ${spec.outlet.name}`;
    if (polled.kind === "fresh") return { what, ok: true, detail: `${polled.drafts.length} items` };
    if (polled.kind === "unchanged") return { what, ok: true, detail: "unchanged" };
    const next = `Open ${redact(spec.url)} in a browser; mend or remove it in the watch file.`;
    return { what, ok: false, detail: polled.reason, next };
  };
  const checks = await Promise.all([...specs.values()].map(check));
  for (const one of [oneReason(checks) ?? checks].flat()) use.print(one);
  await source.stop();
}

const PROBE = ["A ferry left Lenara", "A ferry left Lenara on Monday, the port said."];

/** What sitrep does without: pictures, and other words by a language model. */
async function checkOptional(environment: Environment, print: Print): Promise<void> {
  const painter = await openPainter(createLog("silent"));
  const pictures = painter ? "drawn with the shipped fonts" : "none: the optional @resvg/resvg-js is not installed";
  print({ what: "pictures", ok: true, detail: pictures });
  const rewriter = await openRewriter(environment);
  const what = "language model";
  if (rewriter === undefined) return print({ what, ok: true, detail: "not set up: stories keep the outlets' words" });
  const answer = await rewriter.rewrite([], PROBE, AbortSignal.timeout(20_000));
  if (answer.kind === "rewritten") return print({ what, ok: true, detail: `${rewriter.version} answers` });
  print({ what, ok: false, detail: answer.reason, next: "Check LLM_BASE_URL, LLM_MODEL and LLM_API_KEY." });
}

/** `doctor`: checks config, tokens, permissions, feeds and database; says for each what is wrong and the next step. Gives the number of problems. */
export async function doctorVerb(environment: Environment): Promise<number> {
  let problems = 0;
  const print: Print = ({ what, ok, detail, next }) => {
    if (!ok) problems++;
    console.log(`${ok ? "ok  " : "FAIL"} ${what}: ${detail}`);
    if (!ok && next !== undefined) console.log(`     next: ${next}`);
  };
  await checkSecretsFile(print);
  const config = await checkConfig(environment, print);
  const store = await checkStore(environment, print);
  if (config && store) await checkChats(environment, config.settings, { store, print });
  await checkOptional(environment, print);
  if (config) await checkFeeds(environment, config.settings, { watches: config.watches, print });
  await store?.close();
  console.log(problems === 0 ? "All is well." : `${count(problems, "problem")}.`);
  return problems;
}
