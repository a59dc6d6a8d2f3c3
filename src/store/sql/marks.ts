import type { MarkStore } from "../store.ts";
import type { Session } from "./session.ts";

/** Writes something, to see whether that works. */
export async function ping({ db }: Session): Promise<void> {
  await db
    .insertInto("marks")
    .values({ name: "ping", value: "pong", at: 0 })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value: "pong" }))
    .execute();
}

export function createMarks({ db }: Session): MarkStore {
  return {
    once: async (name, slot, now) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("slots")
        .values({ name, slot, at: now.getTime() })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },
    get: async (name) => {
      const mark = await db.selectFrom("marks").select("value").where("name", "=", name).executeTakeFirst();
      return mark?.value;
    },
    set: async (name, value, now) => {
      await db
        .insertInto("marks")
        .values({ name, value, at: now.getTime() })
        .onConflict((conflict) => conflict.column("name").doUpdateSet({ value, at: now.getTime() }))
        .execute();
    },
    hold: async (role, owner, leaseMs, now) => {
      const until = now.getTime() + leaseMs;
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("roles")
        .values({ role, owner, held_until: until })
        .onConflict((conflict) =>
          conflict
            .column("role")
            .doUpdateSet({ owner, held_until: until })
            .where((eb) => eb.or([eb("roles.owner", "=", owner), eb("roles.held_until", "<=", now.getTime())])),
        )
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },
    release: async (role, owner) => {
      await db.deleteFrom("roles").where("role", "=", role).where("owner", "=", owner).execute();
    },
  };
}
