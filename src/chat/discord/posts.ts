import { createHash } from "node:crypto";
import { type APIMessage, REST, Routes, SnowflakeUtil } from "discord.js";
import type { Card } from "../../model/card.ts";
import type { Channel } from "../../model/channel.ts";
import type { Delivery, Found, Outcome } from "../chat.ts";
import { LIMITS } from "./limits.ts";
import { outcomeOf } from "./outcome.ts";
import { footerMark, type Message, renderPost } from "./render.ts";

/** Shorter waits are left to the client's queue; for longer ones the delivery is put back. */
const LONGEST_WAIT_MS = 2_000;
const TIMEOUT_MS = 10_000;

/** A message's clock and ours may differ by this much. */
const CLOCK_SKEW_MS = 5_000;
const PAGE = 100;
const MAX_PAGES = 10;

const NO_MENTIONS = { parse: [] };

/** A client for posting alone: it never repeats a request by itself, because only the outbox knows whether it may. */
export function createPostingRest(token: string, apiUrl: string | undefined): REST {
  return new REST({
    ...(apiUrl === undefined ? {} : { api: apiUrl }),
    retries: 0,
    timeout: TIMEOUT_MS,
    rejectOnRateLimit: ({ retryAfter, sublimitTimeout }) => Math.max(retryAfter, sublimitTimeout) > LONGEST_WAIT_MS,
  }).setToken(token);
}

/** Within its window Discord answers a second create of one nonce with the first one's message. 96 bits fit in 25 characters. */
function nonceOf(...parts: readonly string[]): string {
  const digest = createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 24);
  return BigInt(`0x${digest}`).toString(36).slice(0, LIMITS.nonce);
}

/** Shows a card in a channel: edits the message when there is one, else creates it. */
export async function deliverPost(rest: REST, delivery: Delivery, signal: AbortSignal): Promise<Outcome> {
  const { at, card, id, messageId, post } = delivery;
  const message = renderPost(card, post);
  try {
    const sent =
      messageId === undefined
        ? await createMessage(rest, at.channel, { message, nonce: nonceOf(at.channel, id), signal })
        : await rest.patch(Routes.channelMessage(at.channel, messageId), { body: editBody(message), signal });
    return { kind: "sent", messageId: idOf(sent) };
  } catch (error) {
    return outcomeOf(error);
  }
}

/** Posts a card that belongs to no post. The same card twice within a minute is one message. */
export async function postNotice(rest: REST, channel: string, card: Card): Promise<Outcome> {
  const message = renderPost(card, "notice");
  try {
    const nonce = nonceOf(channel, JSON.stringify(card));
    return { kind: "sent", messageId: idOf(await createMessage(rest, channel, { message, nonce })) };
  } catch (error) {
    return outcomeOf(error);
  }
}

type Creation = { readonly message: Message; readonly nonce: string; readonly signal?: AbortSignal };

function createMessage(rest: REST, channel: string, { message, nonce, signal }: Creation): Promise<unknown> {
  const body = { ...message, allowed_mentions: NO_MENTIONS, nonce, enforce_nonce: true };
  return rest.post(Routes.channelMessages(channel), { body, ...(signal === undefined ? {} : { signal }) });
}

/** An edit must also take away what the new card does not have. */
function editBody(message: Message): object {
  return { content: "", ...message, allowed_mentions: NO_MENTIONS };
}

function idOf(message: unknown): string {
  if (typeof message === "object" && message !== null && "id" in message && typeof message.id === "string")
    return message.id;
  throw new TypeError("Discord answered without a message");
}

/** Looks for the bot's own message with that post's mark among those sent since then. */
export async function findPost(
  rest: REST,
  search: { at: Channel; post: string; since: Date; botUser: string; signal: AbortSignal },
): Promise<Found> {
  const { at, post, since, botUser, signal } = search;
  const timestamp = since.getTime() - CLOCK_SKEW_MS;
  let after = String(SnowflakeUtil.generate({ timestamp, increment: 0n, workerId: 0n, processId: 0n }));
  try {
    for (let page = 0; page < MAX_PAGES; page++) {
      const query = new URLSearchParams({ after, limit: String(PAGE) });
      const messages = messagesOf(await rest.get(Routes.channelMessages(at.channel), { query, signal }));
      const found = messages.find((message) => message.author.id === botUser && isMarked(message, post));
      if (found !== undefined) return { kind: "found", messageId: found.id };
      const [newest] = messages;
      if (newest === undefined || messages.length < PAGE) return { kind: "absent" };
      after = newest.id;
    }
    return { kind: "unknown", reason: `more than ${PAGE * MAX_PAGES} messages since the first attempt` };
  } catch (error) {
    const outcome = outcomeOf(error);
    return { kind: "unknown", reason: "reason" in outcome ? outcome.reason : outcome.kind };
  }
}

function messagesOf(body: unknown): APIMessage[] {
  if (!Array.isArray(body)) throw new TypeError("Discord answered without messages");
  return body;
}

function isMarked(message: APIMessage, post: string): boolean {
  return message.embeds.some((embed) => embed.footer?.text.endsWith(footerMark(post)) === true);
}
