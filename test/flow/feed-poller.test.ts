import type { ServerResponse } from "node:http";
import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { nextState } from "../../src/feeds/schedule.ts";
import type { Polled, Source } from "../../src/feeds/source.ts";
import { createWebSource } from "../../src/feeds/web/web-source.ts";
import type { Feed } from "../../src/model/feed.ts";
import { feedAt, rss } from "../fakes/feeds/feed.ts";
import { type FeedServer, startFeedServer } from "../fakes/feeds/feed-server.ts";

const LIMITS = {
  concurrency: 32,
  perHost: 1,
  headersSeconds: 5,
  totalSeconds: 5,
  maxCompressedMb: 5,
  maxDecodedMb: 10,
};
const START = new Date("2025-05-10T12:00:00Z");
const NEWS = rss("<title>A</title><guid>1</guid>");

const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});

async function serve(answer: Parameters<typeof startFeedServer>[0]): Promise<FeedServer> {
  const server = await startFeedServer(answer);
  running.push(server);
  return server;
}

function webSource(limits: Partial<typeof LIMITS> = {}): Source {
  const source = createWebSource({
    userAgent: "sitrep/9 (+https://bot.example)",
    allowPrivateHosts: ["127.0.0.1"],
    limits: { ...LIMITS, ...limits },
  });
  running.push(source);
  return source;
}

function poll(source: Source, feed: Feed, now = START): Promise<Polled> {
  return source.poll(feed, now, new AbortController().signal);
}

/** Polls again and again, each time when the feed's state says, and gives the feed as it is then. */
async function follow(source: Source, url: string, times: number): Promise<{ feed: Feed; polls: Polled[] }> {
  let feed = feedAt(url);
  const polls: Polled[] = [];
  for (let time = 0; time < times; time++) {
    const now = new Date(Math.max(feed.state.nextPollAt.getTime(), START.getTime()));
    const polled = await poll(source, feed, now);
    const context = { now, limits: { minMinutes: 5, maxMinutes: 30 }, random: 0 };
    feed = { ...feed, state: nextState(feed, polled, context) };
    polls.push(polled);
  }
  return { feed, polls };
}

async function reasonFor(answer: (response: ServerResponse) => void, limits: Partial<typeof LIMITS> = {}) {
  const server = await serve((_, response) => answer(response));
  const polled = await poll(webSource(limits), feedAt(server.url()));
  return polled.kind === "failed" ? polled.reason : polled.kind;
}

test("after the first whole answer every request is conditional, byte for byte", async () => {
  const etag = 'W/"né\u00ff w, \\"x\\""';
  const lastModified = "Sat, 10 May 2025 11:59:59 GMT";
  const server = await serve((request, response) => {
    const isKnown = request.headers["if-none-match"] === etag;
    response.writeHead(isKnown ? 304 : 200, { etag, "last-modified": lastModified }).end(isKnown ? "" : NEWS);
  });
  const { polls } = await follow(webSource(), server.url(), 6);
  expect(polls.map(({ kind }) => kind)).toEqual(["fresh", ...Array(5).fill("unchanged")]);
  const [first, ...others] = server.requests.map(({ headers }) => headers);
  expect([first?.["if-none-match"], first?.["if-modified-since"]]).toEqual([undefined, undefined]);
  for (const headers of others)
    expect([headers["if-none-match"], headers["if-modified-since"]]).toEqual([etag, lastModified]);
});

test("a server that does not know its own ETag again is asked by date", async () => {
  let answers = 0;
  const lastModified = "Sat, 10 May 2025 11:59:59 GMT";
  const server = await serve((request, response) => {
    const isKnown = !request.headers["if-none-match"] && request.headers["if-modified-since"] === lastModified;
    const headers = { etag: `"${answers++}"`, "last-modified": lastModified };
    response.writeHead(isKnown ? 304 : 200, headers).end(isKnown ? "" : NEWS);
  });
  const { polls } = await follow(webSource(), server.url(), 9);
  const whole = polls.map((polled) => polled.kind === "fresh" || ("sentWhole" in polled && polled.sentWhole === true));
  expect(whole).toEqual([true, true, true, true, true, true, false, false, false]);
});

test("a feed that moved for good is read at its new address, without a detour", async () => {
  const server = await serve((request, response) => {
    if (request.url === "/old") response.writeHead(301, { location: "/new" }).end();
    else if (request.headers["if-none-match"] === '"1"') response.writeHead(304).end();
    else response.writeHead(200, { etag: '"1"' }).end(NEWS);
  });
  const { feed, polls } = await follow(webSource(), server.url("/old"), 400);
  expect(feed.state.address).toBe(server.url("/new"));
  expect(polls.every(({ kind }) => kind === "fresh" || kind === "unchanged")).toBe(true);
  const paths = server.requests.map(({ path }) => path);
  expect(paths.slice(-50)).toEqual(Array(50).fill("/new"));
  expect(paths.filter((path) => path === "/old").length).toBeGreaterThan(3);
});

test("a request says who asks and what it takes, and nothing else", async () => {
  const server = await serve((_, response) => response.end(NEWS));
  await poll(webSource(), feedAt(server.url("/feed?a=1&utm_source=x")));
  const [request] = server.requests;
  expect(request?.path).toBe("/feed?a=1&utm_source=x");
  expect(Object.keys(request?.headers ?? {}).sort()).toEqual([
    "accept",
    "accept-encoding",
    "connection",
    "host",
    "user-agent",
  ]);
  expect(request?.headers["user-agent"]).toBe("sitrep/9 (+https://bot.example)");
});

test("an answer with the bytes of the last one is no news", async () => {
  const server = await serve((_, response) => response.end(NEWS));
  const { polls } = await follow(webSource(), server.url(), 2);
  expect(polls.map(({ kind }) => kind)).toEqual(["fresh", "unchanged"]);
});

test("what is no feed leaves no validators behind, so that the next answer is a whole one", async () => {
  const server = await serve((_, response) =>
    response.writeHead(200, { etag: '"1"' }).end(server.requests.length === 1 ? "<html>maintenance</html>" : NEWS),
  );
  const { polls } = await follow(webSource(), server.url(), 2);
  expect(polls[0]).toMatchObject({ kind: "failed", reason: "not a feed: this is a web page" });
  expect(polls[1]?.kind).toBe("fresh");
  expect(server.requests[1]?.headers["if-none-match"]).toBeUndefined();
});

test.each([
  ["3600", 3_600_000],
  ["Sat, 10 May 2025 14:00:00 GMT", 7_200_000],
  ["90.5", 90_500],
  ["259200", 259_200_000],
  ["999999999", 604_800_000],
  // Without a zone: the machine's must not count.
  ["Sat May 10 14:00:00 2025", 7_200_000],
  ["Saturday, 10-May-25 14:00:00 GMT", 7_200_000],
  ["-30", 600_000],
  ["soon", 600_000],
  [undefined, 600_000],
])("Retry-After: %s keeps the host alone for %d ms", async (retryAfter, ms) => {
  for (const status of [429, 503]) {
    const server = await serve((_, response) =>
      response.writeHead(status, retryAfter === undefined ? {} : { "retry-after": retryAfter }).end(),
    );
    const { feed, polls } = await follow(webSource(), server.url(), 1);
    expect(polls[0]).toEqual({
      kind: "failed",
      reason: `the server answered ${status}`,
      retryAfterMs: ms,
      busyHost: new URL(server.url()).host,
    });
    expect(feed.state.nextPollAt.getTime() - START.getTime()).toBeGreaterThanOrEqual(ms);
  }
});

test("a busy host without a word of when is left alone twice as long each time", async () => {
  const server = await serve((_, response) => response.writeHead(503).end());
  const { polls } = await follow(webSource(), server.url(), 3);
  expect(polls.map((polled) => polled.kind === "failed" && polled.retryAfterMs)).toEqual([
    600_000, 1_200_000, 2_400_000,
  ]);
});

test("a Retry-After counts with any failure", async () => {
  for (const status of [403, 404, 500, 502]) {
    const server = await serve((_, response) => response.writeHead(status, { "retry-after": "7200" }).end());
    const { feed } = await follow(webSource(), server.url(), 1);
    expect(feed.state.nextPollAt.getTime() - START.getTime()).toBeGreaterThanOrEqual(7_200_000);
  }
});

test("a host that asked for a pause is not asked by way of another host's redirect either", async () => {
  const busy = await serve((_, response) => response.writeHead(429, { "retry-after": "3600" }).end());
  const other = await serve((_, response) => response.writeHead(302, { location: busy.url() }).end());
  const source = webSource();
  const first = await poll(source, feedAt(other.url("/one")));
  expect(first).toMatchObject({ kind: "failed", busyHost: new URL(busy.url()).host, retryAfterMs: 3_600_000 });
  expect(await poll(source, feedAt(other.url("/two")))).toMatchObject({ reason: "the server asked for a pause" });
  expect(await poll(source, feedAt(busy.url("/own")))).toMatchObject({ retryAfterMs: 3_600_000 });
  expect(busy.requests).toHaveLength(1);
  expect(other.requests).toHaveLength(2);
  await poll(source, feedAt(other.url("/two")), new Date(START.getTime() + 3_600_000));
  expect(busy.requests).toHaveLength(2);
});

test("an answer that nothing changed is none when nothing was said to compare with", async () => {
  expect(await reasonFor((response) => response.writeHead(304).end())).toBe("the server answered 304");
});

test("410 is the end of a feed", async () => {
  const server = await serve((_, response) => response.writeHead(410).end());
  const { feed, polls } = await follow(webSource(), server.url(), 1);
  expect(polls[0]?.kind).toBe("gone");
  expect(feed.state.disabledReason).toContain("410");
});

test.each([[401], [403], [404], [500], [204]])("%d is told in plain words", async (status) => {
  expect(await reasonFor((response) => response.writeHead(status).end())).toContain(`the server answered ${status}`);
});

test("a permanent redirect is told, a temporary one is not", async () => {
  const server = await serve((request, response) => {
    const hops: Record<string, [number, string]> = {
      "/moved": [301, "/feed"],
      "/twice": [308, "/moved"],
      "/away": [302, "/feed"],
      "/mixed": [301, "/away"],
    };
    const [status, location] = hops[request.url ?? ""] ?? [];
    if (status === undefined) response.end(NEWS);
    else response.writeHead(status, { location }).end();
  });
  const source = webSource();
  const movedTo = async (path: string) => {
    const polled = await poll(source, feedAt(server.url(path)));
    return polled.kind === "fresh" ? polled.movedTo : polled;
  };
  expect(await movedTo("/moved")).toBe(server.url("/feed"));
  expect(await movedTo("/twice")).toBe(server.url("/feed"));
  expect(await movedTo("/away")).toBeUndefined();
  expect(await movedTo("/mixed")).toBe(server.url("/away"));
});

test.each([
  ["cache-control", "public, max-age=900", 900_000],
  ["cache-control", "no-cache", undefined],
])("%s: %s asks for %s ms", async (name, value, ms) => {
  const server = await serve((_, response) => response.writeHead(200, { [name]: value }).end(NEWS));
  expect(await poll(webSource(), feedAt(server.url()))).toMatchObject({ kind: "fresh" });
  const polled = await poll(webSource(), feedAt(server.url()));
  expect("minIntervalMs" in polled ? polled.minIntervalMs : undefined).toBe(ms);
});

test("a host has one connection at a time, however many of its feeds are due", async () => {
  const waiting: ServerResponse[] = [];
  const slow = await serve((_, response) => {
    waiting.push(response);
    if (waiting.length === 1) setTimeout(() => waiting.splice(0).forEach((one) => void one.end(NEWS)), 100);
    else response.end(NEWS);
  });
  const source = webSource();
  await Promise.all(["/1", "/2", "/3", "/4", "/5"].map((path) => poll(source, feedAt(slow.url(path)))));
  expect(slow.requests.length).toBe(5);
  expect(slow.busiest).toEqual({ requests: 1, connections: 1 });
});

test.each([
  ["gzip", gzipSync],
  ["br", brotliCompressSync],
  ["zstd", zstdCompressSync],
])("%s is offered and read", async (coding, compress) => {
  const server = await serve((_, response) =>
    response.writeHead(200, { "content-encoding": coding }).end(compress(Buffer.from(NEWS))),
  );
  expect((await poll(webSource(), feedAt(server.url()))).kind).toBe("fresh");
  expect(server.requests[0]?.headers["accept-encoding"]).toContain(coding);
});

const FAST = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

test.each([
  ["gzip", gzipSync],
  ["br", (bytes: Buffer) => brotliCompressSync(bytes, FAST)],
  ["zstd", zstdCompressSync],
])("30: a bomb of %s never unfolds", async (coding, compress) => {
  const bomb = compress(Buffer.alloc(100_000_000, "a"));
  const before = process.memoryUsage().rss;
  const reason = await reasonFor((response) => response.writeHead(200, { "content-encoding": coding }).end(bomb));
  expect(reason).toBe("the answer is too large");
  expect(process.memoryUsage().rss - before).toBeLessThan(60_000_000);
});

test("an answer compressed in another way, or broken, is told apart", async () => {
  const answer = (coding: string) => (response: ServerResponse) =>
    response.writeHead(200, { "content-encoding": coding }).end(NEWS);
  expect(await reasonFor(answer("lzma"))).toBe("the answer is compressed in a way that was not offered");
  expect(await reasonFor(answer("br"))).toBe("the answer's compression is broken");
  const broken = Buffer.concat([gzipSync(NEWS).subarray(0, 30), Buffer.from("no more")]);
  expect(await reasonFor((response) => response.writeHead(200, { "content-encoding": "gzip" }).end(broken))).toBe(
    "the answer's compression is broken",
  );
});

test.each([
  ["packed, but not said to be", undefined, gzipSync(NEWS)],
  ["said to be packed, but not", "gzip", NEWS],
  ["packed twice, and said so", "gzip, gzip", gzipSync(gzipSync(NEWS))],
  ["not packed, in odd words", "UTF-8", NEWS],
  ["not packed, in other odd words", "none", NEWS],
])("a document is read that is %s", async (_, coding, bytes) => {
  const headers = coding === undefined ? {} : { "content-encoding": coding };
  expect(await reasonFor((response) => response.writeHead(200, headers).end(bytes))).toBe("fresh");
});

test("a bomb inside a bomb does not unfold", async () => {
  const bomb = gzipSync(gzipSync(Buffer.alloc(50_000_000, "x")));
  expect(await reasonFor((response) => response.writeHead(200, { "content-encoding": "gzip" }).end(bomb))).toBe(
    "the answer is too large",
  );
});

test("a redirect may be written in UTF-8, end in a fragment, and drag an endless body along", async () => {
  const server = await serve((request, response) => {
    if (request.url === "/feed") {
      const moved = "HTTP/1.1 301 Moved\r\nlocation: /nöwości#top\r\ntransfer-encoding: chunked\r\n\r\n1\r\nx\r\n";
      response.socket?.write(Buffer.from(moved));
    } else response.end(NEWS);
  });
  const polled = await poll(webSource(), feedAt(server.url()));
  expect(polled).toMatchObject({ kind: "fresh", movedTo: encodeURI(server.url("/nöwości")) });
});

test("31: an endless answer ends at the limit", async () => {
  const megabyte = Buffer.alloc(1_000_000, "x");
  const reason = await reasonFor((response) => {
    const more = () => {
      while (response.write(megabyte));
      response.once("drain", more);
    };
    more();
  });
  expect(reason).toBe("the answer is too large");
});

test("32: an answer that drips is cut off at the total time, one that never begins earlier", async () => {
  const drip = (response: ServerResponse) => {
    const timer = setInterval(() => response.write("<"), 20);
    response.once("close", () => clearInterval(timer));
  };
  expect(await reasonFor(drip, { totalSeconds: 0.3 })).toBe("the server took too long");
  expect(await reasonFor(() => {}, { totalSeconds: 0.3 })).toBe("the server took too long");
});

test("a connection that breaks in the middle is a failure like others", async () => {
  const reason = await reasonFor((response) => {
    response.writeHead(200, { "content-length": 1000 }).write("<rss>");
    setTimeout(() => response.destroy(), 20);
  });
  expect(reason).toBe("the connection broke off");
});

test("an answer that is no HTTP is told in plain words", async () => {
  const reason = await reasonFor((response) => response.socket?.end("<rss/>"));
  expect(reason).toBe("the server's answer breaks the rules of HTTP");
});

test("no reason tells the address, since a token may stand in it", async () => {
  const server = await serve((_, response) => response.destroy());
  const polled = await poll(webSource(), feedAt(server.url("/feed?token=s3cret")));
  expect(polled.kind).toBe("failed");
  expect(JSON.stringify(polled)).not.toContain("s3cret");
});

test("a poll that is stopped ends at once, without an exception", async () => {
  const server = await serve(() => {});
  const stopping = new AbortController();
  const polled = webSource().poll(feedAt(server.url()), START, stopping.signal);
  setTimeout(() => stopping.abort(), 20);
  expect(await polled).toEqual({ kind: "failed", reason: "stopped" });
});
