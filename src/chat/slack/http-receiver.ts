import { type App, isValidSlackRequest, type Receiver } from "@slack/bolt";
import { z } from "zod";

const BODY_LIMIT = 1_000_000;
/** Slack gives up after 3 s; what takes longer is answered through the response_url. */
const ACKNOWLEDGE_MS = 2500;
const STALE_SECONDS = 5 * 60;

const Payload = z.record(z.string(), z.unknown());

/** Where Slack's signed requests arrive when there is no Socket Mode: a bolt receiver without a server of its own. */
export class HttpReceiver implements Receiver {
  readonly #signingSecret: string;
  readonly #now: () => Date;
  #app: App | undefined;

  constructor(signingSecret: string, now: () => Date) {
    this.#signingSecret = signingSecret;
    this.#now = now;
  }

  init(app: App): void {
    this.#app = app;
  }

  async start(): Promise<void> {}

  async stop(): Promise<void> {
    this.#app = undefined;
  }

  /** Answers one request: 401 when the signature is wrong or older than five minutes. */
  async handle(request: Request): Promise<Response> {
    if (request.method !== "POST") return new Response(null, { status: 405 });
    if (Number(request.headers.get("content-length") ?? 0) > BODY_LIMIT) return new Response(null, { status: 413 });
    const body = await request.text();
    if (!this.#isSigned(request.headers, body)) return new Response(null, { status: 401 });
    const payload = readPayload(body, request.headers.get("content-type") ?? "");
    if (payload === undefined) return new Response(null, { status: 400 });
    if (payload["ssl_check"] !== undefined) return new Response(null, { status: 200 });
    if (payload["type"] === "url_verification") return Response.json({ challenge: payload["challenge"] });
    return this.#dispatch(payload, request.headers);
  }

  #isSigned(headers: Headers, body: string): boolean {
    const signature = headers.get("x-slack-signature");
    const timestamp = Number(headers.get("x-slack-request-timestamp") ?? Number.NaN);
    const nowMilliseconds = this.#now().getTime();
    if (signature === null || !Number.isFinite(timestamp)) return false;
    if (timestamp > nowMilliseconds / 1000 + STALE_SECONDS) return false;
    return isValidSlackRequest({
      signingSecret: this.#signingSecret,
      body,
      headers: { "x-slack-signature": signature, "x-slack-request-timestamp": timestamp },
      nowMilliseconds,
    });
  }

  #dispatch(body: Record<string, unknown>, headers: Headers): Promise<Response> {
    const app = this.#app;
    if (app === undefined) return Promise.resolve(new Response(null, { status: 503 }));
    const { promise, resolve } = Promise.withResolvers<Response>();
    const timer = setTimeout(() => resolve(new Response(null, { status: 200 })), ACKNOWLEDGE_MS);
    const retry = headers.get("x-slack-retry-num");
    const ack = async (answer?: unknown) => {
      resolve(answer ? acknowledgement(answer) : new Response(null, { status: 200 }));
    };
    app
      .processEvent({ body, ack, ...(retry === null ? {} : { retryNum: Number(retry) }) })
      .then(
        () => resolve(new Response(null, { status: 404 })),
        () => resolve(new Response(null, { status: 500 })),
      )
      .finally(() => clearTimeout(timer));
    return promise;
  }
}

function acknowledgement(answer: unknown): Response {
  return typeof answer === "string" ? new Response(answer) : Response.json(answer);
}

function readPayload(body: string, contentType: string): Record<string, unknown> | undefined {
  if (contentType.startsWith("application/json")) return readJson(body);
  const form = Object.fromEntries(new URLSearchParams(body));
  return form["payload"] === undefined ? form : readJson(form["payload"]);
}

function readJson(text: string): Record<string, unknown> | undefined {
  try {
    return Payload.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
