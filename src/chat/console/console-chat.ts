import { randomBytes, timingSafeEqual } from "node:crypto";
import { EventEmitter } from "node:events";
import { type Context, Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { streamSSE } from "hono/streaming";
import type { Card } from "../../model/card.ts";
import { type Channel, serverKey } from "../../model/channel.ts";
import type { Asker, Chat, ChatHandlers, Invocation } from "../chat.ts";
import { readCommand } from "../command-text.ts";
import { decodeAction } from "../invocation-code.ts";
import { ASSETS } from "./assets.ts";
import { completeLine } from "./completions.ts";
import { renderPage } from "./page.ts";
import { joinHtml, renderCard, renderReply } from "./render.ts";
import { createShelf, type Shelf, sendFile } from "./shelf.ts";

const SHOWN_CARDS = 100;
const LONGEST_LINE = 4_000;
const KEEP_ALIVE_MS = 15_000;
const SERVER = "local";
const HOME = "alerts";

type Arrival = { readonly channel: string; readonly post: string; readonly card: Card };

async function firstChannel(handlers: ChatHandlers, server: string): Promise<string> {
  const [first = HOME] = await handlers.channels(serverKey({ platform: "console", server }));
  return first;
}

function pathOf(channel: string): string {
  return `/c/${encodeURIComponent(channel)}`;
}

/** The reader of the console: whoever sits at this machine may do everything. */
function askerIn(channel: string): Asker {
  return { at: { platform: "console", server: SERVER, channel }, user: "console", isManager: true };
}

/** A page of another site cannot know the token; comparing takes equally long whatever is wrong. */
function isToken(given: unknown, token: string): boolean {
  const [a, b] = [Buffer.from(String(given)), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** What a form asked: a typed line, or a button's code. Undefined when the code is not ours. */
function invocationOf(
  form: Record<string, unknown>,
  channel: string,
  handlers: ChatHandlers,
): { invocation: Invocation; typed: string } | undefined {
  const asker = askerIn(channel);
  if (typeof form["action"] === "string") {
    const action = decodeAction(form["action"]);
    return action && { invocation: { ...action, asker }, typed: `/${action.command}` };
  }
  const line = String(form["line"] ?? "")
    .trim()
    .slice(0, LONGEST_LINE);
  const [slash = "", ...rest] = (line.startsWith("/") ? line : `/stories ${line}`).split(" ");
  return { invocation: { ...readCommand(slash, rest.join(" "), handlers.commands), page: 1, asker }, typed: line };
}

type Parts = {
  readonly handlers: () => ChatHandlers;
  readonly arrivals: EventEmitter;
  readonly token: string;
  readonly shelf: Shelf;
};

/** Replies get ids of their own, so that the next one does not take the place of a card. */
function replyPlace(channel: string, token: string) {
  return { id: `reply-${randomBytes(4).toString("hex")}`, path: pathOf(channel), token };
}

async function showChannel(
  context: Context,
  channel: string,
  parts: Parts,
  reply?: Awaited<ReturnType<typeof renderReply>>,
) {
  const handlers = parts.handlers();
  const at: Channel = { platform: "console", server: SERVER, channel };
  const [shown, channels] = await Promise.all([
    handlers.channelCards(at, SHOWN_CARDS),
    handlers.channels(serverKey(at)),
  ]);
  const cards = shown.map(({ post, card }) =>
    renderCard(card, { id: `post-${post}`, path: pathOf(channel), token: parts.token }),
  );
  const all = [...new Set([...channels, channel])];
  return context.html(renderPage({ channel, channels: all, cards: joinHtml(cards), reply, token: parts.token }));
}

function streamCards(context: Context, channel: string, { arrivals, token }: Parts) {
  return streamSSE(context, async (stream) => {
    const send = (arrival: Arrival) => {
      if (arrival.channel !== channel) return;
      const html = renderCard(arrival.card, { id: `post-${arrival.post}`, path: pathOf(channel), token });
      void stream.writeSSE({ event: "card", data: JSON.stringify({ html: String(html) }) });
    };
    arrivals.on("card", send);
    stream.onAbort(() => {
      arrivals.off("card", send);
    });
    while (!stream.aborted) {
      await stream.writeSSE({ event: "alive", data: "" });
      await stream.sleep(KEEP_ALIVE_MS);
    }
  });
}

function routes(parts: Parts): Hono {
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      referrerPolicy: "no-referrer",
    }),
  );
  app.get("/", async (context) => {
    return context.redirect(pathOf(await firstChannel(parts.handlers(), SERVER)));
  });
  app.get("/assets/:name", (context) => {
    const found = Object.hasOwn(ASSETS, context.req.param("name")) ? ASSETS[context.req.param("name")] : undefined;
    return found ? context.body(found.body, 200, { "content-type": found.type }) : context.notFound();
  });
  app.get("/c/:channel", (context) => showChannel(context, context.req.param("channel"), parts));
  app.get("/c/:channel/cards.json", async (context) => {
    const at: Channel = { platform: "console", server: SERVER, channel: context.req.param("channel") };
    return context.json(await parts.handlers().channelCards(at, SHOWN_CARDS));
  });
  app.get("/c/:channel/events", (context) => streamCards(context, context.req.param("channel"), parts));
  app.get("/c/:channel/complete", async (context) => {
    const { commands, complete } = parts.handlers();
    const asker = askerIn(context.req.param("channel"));
    const line = (context.req.query("line") ?? "").slice(0, LONGEST_LINE);
    const ask = (command: string) => (option: string, typed: string) => complete({ command, option, typed, asker });
    return context.json(await completeLine(line, commands, ask));
  });
  app.get("/c/:channel/files/:id", (context) => sendFile(context, parts.shelf.get(context.req.param("id"))));
  app.post("/c/:channel/command", async (context) => {
    const channel = context.req.param("channel");
    const form = await context.req.parseBody();
    if (!isToken(form["token"], parts.token)) return context.text("This form is out of date. Reload the page.", 403);
    const asked = invocationOf(form, channel, parts.handlers());
    if (asked === undefined) return context.text("That button is not known. Reload the page.", 400);
    const reply = await parts.handlers().answer(asked.invocation);
    const files = parts.shelf.put(reply.files ?? []);
    const answer = renderReply({ reply, files }, asked.typed, replyPlace(channel, parts.token));
    return context.req.header("x-sitrep-fragment") === "1"
      ? context.html(answer)
      : showChannel(context, channel, parts, answer);
  });
  return app;
}

/**
 * The local web console: the same commands and cards without an account. Creating a message is idempotent here, since
 * the page draws what the posts should show.
 */
export function createConsoleChat(): Chat {
  const arrivals = new EventEmitter().setMaxListeners(0);
  const token = randomBytes(24).toString("base64url");
  let handlers: ChatHandlers | undefined;
  const running = (): ChatHandlers => {
    if (handlers === undefined) throw new Error("the console has not started");
    return handlers;
  };
  const app = routes({ handlers: running, arrivals, token, shelf: createShelf() });
  return {
    platform: "console",
    resendWindowMs: Number.POSITIVE_INFINITY,
    start: async (given) => {
      handlers = given;
    },
    stop: async () => {
      arrivals.removeAllListeners();
    },
    isReady: () => handlers !== undefined,
    deliver: async ({ at, post, card }) => {
      arrivals.emit("card", { channel: at.channel, post, card } satisfies Arrival);
      return { kind: "sent", messageId: post };
    },
    find: async () => ({ kind: "absent" }),
    // The post's own element on the page.
    linkTo: (_, post) => `#post-${post}`,
    // Where the page opens: whoever sits at this machine manages it.
    managerChannels: async (server) => [await firstChannel(running(), server)],
    check: async () => [{ what: "local page", ok: true, detail: "needs no account" }],
    http: { path: "/", handle: async (request) => app.fetch(request) },
  };
}
