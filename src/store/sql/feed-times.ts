import type { Feed } from "../../model/feed.ts";
import type { FeedStore } from "../store.ts";
import { feedOf } from "./feed-rows.ts";
import { chunks } from "./rows.ts";
import type { Session } from "./session.ts";

/** However often it is told of news, a feed is not asked more often. */
const LEAST_GAP_MS = 60_000;

/** Feeds whose time has come and that no process has in its hands. */
function dueAt({ db }: Session, time: number) {
  return db
    .selectFrom("feeds")
    .select("id")
    .where("retired", "=", 0)
    .where("disabled_reason", "is", null)
    .where("next_poll_at", "<=", time)
    .where((eb) => eb.or([eb("lease_until", "is", null), eb("lease_until", "<=", time)]));
}

type Claim = Parameters<FeedStore["claimDue"]>[0];

/** See `FeedStore.claimDue`. Runs inside a transaction. */
async function claimDue(session: Session, { now, owner, leaseMs, limit }: Claim): Promise<Feed[]> {
  const { db, dialect } = session;
  const time = now.getTime();
  const due = dueAt(session, time).orderBy("next_poll_at").orderBy("id").limit(limit);
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

/** When feeds are asked next, and whose turn it is. */
export function feedTimes(
  session: Session,
): Pick<FeedStore, "claimDue" | "due" | "delay" | "onHost" | "postpone" | "hasten"> {
  const { db, atomically } = session;
  return {
    claimDue: (claim) => atomically((inside) => claimDue(inside, claim)),
    due: async (now) => (await dueAt(session, now.getTime()).execute()).map(({ id }) => id),
    delay: async (feeds, at) => {
      const time = at.getTime();
      for (const some of chunks(feeds))
        await db
          .updateTable("feeds")
          .set({ next_poll_at: time })
          .where("id", "in", some)
          .where("next_poll_at", "<", time)
          .execute();
    },
    onHost: async (host) => {
      // Seldom asked, and an address may be written in many ways: all are read.
      const rows = await db.selectFrom("feeds").select(["id", "url", "address"]).where("retired", "=", 0).execute();
      return rows.filter(({ url, address }) => URL.parse(address ?? url)?.host === host).map(({ id }) => id);
    },
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
