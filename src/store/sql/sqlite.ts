import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type RawBuilder,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  sql,
} from "kysely";
import type { Dialect } from "./dialect.ts";
import { bindable, jsonOf } from "./rows.ts";
import type { Tables } from "./tables.ts";

/** How long a process waits for another one's transaction before it gives up. */
const BUSY_TIMEOUT_MS = 5_000;
const BUSY_PAUSE_MS = 5;
const SQLITE_BUSY = 5;

/** Queries have few shapes, and preparing one costs more than running it. */
const KEPT_STATEMENTS = 300;

type Statement = ReturnType<SqliteDatabase["prepare"]>;

function prepare(database: DatabaseSync, text: string): Statement {
  const statement = database.prepare(text);
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...parameters.map(bindable)),
    run: (parameters) => statement.run(...parameters.map(bindable)),
    iterate: (parameters) => statement.iterate(...parameters.map(bindable)),
  };
}

/** node:sqlite in the shape that Kysely knows from better-sqlite3, with its statements kept by their text. */
function adapt(database: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, Statement>();
  return {
    close: () => database.close(),
    prepare: (text) => {
      const known = kept.get(text);
      if (known !== undefined) return known;
      const statement = prepare(database, text);
      const [oldest] = kept.keys();
      if (kept.size >= KEPT_STATEMENTS && oldest !== undefined) kept.delete(oldest);
      kept.set(text, statement);
      return statement;
    },
  };
}

function isBusy(error: unknown): boolean {
  if (!(error instanceof Error) || !("errcode" in error)) return false;
  // The upper bits say why.
  return typeof error.errcode === "number" && (error.errcode & 0xff) === SQLITE_BUSY;
}

/** SQLite's own waiting would stop the whole process; this lets it go on meanwhile. */
function patient(connection: DatabaseConnection): DatabaseConnection {
  return {
    streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
    executeQuery: async (query) => {
      for (let waited = 0; ; waited += BUSY_PAUSE_MS) {
        try {
          return await connection.executeQuery(query);
        } catch (error) {
          if (!isBusy(error) || waited >= BUSY_TIMEOUT_MS) throw error;
          await sleep(BUSY_PAUSE_MS);
        }
      }
    },
  };
}

function patientDriver(driver: SqliteDriver): Driver {
  return {
    init: () => driver.init(),
    acquireConnection: async () => patient(await driver.acquireConnection()),
    releaseConnection: () => driver.releaseConnection(),
    // `begin` alone takes no lock, and then the first write fails when another process was quicker.
    beginTransaction: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw("begin immediate"));
    },
    commitTransaction: (connection) => driver.commitTransaction(connection),
    rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
    destroy: () => driver.destroy(),
  };
}

function openFile(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
  try {
    // FULL: an acknowledged item survives a power cut, which NORMAL does not promise in WAL mode.
    database.exec("pragma synchronous = full; pragma journal_mode = wal; pragma busy_timeout = 0");
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function unpacked(columns: readonly string[], json: string): RawBuilder<unknown> {
  const read = columns.map((name) => sql`value ->> ${sql.lit(name)} as ${sql.ref(name)}`);
  return sql`(select ${sql.join(read)} from json_each(${json}))`;
}

const sqlite: Dialect = {
  kind: "sqlite",
  // `begin immediate` already keeps every other writer out.
  taking: (query) => query,
  lockMigrations: async () => {},
  index: async (db, items) => {
    const rows = unpacked(["item", "words"], jsonOf(items));
    await sql`insert into item_numbers (item) select item from ${rows} where true on conflict do nothing`.execute(db);
    await sql`insert or replace into item_words (rowid, words)
      select number, words from ${rows} as fresh join item_numbers on item_numbers.item = fresh.item`.execute(db);
  },
  rows: (_, { columns, json }) => unpacked(columns, json),
  itemsWith: (phrases) => {
    // Words hold letters and digits only, and quoted ones are never read as operators.
    const query = phrases.map((phrase) => `"${phrase.join(" ")}"`).join(" ");
    return sql<string>`(select item_numbers.item from item_words
      join item_numbers on item_numbers.number = item_words.rowid where item_words match ${query})`;
  },
};

/** Opens a database file, or ":memory:". Throws what SQLite says when it cannot. */
export function openSqlite(path: string): { db: Kysely<Tables>; dialect: Dialect } {
  const database = adapt(openFile(path));
  const kysely = new SqliteDialect({ database });
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => kysely.createAdapter(),
      createDriver: () => patientDriver(new SqliteDriver({ database })),
      createIntrospector: (all) => kysely.createIntrospector(all),
      createQueryCompiler: () => kysely.createQueryCompiler(),
    },
  });
  return { db, dialect: sqlite };
}
