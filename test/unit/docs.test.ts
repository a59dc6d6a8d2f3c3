import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commandDocs } from "../../src/commands/docs.ts";
import { COMMANDS } from "../../src/commands/registry.ts";
import { configurationDocs } from "../../src/config/docs.ts";
import { readEnvironment } from "../../src/config/environment.ts";

const page = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");

test("docs/commands.md says what the registry says", () => {
  expect(page("docs/commands.md")).toBe(commandDocs(COMMANDS));
});

test("docs/configuration.md says what the schemas say", () => {
  expect(page("docs/configuration.md")).toBe(configurationDocs());
});

test("README and ARCHITECTURE stay short enough to be read", () => {
  expect(page("README.md").split("\n").length).toBeLessThanOrEqual(200);
  expect(page("ARCHITECTURE.md").split("\n").length).toBeLessThanOrEqual(150);
});

test("every dependency has its reason", () => {
  const { dependencies, devDependencies } = JSON.parse(page("package.json")) as Record<string, Record<string, string>>;
  const reasons = page("docs/dependencies.md");
  const names = [...Object.keys(dependencies ?? {}), ...Object.keys(devDependencies ?? {})];
  const unexplained = names.filter((name) => !reasons.includes(name.startsWith("@types/") ? "@types" : name));
  expect(unexplained).toEqual([]);
  const versions = [...Object.values(dependencies ?? {}), ...Object.values(devDependencies ?? {})];
  expect(versions.filter((version) => !/^\d/.test(version))).toEqual([]);
});

test(".env.example names every variable that is read, and an empty copy of it is a valid environment", () => {
  const names = page(".env.example").match(/^[A-Z_]+(?==)/gm) ?? [];
  const seen = new Set<string>();
  const variables = new Proxy({}, { get: (_, name) => void seen.add(String(name)) });
  expect(readEnvironment(variables)).toMatchObject({ port: 8080, host: "127.0.0.1" });
  expect([...seen].sort()).toEqual([...names].sort());
});
