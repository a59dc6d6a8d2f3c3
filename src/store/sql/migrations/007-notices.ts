import type { Migration } from "./migration.ts";

/** Where a feed was added, and posts that show a card of their own in place of a story. */
export const notices: Migration = {
  name: "notices",
  statements: () => ["alter table feeds add column channel text", "alter table posts add column notice text"],
};
