import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import type { Channel } from "../../model/channel.ts";
import type { Delivery, Found, Outcome } from "../chat.ts";
import { outcomeOf } from "./outcome.ts";
import { renderCards } from "./render.ts";

/** Marks a message as ours in the channel's history. */
const EVENT_TYPE = "sitrep_post";
/** Some apps get no more than 15 messages a page. https://docs.slack.dev/reference/methods/conversations.history */
const HISTORY_PAGE = 15;
const HISTORY_PAGES = 10;
/** How far the two clocks may be apart. */
const CLOCK_SKEW_MS = 5000;

/** Nothing in our messages is to be read as a mention or expanded into a preview. */
export const QUIET = { unfurl_links: false, unfurl_media: false, link_names: false, parse: "none" } as const;

/** Creates or edits the message of a delivery. */
export async function deliverPost(client: WebClient, delivery: Delivery): Promise<Outcome> {
  const { id, post, messageId } = delivery;
  const { text, blocks } = renderCards([delivery.card]);
  const metadata = { event_type: EVENT_TYPE, event_payload: { delivery: id, post } };
  const message = { channel: delivery.at.channel, text, blocks, metadata, ...QUIET };
  try {
    const sent =
      messageId === undefined
        ? await client.chat.postMessage(message)
        : await client.chat.update({ ...message, ts: messageId });
    return sent.ts === undefined
      ? { kind: "ambiguous", reason: "Slack named no message" }
      : { kind: "sent", messageId: sent.ts };
  } catch (error) {
    return outcomeOf(error);
  }
}

/** What to look for in a channel's history. */
export type Search = {
  readonly at: Channel;
  readonly post: string;
  readonly since: Date;
  /** Our own bot id: a marker on somebody else's message means nothing. */
  readonly botId: string | undefined;
};

/** Looks for a message of that post. "unknown" when the history may not be read; throws when Slack cannot be asked now. */
export async function findPost(client: WebClient, search: Search): Promise<Found> {
  let cursor: string | undefined;
  try {
    for (let page = 0; page < HISTORY_PAGES; page++) {
      const history = await client.conversations.history({
        channel: search.at.channel,
        oldest: ((search.since.getTime() - CLOCK_SKEW_MS) / 1000).toFixed(6),
        limit: HISTORY_PAGE,
        include_all_metadata: true,
        ...(cursor === undefined ? {} : { cursor }),
      });
      const found = history.messages?.find((message) => isOurs(message, search));
      if (found?.ts !== undefined) return { kind: "found", messageId: found.ts };
      cursor = history.response_metadata?.next_cursor;
      if (!history.has_more || !cursor) return { kind: "absent" };
    }
    return { kind: "unknown", reason: "too many messages since" };
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError)) throw error;
    return { kind: "unknown", reason: `Slack refused the history: ${error.data.error}` };
  }
}

type HistoryMessage = {
  readonly bot_id?: string;
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: object };
};

function isOurs({ bot_id, metadata }: HistoryMessage, { post, botId }: Search): boolean {
  if (botId !== undefined && bot_id !== botId) return false;
  const payload = metadata?.event_payload;
  return metadata?.event_type === EVENT_TYPE && payload !== undefined && "post" in payload && payload.post === post;
}
