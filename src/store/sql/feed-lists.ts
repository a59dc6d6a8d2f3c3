import { sql } from "kysely";
import type { Feed } from "../../model/feed.ts";
import type { FeedSpec } from "../../model/watch.ts";
import type { Adder } from "../feed-store.ts";
import { feedOf, newRow, specColumns } from "./feed-rows.ts";
import { chunks } from "./rows.ts";
import type { Session } from "./session.ts";

/** At once, unless its host asked for a pause. */
function askedAt(now: Date) {
  return sql<number>`case when not_before > ${now.getTime()} then not_before else ${now.getTime()} end`;
}

/** A feed comes back with its items and its history. */
function comeBack(now: Date) {
  return { retired: 0, next_poll_at: askedAt(now), failures: 0, failing_since: null, disabled_reason: null };
}

/** See `FeedStore.sync`. Runs inside a transaction. */
export async function sync({ db }: Session, specs: readonly FeedSpec[], now: Date): Promise<void> {
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
    // One that has ended is asked once more, since somebody still names it; its failure is the old one.
    await db
      .updateTable("feeds")
      .set({ next_poll_at: askedAt(now), disabled_reason: null })
      .where("id", "in", ids)
      .where("disabled_reason", "is not", null)
      .execute();
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

/** See `FeedStore.add`. Runs inside a transaction. */
export async function add({ db }: Session, feed: { spec: FeedSpec; by: Adder; now: Date }): Promise<Feed> {
  const row = newRow(feed.spec, feed.by, feed.now);
  await db
    .insertInto("feeds")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .updateTable("feeds")
    .set({ ...comeBack(feed.now), ...specColumns(feed.spec), channel: row.channel })
    .where("id", "=", row.id)
    .where((eb) => eb.or([eb("retired", "=", 1), eb("disabled_reason", "is not", null)]))
    .execute();
  const stored = await db.selectFrom("feeds").selectAll().where("id", "=", row.id).executeTakeFirstOrThrow();
  return feedOf(stored);
}
