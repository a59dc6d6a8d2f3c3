import type { Selectable } from "kysely";
import { shortId } from "../../lib/short-id.ts";
import { type Channel, type Subscription, serverKey, type Target } from "../../model/channel.ts";
import type { SubscriptionStore } from "../store.ts";
import { defined } from "./rows.ts";
import type { Session } from "./session.ts";
import type { Tables } from "./tables.ts";

function subscriptionOf(row: Selectable<Tables["subscriptions"]>): Subscription {
  return defined({
    id: row.id,
    at: { platform: row.platform, server: row.server, channel: row.channel },
    target: { kind: row.target_kind, id: row.target_id },
    level: row.level,
    createdBy: row.created_by,
    createdAt: new Date(row.created_at),
    pausedReason: row.paused_reason ?? undefined,
  });
}

async function save({ db }: Session, subscription: Omit<Subscription, "id">): Promise<Subscription> {
  const { at, target, level } = subscription;
  const paused_reason = subscription.pausedReason ?? null;
  const row = await db
    .insertInto("subscriptions")
    .values({
      id: shortId(at.platform, at.server, at.channel, target.kind, target.id),
      ...at,
      server_key: serverKey(at),
      target_kind: target.kind,
      target_id: target.id,
      level,
      created_by: subscription.createdBy,
      created_at: subscription.createdAt.getTime(),
      paused_reason,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["platform", "server", "channel", "target_kind", "target_id"])
        .doUpdateSet({ level, paused_reason }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  return subscriptionOf(row);
}

async function forTargets({ db }: Session, targets: readonly Target[]): Promise<Subscription[]> {
  const found: Subscription[] = [];
  for (const kind of new Set(targets.map((target) => target.kind))) {
    const ids = targets.filter((target) => target.kind === kind).map((target) => target.id);
    const rows = await db
      .selectFrom("subscriptions")
      .selectAll()
      .where("target_kind", "=", kind)
      .where("target_id", "in", ids)
      .orderBy("created_at")
      .orderBy("id")
      .execute();
    found.push(...rows.map(subscriptionOf));
  }
  return found;
}

/** Who follows a story also follows the part that leaves it. */
export async function copyStorySubscriptions({ db }: Session, from: string, into: string): Promise<void> {
  const rows = await db
    .selectFrom("subscriptions")
    .selectAll()
    .where("target_kind", "=", "story")
    .where("target_id", "=", from)
    .execute();
  for (const row of rows)
    await db
      .insertInto("subscriptions")
      .values({ ...row, id: shortId(row.platform, row.server, row.channel, "story", into), target_id: into })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** Subscriptions of a story go on with the story that it became a part of. */
export async function moveStorySubscriptions(session: Session, from: string, into: string): Promise<void> {
  await copyStorySubscriptions(session, from, into);
  await session.db
    .deleteFrom("subscriptions")
    .where("target_kind", "=", "story")
    .where("target_id", "=", from)
    .execute();
}

export function createSubscriptions(session: Session): SubscriptionStore {
  const { db } = session;
  const inChannel = (at: Channel) =>
    db
      .updateTable("subscriptions")
      .where("platform", "=", at.platform)
      .where("server", "=", at.server)
      .where("channel", "=", at.channel);
  return {
    save: (subscription) => save(session, subscription),
    remove: async (id, server) => {
      const { numDeletedRows } = await db
        .deleteFrom("subscriptions")
        .where("id", "=", id)
        .where("server_key", "=", server)
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },
    list: async (server) => {
      const rows = await db
        .selectFrom("subscriptions")
        .selectAll()
        .where("server_key", "=", server)
        .orderBy("created_at")
        .orderBy("id")
        .execute();
      return rows.map(subscriptionOf);
    },
    forTargets: (targets) => forTargets(session, targets),
    pause: async (at, reason) => {
      const { numUpdatedRows } = await inChannel(at)
        .set({ paused_reason: reason })
        .where("paused_reason", "is", null)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },
    resume: async (at) => {
      await inChannel(at).set({ paused_reason: null }).execute();
    },
  };
}
