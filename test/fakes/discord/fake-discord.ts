import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { type Answer, rateLimited, refuse } from "./answers.ts";
import { createBodyCheck } from "./body-checks.ts";
import { createFaults, type Fault } from "./faults.ts";
import { channelUpdate, createGateway, guildJson } from "./gateway.ts";
import { createInteractions, type Response } from "./interactions.ts";
import { type Asking, autocompleteJson, buttonJson, SOMEBODY, slashJson } from "./payloads.ts";
import { answerRequest, type Registered, type Service } from "./routes.ts";
import { type Received, received } from "./uploads.ts";
import { createWorld, type GuildSpec, REFUSALS, type StoredMessage } from "./world.ts";

export type FakeDiscordOptions = {
  readonly token?: string;
  readonly guilds?: readonly GuildSpec[];
  readonly now?: () => number;
  /** For how long a repeated nonce gives the first message. */
  readonly nonceWindowMs?: number;
  /** Port to listen on; default: a free one. */
  readonly port?: number;
};

export const GUILD = "100000000000000001";
export const CHANNEL = "200000000000000001";
export const OTHER_CHANNEL = "200000000000000002";
export const MANAGER_ROLE = "600000000000000001";
const TOKEN = "fake-discord-token";

/** A Discord on the loopback interface: REST, gateway, and people who run commands. */
export type FakeDiscord = {
  readonly apiUrl: string;
  readonly token: string;
  /** Bodies and habits that Discord would not accept; tests expect none. */
  readonly violations: readonly string[];
  /** Every registration of commands, oldest first. */
  readonly registrations: readonly (readonly Registered[])[];
  /** "METHOD /path" of every REST request. */
  readonly requests: readonly string[];
  readonly sessions: { readonly identified: number; readonly resumed: number };
  /** What stands in a channel for all to see, oldest first. */
  messages(channel: string): StoredMessage[];
  slash(asking: Asking & { command: string; options?: Readonly<Record<string, string | number>> }): Promise<Response>;
  autocomplete(asking: Asking & { command: string; option: string; typed: string }): Promise<Response>;
  /** Presses the button with that label (or code) under a message. */
  click(asking: Asking & { message: StoredMessage; label?: string; code?: string }): Promise<Response>;
  fail(fault: Fault): void;
  /** The channel refuses the bot from now on, or is gone. */
  deny(channel: string, how: keyof typeof REFUSALS): void;
  /** Takes Read Message History away. */
  hideHistory(channel: string): void;
  allow(channel: string): void;
  deleteMessage(id: string): void;
  /** Somebody else writes in a channel. */
  say(channel: string, content: string): void;
  /** Adds the bot to one more server. */
  invite(guild: GuildSpec): void;
  /** Cuts the gateway's connections; clients are expected to resume. */
  cutGateway(): void;
  stop(): Promise<void>;
};

/** How long a person waits for an answer before the test fails. */
const PATIENCE_MS = 8_000;

async function readBody(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return received(new Uint8Array(Buffer.concat(chunks)), request.headers["content-type"] ?? "");
}

function write(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  if (body === undefined) response.writeHead(status, headers).end();
  else response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

/** The answer that a fault gives in place of Discord's. */
function faultAnswer(fault: Fault | undefined): Answer | undefined {
  if (fault?.kind === "rate-limit") return rateLimited(fault.retryAfterMs, fault.scope ?? "user");
  if (fault?.kind === "status")
    return refuse({ status: fault.status, code: fault.code ?? 0, message: fault.message ?? `Fault ${fault.status}` });
  return undefined;
}

async function answered(response: Promise<Response>): Promise<Response> {
  const late = new AbortController();
  const first = await Promise.race([response, wait(PATIENCE_MS, undefined, { signal: late.signal, ref: false })]);
  late.abort();
  if (first === undefined) throw new Error(`no answer within ${PATIENCE_MS} ms`);
  return first;
}

export async function startFakeDiscord(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const { token = TOKEN, now = Date.now, nonceWindowMs = 120_000, port = 0 } = options;
  const guilds = options.guilds ?? [{ id: GUILD, channels: [CHANNEL, OTHER_CHANNEL], roles: [MANAGER_ROLE] }];
  const world = createWorld({ guilds, now, nonceWindowMs });
  const violations: string[] = [];
  const requests: string[] = [];
  const faults = createFaults();
  const stopping = new AbortController();
  const violation = (what: string) => violations.push(what);
  const interactions = createInteractions(world, violation);
  const registrations: Registered[][] = [];
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (!stopping.signal.aborted) violation(`the fake failed: ${String(error)}`);
      response.destroy();
    });
  });
  const portOf = () => (server.address() as AddressInfo).port;
  const gatewayUrl = () => `ws://127.0.0.1:${portOf()}`;
  const check = createBodyCheck();
  const service: Service = { token, world, interactions, check, violation, gatewayUrl, registrations };
  const gateway = createGateway(server, { token, world, url: gatewayUrl });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const path = decodeURIComponent(url.pathname).replace(/^\/api\/v10/, "");
    const method = request.method ?? "GET";
    const { body, files, problems } = await readBody(request);
    for (const problem of problems) violation(`${method} ${path}: ${problem}`);
    requests.push(`${method} ${path}`);
    const fault = faults.take(`${method} ${path}`);
    if (fault?.kind === "drop-before") return void response.destroy();
    const authorization = request.headers.authorization ?? "";
    const answer = faultAnswer(fault) ?? answerRequest(service, path, { method, url, authorization, body, files });
    if (fault?.kind === "drop-after") return void response.destroy();
    if (fault?.kind === "delay") await wait(fault.ms, undefined, { signal: stopping.signal });
    write(response, answer);
  }

  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const commands = () => registrations.at(-1) ?? [];
  const changed = (channel: string) => {
    const update = channelUpdate(channel, world);
    if (update !== undefined) gateway.dispatch("CHANNEL_UPDATE", update);
  };

  return {
    apiUrl: `http://127.0.0.1:${portOf()}/api`,
    token,
    violations,
    registrations,
    requests,
    sessions: gateway.counts,
    messages: (channel) => world.inChannel(channel),
    slash: ({ command, options: given = {}, ...asking }) => {
      const { id, token: reply, response } = interactions.open({ channel: asking.channel });
      gateway.dispatch(
        "INTERACTION_CREATE",
        slashJson({ id, token: reply, commands: commands() }, asking, { command, given }),
      );
      return answered(response);
    },
    autocomplete: ({ command, option, typed, ...asking }) => {
      const { id, token: reply, response } = interactions.open({ channel: asking.channel });
      const typing = { command, option, typed };
      gateway.dispatch(
        "INTERACTION_CREATE",
        autocompleteJson({ id, token: reply, commands: commands() }, asking, typing),
      );
      return answered(response);
    },
    click: ({ message, label, code, ...asking }) => {
      const buttons = message.components.flatMap((row) => row.components);
      const customId = code ?? buttons.find((button) => button.label === label)?.custom_id;
      if (customId === undefined) throw new Error(`there is no button "${label}"`);
      const { id, token: reply, response } = interactions.open({ channel: asking.channel, source: message.id });
      gateway.dispatch("INTERACTION_CREATE", buttonJson({ id, token: reply }, asking, { message, customId }));
      return answered(response);
    },
    fail: (fault) => void faults.add(fault),
    deny: (channel, how) => {
      if (how === "unknown-channel") world.channels.delete(channel);
      world.denied.set(channel, REFUSALS[how]);
      changed(channel);
    },
    hideHistory: (channel) => {
      world.unreadable.add(channel);
      changed(channel);
    },
    allow: (channel) => {
      world.channels.add(channel);
      world.denied.delete(channel);
      world.unreadable.delete(channel);
      changed(channel);
    },
    deleteMessage: (id) => void world.messages.delete(id),
    say: (channel, content) => void world.create(channel, { content, allowed_mentions: { parse: [] } }, SOMEBODY),
    invite: (guild) => {
      world.add(guild);
      gateway.dispatch("GUILD_CREATE", guildJson(guild, world));
    },
    cutGateway: () => gateway.cut(),
    stop: async () => {
      stopping.abort();
      gateway.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
