import { rss } from "./feed.ts";

function entry(xml: string): string {
  return `<feed xmlns="http://www.w3.org/2005/Atom"><entry>${xml}</entry></feed>`;
}

/** Documents that cost careless readers the square of their length, by name; each grows with `n`. */
export const GROWING: readonly (readonly [name: string, make: (n: number) => string])[] = [
  ["unfinished tags in a description", (n) => rss(`<description>${"x&lt;p".repeat(n)}</description>`)],
  ["smaller-than signs", (n) => rss(`<description><![CDATA[${"<".repeat(n)}]]></description>`)],
  ["ampersands", (n) => rss(`<title>${"&".repeat(n)}</title>`)],
  ["comments that never end", (n) => rss("<!--".repeat(n))],
  ["CDATA sections that never end", (n) => rss("<![CDATA[".repeat(n))],
  ["attributes", (n) => rss(`<x ${Array.from({ length: n }, (_, at) => `a${at}=1`).join(" ")}/>`)],
  ["namespaces", (n) => `<rss ${Array.from({ length: n }, (_, at) => `xmlns:n${at}="u"`).join(" ")}></rss>`],
  ["ends that fit nothing", (n) => rss("</x>".repeat(n))],
  ["brackets in a DOCTYPE", (n) => `<!DOCTYPE ${"[".repeat(n)}${rss("")}`],
  ["words in a date", (n) => rss(`<pubDate>${"1 ".repeat(n)}</pubDate>`)],
  ["at signs in an author", (n) => rss(`<author>${"@".repeat(n)}</author>`)],
  ["XHTML divs", (n) => entry(`<content type="xhtml">${"<div></div>".repeat(n)}</content>`)],
];
