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

test("every region has reports of each kind", () => {
  for (const { id } of watches) {
    const kinds = new Set(REPORTS.filter(({ watch }) => watch === id).map(({ levels }) => levels[0]));
    expect([...kinds]).toEqual(expect.arrayContaining(["flash", "alert", "no"]));
  }
});
