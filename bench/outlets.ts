import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { corpus } from "./corpus.ts";
import { documentText } from "./outlet-documents.ts";

// Serves feeds from a process of its own, so that the work of serving counts for nobody. `/<items>/<feed>` has so many
// items, under `/<items>/<feed>/busy` another one at each request. All have an ETag, and are compressed on request.

type Document = { readonly plain: Buffer; readonly compressed: Buffer };

/** As long as the teasers and short reports that news feeds carry. */
const ALL = corpus(10_000, 8);
/** So many versions follow each other, over and over. */
const VERSIONS = 100;
const documents = new Map<string, Document>();
const requests = new Map<string, number>();

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
  const version = url.endsWith("/busy") ? (requests.get(url) ?? 0) % VERSIONS : 0;
  requests.set(url, (requests.get(url) ?? 0) + 1);
  const headers = { etag: `"${version}"`, "content-type": "application/rss+xml" };
  const items = Number(url.split("/")[1]);
  if (request.headers["if-none-match"] === headers.etag) response.writeHead(304, headers).end();
  else if (request.headers["accept-encoding"]?.includes("gzip"))
    response.writeHead(200, { ...headers, "content-encoding": "gzip" }).end(documentOf(items, version).compressed);
  else response.writeHead(200, headers).end(documentOf(items, version).plain);
});

server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.on("disconnect", () => process.exit());
