import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createAnalyser } from "../../src/analyse/create-analyser.ts";
import { loadWatch } from "../../src/config/load.ts";

const REPORTS = readFileSync("test/fixtures/reports-of-other-regions.txt", "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => {
    const [watch = "", levels = "", title = "", text = ""] = line.split(" | ");
    return { watch, levels: levels.split("/"), title, text };
  });

const files = ["watches/sudan-2025", "examples/taiwan-strait", "examples/ethiopia-tigray", "examples/yemen-red-sea"];
const watches = await Promise.all(files.map((file) => loadWatch(`config/${file}.yaml`)));
const analyser = createAnalyser(watches);

/** The level that a report gets, or "no" when it is not relevant to the watch. */
function levelOf({ watch, title, text }: (typeof REPORTS)[number]): string {
  const article = { id: "golden", title, text, published: "2025-11-05T12:00:00Z" };
  const match = analyser.match(article, analyser.read(article), watch);
  return match.relevant ? match.level : "no";
}

test.each(REPORTS)("$watch, $levels.0: $title", (report) => {
  expect(report.levels).toContain(levelOf(report));
});

test("on every report and watch the score is the sum of its lines, and the order of watches and topics changes nothing", () => {
  const turned = watches.map((watch) => ({
    ...watch,
    topics: watch.topics.toReversed(),
    actors: watch.actors.toReversed(),
  }));
  const other = createAnalyser(turned.toReversed());
  const inOrder = (texts: readonly { readonly what: string }[]) => texts.map((line) => JSON.stringify(line)).sort();
  for (const { title, text } of REPORTS)
    for (const { id } of watches) {
      const article = { id: "golden", title, text, published: "2025-11-05T12:00:00Z" };
      const findings = analyser.read(article);
      const match = analyser.match(article, findings, id);
      const again = other.match(article, findings, id);
      expect(match.score).toBe(match.lines.reduce((sum, { points }) => sum + points, 0));
      expect({ ...again, lines: inOrder(again.lines) }).toEqual({ ...match, lines: inOrder(match.lines) });
    }
});

test("every region has reports of each kind", () => {
  for (const { id } of watches) {
    const kinds = new Set(REPORTS.filter(({ watch }) => watch === id).map(({ levels }) => levels[0]));
    expect([...kinds]).toEqual(expect.arrayContaining(["flash", "alert", "no"]));
  }
});
