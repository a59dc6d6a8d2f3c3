import type { Migration } from "./migration.ts";

/** Subscriptions at hubs that push the news of feeds, and until when a feed must not be asked whatever is pushed. */
export const pushes: Migration = {
  name: "pushes",
  statements: (kind) => {
    const whole = kind === "sqlite" ? "integer" : "bigint";
    return [
      `alter table feeds add column not_before ${whole}`,
      `create table pushes (
         feed text primary key, hub text not null, topic text not null, token text not null, secret text not null,
         mode text not null, attempts ${whole} not null, due_at ${whole} not null, lease_until ${whole})
         ${kind === "sqlite" ? "strict" : ""}`,
      "create index pushes_due on pushes (due_at)",
    ];
  },
};
