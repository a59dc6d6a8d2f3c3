import type { Server } from "node:http";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import { APPLICATION, BOT_USER, type GuildSpec, userJson, type World } from "./world.ts";

type Json = Record<string, unknown>;
type Event = { readonly t: string; readonly d: Json; readonly s: number };
type Session = { readonly id: string; readonly events: Event[]; socket?: WebSocket };

const HEARTBEAT_MS = 41_250;
const BAD_TOKEN = 4_004;
const DISALLOWED = 4_014;
/** Members, presences, message content. */
const PRIVILEGED_INTENTS = (1 << 1) | (1 << 8) | (1 << 15);
/** All but Administrator, which would set every overwrite aside. */
const ALL_PERMISSIONS = (((1n << 50n) - 1n) & ~(1n << 3n)).toString();
const READ_MESSAGE_HISTORY = 1n << 16n;

/** The gateway: sessions outlive their sockets, and a resumed one gets what it missed. */
export function createGateway(server: Server, use: { token: string; world: World; url: () => string }) {
  const sockets = new WebSocketServer({ server });
  const sessions = new Map<string, Session>();
  const counts = { identified: 0, resumed: 0 };

  const dispatch = (session: Session, t: string, d: Json) => {
    const event = { t, d, s: session.events.length + 1 };
    session.events.push(event);
    session.socket?.send(JSON.stringify({ op: 0, ...event }));
  };

  const identify = (socket: WebSocket, data: Json) => {
    if (data["token"] !== use.token) return socket.close(BAD_TOKEN, "Authentication failed.");
    if ((Number(data["intents"]) & PRIVILEGED_INTENTS) !== 0) return socket.close(DISALLOWED, "Disallowed intent(s).");
    counts.identified++;
    const session: Session = { id: `session${counts.identified}`, events: [], socket };
    sessions.set(session.id, session);
    dispatch(session, "READY", readyJson(session.id, use.url(), use.world.guilds));
    for (const guild of use.world.guilds) dispatch(session, "GUILD_CREATE", guildJson(guild, use.world));
  };

  const resume = (socket: WebSocket, data: Json) => {
    const session = sessions.get(String(data["session_id"]));
    if (session === undefined) return socket.send(JSON.stringify({ op: 9, d: false }));
    counts.resumed++;
    session.socket = socket;
    for (const event of session.events.slice(Number(data["seq"] ?? 0)))
      socket.send(JSON.stringify({ op: 0, ...event }));
    dispatch(session, "RESUMED", {});
  };

  const hear = (socket: WebSocket, raw: RawData) => {
    const { op, d }: { op: number; d: Json } = JSON.parse(String(raw));
    if (op === 1) socket.send(JSON.stringify({ op: 11 }));
    if (op === 2) identify(socket, d);
    if (op === 6) resume(socket, d);
  };

  sockets.on("connection", (socket) => {
    socket.on("message", (raw) => hear(socket, raw));
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: HEARTBEAT_MS } }));
  });

  return {
    counts,
    /** Sends an event to every session; sessions without a socket get it when they resume. */
    dispatch: (t: string, d: Json) => {
      for (const session of sessions.values()) dispatch(session, t, d);
    },
    /** Cuts every connection without a farewell. */
    cut: () => {
      for (const session of sessions.values()) delete session.socket;
      for (const socket of sockets.clients) socket.terminate();
    },
    stop: () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

function readyJson(session: string, url: string, guilds: readonly GuildSpec[]): Json {
  return {
    v: 10,
    user: { ...userJson(BOT_USER), verified: true, mfa_enabled: false, flags: 0 },
    session_id: session,
    resume_gateway_url: url,
    shard: [0, 1],
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    application: { id: APPLICATION, flags: 0 },
  };
}

/** A server as the gateway tells it, with a role for everyone that may do all but what the world withholds. */
export function guildJson(guild: GuildSpec, world: World): Json {
  const last = guild.channels.at(-1) ?? null;
  return {
    id: guild.id,
    name: guild.name ?? `Server ${guild.id}`,
    owner_id: "400000000000000001",
    roles: [
      roleJson(guild.id, "@everyone", ALL_PERMISSIONS),
      ...(guild.roles ?? []).map((id) => roleJson(id, id, "0")),
    ],
    channels: guild.channels.map((id) => channelJson(id, guild, world)),
    members: [
      {
        user: userJson(BOT_USER),
        roles: [],
        joined_at: "2026-01-01T00:00:00.000Z",
        deaf: false,
        mute: false,
        flags: 0,
      },
    ],
    member_count: 2,
    system_channel_id: guild.channels[0] ?? null,
    public_updates_channel_id: last,
    features: [],
    emojis: [],
    stickers: [],
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    preferred_locale: "en-US",
    premium_tier: 0,
    nsfw_level: 0,
    verification_level: 0,
    mfa_level: 0,
    explicit_content_filter: 0,
    default_message_notifications: 0,
    afk_timeout: 300,
    system_channel_flags: 0,
    large: false,
    unavailable: false,
    joined_at: "2026-01-01T00:00:00.000Z",
  };
}

function roleJson(id: string, name: string, permissions: string): Json {
  const looks = { position: 0, color: 0, hoist: false, managed: false, mentionable: false, flags: 0 };
  return { id, name, permissions, ...looks };
}

function channelJson(id: string, guild: GuildSpec, world: World): Json {
  const withheld =
    (world.denied.has(id) ? BigInt(ALL_PERMISSIONS) : 0n) | (world.unreadable.has(id) ? READ_MESSAGE_HISTORY : 0n);
  const overwrites = [{ id: guild.id, type: 0, allow: "0", deny: withheld.toString() }];
  return {
    id,
    type: 0,
    guild_id: guild.id,
    name: `channel-${id}`,
    position: 0,
    permission_overwrites: withheld === 0n ? [] : overwrites,
    parent_id: null,
    topic: null,
    nsfw: false,
    rate_limit_per_user: 0,
  };
}

/** The event that tells clients of a channel's changed permissions. */
export function channelUpdate(id: string, world: World): Json | undefined {
  const guild = world.guilds.find((one) => one.channels.includes(id));
  return guild === undefined ? undefined : channelJson(id, guild, world);
}
