import { setTimeout as wait } from "node:timers/promises";
import { type Client, DiscordAPIError, DiscordjsErrorCodes, Events, type REST, RESTEvents, Routes } from "discord.js";
import type { Log } from "../../lib/log.ts";
import type { Secret } from "../../lib/secret.ts";
import { UserError } from "../../lib/user-error.ts";

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;

/** For how long nothing is posted after a refused token: too many refused requests ban the address. */
const TOKEN_PAUSE_MS = 60_000;

export type Door = { readonly client: Client; readonly rest: REST; readonly token: Secret; readonly log: Log };

/** The connection to the gateway. */
export type Connection = {
  /** Connects and calls `whenOpen`. When Discord is down, that happens later: other platforms must not wait for it. */
  open(whenOpen: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
};

export function createConnection(door: Door): Connection {
  const closing = new AbortController();
  let waiting: Promise<void> = Promise.resolve();
  const openNow = async (whenOpen: () => Promise<void>) => {
    await connect(door);
    await whenOpen();
  };
  const openLater = async (whenOpen: () => Promise<void>) => {
    try {
      await untilReachable(door, closing.signal);
      await openNow(whenOpen);
    } catch (error) {
      if (!closing.signal.aborted) door.log.error({ err: error }, "discord.not-connected");
    }
  };
  return {
    async open(whenOpen) {
      if (await isReachable(door)) return openNow(whenOpen);
      waiting = openLater(whenOpen);
    },
    async close() {
      closing.abort();
      await waiting;
      await door.client.destroy();
      for (const rest of [door.rest, door.client.rest]) {
        rest.clearHashSweeper();
        rest.clearHandlerSweeper();
      }
    },
  };
}

/** Logs in and waits until the servers are known. A wrong token is a UserError. */
async function connect({ client, token }: Door): Promise<void> {
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  try {
    await client.login(token.reveal());
  } catch (error) {
    throw isTokenError(error) ? wrongToken(error) : error;
  }
  await ready;
}

/** Whether Discord answers. A client whose login failed is of no more use, so this is asked before. A wrong token is a UserError. */
async function isReachable({ rest, token, log }: Door): Promise<boolean> {
  try {
    await rest.setToken(token.reveal()).get(Routes.gatewayBot());
    return true;
  } catch (error) {
    if (isTokenError(error)) throw wrongToken(error);
    log.warn({ err: error }, "discord.unreachable");
    return false;
  }
}

/** Asks again, at longer and longer intervals, until Discord answers; rejects when aborted. */
async function untilReachable(door: Door, signal: AbortSignal): Promise<void> {
  let pauseMs = FIRST_PAUSE_MS;
  do {
    await wait(pauseMs, undefined, { signal });
    pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
  } while (!(await isReachable(door)));
}

/** Notices when Discord refuses the token, so that posting pauses. */
export function watchToken(rests: readonly REST[], now: () => Date, log: Log): { isRefused(): boolean } {
  let refusedAt: Date | undefined;
  for (const rest of rests)
    rest.on(RESTEvents.Response, (request, response) => {
      if (response.status !== 401 || request.route.startsWith("/webhooks")) return;
      refusedAt = now();
      log.error({ route: request.route }, "discord.token-refused");
    });
  return { isRefused: () => refusedAt !== undefined && now().getTime() - refusedAt.getTime() < TOKEN_PAUSE_MS };
}

function isTokenError(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401;
  return error instanceof Error && "code" in error && error.code === DiscordjsErrorCodes.TokenInvalid;
}

function wrongToken(cause: unknown): UserError {
  return new UserError(
    "Discord does not accept the bot token.",
    "Copy it again from Developer Portal → your application → Bot, and set DISCORD_TOKEN.",
    { cause },
  );
}
