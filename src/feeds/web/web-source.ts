import { createHash } from "node:crypto";
import type { LookupFunction } from "node:net";
import { Agent } from "undici";
import type { Log } from "../../lib/log.ts";
import { addressOf, type Feed } from "../../model/feed.ts";
import type { Read } from "../document/read-feed.ts";
import type { Document, Polled, PushOffer, Source, Validators } from "../source.ts";
import type { Headers } from "./exchange.ts";
import { type Fetched, fetchFeed } from "./fetch.ts";
import { createGuard } from "./guard.ts";
import { createLanes } from "./lanes.ts";
import { linkOf } from "./link-header.ts";
import { createFeedParser, type FeedParser, type ParserOptions } from "./parser.ts";
import { createPatience } from "./patience.ts";
import { freshForMs, pollOfStatus } from "./status.ts";

type Options = {
  readonly userAgent: string;
  /** Hosts exempt from the private-network guard. */
  readonly allowPrivateHosts: readonly string[];
  readonly limits: {
    /** Feeds fetched at the same time, over all hosts and of one host. */
    readonly concurrency: number;
    readonly perHost: number;
    readonly headersSeconds: number;
    readonly totalSeconds: number;
    readonly maxCompressedMb: number;
    readonly maxDecodedMb: number;
  };
  /** What one document may cost; the parser's own limits by default. */
  readonly document?: ParserOptions;
  readonly log?: Log;
  /** Resolves names; the system's by default. */
  readonly lookup?: LookupFunction;
};

/** A server that so often does not know its own ETag again is asked by date. */
const MOST_ETAG_MISSES = 5;
const MEGABYTE = 1_000_000;

type Answer = Extract<Fetched, { kind: "answer" }>;
type Asked = { readonly feed: Feed; readonly now: Date };

function validatorsOf(headers: Headers, bodyHash: string | undefined): Validators {
  const { etag, "last-modified": lastModified } = headers;
  return { ...(etag && { etag }), ...(lastModified && { lastModified }), ...(bodyHash && { bodyHash }) };
}

/** A 304 repeats the validators that changed; the ones it leaves out still hold. */
function notModified({ headers, movedTo }: Answer, { state }: Feed): Polled {
  const { etag, lastModified, bodyHash } = state;
  const kept = { ...(etag && { etag }), ...(lastModified && { lastModified }) };
  return { ...unchanged(headers, { ...kept, ...validatorsOf(headers, bodyHash) }), ...(movedTo && { movedTo }) };
}

function unchanged(headers: Headers, validators: Validators): Extract<Polled, { kind: "unchanged" }> {
  const minIntervalMs = freshForMs(headers);
  return { kind: "unchanged", validators, ...(minIntervalMs && { minIntervalMs }) };
}

async function readAnswer(answer: Answer, { feed, now }: Asked, parser: FeedParser): Promise<Polled> {
  const { body, headers, url, movedTo } = answer;
  const validators = validatorsOf(headers, createHash("sha256").update(body).digest("base64url"));
  if (validators.bodyHash === feed.state.bodyHash)
    return { ...unchanged(headers, validators), sentWhole: true, ...(movedTo && { movedTo }) };
  const contentType = headers["content-type"];
  const read = await parser.read({ bytes: body, url, feed, now, ...(contentType && { contentType }) });
  // Its validators are not kept: the next answer must be a whole one again.
  if (read.kind === "unreadable") return { ...read, kind: "failed" };
  const minIntervalMs = freshForMs(headers);
  return {
    kind: "fresh",
    drafts: read.drafts,
    validators,
    ...(read.asks && { asks: read.asks }),
    ...(minIntervalMs && { minIntervalMs }),
    ...(movedTo && { movedTo }),
    ...offerOf(read, answer),
  };
}

/** The hub that the answer's Link header names, else the one in the document. */
function offerOf(read: Extract<Read, { kind: "read" }>, { headers, url }: Answer): { push?: PushOffer } {
  const hub = linkOf(headers["link"], "hub", url) ?? read.hub;
  const topic = linkOf(headers["link"], "self", url) ?? read.self ?? url;
  return hub === undefined ? {} : { push: { hub, topic } };
}

function failureOf({ reason, busy }: Extract<Fetched, { kind: "failed" }>): Polled {
  return { kind: "failed", reason, ...(busy && { retryAfterMs: busy.ms, busyHost: busy.host }) };
}

function documentOf({ status, headers, body }: Answer): Document {
  if (status !== 200) return { kind: "failed", reason: `the server answered ${status}` };
  const contentType = headers["content-type"];
  return { kind: "document", bytes: body, ...(contentType && { contentType }) };
}

function fetchOptions({ userAgent, allowPrivateHosts, limits, lookup }: Options) {
  const guard = createGuard({ allowHosts: allowPrivateHosts, ...(lookup && { lookup }) });
  return {
    dispatcher: new Agent({ connect: guard.connect, connections: limits.perHost, pipelining: 1 }),
    guard,
    userAgent,
    headersMs: limits.headersSeconds * 1000,
    totalMs: limits.totalSeconds * 1000,
    body: { wireBytes: limits.maxCompressedMb * MEGABYTE, decodedBytes: limits.maxDecodedMb * MEGABYTE },
  };
}

/** Feeds from the web: politely, a connection at a time for each host; safely, never from private networks. */
export function createWebSource(options: Options): Source {
  const lanes = createLanes({ overall: options.limits.concurrency, perHost: options.limits.perHost });
  const parser = createFeedParser(options.document);
  const fetching = fetchOptions(options);
  const patience = createPatience();

  async function poll(feed: Feed, now: Date, signal: AbortSignal): Promise<Polled> {
    const { etag, lastModified, etagMisses = 0 } = feed.state;
    const isEtagKnown = etagMisses < MOST_ETAG_MISSES || lastModified === undefined;
    const wish = {
      url: addressOf(feed),
      ...(etag && isEtagKnown && { etag }),
      ...(lastModified && { lastModified }),
    };
    const fetched = await fetchFeed(wish, { ...fetching, leftMs: (host) => patience.leftMs(host, now) }, signal);
    if (fetched.kind === "failed") return failureOf(fetched);
    const { status } = fetched;
    options.log?.debug({ feed: feed.id, status, bytes: fetched.body.length }, "feed.answered");
    if (status === 200) return readAnswer(fetched, { feed, now }, parser);
    if (status === 304 && (wish.etag ?? wish.lastModified)) return notModified(fetched, feed);
    return pollOfStatus(fetched, { now, failures: feed.state.failures });
  }

  async function pollPatiently(feed: Feed, now: Date, signal: AbortSignal): Promise<Polled> {
    const polled = await poll(feed, now, signal);
    if (polled.kind === "failed" && polled.busyHost !== undefined && polled.retryAfterMs !== undefined)
      patience.wait(polled.busyHost, new Date(now.getTime() + polled.retryAfterMs));
    return polled;
  }

  /** Waits for its turn at the host. */
  async function inLane<T>(url: string, signal: AbortSignal, work: () => Promise<T>) {
    try {
      return await lanes.run(URL.parse(url)?.hostname ?? "", work);
    } catch (error) {
      // Only the caller's own signal makes a fetch reject; anything else is a mistake of ours.
      if (signal.aborted) return { kind: "failed" as const, reason: "stopped" };
      throw error;
    }
  }

  return {
    poll: (feed, now, signal) => inLane(addressOf(feed), signal, () => pollPatiently(feed, now, signal)),
    fetch: async (url, signal) => {
      const fetched = await inLane(url, signal, () => fetchFeed({ url }, { ...fetching, leftMs: () => 0 }, signal));
      return fetched.kind === "failed" ? fetched : documentOf(fetched);
    },
    stop: async () => {
      await parser.stop();
      await fetching.dispatcher.destroy();
    },
  };
}
