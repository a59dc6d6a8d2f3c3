import { sql } from "kysely";
import { UserError } from "../../lib/user-error.ts";
import { start } from "./migrations/001-start.ts";
import { identity } from "./migrations/002-identity.ts";
import { pushes } from "./migrations/003-pushes.ts";
import { habits } from "./migrations/004-habits.ts";
import { asks } from "./migrations/005-asks.ts";
import { storyLinks } from "./migrations/006-story-links.ts";
import { notices } from "./migrations/007-notices.ts";
import { mutes } from "./migrations/008-mutes.ts";
import { wordsOfRevisions } from "./migrations/009-words-of-revisions.ts";
import type { Migration } from "./migrations/migration.ts";
import type { Session } from "./session.ts";

/** In order; appended, never changed. */
const MIGRATIONS: readonly Migration[] = [
  start,
  identity,
  pushes,
  habits,
  asks,
  storyLinks,
  notices,
  mutes,
  wordsOfRevisions,
];

/** Applies what is missing, in one transaction that a second process waits for; gives how many steps there are. */
export async function migrate({ atomically, dialect }: Session): Promise<number> {
  await atomically(async ({ db }) => {
    await dialect.lockMigrations(db);
    await db.schema
      .createTable("migrations")
      .ifNotExists()
      .addColumn("number", "integer", (column) => column.primaryKey())
      .addColumn("name", "text", (column) => column.notNull())
      .execute();
    const { last } = await db
      .selectFrom("migrations")
      .select((eb) => eb.fn.coalesce(eb.fn.max("number"), eb.lit(0)).as("last"))
      .executeTakeFirstOrThrow();
    if (last > MIGRATIONS.length)
      throw new UserError(
        "The database was written by a newer version of sitrep.",
        "Start that version, or use another database.",
      );
    for (const [at, migration] of MIGRATIONS.entries()) {
      if (at < last) continue;
      for (const statement of migration.statements(dialect.kind)) await sql.raw(statement).execute(db);
      await db
        .insertInto("migrations")
        .values({ number: at + 1, name: migration.name })
        .execute();
    }
  });
  return MIGRATIONS.length;
}
