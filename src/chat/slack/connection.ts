import { setTimeout as wait } from "node:timers/promises";
import type { SocketModeReceiver } from "@slack/bolt";
import type { Log } from "../../lib/log.ts";

type SocketClient = SocketModeReceiver["client"];

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** A connection that ends sooner counts as a failed one, so that a flapping server is not stormed. */
const SHORT_LIFE_MS = 10_000;

/** How the connection is made and watched. */
export type Connecting = {
  readonly client: SocketClient;
  readonly log: Log;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  /** Called after each attempt, with what went wrong. */
  attempted(problem: unknown): void;
};

/**
 * Keeps a Socket Mode connection open until the signal is aborted. The library's own reconnecting waits for seconds
 * after every routine refresh, and ends the process when it fails; this one connects again at once, then with growing pauses.
 */
export async function stayConnected(to: Connecting): Promise<void> {
  let failures = 0;
  while (!to.signal.aborted) {
    const openedAt = to.now().getTime();
    const isConnected = await connect(to, failures);
    if (isConnected) await disconnected(to.client, to.signal);
    if (to.signal.aborted) break;
    const isShort = to.now().getTime() - openedAt < SHORT_LIFE_MS;
    failures = isConnected && !isShort ? 0 : failures + 1;
    if (!isConnected || failures > 1) await backOff(failures, to.signal);
  }
  to.client.disconnect().catch(() => {});
}

async function connect(to: Connecting, failures: number): Promise<boolean> {
  try {
    await to.client.start();
    to.log.info({ failures }, "slack.connected");
    to.attempted(undefined);
    return true;
  } catch (cause) {
    to.log.warn(
      { failures: failures + 1, cause: cause instanceof Error ? cause.message : "closed" },
      "slack.unreachable",
    );
    to.attempted(cause ?? new Error("the connection was closed"));
    return false;
  }
}

function disconnected(client: SocketClient, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const done = () => resolve();
  if (signal.aborted) done();
  client.once("disconnected", done);
  signal.addEventListener("abort", done, { once: true });
  return promise.finally(() => {
    client.off("disconnected", done);
    signal.removeEventListener("abort", done);
  });
}

/** Waits 0.5 s, 1 s … 30 s, by the number of failures; ends early when the signal is aborted. */
export async function backOff(failures: number, signal: AbortSignal): Promise<void> {
  const ms = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures - 1, 10));
  await wait(ms, undefined, { signal, ref: false }).catch(() => {});
}
