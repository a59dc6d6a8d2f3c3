import type { APIEmbed } from "discord.js";
import { effectiveMentions } from "./pings.ts";

type Json = Record<string, unknown>;

type Button = { readonly type: number; readonly label?: string; readonly custom_id?: string };

/** A message as the fake keeps it. */
export type StoredMessage = {
  readonly id: string;
  readonly channel: string;
  readonly author: string;
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly { readonly type: number; readonly components: readonly Button[] }[];
  readonly files: readonly Upload[];
  readonly isEphemeral: boolean;
  readonly nonce?: string;
  /** Whom it pinged when it was sent or edited. */
  readonly pings: readonly string[];
  readonly edits: number;
  readonly sentAt: number;
};

/** A file that came with a message. */
export type Upload = {
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly description?: string;
};

export type GuildSpec = {
  readonly id: string;
  readonly name?: string;
  /** Ids of text channels; the first one is the system channel, the last one the public updates channel. */
  readonly channels: readonly string[];
  /** Ids of roles beside the one that everyone has. */
  readonly roles?: readonly string[];
};

export const BOT_USER = "300000000000000001";
export const APPLICATION = "300000000000000001";

const EPOCH = 1_420_070_400_000;
const EPHEMERAL = 64;

/** A refusal, as Discord writes it. */
export type Refusal = { readonly status: number; readonly code: number; readonly message: string };

export const REFUSALS = {
  "missing-access": { status: 403, code: 50_001, message: "Missing Access" },
  "missing-permission": { status: 403, code: 50_013, message: "Missing Permissions" },
  "unknown-channel": { status: 404, code: 10_003, message: "Unknown Channel" },
  "unknown-message": { status: 404, code: 10_008, message: "Unknown Message" },
} as const satisfies Record<string, Refusal>;

/** Servers, channels and messages behind the loopback Discord. */
export type World = ReturnType<typeof createWorld>;

export function createWorld(options: { guilds: readonly GuildSpec[]; now: () => number; nonceWindowMs: number }) {
  const { now, nonceWindowMs } = options;
  const guilds: GuildSpec[] = [];
  const channels = new Set<string>();
  const denied = new Map<string, Refusal>();
  /** Channels whose history the bot may not read: Discord shows it as empty. */
  const unreadable = new Set<string>();
  const messages = new Map<string, StoredMessage>();
  let sequence = 0n;

  const nextId = () => ((BigInt(now() - EPOCH) << 22n) | (sequence++ & 0xfffn)).toString();

  const add = (guild: GuildSpec) => {
    guilds.push(guild);
    for (const channel of guild.channels) channels.add(channel);
  };
  options.guilds.forEach(add);

  const refusalOf = (channel: string): Refusal | undefined =>
    channels.has(channel) ? denied.get(channel) : REFUSALS["unknown-channel"];

  const parts = (body: Json) => ({
    content: typeof body["content"] === "string" ? body["content"] : "",
    embeds: Array.isArray(body["embeds"]) ? body["embeds"] : [],
    components: Array.isArray(body["components"]) ? body["components"] : [],
    files: Array.isArray(body["files"]) ? body["files"] : [],
  });

  /** Stores a message, or gives the earlier one with the same nonce. */
  const create = (channel: string, body: Json, author: string = BOT_USER): StoredMessage => {
    const nonce = body["nonce"] === undefined ? undefined : String(body["nonce"]);
    const twin = [...messages.values()].find(
      (message) => nonce !== undefined && message.nonce === nonce && now() - message.sentAt <= nonceWindowMs,
    );
    if (twin !== undefined && body["enforce_nonce"] === true) return twin;
    const message: StoredMessage = {
      id: nextId(),
      channel,
      author,
      ...parts(body),
      isEphemeral: (Number(body["flags"] ?? 0) & EPHEMERAL) !== 0,
      ...(nonce === undefined ? {} : { nonce }),
      pings: effectiveMentions(body),
      edits: 0,
      sentAt: now(),
    };
    messages.set(message.id, message);
    return message;
  };

  const edit = (id: string, body: Json): StoredMessage | undefined => {
    const old = messages.get(id);
    if (old === undefined) return undefined;
    const given = Object.entries(parts(body)).filter(([key]) => body[key] !== undefined && body[key] !== null);
    const edited = {
      ...old,
      ...Object.fromEntries(given),
      pings: [...old.pings, ...effectiveMentions(body)],
      edits: old.edits + 1,
    };
    messages.set(id, edited);
    return edited;
  };

  const inChannel = (channel: string) =>
    [...messages.values()].filter((message) => message.channel === channel && !message.isEphemeral);

  return { guilds, add, channels, denied, unreadable, messages, nextId, refusalOf, create, edit, inChannel, now };
}

/** A message as the API writes it. */
export function messageJson(message: StoredMessage): Json {
  return {
    id: message.id,
    type: 0,
    channel_id: message.channel,
    author: userJson(message.author),
    content: message.content,
    embeds: message.embeds.map((embed) => ({ type: "rich", ...embed })),
    components: message.components,
    attachments: message.files.map(({ id, name, bytes, description }) => ({
      id,
      filename: name,
      size: bytes.length,
      url: `https://cdn.discordapp.com/attachments/${id}/${name}`,
      proxy_url: `https://media.discordapp.net/attachments/${id}/${name}`,
      ...(description === undefined ? {} : { description }),
    })),
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    flags: message.isEphemeral ? EPHEMERAL : 0,
    timestamp: new Date(message.sentAt).toISOString(),
    edited_timestamp: null,
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
  };
}

export function userJson(id: string): Json {
  const bot = id === BOT_USER ? { bot: true } : {};
  return {
    id,
    username: bot.bot ? "sitrep" : `user${id}`,
    discriminator: "0",
    global_name: null,
    avatar: null,
    ...bot,
  };
}
