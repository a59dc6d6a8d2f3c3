import type { Polled } from "../source.ts";
import type { Headers } from "./fetch.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** How long a host that is busy and names no time is left alone, doubled with each failure. */
const BUSY_MS = 10 * MINUTE_MS;

/** The seconds or the date of a Retry-After header as a wait, at most a day. */
function retryAfterMs(value: string | undefined, now: Date): number | undefined {
  if (value === undefined) return undefined;
  const ms = /^\s*\d+\s*$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now.getTime();
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), DAY_MS);
}

function directive(header: string | undefined, name: string): number | undefined {
  const found = new RegExp(`(?:^|[,\\s])${name}\\s*=\\s*"?(\\d{1,9})`, "i").exec(header ?? "");
  return found === null ? undefined : Number(found[1]);
}

/** For how long the server says its answer stays fresh: `max-age` less `Age`, or `Expires` less `Date`. */
export function freshForMs(headers: Headers): number | undefined {
  const maxAge = directive(headers["cache-control"], "max-age");
  if (maxAge !== undefined) {
    const left = maxAge - Number(headers["age"] ?? 0);
    return left > 0 ? left * 1000 : undefined;
  }
  const left = Date.parse(headers["expires"] ?? "") - Date.parse(headers["date"] ?? "");
  return left > 0 ? left : undefined;
}

function busy(status: number, headers: Headers, at: { now: Date; failures: number }): Polled {
  const wait =
    retryAfterMs(headers["retry-after"], at.now) ?? Math.min(BUSY_MS * 2 ** Math.min(at.failures, 8), DAY_MS);
  return { kind: "failed", reason: `the server answered ${status}`, retryAfterMs: wait, scope: "host" };
}

/** What an answer other than 200 and 304 means. */
export function pollOfStatus(
  status: number,
  headers: Headers,
  at: { readonly now: Date; readonly failures: number },
): Polled {
  switch (status) {
    case 410:
      return { kind: "gone", reason: "the server answered 410: the feed is gone for good" };
    case 429:
    case 503:
      return busy(status, headers, at);
    case 401:
    case 403:
      return { kind: "failed", reason: `the server answered ${status}: it does not let us read the feed` };
    case 404:
      return { kind: "failed", reason: "the server answered 404: there is no feed at this address" };
    default:
      return { kind: "failed", reason: `the server answered ${status}` };
  }
}
