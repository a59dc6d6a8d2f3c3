import type { WebClient } from "@slack/web-api";

const PAGE_SIZE = 200;
const PAGES = 5;
const AT_MOST = 5;

/**
 * Those who manage the bot and are told about it: the listed managers, or without any the workspace's primary owner,
 * the one person whom every workspace has. A user's id as channel opens the direct message between that user and the
 * bot; it needs no further scope.
 */
export async function managerUsers(client: WebClient, listed: readonly string[]): Promise<string[]> {
  return listed.length > 0 ? listed.slice(0, AT_MOST) : primaryOwner(client);
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
