import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { isFields } from "./blocks.ts";
import {
  type Click,
  clickPayload,
  type SignedOptions,
  type SlashCommand,
  signedRequest,
  slashPayload,
} from "./deliveries.ts";
import { Sockets } from "./sockets.ts";
import { type Arguments, METHODS } from "./web-api.ts";
import { type FakeMessage, Workspace } from "./workspace.ts";

/** What goes wrong with one call of a method. */
export type Fault =
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "error"; readonly error: string }
  | { readonly kind: "rate-limit"; readonly seconds: number }
  /** The connection is cut before anything is done. */
  | { readonly kind: "drop-before" }
  /** It is done, then the connection is cut. */
  | { readonly kind: "drop-after" }
  | { readonly kind: "delay"; readonly ms: number };

/** What came of a command or a button. */
export type Interaction = {
  /** The acknowledgement's payload, or the HTTP status and body. */
  readonly ack: unknown;
  /** Waits for the n-th message (from 0) sent to the interaction's response_url. */
  reply(n?: number): Promise<FakeMessage>;
};

type Replies = {
  readonly messages: FakeMessage[];
  readonly waiting: (() => void)[];
  readonly channel: string;
  readonly user: string;
  readonly original?: FakeMessage;
};

/** A Slack on the loopback interface: Web API, Socket Mode, signed deliveries. */
export type FakeSlack = Awaited<ReturnType<typeof startFakeSlack>>;

const RESPONSE_URL_USES = 5;
const REPLY_TIMEOUT_MS = 5000;

/** Starts a workspace with the channels C1 and C2, the member U2, the admin U3 and the primary owner U4. */
export async function startFakeSlack() {
  const workspace = new Workspace();
  for (const [id, name] of [
    ["C1", "crisis"],
    ["C2", "general"],
  ] as const)
    workspace.channels.set(id, { id, name });
  workspace.users.set("U2", { id: "U2", name: "member" });
  workspace.users.set("U3", { id: "U3", name: "admin", isAdmin: true });
  workspace.users.set("U4", { id: "U4", name: "owner", isPrimaryOwner: true });

  const faults = new Map<string, Fault[]>();
  const calls: { method: string; args: Arguments }[] = [];
  const replies = new Map<string, Replies>();
  let httpTarget: ((request: Request) => Promise<Response>) | undefined;

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });
  const sockets = new Sockets(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const base = `http://127.0.0.1:${address.port}`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const path = new URL(request.url ?? "/", base).pathname;
    if (path.startsWith("/response/")) return respond(path.slice("/response/".length), body, response);
    const method = path.replace("/api/", "");
    const args = decode(body);
    calls.push({ method, args });
    const fault = faults.get(method)?.shift();
    if (fault?.kind === "drop-before") return void response.destroy();
    if (fault?.kind === "delay") await wait(fault.ms);
    if (fault?.kind === "status") return void response.writeHead(fault.status).end("broken");
    if (fault?.kind === "error") return send(response, { ok: false, error: fault.error });
    if (fault?.kind === "rate-limit") {
      response.setHeader("retry-after", String(fault.seconds));
      response.statusCode = 429;
      return send(response, { ok: false, error: "ratelimited" });
    }
    const answer = call(method, args, request.headers.authorization ?? "");
    if (fault?.kind === "drop-after") return void response.destroy();
    response.setHeader("x-oauth-scopes", [...workspace.scopes].join(","));
    send(response, answer);
  }

  function call(method: string, args: Arguments, authorization: string): Record<string, unknown> {
    if (method === "apps.connections.open") {
      if (authorization !== `Bearer ${workspace.appToken}`) return { ok: false, error: "invalid_auth" };
      return { ok: true, url: `${base.replace("http", "ws")}/link?ticket=1` };
    }
    if (authorization !== `Bearer ${workspace.botToken}`) return { ok: false, error: "invalid_auth" };
    return METHODS[method]?.(workspace, args) ?? { ok: false, error: "unknown_method" };
  }

  function respond(id: string, body: string, response: ServerResponse): void {
    const to = replies.get(id);
    if (to === undefined || to.messages.length >= RESPONSE_URL_USES)
      return void response.writeHead(404).end("used_url");
    const sent: unknown = JSON.parse(body);
    if (!isFields(sent)) return void response.writeHead(400).end("invalid_payload");
    const content = {
      ...(typeof sent.text === "string" ? { text: sent.text } : {}),
      ...(Array.isArray(sent.blocks) ? { blocks: sent.blocks.filter(isFields) } : {}),
      isLoose: sent.unfurl_links !== false || sent.unfurl_media !== false,
    };
    const onlyFor = sent.response_type === "in_channel" ? {} : { onlyFor: to.user };
    const stored =
      sent.replace_original === true && to.original !== undefined
        ? workspace.replace(to.original, content)
        : workspace.add(to.channel, { ...content, ...onlyFor });
    if (typeof stored === "string") return void response.writeHead(400).end(stored);
    to.messages.push(stored);
    for (const wake of to.waiting.splice(0)) wake();
    response.writeHead(200).end("ok");
  }

  async function interact(
    type: string,
    replies: Replies,
    payload: (url: string) => Record<string, unknown>,
  ): Promise<Interaction> {
    const url = remember(replies);
    const body = payload(url);
    const ack =
      httpTarget === undefined
        ? await sockets.deliver(type, body)
        : await httpTarget(signed(body)).then(async (answer) => ({ status: answer.status, body: await answer.text() }));
    return { ack, reply: (n = 0) => nth(replies, n) };
  }

  function remember(to: Replies): string {
    const id = String(replies.size + 1);
    replies.set(id, to);
    return `${base}/response/${id}`;
  }

  function signed(payload: Record<string, unknown>, options: SignedOptions = {}): Request {
    return signedRequest("http://sitrep.test/slack/events", payload, { secret: workspace.signingSecret, ...options });
  }

  return {
    workspace,
    apiUrl: `${base}/api/`,
    calls,
    violations: workspace.violations,
    /** Everything in a channel that everybody sees, oldest first. */
    messages: (channel: string) =>
      workspace.messages.filter((one) => one.channel === channel && one.onlyFor === undefined),
    /** What only that user sees. */
    ephemerals: (user: string) => workspace.messages.filter((one) => one.onlyFor === user),
    /** The next calls of `method` go wrong, in that order. */
    fail: (method: string, ...next: Fault[]) => faults.set(method, [...(faults.get(method) ?? []), ...next]),
    /** From now on commands and buttons come as signed HTTP requests to that handler. */
    deliverTo: (handle: (request: Request) => Promise<Response>) => {
      httpTarget = handle;
    },
    slash: (typed: SlashCommand) =>
      interact("slash_commands", { messages: [], waiting: [], channel: typed.channel, user: typed.user }, (url) =>
        slashPayload(workspace, typed, url),
      ),
    click: (click: Click) =>
      interact(
        "interactive",
        { messages: [], waiting: [], channel: click.on.channel, user: click.user, original: click.on },
        (url) => clickPayload(workspace, click, url),
      ),
    signedRequest: signed,
    /** A slash command as a signed request that is not sent. */
    slashRequest: (typed: SlashCommand, options?: SignedOptions) =>
      signed(
        slashPayload(
          workspace,
          typed,
          remember({ messages: [], waiting: [], channel: typed.channel, user: typed.user }),
        ),
        options,
      ),
    sockets,
    stop: async () => {
      await sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function nth(replies: Replies, n: number): Promise<FakeMessage> {
  const deadline = AbortSignal.timeout(REPLY_TIMEOUT_MS);
  for (;;) {
    const message = replies.messages[n];
    if (message !== undefined) return message;
    await new Promise<void>((resolve, reject) => {
      replies.waiting.push(resolve);
      deadline.addEventListener("abort", () => reject(new Error(`no reply ${n} came`)), { once: true });
    });
  }
}

function send(response: ServerResponse, answer: Record<string, unknown>): void {
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(answer));
}

function decode(body: string): Arguments {
  const args: Record<string, unknown> = {};
  for (const [name, value] of new URLSearchParams(body)) {
    args[name] = name === "blocks" || name === "metadata" ? JSON.parse(value) : value;
  }
  return args;
}
