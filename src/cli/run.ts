import { startApp } from "../app.ts";
import type { Environment } from "../config/environment.ts";
import { loadConfig } from "../config/load.ts";
import { systemClock } from "../lib/clock.ts";
import { createLog } from "../lib/log.ts";
import { openChats, openConfiguredStore, openPainter, openPush, openRewriter, openWebSource } from "./parts.ts";

/** `run`: the bot, until `stop` resolves. */
export async function runVerb(environment: Environment, stop: Promise<unknown>): Promise<void> {
  const { settings, watches } = await loadConfig(environment.configFolder);
  const log = createLog(environment.logLevel);
  const store = await openConfiguredStore(environment);
  // Adapters remember things in the store, so its tables come first.
  await store.migrate();
  const push = await openPush(environment, settings);
  const [painter, rewriter] = [await openPainter(log), await openRewriter(environment)];
  const app = await startApp({
    ...(push && { push }),
    ...(painter && { painter }),
    ...(rewriter && { rewriter }),
    settings,
    watches,
    store,
    source: await openWebSource(environment, settings, log),
    chats: await openChats(environment, settings, { store, log }),
    clock: systemClock,
    log,
    web: { host: environment.host, port: environment.port },
  });
  app.run();
  console.error(`The console is at ${app.address}`);
  if (!environment.discord && !environment.slack)
    console.error(
      "No Discord or Slack token is set, so alerts show in the console alone. See .env.example to connect them.",
    );
  await stop;
  await app.stop();
}
