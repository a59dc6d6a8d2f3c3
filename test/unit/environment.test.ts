import { inspect } from "node:util";
import { expect, test } from "vitest";
import { readEnvironment } from "../../src/config/environment.ts";
import { redact } from "../../src/lib/log.ts";
import { UserError } from "../../src/lib/user-error.ts";

test("half a Slack set-up is refused, with the variable that is missing", () => {
  expect(() => readEnvironment({ SLACK_APP_TOKEN: "xapp-1" })).toThrow("SLACK_BOT_TOKEN is missing");
  expect(() => readEnvironment({ SLACK_BOT_TOKEN: "xoxb-1" })).toThrow(UserError);
});

test("a port or log level that cannot be is refused", () => {
  expect(() => readEnvironment({ SITREP_PORT: "http" })).toThrow('SITREP_PORT is "http"');
  expect(() => readEnvironment({ LOG_LEVEL: "loud" })).toThrow("LOG_LEVEL");
});

test("rewording is off unless both address and model are given", () => {
  expect(readEnvironment({ LLM_API_KEY: "k" })).not.toHaveProperty("languageModel");
  expect(() => readEnvironment({ LLM_MODEL: "m" })).toThrow("LLM_BASE_URL is missing");
  expect(() => readEnvironment({ LLM_BASE_URL: "ftp://h/v1", LLM_MODEL: "m" })).toThrow("LLM_BASE_URL is not");
  const both = { LLM_BASE_URL: "http://127.0.0.1:11434/v1", LLM_MODEL: "m" };
  expect(readEnvironment(both).languageModel).toEqual({ baseUrl: "http://127.0.0.1:11434/v1", model: "m" });
});

test("secrets never print", () => {
  const LLM = { LLM_BASE_URL: "http://h/v1", LLM_MODEL: "m", LLM_API_KEY: "sk-1" };
  const environment = readEnvironment({ DISCORD_TOKEN: "very-secret", DATABASE_URL: "postgres://u:pw@h/d", ...LLM });
  expect(`${inspect(environment, { depth: 9 })}${JSON.stringify(environment)}`).not.toMatch(/very-secret|pw|sk-1/);
  expect(environment.discord?.token.reveal()).toBe("very-secret");
});

test("logs hide tokens, passwords in addresses and query strings", () => {
  const line = redact(
    '{"a":"xoxb-123-abc","b":"https://user:pass@host/feed?token=s3cr3t&x=y","c":"MTIzNDU2Nzg5MDEyMzQ1Njc4.GaBcDe.abcdefghijklmnopqrstuvwxyz0"}',
  );
  expect(line).not.toMatch(/123-abc|pass|s3cr3t|abcdefghij/);
  expect(line).toContain("host/feed?token=***");
});
