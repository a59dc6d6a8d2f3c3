import type { LookupFunction } from "node:net";
import { connect } from "node:net";
import { Agent } from "undici";
import { afterEach, expect, test } from "vitest";
import { fetchFeed } from "../../src/feeds/web/fetch.ts";
import { createGuard, guardLookup, isPublicAddress } from "../../src/feeds/web/guard.ts";
import { createWebSource } from "../../src/feeds/web/web-source.ts";
import { feedAt, rss } from "../fakes/feeds/feed.ts";
import { startFeedServer } from "../fakes/feeds/feed-server.ts";

const LIMITS = {
  concurrency: 32,
  perHost: 1,
  headersSeconds: 5,
  totalSeconds: 5,
  maxCompressedMb: 5,
  maxDecodedMb: 10,
};
const NOW = new Date("2025-05-10T12:00:00Z");
const PRIVATE = "the address is inside a private network";

// The numbers are those of the list of hostile cases that all readers of feeds should refuse or survive.

const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});

type Options = { readonly allow?: readonly string[]; readonly lookup?: LookupFunction };

/** Polls once through the real source; gives the reason of the failure, or the kind of success. */
async function poll(url: string, { allow = [], lookup }: Options = {}): Promise<string> {
  const source = createWebSource({
    userAgent: "sitrep/test",
    allowPrivateHosts: allow,
    limits: LIMITS,
    ...(lookup && { lookup }),
  });
  running.push(source);
  const polled = await source.poll(feedAt(url), NOW, new AbortController().signal);
  return "reason" in polled ? polled.reason : polled.kind;
}

async function startServer(location?: string) {
  const server = await startFeedServer((request, response) => {
    if (location !== undefined && request.url === "/feed") response.writeHead(302, { location }).end();
    else response.end(rss("<title>A</title>"));
  });
  running.push(server);
  return server;
}

/** A resolver that gives each look-up the next of the addresses. */
function resolving(...addresses: readonly string[]): LookupFunction {
  let at = 0;
  return (_, options, callback) => {
    const address = addresses[Math.min(at++, addresses.length - 1)]!;
    if (options.all) callback(null, [{ address, family: address.includes(":") ? 6 : 4 }]);
    else callback(null, address, 4);
  };
}

test.each([
  [1, "http://127.0.0.1/"],
  [2, "http://127.1/"],
  [3, "http://2130706433/"],
  [4, "http://0x7f000001/"],
  [5, "http://0177.0.0.1/"],
  [6, "http://[::1]/"],
  [7, "http://[::ffff:127.0.0.1]/"],
  [8, "http://[64:ff9b::7f00:1]/"],
  [8, "http://[64:ff9b:1::7f00:1]/"],
  [9, "http://[2002:7f00:1::]/"],
  [10, "http://[::127.0.0.1]/"],
  [11, "http://169.254.169.254/latest/meta-data/"],
  [12, "http://0.0.0.0/"],
  [13, "http://100.64.0.1/"],
  [14, "http://10.0.0.1/"],
  [14, "http://172.16.0.1/"],
  [14, "http://192.168.0.1/"],
  [15, "http://[fc00::1]/"],
  [16, "http://[fe80::1]/"],
  [16, "http://[fec0::1]/"],
  [17, "http://224.0.0.1/"],
  [17, "http://[ff02::1]/"],
  [18, "http://198.18.0.1/"],
  [17, "http://255.255.255.255/"],
  [19, "http://localhost/"],
  [19, "http://localhost./"],
  [20, "http://①②⑦.⓪.⓪.①/"],
])("%i: %s is refused as private", async (_, url) => {
  expect(await poll(url)).toBe(PRIVATE);
});

test.each([
  [21, "http://user:secret@news.example/", "the address carries a user name or password"],
  [27, "file:///etc/passwd", "only http and https addresses are read"],
  [27, "ftp://news.example/", "only http and https addresses are read"],
  [27, "data:text/xml,<rss/>", "only http and https addresses are read"],
  [27, "gopher://news.example/", "only http and https addresses are read"],
  [28, "http://news.example:22/", "port 22 is not one that feeds use"],
  [29, `http://news.example/${"x".repeat(2048)}`, "the address cannot be used"],
  [29, "not an address", "the address cannot be used"],
])("%i: %s is refused before anything is connected", async (_, url, reason) => {
  const lookup: LookupFunction = () => {
    throw new Error("a name was looked up");
  };
  expect(await poll(url, { lookup })).toBe(reason);
});

test("22: a name of a private address is refused", async () => {
  expect(await poll("http://intranet.example/", { lookup: resolving("10.1.2.3") })).toBe(PRIVATE);
});

test("22: a name with one private address among public ones is refused", async () => {
  const lookup: LookupFunction = (_hostname, _options, callback) =>
    callback(null, [
      { address: "93.184.216.34", family: 4 },
      { address: "::ffff:10.0.0.1", family: 6 },
    ]);
  expect(await poll("http://mixed.example/", { lookup })).toBe(PRIVATE);
});

test("23: a name that turns from public to private is refused when it turns: what is checked is what is connected to", async () => {
  const guarded = guardLookup(resolving("93.184.216.34", "127.0.0.1"), () => false);
  const lookUp = () =>
    new Promise<string>((resolve) =>
      guarded("turning.example", {}, (error, address) => resolve(error?.message ?? String(address))),
    );
  expect([await lookUp(), await lookUp()]).toEqual(["93.184.216.34", PRIVATE]);
});

test("one connection makes one look-up", async () => {
  let lookups = 0;
  const server = await startServer();
  const lookup: LookupFunction = (hostname, options, callback) => {
    lookups++;
    resolving("127.0.0.1")(hostname, options, callback);
  };
  expect(await poll(`http://news.example:${server.port}/`, { lookup, allow: ["news.example"] })).toBe("fresh");
  expect(lookups).toBe(1);
});

test("24: a redirect to a private address is refused, by literal and by name", async () => {
  const target = await startServer();
  for (const location of [`http://localhost:${target.port}/`, "http://[::1]:8080/", "http://169.254.169.254/"]) {
    const server = await startServer(location);
    const reason = await poll(server.url(), { allow: ["127.0.0.1"] });
    expect(reason).toMatch(/private network|port \d+ is not one/);
  }
  expect(target.requests).toEqual([]);
});

test("24: a redirect to a private name on a usual port is refused where it connects", async () => {
  const server = await startServer("http://turning.example:8080/");
  const lookup = resolving("127.0.0.1");
  expect(await poll(server.url(), { allow: ["127.0.0.1"], lookup })).toBe(PRIVATE);
});

test("25: five redirects are followed, a sixth is not, a loop neither", async () => {
  const hops = await startFeedServer((request, response) => {
    const left = Number(request.url?.slice(1));
    if (left > 0) response.writeHead(302, { location: `/${left - 1}` }).end();
    else response.end(rss("<title>A</title>"));
  });
  const loop = await startServer("/feed");
  running.push(hops);
  const allow = ["127.0.0.1"];
  expect(await poll(hops.url("/5"), { allow })).toBe("fresh");
  expect(await poll(hops.url("/6"), { allow })).toBe("the server redirects more than 5 times");
  expect(await poll(loop.url(), { allow })).toBe("the server redirects in a circle");
  expect(loop.requests.length).toBe(1);
});

test("26: a redirect from https to http is refused", async () => {
  const server = await startServer("http://news.example/");
  // The TLS of the outside is left out: its address is https, its wire plain.
  const dispatcher = new Agent({
    connect: (_, done) => {
      const socket = connect(server.port, "127.0.0.1", () => done(null, socket));
    },
  });
  const fetched = await fetchFeed(
    { url: "https://news.example/feed" },
    {
      dispatcher,
      guard: createGuard({ allowHosts: [] }),
      leftMs: () => 0,
      userAgent: "sitrep/test",
      headersMs: 1000,
      totalMs: 2000,
      body: { wireBytes: 1000, decodedBytes: 1000 },
    },
    new AbortController().signal,
  );
  await dispatcher.destroy();
  expect(fetched).toEqual({ kind: "failed", reason: "the server redirects from https to http" });
  expect(server.requests.length).toBe(1);
});

test("hosts that the operator names are let through, on any port", async () => {
  const server = await startServer();
  expect(await poll(server.url(), { allow: ["127.0.0.1"] })).toBe("fresh");
  expect(await poll(`http://localhost:${server.port}/`, { allow: ["LOCALHOST"] })).toBe("fresh");
});

test.each([["93.184.216.34"], ["8.8.8.8"], ["2606:4700::1111"], ["172.32.0.1"], ["192.167.1.1"]])(
  "%s is public",
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test("what is no address is not public", () => {
  expect(isPublicAddress("")).toBe(false);
  expect(isPublicAddress("news.example")).toBe(false);
});
