import { type Insertable, sql } from "kysely";
import { jsonOf } from "./rows.ts";
import type { Session } from "./session.ts";
import type { Tables } from "./tables.ts";

/** Rows for a table; with a key, a row that is there already takes the other values. */
type Insertion<T extends keyof Tables> = {
  readonly into: T;
  readonly rows: readonly Insertable<Tables[T]>[];
  readonly key?: readonly (keyof Tables[T] & string)[];
};

/** Inserts rows of the same columns in one statement, which costs the same to prepare for one row and for hundreds. */
export async function insertRows<T extends keyof Tables>(
  { db, dialect }: Session,
  { into, rows, key = [] }: Insertion<T>,
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const names = sql.join(columns.map((name) => sql.ref(name)));
  const others = columns.filter((name) => !key.some((one) => one === name));
  const set = sql.join(others.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`));
  const conflict =
    key.length === 0 ? sql`` : sql`on conflict (${sql.join(key.map((one) => sql.ref(one)))}) do update set ${set}`;
  await sql`insert into ${sql.table(into)} (${names})
    select ${names} from ${dialect.rows(into, { columns, json: jsonOf(rows) })} as fresh where true ${conflict}`.execute(
    db,
  );
}
