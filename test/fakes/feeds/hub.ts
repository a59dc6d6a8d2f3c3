import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What a subscriber sent. */
type Asked = Readonly<Record<string, string>>;

/** A WebSub hub on loopback. It calls back only when a test says so. */
export async function startHub() {
  const asked: Asked[] = [];
  let status = 202;
  const server = createServer(async (request, response) => {
    const body = await request.toArray();
    asked.push(Object.fromEntries(new URLSearchParams(Buffer.concat(body).toString())));
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  /** The callback as it is reached inside the test, without the proxy that stands before it outside. */
  const inside = (callback: string, address: string) => new URL(new URL(callback).pathname, address).href;
  return {
    url: `http://127.0.0.1:${port}/hub`,
    asked,
    answerWith: (next: number) => {
      status = next;
    },
    /** Asks at the callback whether the subscriber meant it. */
    verify: (wish: Asked, address: string, change: Asked = {}) => {
      const { "hub.mode": mode = "", "hub.topic": topic = "", "hub.callback": callback = "" } = wish;
      const query = { "hub.mode": mode, "hub.topic": topic, "hub.challenge": "c-1", "hub.lease_seconds": "86400" };
      return fetch(`${inside(callback, address)}?${new URLSearchParams({ ...query, ...change })}`);
    },
    /** Pushes a body to the callback, signed with the secret that was given. */
    push: (wish: Asked, address: string, { algorithm = "sha256", secret = wish["hub.secret"] ?? "" } = {}) => {
      const body = "<rss/>";
      const signature = createHmac(algorithm, secret).update(body).digest("hex");
      const headers = { "x-hub-signature": `${algorithm}=${signature}` };
      return fetch(inside(wish["hub.callback"] ?? "", address), { method: "POST", body, headers });
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export type FakeHub = Awaited<ReturnType<typeof startHub>>;
