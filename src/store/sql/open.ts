import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { UserError } from "../../lib/user-error.ts";
import type { Store } from "../store.ts";
import { createStore } from "./create-store.ts";
import { createSession } from "./session.ts";
import { openSqlite } from "./sqlite.ts";

function why(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function openFile(path: string): Store {
  try {
    if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
    const { db, dialect } = openSqlite(path);
    return createStore(createSession(db, dialect));
  } catch (error) {
    throw new UserError(
      `The database file ${path} cannot be opened: ${why(error)}.`,
      "Check that its folder exists and may be written, and that the file is an SQLite database.",
      { cause: error },
    );
  }
}

/**
 * Opens the store at `sqlite:<path>`, a plain file path, `:memory:` or `postgres://…`. Call `migrate()` before
 * anything else. Throws a UserError when it cannot be opened; passwords are left out of its words.
 */
export async function openStore(url: string): Promise<Store> {
  if (/^postgres(ql)?:\/\//i.test(url)) {
    const { openPostgres } = await import("./postgres.ts");
    const { db, dialect } = await openPostgres(url);
    return createStore(createSession(db, dialect));
  }
  return openFile(url.replace(/^sqlite:(\/\/(?=\/))?/i, ""));
}
