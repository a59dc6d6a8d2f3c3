import { request } from "node:http";
import { Registry } from "prom-client";
import { afterEach, expect, test } from "vitest";
import { startWeb, type WebServer } from "../../src/http/server.ts";
import { createLog } from "../../src/lib/log.ts";

let web: WebServer;
afterEach(() => web.stop());

function statusFor(host: string): Promise<number | undefined> {
  const { hostname, port } = new URL(web.address);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path: "/healthz", headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}

test("a request for a foreign host is refused, whatever address it reached", async () => {
  web = await startWeb({
    host: "127.0.0.1",
    port: 0,
    chats: [],
    metrics: new Registry(),
    ready: async () => {},
    log: createLog("silent"),
  });
  expect(await statusFor("127.0.0.1:8080")).toBe(200);
  expect(await statusFor("localhost")).toBe(200);
  expect(await statusFor("evil.example")).toBe(421);
  expect(await statusFor("127.0.0.1.evil.example")).toBe(421);
});

test("a store that takes no writes makes the process not ready, without saying why to strangers", async () => {
  const ready = async () => {
    throw new Error("disk full at /secret/path");
  };
  web = await startWeb({
    host: "127.0.0.1",
    port: 0,
    chats: [],
    metrics: new Registry(),
    ready,
    log: createLog("silent"),
  });
  const response = await fetch(`${web.address}/readyz`);
  expect(response.status).toBe(503);
  expect(await response.text()).not.toContain("secret");
});
