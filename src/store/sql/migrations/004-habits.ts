import type { Migration } from "./migration.ts";

/** What is learnt of a feed's server: where it moved the feed to, and whether it knows its own validators. */
export const habits: Migration = {
  name: "habits",
  statements: (kind) => {
    const whole = kind === "sqlite" ? "integer" : "bigint";
    return [
      "alter table feeds add column address text",
      "alter table feeds add column moved_to text",
      `alter table feeds add column moved_since ${whole}`,
      `alter table feeds add column moved_count ${whole}`,
      `alter table feeds add column etag_misses ${whole} not null default 0`,
    ];
  },
};
