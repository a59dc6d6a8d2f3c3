import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { AppParts } from "../app.ts";
import type { Chat, Memory } from "../chat/chat.ts";
import type { Environment } from "../config/environment.ts";
import type { Settings } from "../config/settings.ts";
import type { Source } from "../feeds/source.ts";
import type { Log } from "../lib/log.ts";
import type { Painter } from "../picture/painter.ts";
import type { Rewriter } from "../rewriting/rewriter.ts";
import type { Store } from "../store/store.ts";

/** The version in package.json, for the user agent. */
const VERSION = "0.1.0";

/** Opens the store that the environment names: PostgreSQL by DATABASE_URL, else SQLite in the data folder. */
export async function openConfiguredStore(environment: Environment): Promise<Store> {
  const { openStore } = await import("../store/sql/open.ts");
  if (environment.databaseUrl) return openStore(environment.databaseUrl.reveal());
  mkdirSync(environment.dataFolder, { recursive: true });
  return openStore(`sqlite:${join(environment.dataFolder, "sitrep.db")}`);
}

const userAgentOf = (settings: Settings) => `sitrep/${VERSION} (+${settings.poll.userAgentUrl})`;

export async function openWebSource(environment: Environment, settings: Settings, log: Log): Promise<Source> {
  const { createWebSource } = await import("../feeds/web/web-source.ts");
  return createWebSource({
    userAgent: userAgentOf(settings),
    allowPrivateHosts: environment.allowPrivateHosts,
    limits: settings.poll,
    log,
  });
}

/** Hubs may push what feeds bring, when they can reach this bot. */
export async function openPush(
  { publicUrl, allowPrivateHosts }: Environment,
  settings: Settings,
): Promise<AppParts["push"]> {
  if (publicUrl === undefined) return undefined;
  const { createWebHubs } = await import("../feeds/web/web-hubs.ts");
  return { publicUrl, hubs: createWebHubs({ userAgent: userAgentOf(settings), allowPrivateHosts }) };
}

/** Pictures are drawn by an optional library; undefined when it is not there for this machine. */
export async function openPainter(log: Log): Promise<Painter | undefined> {
  try {
    const { createResvgPainter } = await import("../picture/resvg/resvg-painter.ts");
    return createResvgPainter();
  } catch (error) {
    log.warn({ err: error }, "painter.absent");
    return undefined;
  }
}

/** A language model that rewords stories, when one is set up. */
export async function openRewriter({ languageModel }: Environment): Promise<Rewriter | undefined> {
  if (languageModel === undefined) return undefined;
  const { createOpenAiRewriter } = await import("../rewriting/openai/openai-rewriter.ts");
  return createOpenAiRewriter(languageModel);
}

/** What adapters remember is kept among the store's marks. */
function memoryOf(store: Store): Memory {
  return {
    get: (name) => store.marks.get(name),
    set: (name, value) => store.marks.set(name, value, new Date()),
  };
}

/** The chat adapters that are set up, the console first. Each is loaded only when it is used. */
export async function openChats(
  environment: Environment,
  settings: Settings,
  use: { readonly store: Store; readonly log: Log },
): Promise<Chat[]> {
  const { createConsoleChat } = await import("../chat/console/console-chat.ts");
  const chats: Chat[] = [createConsoleChat()];
  const { discord, slack } = environment;
  if (discord) {
    const { createDiscordChat } = await import("../chat/discord/discord-chat.ts");
    const memory = memoryOf(use.store);
    chats.push(createDiscordChat({ ...discord, log: use.log, memory, managerRoles: settings.managers.discordRoles }));
  }
  if (slack) {
    const { createSlackChat } = await import("../chat/slack/slack-chat.ts");
    chats.push(createSlackChat({ ...slack, log: use.log, managerUsers: settings.managers.slackUsers }));
  }
  return chats;
}
