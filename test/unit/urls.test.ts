import { expect, test } from "vitest";
import { canonicalUrl, safeHttpUrl } from "../../src/text/urls.ts";

test.each([
  ["javascript:alert(1)"],
  ["data:text/html,x"],
  ["file:///etc/passwd"],
  ["ftp://news.example/x"],
  ["https://user:secret@news.example/"],
  ["https://name@news.example/"],
  ["//"],
  ["not an address"],
  [`https://news.example/${"x".repeat(2048)}`],
])("%s is no address to follow or show", (url) => {
  expect(safeHttpUrl(url)).toBeUndefined();
});

test("a relative address stands on its base", () => {
  expect(safeHttpUrl("../b?x=1", "https://news.example/a/c")).toBe("https://news.example/b?x=1");
});

test.each([
  ["https://www.news.example/story/?utm_source=rss&id=7#top", "https://news.example/story?id=7"],
  ["http://m.news.example:80/story?b=2&a=1", "https://news.example/story?a=1&b=2"],
  ["https://AMP.News.Example/story/", "https://news.example/story"],
  ["https://news.example/", "https://news.example"],
  ["https://news.example:8443/x?at_medium=RSS&ito=1", "https://news.example:8443/x"],
  ["https://www.example/x", "https://www.example/x"],
  ["https://www.dw.com/en/a-1?maca=en-rss-en-all-1573-rdf", "https://dw.com/en/a-1"],
  ["https://other.example/a?maca=1&module=2", "https://other.example/a?maca=1&module=2"],
  ["https://edition.cnn.com/a?iid=x&id=3", "https://edition.cnn.com/a?id=3"],
  ["https://www.bbc.co.uk/news/1?ns_source=x&xtor=AL-72", "https://bbc.co.uk/news/1"],
  ["https://notbbc.com/news/1?xtor=AL-72&oc=5", "https://notbbc.com/news/1?oc=5"],
])("%s is compared as %s", (url, canonical) => {
  expect(canonicalUrl(url)).toBe(canonical);
});

test("addresses of different pages stay different", () => {
  expect(canonicalUrl("https://news.example/story?id=1")).not.toBe(canonicalUrl("https://news.example/story?id=2"));
});
