import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import type { Outcome } from "../chat.ts";

/** Codes that say something of this one message, whatever their status. https://discord.com/developers/docs/topics/opcodes-and-status-codes */
const UNKNOWN_MESSAGE = 10_008;
const NOT_THE_AUTHOR = 50_005;
const TOO_MANY_EDITS = 30_046;

/** 400s that the channel causes, not the message: wrong kind of channel, archived thread. */
const CHANNEL_CODES = new Set<number | string>([50_008, 50_024, 50_083, 160_005]);

const EDIT_PAUSE_MS = 600_000;
const TOKEN_PAUSE_MS = 60_000;
const CONNECT_PAUSE_MS = 5_000;

/** Errors of a connection that never stood, so nothing was sent. */
const NOT_CONNECTED = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"]);

/** What a failed post or edit means for its delivery. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof RateLimitError) return rateLimited(error);
  if (error instanceof DiscordAPIError) return refusal(error);
  if (error instanceof HTTPError) return { kind: "ambiguous", reason: `Discord answered ${error.status}` };
  const code = codeOf(error);
  if (code !== undefined && NOT_CONNECTED.has(code))
    return { kind: "retry-after", ms: CONNECT_PAUSE_MS, reason: "Discord cannot be reached" };
  return { kind: "ambiguous", reason: code ?? (error instanceof Error ? error.name : "unknown error") };
}

function rateLimited({ retryAfter, sublimitTimeout, global }: RateLimitError): Outcome {
  const ms = Math.max(1, Math.ceil(Math.max(retryAfter, sublimitTimeout)));
  return { kind: "retry-after", ms, reason: global ? "Discord limits the whole bot" : "Discord limits this channel" };
}

function refusal({ code, status, message }: DiscordAPIError): Outcome {
  if (code === UNKNOWN_MESSAGE || code === NOT_THE_AUTHOR) return { kind: "missing" };
  if (code === TOO_MANY_EDITS) return { kind: "retry-after", ms: EDIT_PAUSE_MS, reason: message };
  // A bad token is no fault of the channel: the post waits until somebody mends it.
  if (status === 401)
    return { kind: "retry-after", ms: TOKEN_PAUSE_MS, reason: "Discord does not accept the bot token" };
  if (status === 400 && !CHANNEL_CODES.has(code)) return { kind: "bad-payload", reason: message };
  return { kind: "refused", code: String(code), reason: reasonOf(code, message) };
}

/** Discord's reason in the words of its permission settings. */
function reasonOf(code: number | string, message: string): string {
  if (code === 50_001) return "sitrep may not see the channel";
  if (code === 50_013) return "sitrep lacks a permission there (Send Messages, Embed Links)";
  if (code === 10_003) return "the channel does not exist any more";
  return message;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
