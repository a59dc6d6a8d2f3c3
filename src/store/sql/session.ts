import type { Kysely } from "kysely";
import type { Dialect } from "./dialect.ts";
import type { Tables } from "./tables.ts";

/** What every table group works with. */
export type Session = {
  readonly db: Kysely<Tables>;
  readonly dialect: Dialect;
  /** Runs the work in one transaction: a new one, or the one that is already open in this session. */
  atomically<T>(work: (inside: Session) => Promise<T>): Promise<T>;
};

/** A session on a connection pool or on a running transaction. */
export function createSession(db: Kysely<Tables>, dialect: Dialect): Session {
  const session: Session = {
    db,
    dialect,
    atomically: (work) =>
      db.isTransaction ? work(session) : db.transaction().execute((running) => work(createSession(running, dialect))),
  };
  return session;
}
