import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { FeedSpec } from "../../src/model/watch.ts";

/** One entry as an outlet publishes it. */
export type Report = {
  readonly guid: string;
  readonly title: string;
  readonly text: string;
  readonly at: Date;
};

export type Outlet = {
  readonly spec: FeedSpec;
  readonly requests: IncomingMessage["headers"][];
  publish(report: Report): void;
  /** From now on the server answers with this status; undefined mends it. */
  answerWith(status: number | undefined, headers?: Readonly<Record<string, string>>): void;
};

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function rss(name: string, reports: readonly Report[], origin: string): string {
  const items = reports.map(
    ({
      guid,
      title,
      text,
      at,
    }) => `<item><guid isPermaLink="false">${escapeXml(guid)}</guid><title>${escapeXml(title)}</title>
<link>${origin}/story/${encodeURIComponent(guid)}</link><pubDate>${at.toUTCString()}</pubDate>
<description>${escapeXml(
      text
        .split("\n")
        .map((line) => `<p>${escapeXml(line)}</p>`)
        .join(""),
    )}</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${name}</title><link>${origin}</link>${items.join("")}</channel></rss>`;
}

/** Outlets on loopback that publish what a test tells them to, with validators like a real server. */
export async function startOutlets(names: readonly string[]) {
  const reports = new Map<string, Map<string, Report>>(names.map((name) => [name, new Map()]));
  const requests = new Map<string, IncomingMessage["headers"][]>(names.map((name) => [name, []]));
  const broken = new Map<string, { status: number; headers: Readonly<Record<string, string>> }>();
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const name = decodeURIComponent((request.url ?? "/").slice(1));
    const own = reports.get(name);
    if (!own) return response.writeHead(404).end();
    requests.get(name)?.push(request.headers);
    const wrong = broken.get(name);
    if (wrong !== undefined) return response.writeHead(wrong.status, wrong.headers).end();
    const body = rss(name, [...own.values()].reverse(), `https://${name.toLowerCase()}.example`);
    const etag = `"${createHash("sha1").update(body).digest("hex")}"`;
    if (request.headers["if-none-match"] === etag) return response.writeHead(304, { etag }).end();
    return response.writeHead(200, { "content-type": "application/rss+xml", etag }).end(body);
  };
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const outlets = new Map<string, Outlet>(
    names.map((name) => [
      name,
      {
        spec: { url: `http://127.0.0.1:${port}/${encodeURIComponent(name)}`, outlet: { name, owner: `${name} Group` } },
        requests: requests.get(name) ?? [],
        publish: (report) => void reports.get(name)?.set(report.guid, report),
        answerWith: (status, headers = {}) =>
          void (status === undefined ? broken.delete(name) : broken.set(name, { status, headers })),
      },
    ]),
  );
  return {
    outlet: (name: string): Outlet => {
      const found = outlets.get(name);
      if (!found) throw new Error(`no outlet ${name}`);
      return found;
    },
    specs: [...outlets.values()].map((outlet) => outlet.spec),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
