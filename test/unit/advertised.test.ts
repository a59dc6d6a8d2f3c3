import { expect, test } from "vitest";
import { advertisedFeeds } from "../../src/feeds/document/advertised.ts";

const URL = "https://desk.example/news/";

function feedsOf(html: string) {
  return advertisedFeeds(Buffer.from(html), { url: URL, contentType: "text/html; charset=utf-8" });
}

test("the feeds of a page are its alternates of a feed's type, absolute, each once, in order", () => {
  const page = `<!doctype html><html><head>
    <link rel="stylesheet alternate" type="text/css" href="/a.css">
    <link rel="alternate" hreflang="fr" href="/fr">
    <LINK REL="Alternate Home" TYPE="application/rss+xml; charset=utf-8" TITLE="All &amp; more" HREF="../rss.xml">
    <link rel=alternate type=application/atom+xml href=//other.example/atom>
    <link rel="alternate" type="application/rss+xml" href="https://desk.example/rss.xml">
    <link rel="alternate" type="application/feed+json" href="feed.json?a=1&amp;b=2"></head>`;
  expect(feedsOf(page)).toEqual([
    { url: "https://desk.example/rss.xml", title: "All & more" },
    { url: "https://other.example/atom" },
    { url: "https://desk.example/news/feed.json?a=1&b=2" },
  ]);
});

test("addresses stand on the page's base", () => {
  const page = `<base href="https://cdn.example/x/"><link rel=alternate type="application/rss+xml" href=rss>`;
  expect(feedsOf(page)).toEqual([{ url: "https://cdn.example/x/rss" }]);
});

test.each([
  ["javascript:alert(1)"],
  ["data:text/xml,<rss/>"],
  ["file:///etc/passwd"],
  ["https://user:secret@desk.example/rss"],
  [`https://desk.example/${"x".repeat(3000)}`],
  // The page itself.
  [""],
  ["#feed"],
  ["https://desk.example/news/#top"],
])("%.40s is not offered", (href) => {
  expect(feedsOf(`<link rel=alternate type="application/rss+xml" href="${href}">`)).toEqual([]);
});

test("a page that names thousands, never ends or nests without end is read at once", () => {
  const link = (at: number) => `<link rel=alternate type=application/rss+xml href=/${at}>`;
  expect(feedsOf(Array.from({ length: 50_000 }, (_, at) => link(at)).join(""))).toHaveLength(10);
  expect(feedsOf("<div>".repeat(2_000_000))).toEqual([]);
  expect(feedsOf(`<link ${"a ".repeat(1_000_000)}`)).toEqual([]);
});

test("no more of a page is read than its head can take", () => {
  const link = '<link rel=alternate type="application/rss+xml" href=/rss>';
  const after = (bytes: number) => feedsOf(`<p>${"x".repeat(bytes)}${link}`).length;
  expect([after(0), after(299_000), after(300_000), after(20_000_000)]).toEqual([1, 1, 0, 0]);
});
