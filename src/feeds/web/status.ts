import { parseTime } from "../document/times.ts";
import type { Polled } from "../source.ts";
import type { Headers } from "./exchange.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const LONGEST_PAUSE_MS = 7 * DAY_MS;
/** How long a host that is busy and names no time is left alone, doubled with each failure. */
const BUSY_MS = 10 * MINUTE_MS;

/** The seconds or the date of a Retry-After header as a wait, at most a week: beyond that somebody mistyped. */
function retryAfterMs(value: string | undefined, now: Date): number | undefined {
  if (value === undefined) return undefined;
  const seconds = /^\s*(\d{1,9}(?:\.\d{1,9})?)\s*$/.exec(value)?.[1];
  const until = seconds === undefined ? parseTime(value) : new Date(now.getTime() + Number(seconds) * 1000);
  return until && Math.min(Math.max(until.getTime() - now.getTime(), 0), LONGEST_PAUSE_MS);
}

const MAX_AGE = /(?:^|[,\s])max-age\s*=\s*"?(\d{1,9})/i;

/** For how long the server says its answer stays fresh: `max-age` less `Age`, or `Expires` less `Date`. */
export function freshForMs(headers: Headers): number | undefined {
  const maxAge = MAX_AGE.exec(headers["cache-control"] ?? "")?.[1];
  if (maxAge !== undefined) return positive((Number(maxAge) - (Number(headers["age"]) || 0)) * 1000);
  const { expires, date } = headers;
  if (expires === undefined || date === undefined) return undefined;
  const [end, start] = [parseTime(expires), parseTime(date)];
  return end && start && positive(end.getTime() - start.getTime());
}

function positive(ms: number): number | undefined {
  return ms > 0 ? ms : undefined;
}

/** The wait that the server asks for, or that its being busy means. */
function pauseMs(status: number, headers: Headers, at: { now: Date; failures: number }): number | undefined {
  const asked = retryAfterMs(headers["retry-after"], at.now);
  const isBusy = status === 429 || status === 503;
  return asked ?? (isBusy ? Math.min(BUSY_MS * 2 ** Math.min(at.failures, 8), DAY_MS) : undefined);
}

const IN_WORDS: Readonly<Record<number, string>> = {
  401: ": it does not let us read the feed",
  403: ": it does not let us read the feed",
  404: ": there is no feed at this address",
};

type Answered = { readonly status: number; readonly headers: Headers; readonly url: string };

/** What an answer means that is neither a document nor says that nothing changed. */
export function pollOfStatus(
  { status, headers, url }: Answered,
  at: { readonly now: Date; readonly failures: number },
): Polled {
  if (status === 410) return { kind: "gone", reason: "the server answered 410: the feed is gone for good" };
  const reason = `the server answered ${status}${IN_WORDS[status] ?? ""}`;
  const retryAfterMs = pauseMs(status, headers, at);
  if (retryAfterMs === undefined) return { kind: "failed", reason };
  return { kind: "failed", reason, retryAfterMs, busyHost: new URL(url).host };
}
