import type { Migration } from "./migration.ts";

/** Finds the items that say the same words: each poll with news asks for them. */
export const wordsOfRevisions: Migration = {
  name: "words-of-revisions",
  // An ordinary PostgreSQL index refuses values of more than some 2,700 bytes.
  statements: (kind) => [
    `create index revisions_content_hash on revisions ${kind === "sqlite" ? "" : "using hash"} (content_hash)`,
  ],
};
