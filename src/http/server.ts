import { serve } from "@hono/node-server";
import { Hono } from "hono";
import type { Registry } from "prom-client";
import type { Chat } from "../chat/chat.ts";
import type { Log } from "../lib/log.ts";
import { UserError } from "../lib/user-error.ts";

type Hook = { readonly path: string; handle(request: Request): Promise<Response> };

export type WebParts = {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly chats: readonly Chat[];
  /** Others that call by HTTP, under paths of their own. */
  readonly hooks?: readonly Hook[];
  readonly metrics: Registry;
  /** Whether work can be done: the store takes writes. Throws when not. */
  readonly ready: () => Promise<void>;
  readonly log: Log;
};

export type WebServer = { readonly address: string; stop(): Promise<void> };

const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];

/** Whether a request names a host that this server answers for: a page elsewhere must not reach it by DNS tricks. */
function isOurHost(header: string | undefined, host: string): boolean {
  const name = header?.replace(/:\d+$/, "").toLowerCase() ?? "";
  if (host === "0.0.0.0" || host === "::") return name !== "";
  return name === host.toLowerCase() || (LOOPBACK.includes(host) && LOOPBACK.includes(name));
}

function routes(parts: WebParts): Hono {
  const app = new Hono();
  const platforms: Hook[] = parts.chats.flatMap((chat) => (chat.http === undefined ? [] : [chat.http]));
  platforms.push(...(parts.hooks ?? []));
  // Those that sign their requests come by the public name; all else must name this host.
  for (const http of platforms.filter((one) => one.path !== "/"))
    app
      .all(`${http.path}/*`, (context) => http.handle(context.req.raw))
      .all(http.path, (context) => http.handle(context.req.raw));
  app.use(async (context, next) => {
    if (isOurHost(context.req.header("host"), parts.host)) return next();
    return context.text("This server does not answer for that host.", 421);
  });
  app.get("/healthz", (context) => context.text("ok"));
  app.get("/readyz", async (context) => {
    const waiting = parts.chats.filter((chat) => !chat.isReady()).map((chat) => chat.platform);
    if (waiting.length > 0) return context.text(`not connected: ${waiting.join(", ")}`, 503);
    try {
      await parts.ready();
      return context.text("ready");
    } catch (error) {
      parts.log.error({ err: error }, "store.not-ready");
      return context.text("the store takes no writes", 503);
    }
  });
  app.get("/metrics", async (context) =>
    context.text(await parts.metrics.metrics(), 200, { "content-type": parts.metrics.contentType }),
  );
  for (const http of platforms.filter((one) => one.path === "/"))
    app.all("*", (context) => http.handle(context.req.raw));
  return app;
}

/** Starts the local web server: health, metrics, the console, and platforms that call by HTTP. */
export async function startWeb(parts: WebParts): Promise<WebServer> {
  const app = routes(parts);
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: parts.host, port: parts.port }, (info) => {
      const host = info.family === "IPv6" ? `[${info.address}]` : info.address;
      resolve({
        address: `http://${host}:${info.port}`,
        stop: () =>
          new Promise((stopped) => {
            server.close(() => stopped());
            if ("closeAllConnections" in server) server.closeAllConnections();
          }),
      });
    });
    server.on("error", (error: NodeJS.ErrnoException) => {
      const next = "Stop the other program, or set SITREP_PORT to a free port.";
      reject(
        error.code === "EADDRINUSE" ? new UserError(`Port ${parts.port} is taken.`, next, { cause: error }) : error,
      );
    });
  });
}
