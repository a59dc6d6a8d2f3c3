import type { Selectable } from "kysely";
import { shortId } from "../../lib/short-id.ts";
import type { Asks, Feed, FeedState } from "../../model/feed.ts";
import type { FeedSpec, Outlet } from "../../model/watch.ts";
import type { Adder } from "../feed-store.ts";
import { defined, parsed, toDate } from "./rows.ts";
import type { Tables } from "./tables.ts";

export type FeedRow = Selectable<Tables["feeds"]>;

function movedOf({ moved_to, moved_since, moved_count }: FeedRow): FeedState["moved"] {
  if (moved_to === null || moved_since === null || moved_count === null) return undefined;
  return { to: moved_to, since: new Date(moved_since), count: moved_count };
}

function stateOf(row: FeedRow): FeedState {
  return defined({
    etag: row.etag ?? undefined,
    lastModified: row.last_modified ?? undefined,
    bodyHash: row.body_hash ?? undefined,
    nextPollAt: new Date(row.next_poll_at),
    gapMs: row.gap_ms ?? undefined,
    failures: row.failures,
    failingSince: toDate(row.failing_since),
    lastSuccessAt: toDate(row.last_success_at),
    lastError: row.last_error ?? undefined,
    disabledReason: row.disabled_reason ?? undefined,
    address: row.address ?? undefined,
    moved: movedOf(row),
    etagMisses: row.etag_misses || undefined,
    asks: row.asks === null ? undefined : parsed<Asks>(row.asks),
    hintMs: row.hint_ms ?? undefined,
  });
}

/** A feed as the model knows it. */
export function feedOf(row: FeedRow): Feed {
  return defined({
    id: row.id,
    url: row.url,
    outlet: parsed<Outlet>(row.outlet),
    language: row.language ?? undefined,
    timezone: row.timezone ?? undefined,
    server: row.server ?? undefined,
    channel: row.channel ?? undefined,
    state: stateOf(row),
  });
}

/** What a specification says of a feed beside its address. */
export function specColumns({ outlet, language, timezone }: FeedSpec) {
  return { outlet: JSON.stringify(outlet), language: language ?? null, timezone: timezone ?? null };
}

/** A feed that has never been polled, due at `now`; without an adder it is everybody's. */
export function newRow(spec: FeedSpec, by: Adder | undefined, now: Date): FeedRow {
  return {
    id: shortId(spec.url, by?.server ?? ""),
    url: spec.url,
    server: by?.server ?? null,
    channel: by?.channel ?? null,
    ...specColumns(spec),
    retired: 0,
    etag: null,
    last_modified: null,
    body_hash: null,
    next_poll_at: now.getTime(),
    gap_ms: null,
    failures: 0,
    failing_since: null,
    last_success_at: null,
    last_error: null,
    disabled_reason: null,
    not_before: null,
    address: null,
    moved_to: null,
    moved_since: null,
    moved_count: null,
    etag_misses: 0,
    asks: null,
    hint_ms: null,
    lease_owner: null,
    lease_until: null,
  };
}
