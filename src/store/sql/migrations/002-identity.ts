import type { Migration } from "./migration.ts";

/** Further keys under which a feed lists an item that it once listed under another one. */
export const identity: Migration = {
  name: "identity",
  statements: (kind) => [
    `create table item_keys (id text primary key, item text not null) ${kind === "sqlite" ? "strict" : ""}`,
    "create index items_feed on items (feed, first_seen)",
  ],
};
