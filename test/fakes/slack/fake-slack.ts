import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { buffer, text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import {
  type Click,
  clickPayload,
  type SignedOptions,
  type SlashCommand,
  signedRequest,
  slashPayload,
} from "./deliveries.ts";
import { type Origin, ResponseUrls } from "./response-urls.ts";
import { Sockets } from "./sockets.ts";
import { type Answer, type Arguments, METHODS } from "./web-api.ts";
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

type Payload = Record<string, unknown>;

/** A Slack on the loopback interface: Web API, Socket Mode, signed deliveries. Use {@link startFakeSlack}. */
export class FakeSlack {
  readonly workspace = new Workspace();
  /** Bodies that Slack would have refused; a test ends with none. */
  readonly violations = this.workspace.violations;
  /** Every call of the Web API, in order. */
  readonly calls: { readonly method: string; readonly args: Arguments }[] = [];
  readonly sockets: Sockets;
  readonly #server: Server;
  readonly #faults = new Map<string, Fault[]>();
  readonly #responseUrls = new ResponseUrls(this.workspace);
  /** How late every call is answered after it was done, ms. */
  latency = 0;
  #base = "";
  #httpTarget: ((request: Request) => Promise<Response>) | undefined;

  constructor() {
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch(() => response.destroy());
    });
    this.sockets = new Sockets(this.#server);
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    this.#base = `http://127.0.0.1:${address.port}`;
  }

  async stop(): Promise<void> {
    await this.sockets.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get apiUrl(): string {
    return `${this.#base}/api/`;
  }

  /** Everything in a channel that everybody sees, oldest first. */
  messages(channel: string): FakeMessage[] {
    return this.workspace.messages.filter((one) => one.channel === channel && one.onlyFor === undefined);
  }

  /** What only that user sees. */
  ephemerals(user: string): FakeMessage[] {
    return this.workspace.messages.filter((one) => one.onlyFor === user);
  }

  /** The next calls of `method` go wrong, in that order. */
  fail(method: string, ...next: Fault[]): void {
    this.#faults.set(method, [...(this.#faults.get(method) ?? []), ...next]);
  }

  /** From now on commands and buttons come as signed HTTP requests to that handler. */
  deliverTo(handle: (request: Request) => Promise<Response>): void {
    this.#httpTarget = handle;
  }

  /** Somebody types a slash command. */
  slash(typed: SlashCommand): Promise<Interaction> {
    return this.#interact("slash_commands", typed, (url) => slashPayload(this.workspace, typed, url));
  }

  /** Somebody presses a button. */
  click(click: Click): Promise<Interaction> {
    const origin = { channel: click.on.channel, user: click.user, on: click.on };
    return this.#interact("interactive", origin, (url) => clickPayload(this.workspace, click, url));
  }

  /** Any payload as a signed request that is not sent. */
  signedRequest(payload: Payload, options: SignedOptions = {}): Request {
    const { signingSecret } = this.workspace;
    return signedRequest("http://sitrep.test/slack/events", payload, { secret: signingSecret, ...options });
  }

  /** A slash command as a signed request that is not sent. */
  slashRequest(typed: SlashCommand, options?: SignedOptions): Request {
    const url = this.#responseUrl(this.#responseUrls.open(typed));
    return this.signedRequest(slashPayload(this.workspace, typed, url), options);
  }

  async #interact(type: string, origin: Origin, payload: (url: string) => Payload): Promise<Interaction> {
    const id = this.#responseUrls.open(origin);
    const ack = await this.#hand(type, payload(this.#responseUrl(id)));
    return { ack, reply: (n = 0) => this.#responseUrls.nth(id, n) };
  }

  async #hand(type: string, payload: Payload): Promise<unknown> {
    if (this.#httpTarget === undefined) return this.sockets.deliver(type, payload);
    const answer = await this.#httpTarget(this.signedRequest(payload));
    return { status: answer.status, body: await answer.text() };
  }

  #responseUrl(id: string): string {
    return `${this.#base}/response/${id}`;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, room, name = ""] = new URL(request.url ?? "/", this.#base).pathname.split("/");
    if (room === "upload") {
      response.writeHead(this.workspace.receive(name, await uploaded(request))).end("OK");
      return;
    }
    const body = await text(request);
    if (room === "response") {
      const taken = this.#responseUrls.take(name, JSON.parse(body));
      response.writeHead(taken.status).end(taken.body);
      return;
    }
    const args = decode(body);
    this.calls.push({ method: name, args });
    const fault = this.#faults.get(name)?.shift();
    if (fault?.kind === "delay") await wait(fault.ms);
    if (fault !== undefined && goWrong(fault, response)) return;
    const answer = this.#call(name, args, request.headers.authorization ?? "");
    if (this.latency > 0) await wait(this.latency);
    if (fault?.kind === "drop-after") response.destroy();
    else send(response, answer, { "x-oauth-scopes": [...this.workspace.scopes].join(",") });
  }

  #call(method: string, args: Arguments, authorization: string): Answer {
    const { appToken, botToken } = this.workspace;
    const isSocket = method === "apps.connections.open";
    if (authorization !== `Bearer ${isSocket ? appToken : botToken}`) return { ok: false, error: "invalid_auth" };
    if (isSocket) return { ok: true, url: `${this.#base.replace("http", "ws")}/link?ticket=1` };
    return METHODS[method]?.(this.workspace, { ...args, base: this.#base }) ?? { ok: false, error: "unknown_method" };
  }
}

/** Starts a workspace with the channels C1 and C2, the member U2, the admin U3 and the primary owner U4. */
export async function startFakeSlack(): Promise<FakeSlack> {
  const slack = new FakeSlack();
  const { channels, users } = slack.workspace;
  channels.set("C1", { id: "C1", name: "crisis" });
  channels.set("C2", { id: "C2", name: "general" });
  users.set("U2", { id: "U2", name: "member" });
  users.set("U3", { id: "U3", name: "admin", isAdmin: true });
  users.set("U4", { id: "U4", name: "owner", isPrimaryOwner: true });
  await slack.listen();
  return slack;
}

/** Answers in place of the method; false when the method is to run all the same. */
function goWrong(fault: Fault, response: ServerResponse): boolean {
  switch (fault.kind) {
    case "drop-before":
      response.destroy();
      return true;
    case "status":
      response.writeHead(fault.status).end("broken");
      return true;
    case "error":
      send(response, { ok: false, error: fault.error });
      return true;
    case "rate-limit":
      response.statusCode = 429;
      send(response, { ok: false, error: "ratelimited" }, { "retry-after": String(fault.seconds) });
      return true;
    case "delay":
    case "drop-after":
      return false;
  }
}

/** The bytes of an upload: raw, or the only file of a form. */
async function uploaded(request: IncomingMessage): Promise<Uint8Array> {
  const type = request.headers["content-type"] ?? "";
  const bytes = new Uint8Array(await buffer(request));
  if (!type.startsWith("multipart/form-data")) return bytes;
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
  const [file] = [...form.values()].filter((value) => typeof value !== "string");
  return file === undefined ? new Uint8Array() : file.bytes();
}

function send(response: ServerResponse, answer: Answer, headers: Readonly<Record<string, string>> = {}): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(answer));
}

function decode(body: string): Arguments {
  const args: Record<string, unknown> = {};
  for (const [name, value] of new URLSearchParams(body)) {
    args[name] = name === "blocks" || name === "metadata" || name === "files" ? JSON.parse(value) : value;
  }
  return args;
}
