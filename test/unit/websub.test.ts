import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { parseFeed } from "../../src/feeds/document/parse.ts";
import { linkOf } from "../../src/feeds/web/link-header.ts";
import { intentOf, isSame, isSigned } from "../../src/feeds/websub/callback.ts";

const BODY = Buffer.from("<rss/>");
const sign = (algorithm: string, secret = "s", body = BODY) =>
  `${algorithm}=${createHmac(algorithm, secret).update(body).digest("hex")}`;

test.each([["sha256"], ["sha384"], ["sha512"]])("a body signed with %s and the secret is believed", (algorithm) => {
  expect(isSigned(BODY, sign(algorithm), "s")).toBe(true);
});

test.each([
  ["no signature", null],
  ["a weak algorithm", sign("sha1")],
  ["another secret", sign("sha256", "other")],
  ["another body", sign("sha256", "s", Buffer.from("<rss>"))],
  ["half a digest", sign("sha256").slice(0, 40)],
  ["a digest that is none", "sha256=zz"],
  ["an algorithm that is none", "none="],
])("%s is not believed", (_, header) => {
  expect(isSigned(BODY, header, "s")).toBe(false);
});

test("secrets are compared whole", () => {
  expect([isSame("abc", "abc"), isSame("abc", "abd"), isSame("", "abc")]).toEqual([true, false, false]);
});

test("a hub's question needs mode, topic and challenge", () => {
  const asked = "hub.mode=subscribe&hub.topic=https%3A%2F%2Fa.example%2F&hub.challenge=c&hub.lease_seconds=60";
  expect(intentOf(new URLSearchParams(asked))).toEqual({
    kind: "subscribe",
    topic: "https://a.example/",
    challenge: "c",
    leaseSeconds: 60,
  });
  for (const missing of ["hub.mode=subscribe", "hub.topic=https%3A%2F%2Fa.example%2F", "hub.challenge=c"])
    expect(intentOf(new URLSearchParams(asked.replace(missing, "")))).toBeUndefined();
  expect(intentOf(new URLSearchParams("hub.mode=denied&hub.topic=x&hub.reason=no"))).toEqual({
    kind: "denied",
    topic: "x",
    reason: "no",
  });
  for (const lease of ["-5", "soon", "1e999", ""])
    expect(intentOf(new URLSearchParams(`${asked}&`.replace("=60", `=${lease}`)))).toMatchObject({ leaseSeconds: 0 });
});

test("a Link header gives the address of a relation", () => {
  const header = '<https://hub.example/>; rel="hub", </feed>; title="a, b"; rel=self, <https://x.example/>; rel="a b"';
  expect(linkOf(header, "hub", "https://desk.example/x")).toBe("https://hub.example/");
  expect(linkOf(header, "self", "https://desk.example/x")).toBe("https://desk.example/feed");
  expect(linkOf(header, "b", "https://desk.example/x")).toBe("https://x.example/");
  expect(linkOf(header, "next", "https://desk.example/x")).toBeUndefined();
  expect(linkOf(undefined, "hub", "https://desk.example/x")).toBeUndefined();
});

test.each([
  [
    "RSS",
    `<rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"><channel><title>T</title><link>https://desk.example/</link>
     <a:link href="https://desk.example/" rel="alternate"/><a:link rel="self" href="/feed"/>
     <a:link rel="hub" href="https://hub.example/"/><a:link rel="hub" href="https://other.example/"/></channel></rss>`,
  ],
  [
    "Atom",
    `<feed xmlns="http://www.w3.org/2005/Atom"><link rel="HUB" href="https://hub.example/"/>
     <link rel="self" href="https://desk.example/feed"/><entry><id>1</id><link rel="self" href="/e"/></entry></feed>`,
  ],
  [
    "JSON",
    `{"version":"https://jsonfeed.org/version/1.1","title":"T","feed_url":"https://desk.example/feed","items":[],
     "hubs":[{"type":"rssCloud","url":"https://cloud.example/"},{"type":"WebSub","url":"https://hub.example/"}]}`,
  ],
])("%s names its hub and itself", async (_, text) => {
  const document = await parseFeed(Buffer.from(text), { url: "https://desk.example/x" });
  expect([document.hub, document.self]).toEqual(["https://hub.example/", "https://desk.example/feed"]);
});

test("a hub that is no address of the web is none", async () => {
  const text =
    '<feed xmlns="http://www.w3.org/2005/Atom"><link rel="hub" href="javascript:alert(1)"/><title>T</title></feed>';
  expect(await parseFeed(Buffer.from(text))).not.toHaveProperty("hub");
});
