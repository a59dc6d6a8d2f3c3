import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { UserError } from "../../src/lib/user-error.ts";
import { openStore } from "../../src/store/sql/open.ts";
import { startPostgres, type TestPostgres } from "./postgres.ts";
import { T0 } from "./store/make.ts";

const folder = mkdtempSync(join(tmpdir(), "sitrep-open-"));
let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function failure(url: string): Promise<UserError> {
  const error = await openStore(url).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError)) throw new Error(`not a UserError: ${String(error)}`);
  return error;
}

test.each(["sqlite:PATH", "sqlite://PATH", "PATH"])("%s is a file, and its folder is made", async (pattern) => {
  const path = join(folder, pattern.replaceAll(/\W/g, ""), "sitrep.db");
  const store = await openStore(pattern.replace("PATH", path));
  await store.migrate();
  await store.marks.set("x", "kept", T0);
  await store.close();
  const again = await openStore(path);
  expect(await again.marks.get("x")).toBe("kept");
  await again.close();
});

test("a store in memory forgets everything", async () => {
  for (const url of [":memory:", "sqlite::memory:"]) {
    const store = await openStore(url);
    expect(await store.migrate()).toBeGreaterThan(0);
    await store.close();
  }
});

test("a file that is no database is named, with the next step", async () => {
  const path = join(folder, "notes.txt");
  writeFileSync(path, "These are notes, not a database, and there are enough of them to fill a header.".repeat(20));
  const error = await failure(path);
  expect(error.message).toContain(path);
  expect(error.message).toContain("not a database");
  expect(error.next).not.toBe("");
});

test("a path that cannot be a file is named", async () => {
  const error = await failure(`sqlite:${folder}`);
  expect(error.message).toContain(folder);
});

test("a server that does not answer is named, and the password is not", async () => {
  const error = await failure("postgres://bot:tell%40nobody@127.0.0.1:1/news");
  expect(error.message).toContain("127.0.0.1:1/news");
  expect(error.message).toContain("ECONNREFUSED");
  expect(`${error.message}${error.next}`).not.toMatch(/tell|nobody/);
});

test("a password that is no proper part of an address is not repeated either", async () => {
  const error = await failure("postgres://bot:tell%nobody@127.0.0.1:1/news");
  expect(`${error.message}${error.next}`).not.toMatch(/tell|nobody/);
});

test("a database of a newer version is left alone", async () => {
  const path = join(folder, "newer.db");
  const store = await openStore(path);
  const count = await store.migrate();
  await store.close();
  const database = new DatabaseSync(path);
  database.prepare("insert into migrations (number, name) values (?, 'later')").run(count + 1);
  database.close();
  const again = await openStore(path);
  await expect(again.migrate()).rejects.toThrow(UserError);
  await again.close();
});

test("an address that is none is refused without repeating it", async () => {
  const error = await failure("postgres://bot:tell-nobody@:::/news");
  expect(`${error.message}${error.next}`).not.toContain("tell-nobody");
});

test("a wrong password is told, and not repeated", async () => {
  const error = await failure(postgres.url.replace("a-secret-for-tests", "tell-nobody"));
  expect(error.message).toContain("password authentication failed");
  expect(`${error.message}${error.next}`).not.toContain("tell-nobody");
});

test("a PostgreSQL database that cannot hold every script is refused", async () => {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query("create database latin encoding 'LATIN1' template template0");
  await client.end();
  const error = await failure(postgres.url.replace(/\/\w+$/, "/latin"));
  expect(error.message).toContain("its encoding is LATIN1");
});

/** Ends every other connection to the database, and waits until the server has. */
async function dropConnections(): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  const others = "from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
  const dropped = await client.query(`select pg_terminate_backend(pid) ${others}`);
  expect(dropped.rowCount).toBeGreaterThan(0);
  for (let left = 1; left > 0; ) left = (await client.query(`select 1 ${others}`)).rowCount ?? 0;
  await client.end();
}

test("a PostgreSQL that drops its connections is used again once it is back", async () => {
  const store = await openStore(postgres.url);
  await store.migrate();
  await dropConnections();
  // It depends on the moment whether the store has noticed.
  await store.ping().catch(() => undefined);
  await store.ping();
  await store.close();
});

test("a connection that drops in the middle of a transaction fails it, and nothing else", async () => {
  const store = await openStore(postgres.url);
  await store.migrate();
  const cut = store.transaction(async (inside) => {
    await inside.marks.set("cut", "half", T0);
    await dropConnections();
    await inside.marks.set("cut", "whole", T0);
  });
  await expect(cut).rejects.toThrow();
  expect(await store.marks.get("cut").catch(() => store.marks.get("cut"))).toBeUndefined();
  await store.close();
});
