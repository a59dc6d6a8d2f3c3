import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const SRC = resolve(import.meta.dirname, "../../src");

/** Rooms by step; a room imports only from steps below its own. */
const STEPS: readonly (readonly string[])[] = [
  ["model"],
  ["text", "lib"],
  ["feeds", "store", "chat", "config", "analyse", "picture"],
  ["desk", "rewriting"],
  ["cards"],
  ["timelines"],
  ["pipeline", "commands"],
  ["http"],
  ["app.ts"],
  ["cli"],
  ["main.ts"],
];
const ADAPTERS = [
  "feeds/web",
  "feeds/recorded",
  "store/sql",
  "chat/discord",
  "chat/slack",
  "chat/console",
  "picture/resvg",
  "rewriting/openai",
];

/** The rooms within analyse, in the same way. */
const ANALYSE: readonly (readonly string[])[] = [
  ["reading"],
  ["names"],
  ["events", "quotes"],
  ["relevance"],
  ["stories", "summary"],
];

const stepOf = (room: string) => STEPS.findIndex((rooms) => rooms.includes(room));
const roomOf = (file: string) => relative(SRC, file).split("/")[0] ?? "";
const adapterOf = (file: string) => ADAPTERS.find((adapter) => relative(SRC, file).startsWith(`${adapter}/`));

type Import = { readonly from: string; readonly to: string };

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name));
}

function imports(file: string): Import[] {
  const paths = readFileSync(file, "utf8").matchAll(/(?:from|import\()\s*"(\.{1,2}\/[^"]+)"/g);
  return [...paths].map(([, path = ""]) => ({ from: file, to: resolve(dirname(file), path) }));
}

const all = sources(SRC).flatMap(imports);
const show = ({ from, to }: Import) => `${relative(SRC, from)} imports ${relative(SRC, to)}`;

test("every room has its step in the house", () => {
  const rooms = new Set(sources(SRC).map(roomOf));
  expect([...rooms].filter((room) => stepOf(room) < 0)).toEqual([]);
});

test("imports point down only, and never to a room on the same step", () => {
  expect(all.length).toBeGreaterThan(100);
  const wrong = all.filter(({ from, to }) => roomOf(from) !== roomOf(to) && stepOf(roomOf(to)) >= stepOf(roomOf(from)));
  expect(wrong.map(show)).toEqual([]);
});

test("within analyse, too, imports point down only", () => {
  const step = (file: string) => {
    const [room, inner] = relative(SRC, file).split("/");
    return room === "analyse" ? ANALYSE.findIndex((rooms) => rooms.includes(inner ?? "")) : -1;
  };
  const within = all.filter(({ from, to }) => step(from) >= 0 && step(to) >= 0 && dirname(from) !== dirname(to));
  expect(within.length).toBeGreaterThan(50);
  expect(within.filter(({ from, to }) => step(to) >= step(from)).map(show)).toEqual([]);
});

test("adapters are loaded by the command line alone, and know nothing of each other", () => {
  const wrong = all.filter(({ from, to }) => {
    const adapter = adapterOf(to);
    return adapter !== undefined && adapter !== adapterOf(from) && roomOf(from) !== "cli";
  });
  expect(wrong.map(show)).toEqual([]);
});

test("only the loop knows node-cron, and only main reads the environment", () => {
  const texts = sources(SRC).map((file) => ({ file: relative(SRC, file), text: readFileSync(file, "utf8") }));
  expect(texts.filter(({ text }) => text.includes('"node-cron"')).map(({ file }) => file)).toEqual([
    "pipeline/loop.ts",
  ]);
  expect(texts.filter(({ text }) => text.includes("process.env")).map(({ file }) => file)).toEqual(["main.ts"]);
});

test("nothing nests deeper than two folders under src", () => {
  expect(
    sources(SRC)
      .map((file) => relative(SRC, file))
      .filter((file) => file.split("/").length > 4),
  ).toEqual([]);
});
