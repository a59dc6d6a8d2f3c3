import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { isFields } from "./blocks.ts";

const ACK_MS = 3000;

/** Socket Mode: hands envelopes to the app's newest connection and waits for their acknowledgement. */
export class Sockets {
  readonly #server: WebSocketServer;
  readonly #open = new Set<WebSocket>();
  readonly #acks = new Map<string, (payload: unknown) => void>();
  readonly #arrivals: (() => void)[] = [];
  /** How many connections there were. */
  connections = 0;

  constructor(server: Server) {
    this.#server = new WebSocketServer({ server, path: "/link" });
    this.#server.on("connection", (socket) => {
      this.#accept(socket);
    });
  }

  #accept(socket: WebSocket): void {
    this.connections++;
    this.#open.add(socket);
    socket.on("close", () => this.#open.delete(socket));
    socket.on("message", (data) => {
      const message: unknown = JSON.parse(String(data));
      if (!isFields(message)) return;
      this.#acks.get(String(message.envelope_id))?.(message.payload);
    });
    socket.send(JSON.stringify({ type: "hello", num_connections: 1, connection_info: { app_id: "A0001TEST" } }));
    for (const arrived of this.#arrivals.splice(0)) arrived();
  }

  /** Resolves when the app opens its next connection. */
  nextConnection(): Promise<void> {
    return new Promise((resolve) => this.#arrivals.push(resolve));
  }

  /** Sends one envelope; rejects when it is not acknowledged within three seconds. */
  async deliver(type: string, payload: Record<string, unknown>): Promise<unknown> {
    const socket = [...this.#open].at(-1);
    if (socket === undefined) throw new Error("the app has no open connection");
    const envelope = randomUUID();
    const acknowledged = new Promise<unknown>((resolve, reject) => {
      this.#acks.set(envelope, resolve);
      AbortSignal.timeout(ACK_MS).addEventListener("abort", () =>
        reject(new Error(`${type} was not acknowledged in 3 s`)),
      );
    });
    socket.send(JSON.stringify({ envelope_id: envelope, type, payload, accepts_response_payload: true }));
    return acknowledged;
  }

  /** Asks the app to connect anew, as Slack does every few hours. */
  refresh(): void {
    for (const socket of this.#open) socket.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }));
  }

  /** Cuts every connection without a word. */
  cut(): void {
    for (const socket of this.#open) socket.terminate();
  }

  close(): Promise<void> {
    this.cut();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}
