import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { type BenchItem, corpus } from "./corpus.ts";

// Serves feeds from a process of its own, so that the work of serving counts for nobody. `/<items>/<feed>` has so many
// items, under `/<items>/<feed>/busy` another one at each request. All have an ETag, and are compressed on request.

type Document = { readonly plain: Buffer; readonly compressed: Buffer };

/** As long as the teasers and short reports that news feeds carry. */
const ALL = corpus(10_000, 8);
const documents = new Map<string, Document>();
const requests = new Map<string, number>();

function paragraphs(text: string, id: string): string {
  const linked = text.replace(/\. /g, `.</p>\n<p class="body">`).replaceAll("city", `<a href="/topic/${id}">city</a>`);
  return `<figure><img src="https://bench.example/${id}.jpg" width="640" alt=""/></figure><p class="body">${linked}</p>`;
}

function escaped(html: string): string {
  return html.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** An item as news feeds write it: a teaser in escaped HTML, the article as CDATA, its author, topics and picture. */
function itemOf({ id, title, text, at }: BenchItem): string {
  const url = `https://bench.example/${id}`;
  return `<item><title><![CDATA[${title}]]></title><link>${url}?utm_source=rss</link><guid isPermaLink="false">${id}</guid>
    <pubDate>${at.toUTCString()}</pubDate><dc:creator>A Writer</dc:creator><category>World</category><category>Borders</category>
    <description>${escaped(paragraphs(text.slice(0, 200), id))}</description>
    <content:encoded><![CDATA[${paragraphs(text, id)}]]></content:encoded>
    <media:content url="${url}.jpg" type="image/jpeg" width="640" height="360"/></item>`;
}

function documentText(items: readonly BenchItem[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Bench</title>
    <link>https://bench.example/</link><language>en</language>${items.map(itemOf).join("\n")}</channel></rss>`;
}

/** So many items, the newest one being that of the `version`. */
function documentOf(items: number, version: number): Document {
  const key = `${items} ${version}`;
  const known = documents.get(key);
  if (known) return known;
  const from = version % (ALL.length - items);
  const plain = Buffer.from(documentText(ALL.slice(from, from + items)));
  const document = { plain, compressed: gzipSync(plain) };
  documents.set(key, document);
  return document;
}

const server = createServer((request, response) => {
  const url = request.url ?? "";
  const version = url.endsWith("/busy") ? (requests.get(url) ?? 0) : 0;
  requests.set(url, version + 1);
  const headers = { etag: `"${version}"`, "content-type": "application/rss+xml" };
  const items = Number(url.split("/")[1]);
  if (request.headers["if-none-match"] === headers.etag) response.writeHead(304, headers).end();
  else if (request.headers["accept-encoding"]?.includes("gzip"))
    response.writeHead(200, { ...headers, "content-encoding": "gzip" }).end(documentOf(items, version).compressed);
  else response.writeHead(200, headers).end(documentOf(items, version).plain);
});

server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.on("disconnect", () => process.exit());
