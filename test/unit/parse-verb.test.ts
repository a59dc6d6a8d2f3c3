import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { parseVerb } from "../../src/cli/parse.ts";
import { rss } from "../fakes/feeds/feed.ts";

/** Runs the verb on lines; gives what it wrote and how many lines failed. */
async function run(...lines: readonly string[]) {
  const output = new PassThrough();
  const written = text(output);
  const failed = await parseVerb({ input: Readable.from(lines.map((line) => `${line}\n`)), output }, []);
  output.end();
  const answers: unknown[] = (await written)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  return { failed, answers };
}

const line = (id: string, body: string | Buffer, more = {}) =>
  JSON.stringify({ id, body: Buffer.from(body).toString("base64"), ...more });

test("a feed's bytes become its items, absent values left out", async () => {
  const item = "<title>A &amp;amp; B</title><link>/1</link><pubDate>10 May 2025 10:00 PKT</pubDate>";
  const { answers, failed } = await run(line("x", rss(item), { url: "https://a.example/feed", unknown: 1 }));
  expect(failed).toBe(0);
  expect(answers).toEqual([
    {
      id: "x",
      feed: { title: "T" },
      items: [{ title: "A & B", url: "https://a.example/1", published: "2025-05-10T05:00:00.000Z" }],
    },
  ]);
});

test("the server's word on the charset counts", async () => {
  const body = Buffer.from(rss("<title>Мир</title>").replace("Мир", "\u00cc\u00e8\u00f0"), "latin1");
  const { answers } = await run(line("x", body, { contentType: "text/xml; charset=windows-1251" }));
  expect(answers).toMatchObject([{ items: [{ title: "Мир" }] }]);
});

test("a line that cannot be read gives an error in its place, and the run goes on", async () => {
  const { answers, failed } = await run('{"id":"a"}', "{", line("c", "<html>"), line("d", rss("<title>A</title>")));
  expect(failed).toBe(3);
  expect(answers).toMatchObject([
    { id: "a", error: 'the line has no "body"' },
    { error: "the line is not JSON" },
    { id: "c", error: "not a feed: this is a web page" },
    { id: "d", items: [{ title: "A" }] },
  ]);
});

test("a body far over the limit is refused", async () => {
  const { answers } = await run(line("x", Buffer.alloc(20_000_000, 0x20)));
  expect(answers).toEqual([{ id: "x", error: "the feed is larger than 10 MB" }]);
});
