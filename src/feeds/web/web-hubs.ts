import { Agent, request } from "undici";
import type { HubAnswer, HubRequest, Hubs } from "../hubs.ts";
import { createGuard, RefusedAddress } from "./guard.ts";

type Options = {
  readonly userAgent: string;
  /** Hosts exempt from the private-network guard. */
  readonly allowPrivateHosts: readonly string[];
};

const TIMEOUT_MS = 15_000;
const MOST_READ = 64 * 1024;
const MOST_REDIRECTS = 3;

function formOf({ mode, topic, callback, secret, leaseSeconds }: HubRequest): string {
  return new URLSearchParams({
    "hub.mode": mode,
    "hub.topic": topic,
    "hub.callback": callback,
    ...(mode === "subscribe" && { "hub.secret": secret, "hub.lease_seconds": String(leaseSeconds) }),
  }).toString();
}

function reasonOf(error: unknown): string {
  if (error instanceof RefusedAddress) return error.message;
  if (error instanceof Error && error.cause instanceof RefusedAddress) return error.cause.message;
  return "the hub could not be reached";
}

/** Hubs on the web, behind the same guard as feeds: an address in a feed must not reach a private network. */
export function createWebHubs({ userAgent, allowPrivateHosts }: Options): Hubs {
  const guard = createGuard({ allowHosts: allowPrivateHosts });
  const dispatcher = new Agent({ connect: guard.connect, connections: 1, pipelining: 1 });

  async function post(url: URL, wish: HubRequest, signal: AbortSignal) {
    const { statusCode, headers, body } = await request(url, {
      method: "POST",
      dispatcher,
      signal,
      headers: { "user-agent": userAgent, "content-type": "application/x-www-form-urlencoded" },
      body: formOf(wish),
    });
    await body.dump({ limit: MOST_READ, signal });
    const { location } = headers;
    const isMoved = (statusCode === 307 || statusCode === 308) && typeof location === "string";
    return { statusCode, next: isMoved ? URL.parse(location, url.href) : null };
  }

  /** A hub that answers 307 or 308 wants to be asked the same at another address (WebSub, 5.2). The secret stays on https. */
  async function send(first: URL, wish: HubRequest, signal: AbortSignal): Promise<HubAnswer> {
    let url = first;
    for (let hop = 0; ; hop++) {
      const complaint = guard.complaint(url);
      if (complaint !== undefined) return { kind: "failed", reason: complaint };
      const { statusCode, next } = await post(url, wish, signal);
      if (statusCode >= 200 && statusCode < 300) return { kind: "accepted" };
      const isSafe = next !== null && (url.protocol === "http:" || next.protocol === "https:");
      if (!isSafe || hop === MOST_REDIRECTS) return { kind: "failed", reason: `the hub answered ${statusCode}` };
      url = next;
    }
  }

  return {
    ask: async (wish, signal) => {
      const url = URL.parse(wish.hub);
      if (url === null) return { kind: "failed", reason: "the hub's address cannot be used" };
      try {
        return await send(url, wish, AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]));
      } catch (error) {
        return { kind: "failed", reason: reasonOf(error) };
      }
    },
    stop: () => dispatcher.destroy(),
  };
}
