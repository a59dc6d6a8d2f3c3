import type { Selectable } from "kysely";
import type { Push, PushStore } from "../store.ts";
import { chunks, defined, toDate } from "./rows.ts";
import type { Session } from "./session.ts";
import type { Tables } from "./tables.ts";

function pushOf(row: Selectable<Tables["pushes"]>): Push {
  return defined({
    feed: row.feed,
    hub: row.hub,
    topic: row.topic,
    token: row.token,
    secret: row.secret,
    mode: row.mode,
    attempts: row.attempts,
    leaseUntil: toDate(row.lease_until),
  });
}

async function want({ db }: Session, wish: Parameters<PushStore["want"]>[0]): Promise<void> {
  const { now, ...fresh } = wish;
  const known = await db.selectFrom("pushes").selectAll().where("feed", "=", wish.feed).executeTakeFirst();
  if (known?.mode === "subscribe" && known.hub === wish.hub && known.topic === wish.topic) return;
  const row = { ...fresh, mode: "subscribe" as const, attempts: 0, due_at: now.getTime(), lease_until: null };
  await db
    .insertInto("pushes")
    .values(row)
    .onConflict((conflict) => conflict.column("feed").doUpdateSet(row))
    .execute();
}

/** Feeds that are gone or off leave their hub. */
async function leaveUnpolled({ db }: Session, now: Date): Promise<void> {
  const polled = db.selectFrom("feeds").select("id").where("retired", "=", 0).where("disabled_reason", "is", null);
  await db
    .updateTable("pushes")
    .set({ mode: "unsubscribe", attempts: 0, due_at: now.getTime() })
    .where("mode", "=", "subscribe")
    .where("feed", "not in", polled)
    .execute();
}

async function claimDue(session: Session, claim: Parameters<PushStore["claimDue"]>[0]): Promise<Push[]> {
  const { db, dialect } = session;
  await leaveUnpolled(session, claim.now);
  const due = db
    .selectFrom("pushes")
    .select("feed as id")
    .where("due_at", "<=", claim.now.getTime())
    .orderBy("due_at")
    .limit(claim.limit);
  const ids = (await dialect.taking(due, "pushes").execute()).map((row) => row.id);
  if (ids.length === 0) return [];
  const rows = await db
    .updateTable("pushes")
    .set((eb) => ({ due_at: claim.again.getTime(), attempts: eb("attempts", "+", 1) }))
    .where("feed", "in", ids)
    .returningAll()
    .execute();
  return rows.map(pushOf);
}

export function createPushes(session: Session): PushStore {
  const { db, atomically } = session;
  return {
    want: (wish) => atomically((inside) => want(inside, wish)),
    get: async (feed) => {
      const row = await db.selectFrom("pushes").selectAll().where("feed", "=", feed).executeTakeFirst();
      return row && pushOf(row);
    },
    claimDue: (claim) => atomically((inside) => claimDue(inside, claim)),
    agreed: async (feed, leaseUntil, renewAt) => {
      const lease = { lease_until: leaseUntil.getTime(), due_at: renewAt.getTime(), attempts: 0 };
      await db.updateTable("pushes").set(lease).where("feed", "=", feed).execute();
    },
    later: async (feed, at) => {
      await db
        .updateTable("pushes")
        .set({ due_at: at.getTime(), lease_until: null })
        .where("feed", "=", feed)
        .execute();
    },
    leave: async (feed, now) => {
      const leaving = { mode: "unsubscribe" as const, attempts: 0, due_at: now.getTime() };
      await db.updateTable("pushes").set(leaving).where("feed", "=", feed).where("mode", "=", "subscribe").execute();
    },
    forget: async (feed) => {
      await db.deleteFrom("pushes").where("feed", "=", feed).execute();
    },
    active: async (feeds, now) => {
      const found = new Set<string>();
      for (const some of chunks(feeds)) {
        const rows = await db
          .selectFrom("pushes")
          .select("feed")
          .where("feed", "in", some)
          .where("mode", "=", "subscribe")
          .where("lease_until", ">", now.getTime())
          .execute();
        for (const { feed } of rows) found.add(feed);
      }
      return found;
    },
  };
}
