import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadWatch } from "../../src/config/load.ts";
import { UserError } from "../../src/lib/user-error.ts";
import { fold } from "../../src/text/fold.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sitrep-actors-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PACKS = {
  borduria: "name: Borduria\npeople:\n  ivo-holm: { name: Ivo Holm, weight: 3, roles: [{ title: General }] }\n",
  syldavia:
    "name: Syldavia\npeople:\n  anna-kray: { name: Anna Kray }\norganisations:\n  guard: { name: Border Guard, weight: 0 }\n",
};

function watch(name: string, text: string, packs: Readonly<Record<string, string>> = PACKS): string {
  for (const part of ["watches", "actors"]) mkdirSync(join(folder, name, part), { recursive: true });
  for (const [id, pack] of Object.entries(packs)) writeFileSync(join(folder, name, "actors", `${id}.yaml`), pack);
  const file = join(folder, name, "watches", "one.yaml");
  writeFileSync(file, `name: T\ntopics: { war: { words: { 5: [war] } } }\n${text}`);
  return file;
}

async function problems(file: string): Promise<string[]> {
  const error: unknown = await loadWatch(file).catch((cause: unknown) => cause);
  if (!(error instanceof UserError)) throw new Error("no problem was found");
  return error.message.split("\n").map((line) => line.replaceAll(folder, "").trim().replace(/^\//, ""));
}

test("a watch takes over the actors of packs, under its own weight where it gives one", async () => {
  const { actors } = await loadWatch(watch("use", "actors: [borduria, { pack: syldavia, weight: 1 }]\n"));
  expect(actors.map(({ id, kind, weight }) => [id, kind, weight])).toEqual([
    ["ivo-holm", "person", 3],
    ["anna-kray", "person", 1],
    ["guard", "organisation", 1],
  ]);
});

test("an actor of the watch stands in place of the pack's of that id", async () => {
  const { actors } = await loadWatch(
    watch("own", "actors: [borduria]\npeople:\n  ivo-holm: { name: Ivo Holm, weight: 7 }\n"),
  );
  expect(actors).toMatchObject([{ id: "ivo-holm", weight: 7, roles: [] }]);
});

test("packs that are missing, listed twice or share an id are told by line", async () => {
  const packs = { ...PACKS, twin: "name: Twin\npeople:\n  ivo-holm: { name: Ivo Holm }\n" };
  const text =
    "actors:\n  - borduria\n  - bordurai\n  - { pack: borduria }\n  - twin\n  - { pack: syldavia, wieght: 1 }\n";
  expect(await problems(watch("keys", text, packs))).toEqual([
    "keys/watches/one.yaml has one problem:",
    'keys/watches/one.yaml:8:23 actors[4].wieght: is not a known key; did you mean "weight"? (allowed here: pack, weight)',
  ]);
  expect(await problems(watch("wrong", text.replace("wieght", "weight"), packs))).toEqual([
    "wrong/watches/one.yaml has 3 problems:",
    'wrong/watches/one.yaml:5:5 actors[1]: there is no pack "bordurai" in config/actors/; there are: borduria, syldavia, twin',
    "wrong/watches/one.yaml:6:7 actors[2].pack: the pack is already listed above",
    'wrong/watches/one.yaml:7:5 actors[3]: has the id "ivo-holm", which the pack "borduria" has too',
  ]);
});

test("a mistake in a pack is told with the pack's file and line", async () => {
  const packs = {
    borduria:
      'name: Borduria\npeople:\n  ivo-holm:\n    name: Ivo Holm\n    roles:\n      - { title: General, from: "2024-05-01", to: "2024-03" }\n',
  };
  expect(await problems(watch("dates", "actors: [borduria]\n", packs))).toEqual([
    "dates/actors/borduria.yaml has one problem:",
    "dates/actors/borduria.yaml:6:47 people.ivo-holm.roles[0].to: ends before it begins (2024-05-01)",
  ]);
});

test("the packs that come along know 60 people and more, no name twice, in the scripts of their countries", async () => {
  const packs = readdirSync("config/actors").map((name) => name.replace(".yaml", ""));
  const file = join(folder, "shipped", "watches", "one.yaml");
  mkdirSync(join(folder, "shipped", "watches"), { recursive: true });
  cpSync("config/actors", join(folder, "shipped", "actors"), { recursive: true });
  writeFileSync(file, `name: T\ntopics: { war: { words: { 5: [war] } } }\nactors: [${packs.join(", ")}]\n`);
  const { actors } = await loadWatch(file);
  const people = actors.filter(({ kind }) => kind === "person");
  expect(people.length).toBeGreaterThanOrEqual(60);
  const owners = Map.groupBy(
    actors.flatMap(({ id, names }) => [...new Set(names.map(fold))].map((name) => ({ id, name }))),
    ({ name }) => name,
  );
  expect([...owners.values()].filter((ids) => ids.length > 1)).toEqual([]);
  const inScript = (country: string, script: RegExp) =>
    people.filter((one) => one.country === country).every(({ names }) => names.some((name) => script.test(name)));
  expect(inScript("Russia", /\p{Script=Cyrillic}/u)).toBe(true);
  expect(inScript("China", /\p{Script=Han}/u)).toBe(true);
  expect(inScript("Saudi Arabia", /\p{Script=Arabic}/u)).toBe(true);
  expect(people.filter(({ roles }) => roles.length === 0).map(({ id }) => id)).toEqual([]);
});
