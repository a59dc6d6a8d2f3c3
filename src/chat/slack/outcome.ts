import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from "@slack/web-api";
import type { Outcome } from "../chat.ts";

/** The message cannot be changed any more, or is gone: a new one has to be made. */
const MISSING = new Set(["message_not_found", "cant_update_message", "edit_window_closed"]);

const BAD_PAYLOAD = new Set([
  "invalid_blocks",
  "invalid_blocks_format",
  "msg_blocks_too_long",
  "msg_too_long",
  "no_text",
  "invalid_metadata_format",
  "invalid_metadata_schema",
  "metadata_too_large",
  "invalid_arguments",
  "too_many_attachments",
]);

/** Slack answered, but does not say whether anything was done. */
const AMBIGUOUS = new Set(["fatal_error", "internal_error", "request_timeout", "service_unavailable"]);

/** The connection was never made, so nothing can have been posted. */
const NOT_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** Refusals that a manager can mend, in the words of Slack's own screens. */
const IN_WORDS: ReadonlyMap<string, string> = new Map([
  ["not_in_channel", "sitrep is not in that channel; type /invite @sitrep there"],
  ["is_archived", "the channel is archived"],
  ["channel_not_found", "the channel does not exist any more, or is private and sitrep is not in it"],
  ["restricted_action", "the workspace does not let sitrep post there"],
  ["account_inactive", "sitrep was removed from the workspace"],
  ["token_revoked", "sitrep was removed from the workspace"],
  ["invalid_auth", "Slack does not accept the bot token"],
  ["missing_scope", "the app lacks a permission; reinstall it with the current manifest"],
]);

const RETRY_MS = 5000;
const BUSY_MS = 1000;

/** What a failed call of chat.postMessage or chat.update means for the delivery. */
export function outcomeOf(error: unknown): Exclude<Outcome, { kind: "sent" }> {
  if (error instanceof WebAPIRateLimitedError) {
    return { kind: "retry-after", ms: error.retryAfter * 1000, reason: "Slack asks to wait" };
  }
  if (error instanceof WebAPIPlatformError) return platformOutcome(error);
  if (error instanceof WebAPIHTTPError && error.statusCode < 500) {
    return { kind: "refused", code: String(error.statusCode), reason: `Slack answered ${error.statusCode}` };
  }
  if (error instanceof WebAPIHTTPError) return { kind: "ambiguous", reason: `Slack answered ${error.statusCode}` };
  if (error instanceof WebAPIRequestError && NOT_SENT.has(networkCode(error.original))) {
    return { kind: "retry-after", ms: RETRY_MS, reason: `no connection to Slack (${networkCode(error.original)})` };
  }
  return { kind: "ambiguous", reason: error instanceof Error ? error.message : String(error) };
}

function platformOutcome(error: WebAPIPlatformError): Exclude<Outcome, { kind: "sent" }> {
  const code = error.data.error;
  const reason = `Slack refused: ${[code, ...(error.data.response_metadata?.messages ?? [])].join("; ")}`;
  if (code === "ratelimited" || code === "rate_limited") return { kind: "retry-after", ms: BUSY_MS, reason };
  if (MISSING.has(code)) return { kind: "missing" };
  if (BAD_PAYLOAD.has(code)) return { kind: "bad-payload", reason };
  if (AMBIGUOUS.has(code)) return { kind: "ambiguous", reason };
  return { kind: "refused", code, reason: IN_WORDS.get(code) ?? reason };
}

/** The system's code of a network error, looked for along its causes. */
function networkCode(error: unknown): string {
  if (!(error instanceof Error)) return "";
  if ("code" in error && typeof error.code === "string") return error.code;
  if (error instanceof AggregateError) return networkCode(error.errors[0]);
  return networkCode(error.cause);
}
