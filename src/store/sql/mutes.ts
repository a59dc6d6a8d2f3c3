import type { Insertable, Selectable } from "kysely";
import { type Channel, serverKey, type Target } from "../../model/channel.ts";
import type { Mute } from "../../model/mute.ts";
import type { MuteStore } from "../mute-store.ts";
import { insertRows } from "./insert-rows.ts";
import { defined } from "./rows.ts";
import type { Session } from "./session.ts";
import type { Tables } from "./tables.ts";

const KEY = ["platform", "server", "channel", "target_kind", "target_id"] as const;

function muteOf(row: Selectable<Tables["mutes"]>): Mute {
  return defined({
    at: { platform: row.platform, server: row.server, channel: row.channel },
    target: { kind: row.target_kind, id: row.target_id },
    until: row.ends_at === null ? undefined : new Date(row.ends_at),
    stillFrom: row.still_from ?? undefined,
    madeBy: row.made_by,
    madeAt: new Date(row.made_at),
  });
}

function rowOf({ at, target, until, stillFrom, madeBy, madeAt }: Mute): Insertable<Tables["mutes"]> {
  return {
    ...at,
    server_key: serverKey(at),
    target_kind: target.kind,
    target_id: target.id,
    ends_at: until?.getTime() ?? null,
    still_from: stillFrom ?? null,
    made_by: madeBy,
    made_at: madeAt.getTime(),
  };
}

/** Mutes that had not ended at that moment. */
function inForce({ db }: Session, now: Date) {
  return db
    .selectFrom("mutes")
    .selectAll()
    .where((eb) => eb.or([eb("ends_at", "is", null), eb("ends_at", ">", now.getTime())]))
    .orderBy("made_at")
    .orderBy("channel");
}

async function remove(session: Session, at: Channel, { target, now }: { target: Target; now: Date }): Promise<boolean> {
  const { numDeletedRows } = await session.db
    .deleteFrom("mutes")
    .where("platform", "=", at.platform)
    .where("server", "=", at.server)
    .where("channel", "=", at.channel)
    .where("target_kind", "=", target.kind)
    .where("target_id", "=", target.id)
    .where((eb) => eb.or([eb("ends_at", "is", null), eb("ends_at", ">", now.getTime())]))
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

async function onTargets(session: Session, targets: readonly Target[], now: Date): Promise<Mute[]> {
  if (targets.length === 0) return [];
  const rows = await inForce(session, now)
    .where((eb) =>
      eb.or(targets.map(({ kind, id }) => eb.and([eb("target_kind", "=", kind), eb("target_id", "=", id)]))),
    )
    .execute();
  return rows.map(muteOf);
}

/** What holds for a story holds for a part that leaves it, too. */
export async function copyStoryMutes(session: Session, from: string, into: string): Promise<void> {
  const { db } = session;
  const rows = await db
    .selectFrom("mutes")
    .selectAll()
    .where("target_kind", "=", "story")
    .where("target_id", "=", from)
    .execute();
  const copies = rows.map((row) => ({ ...row, target_id: into }));
  await insertRows(session, { into: "mutes", rows: copies, key: KEY });
}

export function createMutes(session: Session): MuteStore {
  return {
    save: (mute) => insertRows(session, { into: "mutes", rows: [rowOf(mute)], key: KEY }),
    remove: (at, target, now) => remove(session, at, { target, now }),
    list: async (server, now) => {
      const rows = await inForce(session, now).where("server_key", "=", server).execute();
      return rows.map(muteOf);
    },
    onTargets: (targets, now) => onTargets(session, targets, now),
  };
}
