import type { Migration } from "./migration.ts";

/** What a feed asks of its readers: kept, since most answers say no more than that nothing changed. */
export const asks: Migration = {
  name: "asks",
  statements: (kind) => [
    "alter table feeds add column asks text",
    `alter table feeds add column hint_ms ${kind === "sqlite" ? "real" : "double precision"}`,
  ],
};
