import type { Refusal } from "./world.ts";

/** What the fake answers to a request; no body means 204. */
export type Answer = {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export const NOTHING: Answer = { status: 204 };

export function refuse({ status, code, message }: Refusal): Answer {
  return { status, body: { code, message } };
}

export function rateLimited(retryAfterMs: number, scope: "user" | "global" | "shared"): Answer {
  const seconds = retryAfterMs / 1000;
  const headers = {
    "retry-after": String(seconds),
    "x-ratelimit-scope": scope,
    ...(scope === "global" ? { "x-ratelimit-global": "true" } : {}),
  };
  const body = { message: "You are being rate limited.", retry_after: seconds, global: scope === "global" };
  return { status: 429, body, headers };
}
