import { Secret } from "../lib/secret.ts";
import { UserError } from "../lib/user-error.ts";

/** What the environment says; secrets print as `***`. Absent parts are switched off. */
export type Environment = {
  readonly discord?: { readonly token: Secret; readonly apiUrl?: string };
  readonly slack?: {
    readonly botToken: Secret;
    readonly appToken?: Secret;
    readonly signingSecret?: Secret;
    readonly apiUrl?: string;
  };
  readonly databaseUrl?: Secret;
  /** An OpenAI-compatible endpoint that rewords stories; off unless address and model are given. */
  readonly languageModel?: { readonly baseUrl: string; readonly model: string; readonly apiKey?: Secret };
  readonly configFolder: string;
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  /** Where hubs reach the local web server from outside; without a slash at its end. */
  readonly publicUrl?: string;
  readonly allowPrivateHosts: readonly string[];
  readonly logLevel: string;
};

type Variables = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "silent"];

function filled(variables: Variables, name: string): string | undefined {
  return variables[name]?.trim() || undefined;
}

function secret(variables: Variables, name: string): Secret | undefined {
  const value = filled(variables, name);
  return value === undefined ? undefined : new Secret(value);
}

function port(variables: Variables): number {
  const typed = filled(variables, "SITREP_PORT") ?? "8080";
  const value = Number(typed);
  if (Number.isInteger(value) && value >= 0 && value <= 65_535) return value;
  throw new UserError(
    `SITREP_PORT is "${typed}", which is not a port.`,
    "Give a number from 0 to 65535, or leave it out for 8080.",
  );
}

function publicUrl(variables: Variables): string | undefined {
  const typed = filled(variables, "SITREP_PUBLIC_URL");
  if (typed === undefined) return undefined;
  const url = URL.parse(typed);
  if (url && /^https?:$/.test(url.protocol) && url.search === "" && url.hash === "" && url.username === "")
    return url.href.replace(/\/+$/, "");
  throw new UserError(
    `SITREP_PUBLIC_URL is "${typed}", which is not the address of a server.`,
    "Give an address such as https://sitrep.example.org, or leave it out.",
  );
}

function logLevel(variables: Variables): string {
  const level = filled(variables, "LOG_LEVEL") ?? "info";
  if (LOG_LEVELS.includes(level)) return level;
  throw new UserError(`LOG_LEVEL is "${level}".`, `Give one of ${LOG_LEVELS.join(", ")}.`);
}

function discord(variables: Variables): Environment["discord"] {
  const token = secret(variables, "DISCORD_TOKEN");
  const apiUrl = filled(variables, "DISCORD_API_URL");
  return token && { token, ...(apiUrl === undefined ? {} : { apiUrl }) };
}

function slack(variables: Variables): Environment["slack"] {
  const botToken = secret(variables, "SLACK_BOT_TOKEN");
  const appToken = secret(variables, "SLACK_APP_TOKEN");
  const signingSecret = secret(variables, "SLACK_SIGNING_SECRET");
  const apiUrl = filled(variables, "SLACK_API_URL");
  if (botToken === undefined) {
    if (appToken ?? signingSecret)
      throw new UserError(
        "Slack is only half set up: SLACK_BOT_TOKEN is missing.",
        "Copy the bot token (xoxb-…) from the app's OAuth page into .env.",
      );
    return undefined;
  }
  if (appToken === undefined && signingSecret === undefined)
    throw new UserError(
      "Slack is only half set up: neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is given.",
      "Give the app token (xapp-…) for Socket Mode, or the signing secret for HTTP.",
    );
  return {
    botToken,
    ...(appToken ? { appToken } : {}),
    ...(signingSecret ? { signingSecret } : {}),
    ...(apiUrl === undefined ? {} : { apiUrl }),
  };
}

function languageModel(variables: Variables): Environment["languageModel"] {
  const [typed, model] = [filled(variables, "LLM_BASE_URL"), filled(variables, "LLM_MODEL")];
  const apiKey = secret(variables, "LLM_API_KEY");
  if (typed === undefined && model === undefined) return undefined;
  if (typed === undefined || model === undefined)
    throw new UserError(
      `Rewording is only half set up: ${typed === undefined ? "LLM_BASE_URL" : "LLM_MODEL"} is missing.`,
      "Give both LLM_BASE_URL and LLM_MODEL, or neither to leave it off.",
    );
  const url = URL.parse(typed);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "")
    throw new UserError(
      "LLM_BASE_URL is not the address of a server.",
      "Give an address such as http://127.0.0.1:11434/v1; a key belongs in LLM_API_KEY.",
    );
  return { baseUrl: url.href, model, ...(apiKey ? { apiKey } : {}) };
}

/** Reads the environment's variables; errors name the variable and what is allowed. */
export function readEnvironment(variables: Variables): Environment {
  const [onDiscord, onSlack, databaseUrl] = [discord(variables), slack(variables), secret(variables, "DATABASE_URL")];
  const [url, model] = [publicUrl(variables), languageModel(variables)];
  return {
    ...(model ? { languageModel: model } : {}),
    ...(url ? { publicUrl: url } : {}),
    ...(onDiscord ? { discord: onDiscord } : {}),
    ...(onSlack ? { slack: onSlack } : {}),
    ...(databaseUrl ? { databaseUrl } : {}),
    configFolder: filled(variables, "SITREP_CONFIG") ?? "config",
    dataFolder: filled(variables, "SITREP_DATA") ?? "data",
    host: filled(variables, "SITREP_HOST") ?? "127.0.0.1",
    port: port(variables),
    allowPrivateHosts: (filled(variables, "SITREP_ALLOW_PRIVATE_HOSTS") ?? "")
      .split(/[\s,]+/)
      .filter((host) => host !== ""),
    logLevel: logLevel(variables),
  };
}
