import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { NO_FINDINGS } from "../../src/analyse/no-findings.ts";
import { clusterVerb } from "../../src/cli/cluster.ts";

async function cluster(lines: readonly string[]) {
  const output = new PassThrough();
  const written = text(output);
  const failed = await clusterVerb(
    { input: Readable.from(lines.map((line) => `${line}\n`)), output },
    { read: () => NO_FINDINGS, actors: [] },
  );
  output.end();
  const answers: Record<string, unknown>[] = (await written)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  return { failed, answers };
}

test("each item gets the story it is in when the input has ended", async () => {
  const titles = [
    "Vltavna bridge near Istow gives way in heavy rain",
    "Goods train plunges into river at Istow, driver missing",
    "Vltavna bridge gives way, goods train plunges into river",
  ];
  const { failed, answers } = await cluster(titles.map((title, id) => JSON.stringify({ id, title })));
  expect(failed).toBe(0);
  expect(answers.map(({ id }) => id)).toEqual([0, 1, 2]);
  expect(new Set(answers.map(({ story }) => story)).size).toBe(1);
  expect(answers.map((answer) => Object.keys(answer))).toEqual(Array(3).fill(["id", "story"]));
});

test("a repeat names the earlier item by the id of its line", async () => {
  const text = "Bakers in Szohod asked the government on Monday to lift the duty on flour before winter.";
  const { answers } = await cluster([
    JSON.stringify({ id: "x", title: "Flour", text }),
    JSON.stringify({ id: "y", title: "Duty on flour", text }),
  ]);
  expect(answers[1]).toMatchObject({ id: "y", duplicateOf: "x" });
});

test("lines that cannot be read are told in their place, and the rest is answered", async () => {
  const { failed, answers } = await cluster([
    "{",
    JSON.stringify({ id: "empty" }),
    JSON.stringify({ id: "x", title: "Wheat crop fails in Ottok" }),
  ]);
  expect(failed).toBe(2);
  expect(answers).toEqual([
    { error: "the line is not JSON" },
    { id: "empty", error: 'the line has no "text"' },
    { id: "x", story: expect.any(String) },
  ]);
});
