import { DatabaseSync } from "node:sqlite";
import { Kysely, type SqliteDatabase, SqliteDialect, sql } from "kysely";
import type { Dialect } from "./dialect.ts";
import { bindable } from "./rows.ts";
import type { Tables } from "./tables.ts";

/** How long a process waits for another one's transaction before it gives up. */
const BUSY_TIMEOUT_MS = 5_000;

/** `begin` alone takes no lock, and then the first write fails at once when another process was quicker. */
function immediate(statement: string): string {
  return statement === "begin" ? "begin immediate" : statement;
}

/** node:sqlite in the shape that Kysely knows from better-sqlite3. */
function adapt(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare: (text) => {
      const statement = database.prepare(immediate(text));
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...parameters.map(bindable)),
        run: (parameters) => statement.run(...parameters.map(bindable)),
        iterate: (parameters) => statement.iterate(...parameters.map(bindable)),
      };
    },
  };
}

function openFile(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
  try {
    // FULL: an acknowledged item survives a power cut, which NORMAL does not promise in WAL mode.
    database.exec("pragma synchronous = full; pragma journal_mode = wal");
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

const sqlite: Dialect = {
  kind: "sqlite",
  // `begin immediate` already keeps every other writer out.
  taking: (query) => query,
  lockMigrations: async () => {},
  index: async (db, item, words) => {
    await sql`insert into item_numbers (item) values (${item}) on conflict do nothing`.execute(db);
    await sql`insert or replace into item_words (rowid, words)
      select number, ${words} from item_numbers where item = ${item}`.execute(db);
  },
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
  return { db: new Kysely<Tables>({ dialect: new SqliteDialect({ database }) }), dialect: sqlite };
}
