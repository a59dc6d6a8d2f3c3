import type { WebClient } from "@slack/web-api";
import type { Card } from "../../model/card.ts";
import { QUIET } from "./posts.ts";
import { renderCards } from "./render.ts";

const PAGE_SIZE = 200;
const PAGES = 5;
const AT_MOST = 5;

/**
 * Sends a card as direct message to those who manage the bot: the listed managers, or without any the workspace's
 * primary owner, the one person whom every workspace has. Gives how many were reached.
 */
export async function tellManagersDirectly(client: WebClient, listed: readonly string[], card: Card): Promise<number> {
  const users = listed.length > 0 ? listed.slice(0, AT_MOST) : await primaryOwner(client);
  const { text, blocks } = renderCards([card]);
  // A user's id as channel opens the direct message between that user and the bot; it needs no further scope.
  const sent = await Promise.allSettled(
    users.map((user) => client.chat.postMessage({ channel: user, text, blocks, ...QUIET })),
  );
  return sent.filter((one) => one.status === "fulfilled").length;
}

async function primaryOwner(client: WebClient): Promise<string[]> {
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page++) {
    const list = await client.users.list({ limit: PAGE_SIZE, ...(cursor === undefined ? {} : { cursor }) });
    const owner = list.members?.find((member) => member.is_primary_owner && !member.deleted)?.id;
    if (owner !== undefined) return [owner];
    cursor = list.response_metadata?.next_cursor;
    if (!cursor) return [];
  }
  return [];
}
