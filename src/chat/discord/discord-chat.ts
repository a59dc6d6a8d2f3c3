import { createHash } from "node:crypto";
import {
  Client,
  DiscordAPIError,
  DiscordjsErrorCodes,
  Events,
  GatewayIntentBits,
  type Guild,
  type GuildBasedChannel,
  PermissionFlagsBits,
  type REST,
  RESTEvents,
  Routes,
} from "discord.js";
import type { Log } from "../../lib/log.ts";
import type { Secret } from "../../lib/secret.ts";
import { UserError } from "../../lib/user-error.ts";
import type { Chat, ChatHandlers, Found, Memory } from "../chat.ts";
import { checkDiscord } from "./check.ts";
import { commandsJson } from "./commands.ts";
import { answerInteraction } from "./interactions.ts";
import { createPostingRest, deliverPost, findPost, postNotice } from "./posts.ts";

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

const TOKEN_PAUSE_MS = 60_000;

const TO_POST = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages, PermissionFlagsBits.EmbedLinks];

/** The Discord adapter, on discord.js with the Guilds intent alone. */
export function createDiscordChat(options: DiscordOptions): Chat {
  const { token, apiUrl, log } = options;
  const now = options.now ?? (() => new Date());
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    rest: apiUrl === undefined ? {} : { api: apiUrl },
  });
  const posting = createPostingRest(token.reveal(), apiUrl);
  const refusal = watchToken([client.rest, posting], now, log);

  client.on(Events.Error, (error) => log.warn({ err: error }, "discord.error"));
  client.on(Events.Invalidated, () => log.error("discord.session-invalidated"));

  return {
    platform: "discord",
    resendWindowMs: NONCE_WINDOW_MS,
    isReady: () => client.isReady() && !refusal.isRecent(),
    async start(handlers) {
      client.on(Events.InteractionCreate, (interaction) => {
        answerInteraction({ handlers, managerRoles: options.managerRoles }, interaction).catch((error: unknown) =>
          log.error({ err: error, kind: interaction.type }, "discord.answer-failed"),
        );
      });
      await login(client, token);
      await register(client, handlers, options);
    },
    async stop() {
      await client.destroy();
      for (const rest of [posting, client.rest]) {
        rest.clearHashSweeper();
        rest.clearHandlerSweeper();
      }
    },
    // The client forgets a token that was refused once; the next attempt may find it accepted again.
    deliver: (delivery, signal) => deliverPost(posting.setToken(token.reveal()), delivery, signal),
    find: (at, post, since, signal) =>
      findReadable(client, { rest: posting.setToken(token.reveal()), at, post, since, signal }),
    async tellManagers(server, card, signal) {
      const channel = noticeChannel(client.guilds.cache.get(server));
      if (channel === undefined) log.warn({ server }, "discord.no-channel-for-managers");
      else await postNotice(posting.setToken(token.reveal()), channel.id, card, signal);
    },
    check: () => checkDiscord(posting.setToken(token.reveal())),
  };
}

/** Notices when Discord does not accept the token, so that posting pauses: too many refused requests ban the address. */
function watchToken(rests: readonly REST[], now: () => Date, log: Log): { isRecent(): boolean } {
  let refusedAt: Date | undefined;
  for (const rest of rests)
    rest.on(RESTEvents.Response, (request, response) => {
      if (response.status !== 401) return;
      refusedAt = now();
      log.error({ route: request.route }, "discord.token-refused");
    });
  return { isRecent: () => refusedAt !== undefined && now().getTime() - refusedAt.getTime() < TOKEN_PAUSE_MS };
}

async function login(client: Client, token: Secret): Promise<void> {
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  try {
    await client.login(token.reveal());
  } catch (error) {
    if (!isTokenError(error)) throw error;
    throw new UserError(
      "Discord does not accept the bot token.",
      "Copy it again from Developer Portal → your application → Bot, and set DISCORD_TOKEN.",
      { cause: error },
    );
  }
  await ready;
}

function isTokenError(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401;
  return error instanceof Error && "code" in error && error.code === DiscordjsErrorCodes.TokenInvalid;
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

/** The system channel when sitrep may write there, else the channel that Discord's own notices to managers go to. */
function noticeChannel(guild: Guild | undefined): GuildBasedChannel | undefined {
  const me = guild?.members.me;
  if (guild === undefined || !me) return undefined;
  return [guild.systemChannel, guild.publicUpdatesChannel]
    .filter((channel) => channel !== null)
    .find((channel) => channel.permissionsFor(me).has(TO_POST));
}
