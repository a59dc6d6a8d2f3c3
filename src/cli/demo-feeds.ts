import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { FeedSpec } from "../model/watch.ts";
import { type Published, renderDocument } from "./demo-documents.ts";
import { type DemoItem, type DemoOutlet, type Recording, readRecording } from "./demo-outlets.ts";

const MAX_ITEMS = 15;

/** The recorded outlets on loopback. */
export type DemoServer = {
  /** One for each outlet. */
  readonly feeds: FeedSpec[];
  /** When anything is published or corrected, in order. */
  readonly instants: Date[];
  stop(): Promise<void>;
};

/** The item with the corrections made up to then. */
function asOf({ id, at, revisions, ...first }: DemoItem, now: Date): Published {
  const published = new Date(at);
  let item = { id, title: first.title, text: first.text, published, updated: published };
  for (const { at: when, title, text } of revisions) {
    const updated = new Date(when);
    if (updated > now) break;
    item = { ...item, updated, title: title ?? item.title, text: text ?? item.text };
  }
  return item;
}

function newest(items: readonly DemoItem[], outlet: DemoOutlet, now: Date): Published[] {
  return items
    .filter((item) => item.outlet === outlet.id && Date.parse(item.at) <= now.getTime())
    .slice(-MAX_ITEMS)
    .reverse()
    .map((item) => asOf(item, now));
}

function send(request: IncomingMessage, response: ServerResponse, document: ReturnType<typeof renderDocument>): void {
  const etag = `"${createHash("sha256").update(document.body).digest("base64url").slice(0, 22)}"`;
  const headers = { etag, vary: "accept-encoding" };
  if (request.headers["if-none-match"] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  const type = { ...headers, "content-type": document.contentType };
  if (/\bgzip\b/.test(String(request.headers["accept-encoding"] ?? "")))
    response.writeHead(200, { ...type, "content-encoding": "gzip" }).end(gzipSync(document.body));
  else response.writeHead(200, type).end(document.body);
}

function instantsOf(items: readonly DemoItem[]): Date[] {
  const times = items.flatMap((item) => [item.at, ...item.revisions.map((revision) => revision.at)]);
  return [...new Set(times.map((time) => Date.parse(time)))].sort((a, b) => a - b).map((time) => new Date(time));
}

function specOf({ id, name, country, owner, timezone }: DemoOutlet, origin: string): FeedSpec {
  return { url: `${origin}/${id}`, outlet: { name, country, owner }, language: "en", timezone };
}

async function listen({ outlets, items }: Recording, now: () => Date) {
  const server = createServer((request, response) => {
    const outlet = outlets.find(({ id }) => request.url === `/${id}`);
    if (outlet) send(request, response, renderDocument(outlet, newest(items, outlet, now())));
    else response.writeHead(404).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

/** Starts the recorded outlets on a free port of loopback. Each feed shows its newest items at the time that `now` tells. */
export async function startDemoServer({ now }: { readonly now: () => Date }): Promise<DemoServer> {
  const recording = await readRecording();
  const server = await listen(recording, now);
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    feeds: recording.outlets.map((outlet) => specOf(outlet, `http://127.0.0.1:${port}`)),
    instants: instantsOf(recording.items),
    stop: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
