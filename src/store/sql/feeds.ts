import { type Selectable, sql } from "kysely";
import { shortId } from "../../lib/short-id.ts";
import type { Feed, FeedState } from "../../model/feed.ts";
import { LEVELS } from "../../model/findings.ts";
import type { FeedSpec, Outlet } from "../../model/watch.ts";
import type { FeedStore } from "../store.ts";
import { savePoll } from "./polls.ts";
import { chunks, defined, parsed, toDate } from "./rows.ts";
import type { Session } from "./session.ts";
import type { Tables } from "./tables.ts";

/** However often it is told of news, a feed is not asked more often. */
const LEAST_GAP_MS = 60_000;

type Row = Selectable<Tables["feeds"]>;

function movedOf({ moved_to, moved_since, moved_count }: Row): FeedState["moved"] {
  if (moved_to === null || moved_since === null || moved_count === null) return undefined;
  return { to: moved_to, since: new Date(moved_since), count: moved_count };
}

function stateOf(row: Row): FeedState {
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
  });
}

function feedOf(row: Row): Feed {
  return defined({
    id: row.id,
    url: row.url,
    outlet: parsed<Outlet>(row.outlet),
    language: row.language ?? undefined,
    timezone: row.timezone ?? undefined,
    server: row.server ?? undefined,
    state: stateOf(row),
  });
}

function specColumns({ outlet, language, timezone }: FeedSpec) {
  return { outlet: JSON.stringify(outlet), language: language ?? null, timezone: timezone ?? null };
}

/** A feed that has never been polled. */
function newRow(spec: FeedSpec, server: string | undefined, now: Date): Row {
  return {
    id: shortId(spec.url, server ?? ""),
    url: spec.url,
    server: server ?? null,
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
    lease_owner: null,
    lease_until: null,
  };
}

/** A retired feed comes back with its items and its history, due at once unless its host asked for a pause. */
function comeBack(now: Date) {
  const next_poll_at = sql<number>`case when not_before > ${now.getTime()} then not_before else ${now.getTime()} end`;
  return { retired: 0, next_poll_at, failures: 0, failing_since: null, disabled_reason: null };
}

async function sync({ db }: Session, specs: readonly FeedSpec[], now: Date): Promise<void> {
  const rows = new Map(
    specs
      .toReversed()
      .map((spec) => newRow(spec, undefined, now))
      .map((row) => [row.id, row]),
  );
  // Always in the same order, so that two processes that start together never wait for each other.
  const inOrder = [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const some of chunks(inOrder)) {
    await db
      .insertInto("feeds")
      .values(some)
      .onConflict((conflict) =>
        conflict.column("id").doUpdateSet((eb) => ({
          outlet: eb.ref("excluded.outlet"),
          language: eb.ref("excluded.language"),
          timezone: eb.ref("excluded.timezone"),
        })),
      )
      .execute();
    const ids = some.map((row) => row.id);
    await db.updateTable("feeds").set(comeBack(now)).where("id", "in", ids).where("retired", "=", 1).execute();
  }
  await retireAllBut(db, rows);
}

async function retireAllBut(db: Session["db"], named: ReadonlyMap<string, unknown>): Promise<void> {
  const known = await db
    .selectFrom("feeds")
    .select("id")
    .where("server", "is", null)
    .where("retired", "=", 0)
    .execute();
  const unnamed = known.map((row) => row.id).filter((id) => !named.has(id));
  for (const ids of chunks(unnamed)) await db.updateTable("feeds").set({ retired: 1 }).where("id", "in", ids).execute();
}

async function add({ db }: Session, feed: { spec: FeedSpec; server: string; now: Date }): Promise<Feed> {
  const row = newRow(feed.spec, feed.server, feed.now);
  await db
    .insertInto("feeds")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .updateTable("feeds")
    .set({ ...comeBack(feed.now), ...specColumns(feed.spec) })
    .where("id", "=", row.id)
    .where("retired", "=", 1)
    .execute();
  const stored = await db.selectFrom("feeds").selectAll().where("id", "=", row.id).executeTakeFirstOrThrow();
  return feedOf(stored);
}

type Claim = Parameters<FeedStore["claimDue"]>[0];

async function claimDue({ db, dialect }: Session, { now, owner, leaseMs, limit }: Claim): Promise<Feed[]> {
  const time = now.getTime();
  const due = db
    .selectFrom("feeds")
    .select("id")
    .where("retired", "=", 0)
    .where("disabled_reason", "is", null)
    .where("next_poll_at", "<=", time)
    .where((eb) => eb.or([eb("lease_until", "is", null), eb("lease_until", "<=", time)]))
    .orderBy("next_poll_at")
    .orderBy("id")
    .limit(limit);
  const ids = (await dialect.taking(due, "feeds").execute()).map((row) => row.id);
  if (ids.length === 0) return [];
  const rows = await db
    .updateTable("feeds")
    .set({ lease_owner: owner, lease_until: time + leaseMs })
    .where("id", "in", ids)
    .returningAll()
    .execute();
  return rows.sort((a, b) => a.next_poll_at - b.next_poll_at).map(feedOf);
}

type Question = Parameters<FeedStore["moving"]>[0];

async function moving({ db }: Session, { feeds, since, level }: Question): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const some of chunks(feeds)) {
    // Begins with what arrived lately, which is little and has an index.
    const rows = await db
      .selectFrom("items")
      .innerJoin("alerts", "alerts.story", "items.story")
      .select("items.feed")
      .distinct()
      .where("items.first_seen", ">=", since.getTime())
      .where("items.feed", "in", some)
      .where("alerts.relevant", "=", 1)
      .where("alerts.loudness", ">=", LEVELS.indexOf(level))
      .execute();
    for (const { feed } of rows) found.add(feed);
  }
  return found;
}

export function createFeeds(session: Session): FeedStore {
  const { db, atomically } = session;
  return {
    sync: (specs, now) => atomically((inside) => sync(inside, specs, now)),
    add: (spec, server, now) => atomically((inside) => add(inside, { spec, server, now })),
    remove: async (url, server) => {
      const { numUpdatedRows } = await db
        .updateTable("feeds")
        .set({ retired: 1 })
        .where("id", "=", shortId(url, server))
        .where("retired", "=", 0)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },
    list: async ({ server }) => {
      const rows = await db
        .selectFrom("feeds")
        .selectAll()
        .where("retired", "=", 0)
        .where((eb) => eb.or([eb("server", "is", null), eb("server", "=", server ?? null)]))
        .orderBy("url")
        .execute();
      return rows.map(feedOf);
    },
    claimDue: (claim) => atomically((inside) => claimDue(inside, claim)),
    savePoll: (poll) => atomically((inside) => savePoll(inside, poll)),
    onHost: async (host) => {
      // Seldom asked, and an address may be written in many ways: all are read.
      const rows = await db.selectFrom("feeds").select(["id", "url", "address"]).where("retired", "=", 0).execute();
      return rows.filter(({ url, address }) => URL.parse(address ?? url)?.host === host).map(({ id }) => id);
    },
    moving: (question) => moving(session, question),
    postpone: async (feeds, until) => {
      const time = until.getTime();
      for (const some of chunks(feeds)) {
        const chosen = db.updateTable("feeds").where("id", "in", some);
        await chosen.set({ next_poll_at: time }).where("next_poll_at", "<", time).execute();
        await chosen
          .set({ not_before: time })
          .where((eb) => eb.or([eb("not_before", "is", null), eb("not_before", "<", time)]))
          .execute();
      }
    },
    hasten: async (feed, at) => {
      const row = await db.selectFrom("feeds").selectAll().where("id", "=", feed).executeTakeFirst();
      if (row === undefined) return;
      const time = Math.max(at.getTime(), row.not_before ?? 0, (row.last_success_at ?? 0) + LEAST_GAP_MS);
      await db
        .updateTable("feeds")
        .set({ next_poll_at: time })
        .where("id", "=", feed)
        .where("failures", "=", 0)
        .where("next_poll_at", ">", time)
        .execute();
    },
  };
}
