import { expect, test } from "vitest";
import { parse } from "yaml";
import { feedLinesOf, opmlOf } from "../../src/cli/opml.ts";
import { readOpml, writeOpml } from "../../src/feeds/opml.ts";
import { borderWatch } from "../flow/watch.ts";

const FEEDS = [
  { url: "https://a.example/rss?x=1&y=2", outlet: { name: 'Post & "Courier" <1>' }, language: "en" },
  { url: "https://b.example/atom", outlet: { name: "अख़बार" } },
];

test("what is written is read again", () => {
  expect(readOpml(writeOpml("All & more", FEEDS))).toEqual({ feeds: FEEDS, refused: 0 });
});

test("outlines nest as they like, name their feeds in any case, and count once", () => {
  const text = `\ufeff<?xml version="1.0"?><OPML version="1.1"><head/><body>
    <outline text="News &amp; views"><outline text="World">
      <outline text="Desk" XMLURL="https://desk.example/rss" htmlUrl="https://desk.example/"/></outline>
      <outline title="Desk again" xmlurl="https://desk.example/rss#latest" text="x">
    <outline xmlUrl=" https://bare.example/feed "/>
    <outline text="a page, no feed" htmlUrl="https://page.example/"/>`;
  expect(readOpml(text).feeds).toEqual([
    { url: "https://desk.example/rss", outlet: { name: "Desk" } },
    { url: "https://bare.example/feed", outlet: { name: "bare.example" } },
  ]);
});

test.each([
  ["file:///etc/passwd"],
  ["javascript:alert(1)"],
  ["https://user:secret@desk.example/"],
  ["feed"],
  [`https://desk.example/${"x".repeat(3000)}`],
])("%.40s is refused", (url) => {
  expect(readOpml(`<opml><body><outline xmlUrl="${url}"/></body></opml>`)).toEqual({ feeds: [], refused: 1 });
});

test("no document costs more than its length", () => {
  const entities =
    '<!DOCTYPE o [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>';
  const expanded = readOpml(`${entities}<opml><outline text="&b;&x;" xmlUrl="https://a.example/"/></opml>`);
  expect(expanded.feeds).toEqual([{ url: "https://a.example/", outlet: { name: "&b;&x;" } }]);
  expect(readOpml("<outline>".repeat(500_000)).feeds).toEqual([]);
  const many = Array.from({ length: 5_000 }, (_, at) => `<outline xmlUrl="https://a.example/${at}"/>`).join("");
  expect(readOpml(many)).toMatchObject({ feeds: { length: 2_000 }, refused: 3_000 });
  expect(readOpml(`<outline text="${"n".repeat(1_000_000)}" xmlUrl="https://a.example/"/>`).feeds[0]?.outlet.name).toBe(
    "n".repeat(100),
  );
});

test("import prints lines that a watch file understands", () => {
  const printed = feedLinesOf(Buffer.from(writeOpml("All", FEEDS)));
  expect(parse(printed)).toEqual({
    feeds: [
      { url: FEEDS[0]?.url, outlet: 'Post & "Courier" <1>', language: "en" },
      { url: FEEDS[1]?.url, outlet: "अख़बार" },
    ],
  });
});

test("export lists each feed of the watches once", () => {
  const watches = [borderWatch(FEEDS), borderWatch(FEEDS.slice(1))];
  expect(readOpml(opmlOf(watches)).feeds).toEqual(FEEDS);
});
