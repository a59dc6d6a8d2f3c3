import { isUtf8 } from "node:buffer";
import { type Dispatcher, errors } from "undici";
import { type BodyLimits, TooLarge, UnknownCoding, unpacked } from "./body.ts";
import { exchange, type Headers } from "./exchange.ts";
import { type Guard, RefusedAddress } from "./guard.ts";

export type Fetched =
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly headers: Headers;
      /** Empty unless the status is 200. */
      readonly body: Buffer;
      /** Where the answer came from, after redirects. */
      readonly url: string;
      /** Where permanent redirects led to, as far as every hop up to there was permanent. */
      readonly movedTo?: string;
    }
  | { readonly kind: "failed"; readonly reason: string; readonly busy?: Pause };

/** A host that asked to be left alone, for so long. */
type Pause = { readonly host: string; readonly ms: number };

export type FetchOptions = {
  readonly dispatcher: Dispatcher;
  readonly guard: Guard;
  /** For how long a host must not be asked, ms; 0 when it may. */
  readonly leftMs: (host: string) => number;
  readonly userAgent: string;
  readonly headersMs: number;
  readonly totalMs: number;
  readonly body: BodyLimits;
};

export type Wish = {
  readonly url: string;
  /** Byte for byte as the server once sent them. */
  readonly etag?: string;
  readonly lastModified?: string;
};

const MAX_REDIRECTS = 5;
const MAX_URL = 2048;
const ACCEPT =
  "application/atom+xml, application/rss+xml, application/feed+json;q=0.9, application/xml;q=0.8, */*;q=0.1";

function requestHeaders({ etag, lastModified }: Wish, userAgent: string): Record<string, string> {
  return {
    "user-agent": userAgent,
    accept: ACCEPT,
    "accept-encoding": "gzip, br, zstd",
    ...(etag && { "if-none-match": etag }),
    ...(lastModified && { "if-modified-since": lastModified }),
  };
}

const BROKEN_OFF = new Set(["ECONNRESET", "EPIPE", "UND_ERR_SOCKET", "UND_ERR_RES_CONTENT_LENGTH_MISMATCH"]);

/** In plain words, and without the address: it may hold a token. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (error instanceof RefusedAddress) return error.message;
  if (error instanceof TooLarge || code === "ERR_BUFFER_TOO_LARGE") return "the answer is too large";
  if (error instanceof UnknownCoding) return "the answer is compressed in a way that was not offered";
  if (error instanceof Error && error.cause instanceof RefusedAddress) return error.cause.message;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "the server's name is not known";
  if (code === "ECONNREFUSED") return "the server refuses connections";
  if (error instanceof errors.HTTPParserError) return "the server's answer breaks the rules of HTTP";
  if (BROKEN_OFF.has(code)) return "the connection broke off";
  if (/TIMEOUT/i.test(code) || (error instanceof Error && error.name === "TimeoutError"))
    return "the server took too long";
  if (/CERT|SELF_SIGNED|ERR_TLS/.test(code)) return "the server's certificate is not valid";
  if (/^Z_|ERR__(?:ERROR|ZLIB)|BROTLI|ZSTD/i.test(code)) return "the answer's compression is broken";
  return code === "" ? "the connection failed" : `the connection failed (${code})`;
}

function isRedirect(status: number, headers: Headers): boolean {
  return [301, 302, 303, 307, 308].includes(status) && headers["location"] !== undefined;
}

/** Header bytes come as a character each, though servers write addresses in UTF-8. */
function addressIn(header: string): string {
  const bytes = Buffer.from(header, "latin1");
  return isUtf8(bytes) ? bytes.toString("utf8") : header;
}

/** The next hop, or why it must not be taken. */
function nextHop(from: URL, location: string, first: URL): URL | string {
  const to = URL.parse(addressIn(location), from.href);
  if (to === null || to.href.length > MAX_URL) return "the server redirects to an address that cannot be used";
  if (first.protocol === "https:" && to.protocol === "http:") return "the server redirects from https to http";
  to.hash = "";
  return to;
}

async function ask(url: URL, wish: Wish, options: FetchOptions & { readonly signal: AbortSignal }) {
  const { dispatcher, userAgent, headersMs, signal, body: limits } = options;
  const { wireBytes, decodedBytes } = limits;
  const asked = { headers: requestHeaders(wish, userAgent), headersMs, wireBytes, signal };
  const { status, headers, bytes } = await exchange(dispatcher, url, asked);
  const body = bytes.length > 0 ? await unpacked(bytes, headers["content-encoding"] ?? "", decodedBytes) : bytes;
  return { status, headers, body };
}

async function follow(wish: Wish, options: FetchOptions & { readonly signal: AbortSignal }): Promise<Fetched> {
  const first = URL.parse(wish.url);
  if (first === null || first.href.length > MAX_URL) return { kind: "failed", reason: "the address cannot be used" };
  let at = first;
  let movedTo: string | undefined;
  let isPermanent = true;
  const seen = new Set<string>();
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const reason = options.guard.complaint(at);
    if (reason !== undefined) return { kind: "failed", reason };
    const ms = options.leftMs(at.host);
    if (ms > 0) return { kind: "failed", reason: "the server asked for a pause", busy: { host: at.host, ms } };
    seen.add(at.href);
    const answer = await ask(at, wish, options);
    if (!isRedirect(answer.status, answer.headers))
      return { kind: "answer", ...answer, url: at.href, ...(movedTo && { movedTo }) };
    const next = nextHop(at, answer.headers["location"] ?? "", first);
    if (typeof next === "string") return { kind: "failed", reason: next };
    if (seen.has(next.href)) return { kind: "failed", reason: "the server redirects in a circle" };
    at = next;
    isPermanent &&= answer.status === 301 || answer.status === 308;
    if (isPermanent) movedTo = at.href;
  }
  return { kind: "failed", reason: `the server redirects more than ${MAX_REDIRECTS} times` };
}

/**
 * A signal that fires with the outer one or so much later: timeouts inside the client never fire while a body drips.
 * Ended by hand, since timers of thousands of fetches that are over would pile up until they run out.
 */
function createDeadline(outer: AbortSignal, ms: number) {
  const controller = new AbortController();
  const fire = () => controller.abort();
  const timer = setTimeout(fire, ms);
  if (outer.aborted) fire();
  else outer.addEventListener("abort", fire, { once: true });
  return {
    signal: controller.signal,
    end: () => {
      clearTimeout(timer);
      outer.removeEventListener("abort", fire);
    },
  };
}

/**
 * Fetches a feed politely and safely: conditionally, within time and size, following redirects by hand so that each hop
 * passes the guard. Never rejects for what a server does; rejects only when `signal` was aborted.
 */
export async function fetchFeed(wish: Wish, options: FetchOptions, signal: AbortSignal): Promise<Fetched> {
  const deadline = createDeadline(signal, options.totalMs);
  try {
    return await follow(wish, { ...options, signal: deadline.signal });
  } catch (error) {
    signal.throwIfAborted();
    return { kind: "failed", reason: deadline.signal.aborted ? "the server took too long" : reasonOf(error) };
  } finally {
    deadline.end();
  }
}
