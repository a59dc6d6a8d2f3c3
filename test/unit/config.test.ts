import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { configurationDocs } from "../../src/config/docs.ts";
import { applyChanges } from "../../src/config/edits.ts";
import { loadConfig, loadWatch } from "../../src/config/load.ts";
import { DEFAULT_SETTINGS } from "../../src/config/settings.ts";
import { UserError } from "../../src/lib/user-error.ts";
import type { Watch } from "../../src/model/watch.ts";

const folder = mkdtempSync(join(tmpdir(), "sitrep-config-"));
afterAll(() => rmSync(folder, { recursive: true }));

const MINIMAL = "name: Test\ntopics: { war: { words: { 3: [war] } } }\n";

function watchFile(text: string, name = "test.yaml"): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** The lines of the error that loading gives, without the path in front of the file's name. */
async function problems(loading: Promise<unknown>): Promise<string[]> {
  const error = await loading.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UserError);
  return (error instanceof UserError ? error.message : "")
    .replaceAll(`${folder}/`, "")
    .split("\n")
    .map((line) => line.trim());
}

async function watch(text = MINIMAL): Promise<Watch> {
  return loadWatch(watchFile(text));
}

test("the files that come with sitrep load, and sitrep.yaml holds the defaults", async () => {
  const { settings, watches } = await loadConfig("config");
  expect(settings).toEqual(DEFAULT_SETTINGS);
  expect(watches.map(({ id }) => id)).toEqual(
    readdirSync("config/watches")
      .map((name) => name.replace(".yaml", ""))
      .sort(),
  );
  for (const { feeds, topics } of watches) {
    expect(feeds.length).toBeGreaterThanOrEqual(5);
    expect(topics.length).toBeGreaterThanOrEqual(4);
  }
});

test("sitrep.yaml names every setting", () => {
  const written = readFileSync("config/sitrep.yaml", "utf8");
  for (const [group, value] of Object.entries(DEFAULT_SETTINGS))
    for (const key of typeof value === "object" ? [group, ...Object.keys(value)] : [group])
      expect(written, key).toMatch(new RegExp(`^\\s*${key}:`, "m"));
});

test("an empty sitrep.yaml gives the defaults", async () => {
  const config = join(folder, "empty");
  mkdirSync(join(config, "watches"), { recursive: true });
  writeFileSync(join(config, "sitrep.yaml"), "");
  expect(await loadConfig(config)).toEqual({ settings: DEFAULT_SETTINGS, watches: [] });
});

test("an unknown key is told with its line, the nearest key and all allowed ones", async () => {
  const told = await problems(watch("name: Test\ntopics: {}\ntreshold: 5\n"));
  expect(told).toContainEqual(
    expect.stringMatching(
      /^test\.yaml:3:1 treshold: is not a known key; did you mean "threshold"\? \(allowed here: name, /,
    ),
  );
});

test("a bare name where a group must stand is told with the keys of the group", async () => {
  const told = await problems(
    watch("name: Test\nuse: []\npeople:\n  a-b: Anna Bee\nfeeds:\n  - https://a.example/rss\n"),
  );
  expect(told).toContainEqual(
    expect.stringMatching(/^test\.yaml:4:3 people\.a-b: must be a group with the keys name, spel/),
  );
  expect(told).toContainEqual(
    expect.stringMatching(/^test\.yaml:6:5 feeds\[0\]: must be a group with the keys url, outl/),
  );
});

test("a missing key is told where its group stands", async () => {
  const told = await problems(watch("name: Test\ntopics: {}\npeople:\n  a-b: { weight: 2 }\n"));
  expect(told).toContain("test.yaml:4:3 people.a-b.name: is missing: text is needed");
});

test("every problem of a file is told, in order of lines", async () => {
  const told = await problems(
    watch(`name: 5
threshold: many
feeds:
  - { url: "ftp://example.org", outlet: A, timezone: Mars/Base }
people:
  Big Boss: { name: B }
  b: { name: B, gender: other, short: [{ nam: x }] }
topics:
  t: { words: { 99: [a], 3: ["*"] } }
`),
  );
  expect(told).toEqual([
    "test.yaml has 9 problems:",
    "test.yaml:1:1 name: must be text",
    "test.yaml:2:1 threshold: must be a whole number from 1 to 1000",
    "test.yaml:4:7 feeds[0].url: must be an address that starts with http:// or https://",
    "test.yaml:4:44 feeds[0].timezone: must be a time zone such as Asia/Karachi",
    "test.yaml:6:3 people.Big Boss: must be lower-case letters, digits and hyphens",
    "test.yaml:7:17 people.b.gender: must be one of: male, female",
    "test.yaml:7:40 people.b.short[0]: must be text, or a group with the keys name, needs, not, near",
    "test.yaml:9:17 topics.t.words.99: must be a weight from 1 to 20",
    "test.yaml:9:30 topics.t.words.3[0]: must hold at least one letter or digit",
  ]);
});

test("text that is no YAML is told with its line", async () => {
  expect(await problems(watch("name: Test\ntopics: {a: [}\n"))).toContainEqual(
    expect.stringMatching(/^test\.yaml:2:\d+ not valid YAML: /),
  );
});

test("an id used twice and a feed named twice are told", async () => {
  const told = await problems(
    watch(
      `${MINIMAL}places:\n  a: { name: A }\nevents:\n  a: { name: B }\nfeeds:\n  - { url: "http://a", outlet: A }\n  - { url: "http://a", outlet: A }\n`,
    ),
  );
  expect(told.slice(1)).toEqual([
    "test.yaml:6:3 events.a: the id is already used in places",
    "test.yaml:9:7 feeds[1].url: the feed is already listed above",
  ]);
});

test("a file that does not exist and a name that is no id are told", async () => {
  expect(await problems(loadWatch(join(folder, "none.yaml")))).toEqual(["none.yaml does not exist."]);
  expect(await problems(loadWatch(join(folder, "Not An Id.yaml")))).toEqual([
    "Not An Id.yaml cannot be a watch's name.",
  ]);
});

test("problems of several files are told together", async () => {
  const config = join(folder, "two");
  mkdirSync(join(config, "watches"), { recursive: true });
  writeFileSync(join(config, "sitrep.yaml"), "poll: { minMinutes: 40 }\n");
  writeFileSync(join(config, "watches", "a.yaml"), "name: A\n");
  const told = await problems(loadConfig(config));
  expect(told).toContain("two/sitrep.yaml:1:9 poll.minMinutes: must not be above poll.maxMinutes");
  expect(told).toContainEqual(expect.stringMatching(/^two\/watches\/a\.yaml:1:1 topics: a watch needs topics/));
});

test("a tilde switches inflection off", async () => {
  const { topics, negatives } = await watch(
    "name: T\ntopics:\n  t: { words: { 5: [~shelling], 2: [war] } }\nnegatives: { 4: [~film] }\n",
  );
  expect(topics[0]?.terms).toEqual([
    { phrase: "war", weight: 2, exact: false },
    { phrase: "shelling", weight: 5, exact: true },
  ]);
  expect(negatives).toEqual([{ phrase: "film", weight: 4, exact: true }]);
});

test("edits are laid over a watch in order and leave the file's watch alone", async () => {
  const before = await watch("name: T\ntopics:\n  t: { words: { 2: [war] } }\n");
  const copy = structuredClone(before);
  const feed = { url: "http://a", outlet: { name: "A" } };
  const after = applyChanges(before, [
    { kind: "add-keyword", topic: "t", phrase: "air defence", weight: 3 },
    { kind: "add-keyword", topic: "t", phrase: "War", weight: 4 },
    { kind: "add-keyword", topic: "t", phrase: "cricket", weight: -8 },
    { kind: "add-feed", feed },
    { kind: "add-feed", feed },
    { kind: "remove-keyword", topic: "t", phrase: "AIR-DEFENCE" },
  ]);
  expect(after.topics[0]?.terms).toEqual([{ phrase: "War", weight: 4, exact: false }]);
  expect(after.negatives).toEqual([{ phrase: "cricket", weight: 8, exact: false }]);
  expect(after.feeds).toEqual([feed]);
  expect(applyChanges(after, [{ kind: "remove-feed", url: "http://a" }]).feeds).toEqual([]);
  expect(before).toEqual(copy);
});

test("the reference lists nested keys with what is allowed and what holds when they are left out", () => {
  const docs = configurationDocs();
  expect(docs).toContain("| `poll.minMinutes` | a whole number from 1 to 1440 | `5` |");
  expect(docs).toContain("| `feeds[].outlet` | text | needed |");
  expect(docs).toContain("| `people.<id>.gender` | male, female |  |");
});

/** A configuration folder of its own, with one watch and some packs. */
function withPacks(name: string, text: string, packs: Readonly<Record<string, string>>): string {
  const config = join(folder, name);
  for (const part of ["watches", "topics"]) mkdirSync(join(config, part), { recursive: true });
  for (const [id, pack] of Object.entries(packs)) writeFileSync(join(config, "topics", `${id}.yaml`), pack);
  writeFileSync(join(config, "watches", "one.yaml"), text);
  return join(config, "watches", "one.yaml");
}

const PACKS = {
  floods: "name: Floods\ndirection: escalation\nwords: { 5: [dam burst, flood], 2: [river] }\n",
  rescue: "name: Rescue\nwords: { 4: [rescue, river], 3: [rescue NOT cat] }\n",
};

test("a watch uses packs by name, with its own words over theirs", async () => {
  const file = withPacks(
    "packs",
    "name: T\nuse: [floods]\ntopics:\n  floods: { without: [dam burst], words: { 3: [River] } }\n  help: { use: [rescue, floods], words: { 1: [boat] } }\n",
    PACKS,
  );
  const { topics } = await loadWatch(file);
  const told = topics.map(({ id, direction, terms }) => [id, direction, terms.map((t) => `${t.weight} ${t.phrase}`)]);
  expect(told).toEqual([
    ["floods", "escalation", ["5 flood", "3 River"]],
    ["help", "none", ["3 rescue NOT cat", "4 rescue", "2 river", "5 dam burst", "5 flood", "1 boat"]],
  ]);
});

test("a pack that does not exist, a word that no pack has, and a topic without words are told by line", async () => {
  const text =
    "name: T\nuse: [flood]\ntopics:\n  help:\n    use:\n      - rescue\n      - resque\n    without: [boat]\n  empty: {}\n";
  expect(await problems(loadWatch(withPacks("wrong", text, PACKS)))).toEqual([
    "wrong/watches/one.yaml has 4 problems:",
    'wrong/watches/one.yaml:2:7 use[0]: there is no pack "flood" in config/topics/; there are: floods, rescue',
    'wrong/watches/one.yaml:7:9 topics.help.use[1]: there is no pack "resque" in config/topics/; there are: floods, rescue',
    "wrong/watches/one.yaml:8:15 topics.help.without[0]: no pack of this topic has the word",
    "wrong/watches/one.yaml:9:3 topics.empty: has no words: give words, or use a pack",
  ]);
});

test("a mistake in a pack, or in a rule, is told with the file and the line", async () => {
  const packs = { ...PACKS, floods: "name: Floods\nwords:\n  5:\n    - flood AND\n" };
  const [, line] = await problems(loadWatch(withPacks("bad-pack", "name: T\nuse: [floods]\n", packs)));
  expect(line).toBe("bad-pack/topics/floods.yaml:4:7 words.5[0]: is no rule: expected a term after AND at column 10");
});
