import type { Kysely, RawBuilder, SelectQueryBuilder } from "kysely";
import type { Tables } from "./tables.ts";

/** What the engines do differently. Everything else is SQL that both understand. */
export type Dialect = {
  readonly kind: "sqlite" | "postgres";
  /** Makes a selection inside a transaction take its rows, passing over those that another process is taking. */
  taking<DB, T extends keyof DB & string, O>(
    query: SelectQueryBuilder<DB, T, O>,
    table: T,
  ): SelectQueryBuilder<DB, T, O>;
  /** Lets one process at a time migrate, until the transaction ends. */
  lockMigrations(db: Kysely<Tables>): Promise<void>;
  /** Replaces what full-text search knows of items; `words` are separated by spaces. */
  index(db: Kysely<Tables>, items: readonly { readonly item: string; readonly words: string }[]): Promise<void>;
  /** Rows that come as one parameter (see `jsonOf`), to select from: columns of that table by their names. */
  rows(like: keyof Tables, rows: { readonly columns: readonly string[]; readonly json: string }): RawBuilder<unknown>;
  /** The ids of the items in which every phrase occurs; a phrase is a list of words, at least one. */
  itemsWith(phrases: readonly (readonly string[])[]): RawBuilder<string>;
};
