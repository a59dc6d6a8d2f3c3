import type { Generated } from "kysely";
import type { Platform, Post, Target } from "../../model/channel.ts";
import type { Direction, Level } from "../../model/findings.ts";
import type { StoryLink } from "../../model/story.ts";
import type { Flag, Json, ReadTables, Time } from "./read-tables.ts";

type StoriesTable = {
  id: string;
  revision: number;
  headline: string;
  first_seen: Time;
  last_change: Time;
  merged_into: string | null;
};

type StoryLinksTable = {
  story: string;
  kind: StoryLink["kind"];
  other: string;
  at: Time;
  because: string | null;
};

type AlertsTable = {
  story: string;
  watch: string;
  /** "" for the alert that all servers without edits share. */
  server: string;
  relevant: Flag;
  score: number;
  level: Level;
  /** 0 for the quietest. */
  loudness: number;
  direction: Direction;
  lines: Json;
  origins: number;
  outlets: number;
};

type PostsTable = {
  id: string;
  story: string;
  platform: Platform;
  server: string;
  channel: string;
  watch: string;
  wanted: number;
  shown: number;
  state: Post["state"];
  attempts: number;
  first_attempt_at: Time | null;
  message_id: string | null;
  priority: number;
  posted_at: Time | null;
  last_error: string | null;
  notice: Json | null;
  /** Since when it has been waiting. */
  wanted_at: Time;
  /** Not to be sent before. */
  due_at: Time;
  lease_token: string | null;
  lease_until: Time | null;
};

type SubscriptionsTable = {
  id: string;
  platform: Platform;
  server: string;
  channel: string;
  server_key: string;
  target_kind: Target["kind"];
  target_id: string;
  level: Level;
  created_by: string;
  created_at: Time;
  paused_reason: string | null;
};

type MutesTable = {
  platform: Platform;
  server: string;
  channel: string;
  server_key: string;
  target_kind: Target["kind"];
  target_id: string;
  ends_at: Time | null;
  /** The level from which on messages still come. */
  still_from: Level | null;
  made_by: string;
  made_at: Time;
};

type EditsTable = {
  id: Generated<number>;
  server: string;
  watch: string;
  made_by: string;
  at: Time;
  change: Json;
};

type MarksTable = { name: string; value: string; at: Time };
type SlotsTable = { name: string; slot: string; at: Time };
type RolesTable = { role: string; owner: string; held_until: Time };
type MigrationsTable = { number: number; name: string };

/** All tables, as the newest migration leaves them. Times are whole milliseconds, flags 0 or 1, ids text. */
export type Tables = ReadTables & {
  stories: StoriesTable;
  story_links: StoryLinksTable;
  alerts: AlertsTable;
  posts: PostsTable;
  subscriptions: SubscriptionsTable;
  mutes: MutesTable;
  edits: EditsTable;
  marks: MarksTable;
  slots: SlotsTable;
  roles: RolesTable;
  migrations: MigrationsTable;
};
