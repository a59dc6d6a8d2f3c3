import type { Migration } from "./migration.ts";

/** What a channel does not want to hear of for a time. */
export const mutes: Migration = {
  name: "mutes",
  statements: (kind) => {
    const [whole, strict] = kind === "sqlite" ? ["integer", "strict"] : ["bigint", ""];
    return [
      `create table mutes (
         platform text not null, server text not null, channel text not null, server_key text not null,
         target_kind text not null, target_id text not null, ends_at ${whole}, still_from text,
         made_by text not null, made_at ${whole} not null,
         primary key (platform, server, channel, target_kind, target_id)) ${strict}`,
      "create index mutes_target on mutes (target_kind, target_id)",
      "create index mutes_server on mutes (server_key)",
    ];
  },
};
