import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import { expect, test } from "vitest";
import { outcomeOf } from "../../src/chat/discord/outcome.ts";

function refused(status: number, code: number): DiscordAPIError {
  return new DiscordAPIError({ code, message: "words" }, code, status, "POST", "/channels/1/messages", {});
}

function limited(retryAfter: number, sublimitTimeout: number): RateLimitError {
  return new RateLimitError({
    retryAfter,
    sublimitTimeout,
    timeToReset: 0,
    limit: 5,
    method: "POST",
    hash: "x",
    url: "",
    route: "/channels/:id/messages",
    majorParameter: "1",
    global: false,
    scope: "user",
  });
}

function broken(code: string): Error {
  return Object.assign(new Error("broken"), { code });
}

test.each([
  ["no access to the channel", refused(403, 50_001), "refused"],
  ["no permission to write", refused(403, 50_013), "refused"],
  ["a channel that is gone", refused(404, 10_003), "refused"],
  ["a server that is gone", refused(404, 10_004), "refused"],
  ["a kind of channel that takes no messages", refused(400, 50_008), "refused"],
  ["an archived thread", refused(400, 50_083), "refused"],
  ["a message that is gone", refused(404, 10_008), "missing"],
  ["a message of another bot", refused(403, 50_005), "missing"],
  ["a body with a mistake", refused(400, 50_035), "bad-payload"],
  ["an empty message", refused(400, 50_006), "bad-payload"],
  ["too many edits of an old message", refused(429, 30_046), "retry-after"],
  ["a refused token", refused(401, 0), "retry-after"],
  ["a rate limit", limited(1_500, 0), "retry-after"],
  ["a server error", new HTTPError(502, "Bad Gateway", "POST", "/", {}), "ambiguous"],
  ["a reset connection", broken("ECONNRESET"), "ambiguous"],
  ["a connection closed by the other side", broken("UND_ERR_SOCKET"), "ambiguous"],
  ["a timeout", new DOMException("late", "AbortError"), "ambiguous"],
  ["an unknown host", broken("ENOTFOUND"), "retry-after"],
  ["something that is no error", "words", "ambiguous"],
])("%s", (_name, error, kind) => {
  expect(outcomeOf(error).kind).toBe(kind);
});

test("the longer of two waits counts, in whole milliseconds", () => {
  expect(outcomeOf(limited(1_000.2, 2_500.4))).toMatchObject({ kind: "retry-after", ms: 2_501 });
});
