import { randomUUID } from "node:crypto";
import { type ExpressionBuilder, sql, type UpdateQueryBuilder, type UpdateResult } from "kysely";
import { type ClaimedPost, PLATFORMS, type Platform } from "../../model/channel.ts";
import type { PostStore, Settlement } from "../store.ts";
import { postOf } from "./post-rows.ts";
import type { Session } from "./session.ts";
import type { Tables } from "./tables.ts";

/** Among so many posts servers take turns: it bounds the work of a claim when tens of thousands wait. */
const CANDIDATES = 2_000;

type Claim = Parameters<PostStore["claim"]>[0];

/** Shows too little, and is idle and its time has come, or was claimed by somebody whose lease has ended. */
function isDue(now: Date, platforms: readonly Platform[]) {
  const time = now.getTime();
  return (eb: ExpressionBuilder<Tables, "posts">) =>
    eb.and([
      eb("posts.shown", "<", eb.ref("posts.wanted")),
      eb("posts.platform", "in", platforms),
      eb.or([
        eb.and([eb("posts.state", "=", "idle"), eb("posts.due_at", "<=", time)]),
        eb.and([eb("posts.state", "=", "sending"), eb("posts.lease_until", "<=", time)]),
      ]),
    ]);
}

/** Due posts by priority; inside one, each server's first, then each server's second: nobody waits behind a crowd. */
async function takeDue({ db, dialect }: Session, claim: Claim): Promise<string[]> {
  const platforms = PLATFORMS.filter((platform) => claim.platforms.includes(platform));
  if (platforms.length === 0) return [];
  const candidates = db
    .selectFrom("posts")
    .select(["id", "priority", "platform", "server", "wanted_at"])
    .where(isDue(claim.now, platforms))
    .orderBy("priority")
    .orderBy("wanted_at")
    .orderBy("id")
    .limit(Math.max(CANDIDATES, claim.limit));
  const turns = db
    .selectFrom(candidates.as("due"))
    .select("id")
    .select(sql<number>`row_number() over (partition by priority, platform, server order by wanted_at, id)`.as("turn"));
  const query = db
    .with("turns", () => turns)
    .selectFrom("posts")
    .innerJoin("turns", "turns.id", "posts.id")
    .select("posts.id")
    // Once more, because another process may have settled it while this one waited for the row.
    .where(isDue(claim.now, platforms))
    .orderBy("posts.priority")
    .orderBy("turns.turn")
    .orderBy("posts.wanted_at")
    .orderBy("posts.id")
    .limit(claim.limit);
  const rows = await dialect.taking(query, "posts").execute();
  return rows.map((row) => row.id);
}

/** Claims due posts: see `PostStore.claim`. Runs inside a transaction. */
export async function claim(session: Session, wanted: Claim): Promise<ClaimedPost[]> {
  const ids = await takeDue(session, wanted);
  if (ids.length === 0) return [];
  const leaseToken = randomUUID();
  const time = wanted.now.getTime();
  const rows = await session.db
    .updateTable("posts")
    .set((eb) => ({
      state: "sending",
      attempts: eb("attempts", "+", 1),
      first_attempt_at: eb.fn.coalesce("first_attempt_at", eb.val(time)),
      lease_token: leaseToken,
      lease_until: time + wanted.leaseMs,
    }))
    .where("id", "in", ids)
    .returningAll()
    .execute();
  const posts = new Map(rows.map((row) => [row.id, { ...postOf(row), leaseToken }]));
  return ids.flatMap((id) => posts.get(id) ?? []);
}

type HeldPost = UpdateQueryBuilder<Tables, "posts", "posts", UpdateResult>;

const RELEASED = { lease_token: null, lease_until: null };

/** Stores what became of an attempt, if the lease is still held: see `PostStore.settle`. */
export async function settle({ db }: Session, post: ClaimedPost, settlement: Settlement): Promise<boolean> {
  const held = db.updateTable("posts").where("id", "=", post.id).where("lease_token", "=", post.leaseToken);
  const { numUpdatedRows } = await settled(held, settlement).executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

function settled(held: HeldPost, settlement: Settlement) {
  switch (settlement.kind) {
    case "sent":
      return held.set((eb) => ({
        ...RELEASED,
        state: "idle",
        shown: settlement.shown,
        message_id: settlement.messageId,
        posted_at: eb.fn.coalesce("posted_at", eb.val(settlement.now.getTime())),
        due_at: settlement.editAgainAt.getTime(),
        attempts: 0,
        first_attempt_at: null,
        last_error: null,
      }));
    case "ambiguous":
      return held.set({ last_error: settlement.error });
    case "retry":
      return held.set({
        ...RELEASED,
        state: "idle",
        due_at: settlement.at.getTime(),
        last_error: settlement.error,
        ...(settlement.doubtful ? {} : { attempts: 0, first_attempt_at: null }),
      });
    case "dead":
      return held.set({ ...RELEASED, state: "dead", last_error: settlement.error });
  }
}
