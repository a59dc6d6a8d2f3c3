import RssParser from "rss-parser";
import { expect, test } from "vitest";
import { buildFeed, writtenEntry } from "../../src/feeds/document/rss.ts";
import { tokenise } from "../../src/feeds/document/tokenise.ts";
import type { Element } from "../../src/feeds/document/tree.ts";

test("rss-parser keeps its tokenizer in the field xmlParser and calls parseString(xml, callback) on it", async () => {
  const parser = new RssParser();
  expect(typeof Reflect.get(parser, "xmlParser").parseString).toBe("function");
  const tree = { rss: { $: { version: "2.0" }, channel: [{ title: ["Ours"], item: [{ guid: ["7"] }] }] } };
  const heard: string[] = [];
  const tokenizer = {
    parseString: (xml: string, done: (error: null, tree: unknown) => void) => {
      heard.push(xml);
      done(null, tree);
    },
  };
  const feed = await Object.assign(parser, { xmlParser: tokenizer }).parseString("anything");
  expect(heard).toEqual(["anything"]);
  expect(feed.title).toBe("Ours");
  expect(feed.items).toEqual([{ guid: "7" }]);
});

/** The feed of a document, its entries known by their children's names. */
function build(text: string) {
  const readEntry = (element: Element) =>
    writtenEntry(
      element,
      element.children.map(({ name }) => name),
    );
  return buildFeed(tokenise(text, { readEntry }));
}

test("rss-parser is asked for its tokenizer before anything else can run", async () => {
  const feeds = ["one", "two"].map((title) => build(`<rss><channel><title>${title}</title></channel></rss>`));
  expect((await Promise.all(feeds)).map(({ title }) => title)).toEqual(["one", "two"]);
});

test("rss-parser builds feed and entries from our elements, and each comes back with what else was read of it", async () => {
  const told = await build(
    '<rss version="2.0"><channel><title>T</title><item><title>A</title><guid isPermaLink="false">g1</guid>' +
      "<description>withheld</description></item><item><title>B</title></item></channel></rss>",
  );
  expect(told.title).toBe("T");
  expect(told.entries.map(({ title, guid }) => [title, guid])).toEqual([
    ["A", "g1"],
    ["B", undefined],
  ]);
  expect(told.entries[0]?.rest).toContain("description");
});
