import { createHash } from "node:crypto";
import { Client, Events, GatewayIntentBits, type Guild, PermissionFlagsBits, type REST, Routes } from "discord.js";
import type { Log } from "../../lib/log.ts";
import type { Secret } from "../../lib/secret.ts";
import type { Chat, ChatHandlers, Found, Memory } from "../chat.ts";
import { checkDiscord } from "./check.ts";
import { commandsJson } from "./commands.ts";
import { createConnection, watchToken } from "./connection.ts";
import { answerInteraction } from "./interactions.ts";
import { noticeChannel, WELCOME } from "./notices.ts";
import { createPostingRest, deliverPost, findPost, postNotice } from "./posts.ts";
import { sendRequest } from "./uploads.ts";

export type DiscordOptions = {
  readonly token: Secret;
  /** Base of the REST API, for a proxy or a test server. */
  readonly apiUrl?: string;
  readonly log: Log;
  /** Ids of roles whose members may manage sitrep beside those with Manage Server. */
  readonly managerRoles: readonly string[];
  readonly memory: Memory;
  readonly now?: () => Date;
};

/** Discord promises a few minutes for a nonce; a minute is surely inside. */
const NONCE_WINDOW_MS = 60_000;

/** The Discord adapter, on discord.js with the Guilds intent alone. */
export function createDiscordChat(options: DiscordOptions): Chat {
  const { token, apiUrl, log } = options;
  const now = options.now ?? (() => new Date());
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    // Discord demands shards from 2,500 servers on and says how many.
    shards: "auto",
    allowedMentions: { parse: [] },
    rest: { makeRequest: sendRequest, ...(apiUrl === undefined ? {} : { api: apiUrl }) },
  });
  const posting = createPostingRest(token.reveal(), apiUrl);
  const connection = createConnection({ client, rest: posting, token, log });
  const tokens = watchToken([client.rest, posting], now, log);
  // The client forgets a token that was refused once; the next attempt may find it accepted again.
  const rest = () => posting.setToken(token.reveal());
  const welcome = async (guild: Guild) => {
    const channel = noticeChannel(guild);
    const outcome = channel && (await postNotice(rest(), channel.id, WELCOME));
    if (outcome?.kind !== "sent") log.warn({ server: guild.id, outcome }, "discord.welcome-not-sent");
  };

  client.on(Events.Error, (error) => log.warn({ err: error }, "discord.error"));
  client.on(Events.Invalidated, () => log.error("discord.session-invalidated"));
  client.on(Events.GuildCreate, (guild) => void welcome(guild));

  return {
    platform: "discord",
    resendWindowMs: NONCE_WINDOW_MS,
    isReady: () => client.isReady() && !tokens.isRefused(),
    start: (handlers) => {
      listen(client, handlers, options);
      return connection.open(() => register(client, handlers, options));
    },
    stop: () => connection.close(),
    deliver: (delivery, signal) => deliverPost(rest(), delivery, signal),
    find: (at, post, since, signal) => findReadable(client, { rest: rest(), at, post, since, signal }),
    linkTo: ({ server, channel }, messageId) => `https://discord.com/channels/${server}/${channel}/${messageId}`,
    managerChannels: async (server) => {
      const guild = client.guilds.cache.get(server);
      if (guild?.available === false) throw new Error(`Discord has an outage of server ${server}`);
      return [noticeChannel(guild)?.id].filter((id) => id !== undefined);
    },
    check: () => checkDiscord(rest()),
  };
}

function listen(client: Client, handlers: ChatHandlers, { managerRoles, log }: DiscordOptions): void {
  client.on(Events.InteractionCreate, (interaction) => {
    answerInteraction({ handlers, managerRoles }, interaction).catch((error: unknown) =>
      log.error({ err: error, kind: interaction.type }, "discord.answer-failed"),
    );
  });
}

/** Registers the commands when they differ from those registered last: Discord limits how often that may be done. */
async function register(client: Client, handlers: ChatHandlers, options: DiscordOptions): Promise<void> {
  const application = client.application?.id;
  if (application === undefined) throw new Error("Discord told no application id");
  const body = commandsJson(handlers.commands, options.managerRoles.length === 0);
  const hash = createHash("sha256").update(JSON.stringify(body)).digest("hex");
  const mark = `discord-commands:${application}`;
  if ((await options.memory.get(mark)) === hash) return;
  await client.rest.put(Routes.applicationCommands(application), { body });
  await options.memory.set(mark, hash);
  options.log.info({ commands: body.length }, "discord.commands-registered");
}

type Search = Omit<Parameters<typeof findPost>[1], "botUser"> & { readonly rest: REST };

/** Without Read Message History Discord answers with an empty list, which must not pass for "absent". */
async function findReadable(client: Client, { rest, ...search }: Search): Promise<Found> {
  const botUser = client.user?.id;
  if (botUser === undefined) return { kind: "unknown", reason: "not connected" };
  const channel = client.channels.cache.get(search.at.channel);
  const guild = client.guilds.cache.get(search.at.server);
  if (channel !== undefined && guild?.members.me && "permissionsFor" in channel) {
    const permissions = channel.permissionsFor(guild.members.me);
    if (!permissions.has(PermissionFlagsBits.ReadMessageHistory))
      return { kind: "unknown", reason: "sitrep lacks the permission Read Message History there" };
  }
  return findPost(rest, { ...search, botUser });
}
