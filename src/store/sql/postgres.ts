import { Kysely, type PostgresCursor, PostgresDialect, type PostgresPool, type PostgresQueryResult, sql } from "kysely";
import pg from "pg";
import { UserError } from "../../lib/user-error.ts";
import type { Dialect } from "./dialect.ts";
import { bindable, jsonOf } from "./rows.ts";
import type { Tables } from "./tables.ts";

const CONNECT_TIMEOUT_MS = 10_000;
const MAX_CONNECTIONS = 10;
/** Any number will do, as long as no other program on the same database takes it. */
const MIGRATION_LOCK = 7_487_377;

/** Counts, sums and times come as text by default, since they may exceed what a number holds; ours never do. */
function numbers(): pg.CustomTypesConfig {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number);
  types.setTypeParser(pg.types.builtins.NUMERIC, Number);
  return types;
}

/** A query function as Kysely asks for it, which makes every value bindable first. */
function querying(client: pg.PoolClient) {
  function query<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query(text: unknown, parameters: readonly unknown[] = []): unknown {
    if (typeof text !== "string") throw new TypeError("cursors are not used");
    return client.query(text, parameters.map(bindable));
  }
  return query;
}

function adapt(pool: pg.Pool): PostgresPool {
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      return { query: querying(client), release: (destroy) => client.release(destroy) };
    },
  };
}

const postgres: Dialect = {
  kind: "postgres",
  taking: (query, table) => query.forUpdate(table).skipLocked(),
  lockMigrations: async (db) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(db);
  },
  index: async (db, items) => {
    await sql`insert into item_words (item, words) select item, to_tsvector('sitrep', words)
      from json_to_recordset(${jsonOf(items)}::json) as fresh (item text, words text)
      on conflict (item) do update set words = excluded.words`.execute(db);
  },
  rows: (like, { json }) => sql`json_populate_recordset(null::${sql.table(like)}, ${json}::json)`,
  itemsWith: (phrases) => {
    const queries = phrases.map((phrase) => sql`phraseto_tsquery('sitrep', ${phrase.join(" ")})`);
    return sql<string>`(select item from item_words where words @@ (${sql.join(queries, sql` && `)}))`;
  },
};

/** The address without user and password. */
function place(url: string): string {
  if (!URL.canParse(url)) return "the address in DATABASE_URL";
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

function cannotOpen(url: string, reason: string, cause?: unknown): UserError {
  return new UserError(
    `The PostgreSQL database at ${place(url)} cannot be used: ${reason}.`,
    "Check that the server runs and that host, database, user and password in DATABASE_URL are right.",
    cause === undefined ? undefined : { cause },
  );
}

/** Why a connection failed; several attempts that failed together have a code and no words. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ("code" in error ? String(error.code) : error.name);
}

async function check(pool: pg.Pool, url: string): Promise<void> {
  const { rows } = await pool.query<{ server_encoding: string }>("show server_encoding");
  const encoding = rows[0]?.server_encoding;
  if (encoding !== "UTF8") throw cannotOpen(url, `its encoding is ${encoding}, and news needs UTF8`);
}

/** Connects to a PostgreSQL server. Throws a UserError, without the password in it, when that fails. */
export async function openPostgres(url: string): Promise<{ db: Kysely<Tables>; dialect: Dialect }> {
  // The driver would repeat the whole address in its error.
  if (!URL.canParse(url)) throw cannotOpen(url, "it cannot be read as an address");
  const pool = new pg.Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    types: numbers(),
  });
  // A connection that dies fails its query, if it has one, and the pool replaces it. It also emits an error, idle or
  // not, that would end the process if nobody listened.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  try {
    await check(pool, url);
  } catch (error) {
    await pool.end();
    throw error instanceof UserError ? error : cannotOpen(url, reasonOf(error), error);
  }
  return { db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool: adapt(pool) }) }), dialect: postgres };
}
