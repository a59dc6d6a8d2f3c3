import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on loopback that answers as a test wants, and counts. */
export async function startFeedServer(answer: Answer) {
  const requests: { readonly path: string; readonly headers: IncomingMessage["headers"] }[] = [];
  const sockets = new Set<Socket>();
  const busiest = { requests: 0, connections: 0 };
  let current = 0;
  const server = createServer((request, response) => {
    requests.push({ path: request.url ?? "", headers: request.headers });
    busiest.requests = Math.max(busiest.requests, ++current);
    response.once("close", () => current--);
    answer(request, response);
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    busiest.connections = Math.max(busiest.connections, sockets.size);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: (path = "/feed") => `http://127.0.0.1:${port}${path}`,
    requests,
    /** The most requests and connections that were open at the same time. */
    busiest,
    stop: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export type FeedServer = Awaited<ReturnType<typeof startFeedServer>>;
