import type { Selectable } from "kysely";
import type { Card } from "../../model/card.ts";
import type { Post } from "../../model/channel.ts";
import { defined, toDate } from "./rows.ts";
import type { Tables } from "./tables.ts";

/** Instants in a card are all called `at`. */
function cardOf(json: string): Card {
  return JSON.parse(json, (key, value) => (key === "at" && typeof value === "string" ? new Date(value) : value));
}

/** A post as the model knows it. */
export function postOf(row: Selectable<Tables["posts"]>): Post {
  return defined({
    id: row.id,
    story: row.story,
    at: { platform: row.platform, server: row.server, channel: row.channel },
    watch: row.watch,
    wanted: row.wanted,
    shown: row.shown,
    state: row.state,
    attempts: row.attempts,
    firstAttemptAt: toDate(row.first_attempt_at),
    messageId: row.message_id ?? undefined,
    priority: row.priority,
    postedAt: toDate(row.posted_at),
    lastError: row.last_error ?? undefined,
    notice: row.notice === null ? undefined : cardOf(row.notice),
  });
}
