import { setTimeout as wait } from "node:timers/promises";
import { App, SocketModeReceiver } from "@slack/bolt";
import { WebAPIPlatformError, WebClient, type WebClientOptions } from "@slack/web-api";
import type { Log } from "../../lib/log.ts";
import type { Secret } from "../../lib/secret.ts";
import { UserError } from "../../lib/user-error.ts";
import type { Channel } from "../../model/channel.ts";
import type { Chat, ChatHandlers, Check, Delivery, Found, Outcome } from "../chat.ts";
import { checkSlack } from "./check.ts";
import { backOff, stayConnected } from "./connection.ts";
import { HttpReceiver } from "./http-receiver.ts";
import { libraryLog } from "./library-log.ts";
import { listen } from "./listener.ts";
import { managerUsers } from "./manager-users.ts";
import { createManagerCheck } from "./managers.ts";
import { deliverPost, findPost } from "./posts.ts";

/** How to reach one Slack workspace. */
export type SlackOptions = {
  /** xoxb-…: posts and looks up. */
  readonly botToken: Secret;
  /** xapp-…: commands come through Socket Mode. */
  readonly appToken?: Secret;
  /** Without an app token: commands come as signed HTTP requests. */
  readonly signingSecret?: Secret;
  /** Base of the Web API, for a proxy or a test server. */
  readonly apiUrl?: string;
  readonly log: Log;
  /** Ids of users who manage the bot besides the workspace's admins and owners. */
  readonly managerUsers: readonly string[];
  readonly now?: () => Date;
};

/** The bot as Slack knows it. */
type Identity = {
  readonly team: string;
  readonly botId: string;
  readonly botUserId: string;
  /** "https://team.slack.com/". */
  readonly home: string;
};

const REQUEST_TIMEOUT_MS = 10_000;
/** Also how long the library waits for a pong. */
const CLIENT_PING_TIMEOUT_MS = 2000;
const STOP_WITHIN_MS = 5000;
const HTTP_PATH = "/slack/events";

/** Slack through bolt: Socket Mode when there is an app token, else signed HTTP requests. */
export function createSlackChat(options: SlackOptions): Chat {
  return new SlackChat(options);
}

class SlackChat implements Chat {
  readonly platform = "slack";
  /** Slack has no key by which it would know a repeated request. */
  readonly resendWindowMs = 0;
  readonly http?: NonNullable<Chat["http"]>;
  readonly #options: SlackOptions;
  readonly #now: () => Date;
  readonly #clientOptions: WebClientOptions;
  readonly #client: WebClient;
  readonly #receiver: SocketModeReceiver | HttpReceiver;
  readonly #stopping = new AbortController();
  readonly #answering = new Set<Promise<void>>();
  #identity: Identity | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(options: SlackOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
    this.#clientOptions = {
      ...(options.apiUrl === undefined ? {} : { slackApiUrl: options.apiUrl }),
      // Trying again is the pipeline's task: a library that repeats a post after a lost answer posts twice.
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: REQUEST_TIMEOUT_MS,
      logger: libraryLog(options.log),
    };
    this.#client = new WebClient(options.botToken.reveal(), this.#clientOptions);
    const http = new HttpReceiver(options.signingSecret?.reveal() ?? "", this.#now);
    this.#receiver = options.appToken === undefined ? http : this.#socketReceiver(options.appToken);
    if (options.appToken === undefined && options.signingSecret !== undefined) {
      this.http = { path: HTTP_PATH, handle: (request) => http.handle(request) };
    }
  }

  #socketReceiver(appToken: Secret): SocketModeReceiver {
    return new SocketModeReceiver({
      appToken: appToken.reveal(),
      logger: libraryLog(this.#options.log),
      clientPingTimeout: CLIENT_PING_TIMEOUT_MS,
      autoReconnectEnabled: false,
      installerOptions: { clientOptions: { ...this.#clientOptions } },
    });
  }

  async start(handlers: ChatHandlers): Promise<void> {
    await this.#signIn();
    const app = new App({
      receiver: this.#receiver,
      authorize: async () => ({ botToken: this.#options.botToken.reveal(), ...this.#identity }),
      convoStore: false,
      logger: libraryLog(this.#options.log),
      clientOptions: { ...this.#clientOptions },
    });
    app.error(async (error) => this.#options.log.error({ err: error }, "slack.answer-failed"));
    listen(app, {
      handlers,
      isManager: createManagerCheck({ client: this.#client, listed: this.#options.managerUsers, now: this.#now }),
      track: (work) => this.#track(work),
    });
    const first = Promise.withResolvers<void>();
    this.#running = this.#run((problem) => {
      if (problem instanceof WebAPIPlatformError) first.reject(refusedToken("app token", problem, "SLACK_APP_TOKEN"));
      else first.resolve();
    });
    await first.promise.catch(async (error: unknown) => {
      await this.stop();
      throw error;
    });
  }

  /** Learns who the bot is. Throws when Slack refuses the token; when Slack cannot be reached, it stays unknown. */
  async #signIn(): Promise<void> {
    try {
      const { team_id = "", bot_id = "", user_id = "", url = "" } = await this.#client.auth.test();
      this.#identity = { team: team_id, botId: bot_id, botUserId: user_id, home: url };
    } catch (error) {
      if (error instanceof WebAPIPlatformError) throw refusedToken("bot token", error, "SLACK_BOT_TOKEN");
      this.#options.log.warn({ cause: error instanceof Error ? error.message : String(error) }, "slack.unreachable");
    }
  }

  async #run(attempted: (problem: unknown) => void): Promise<void> {
    const { signal } = this.#stopping;
    if (this.#identity === undefined) attempted(new Error("Slack cannot be reached"));
    for (let failures = 1; this.#identity === undefined && !signal.aborted; failures++) {
      await backOff(failures, signal);
      await this.#signIn();
    }
    if (this.#receiver instanceof HttpReceiver) return attempted(undefined);
    await stayConnected({ client: this.#receiver.client, log: this.#options.log, now: this.#now, signal, attempted });
  }

  async #track(work: Promise<void>): Promise<void> {
    this.#answering.add(work);
    await work.finally(() => this.#answering.delete(work));
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    const ended = Promise.allSettled([...this.#answering, this.#running]);
    await Promise.race([ended, wait(STOP_WITHIN_MS, undefined, { ref: false })]);
    await this.#receiver.stop();
  }

  /** Posting needs no open socket, so a lost connection does not hold alerts back. */
  isReady(): boolean {
    return this.#identity !== undefined && !this.#stopping.signal.aborted;
  }

  async deliver(delivery: Delivery, signal: AbortSignal): Promise<Outcome> {
    const team = this.#identity?.team;
    if (team !== undefined && team !== delivery.at.server) {
      return { kind: "refused", code: "other_workspace", reason: "the bot token belongs to another workspace" };
    }
    return deliverPost(this.#clientUntil(signal), delivery);
  }

  find(at: Channel, post: string, since: Date, signal: AbortSignal): Promise<Found> {
    return findPost(this.#clientUntil(signal), { at, post, since, botId: this.#identity?.botId });
  }

  linkTo({ channel }: Channel, messageId: string): string | undefined {
    const home = this.#identity?.home ?? "";
    const path = `archives/${channel}/p${messageId.replace(".", "")}`;
    return URL.canParse(path, home) ? new URL(path, home).href : undefined;
  }

  managerChannels(_: string, signal: AbortSignal): Promise<string[]> {
    return managerUsers(this.#clientUntil(signal), this.#options.managerUsers);
  }

  check(): Promise<Check[]> {
    const { appToken, signingSecret } = this.#options;
    return checkSlack({ client: this.#client, clientOptions: this.#clientOptions, appToken, signingSecret });
  }

  /** A client whose requests end with the signal. */
  #clientUntil(signal: AbortSignal): WebClient {
    const fetchUntil: NonNullable<WebClientOptions["fetch"]> = (url, init) =>
      fetch(url, { ...init, signal: AbortSignal.any([signal, ...(init?.signal ? [init.signal] : [])]) });
    return new WebClient(this.#options.botToken.reveal(), { ...this.#clientOptions, fetch: fetchUntil });
  }
}

function refusedToken(what: string, { data }: WebAPIPlatformError, variable: string): UserError {
  return new UserError(`Slack refuses the ${what}: ${data.error}.`, `Check ${variable}; \`sitrep doctor\` tells more.`);
}
