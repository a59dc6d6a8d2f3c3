import type { Migration } from "./migration.ts";

const SEARCH = {
  // The index keeps no second copy of the texts; item_numbers gives items the row numbers that it needs.
  sqlite: [
    "create table item_numbers (number integer primary key, item text not null unique) strict",
    `create virtual table item_words using fts5(
       words, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2')`,
  ],
  // English stems without a stop list: every word that somebody searches for has to occur.
  postgres: [
    "create text search dictionary sitrep_stem (template = snowball, language = english)",
    "create text search configuration sitrep (copy = pg_catalog.simple)",
    "alter text search configuration sitrep alter mapping for asciiword, word, numword with sitrep_stem",
    "create table item_words (item text primary key, words tsvector not null)",
    "create index item_words_words on item_words using gin (words)",
  ],
};

/** The first tables. */
export const start: Migration = {
  name: "start",
  statements: (kind) => {
    const whole = kind === "sqlite" ? "integer" : "bigint";
    const decimal = kind === "sqlite" ? "real" : "double precision";
    const counter = kind === "sqlite" ? "integer primary key autoincrement" : "bigserial primary key";
    // An ordinary PostgreSQL index refuses values of more than some 2,700 bytes, which an address may have.
    const hash = kind === "sqlite" ? "" : "using hash";
    const strict = kind === "sqlite" ? "strict" : "";
    return [
      `create table feeds (
         id text primary key, url text not null, server text, outlet text not null, language text, timezone text,
         retired ${whole} not null, etag text, last_modified text, body_hash text, next_poll_at ${whole} not null,
         gap_ms ${decimal}, failures ${whole} not null, failing_since ${whole}, last_success_at ${whole},
         last_error text, disabled_reason text, lease_owner text, lease_until ${whole}) ${strict}`,
      "create index feeds_due on feeds (next_poll_at)",
      `create table items (
         id text primary key, feed text not null, key text not null, first_seen ${whole} not null,
         baseline ${whole} not null, revision ${whole} not null, read_revision ${whole} not null,
         story text, duplicate_of text) ${strict}`,
      "create index items_story on items (story)",
      "create index items_arrival on items (first_seen)",
      "create index items_unread on items (first_seen) where read_revision < revision",
      `create table revisions (
         item text not null, revision ${whole} not null, url text, canonical_url text, title text not null,
         text text not null, language text, published ${whole}, content_hash text not null, seen_at ${whole} not null,
         findings text, primary key (item, revision)) ${strict}`,
      `create index revisions_url on revisions ${hash} (url)`,
      `create index revisions_canonical_url on revisions ${hash} (canonical_url)`,
      `create table quotes (
         item text not null, position ${whole} not null, revision ${whole} not null, at ${whole} not null, actor text,
         speaker_key text not null, speaker_words text not null, about_words text not null, quote text not null,
         primary key (item, position)) ${strict}`,
      "create index quotes_at on quotes (at)",
      `create table events (
         item text not null, position ${whole} not null, first_day text, last_day text, at ${whole} not null,
         event text not null, primary key (item, position)) ${strict}`,
      "create index events_first_day on events (first_day)",
      `create table event_actors (
         item text not null, position ${whole} not null, actor text not null,
         primary key (item, position, actor)) ${strict}`,
      `create table mentions (
         item text not null, key text not null, form text not null, actor text, name text not null, kind text not null,
         name_words text not null, form_words text not null, mentions ${whole} not null, at ${whole} not null,
         primary key (item, key, form)) ${strict}`,
      "create index mentions_key on mentions (key)",
      `create table stories (
         id text primary key, revision ${whole} not null, headline text not null, first_seen ${whole} not null,
         last_change ${whole} not null, merged_into text) ${strict}`,
      "create index stories_last_change on stories (last_change)",
      `create table alerts (
         story text not null, watch text not null, server text not null, relevant ${whole} not null,
         score ${decimal} not null, level text not null, loudness ${whole} not null, direction text not null,
         lines text not null, origins ${whole} not null, outlets ${whole} not null,
         primary key (story, watch, server)) ${strict}`,
      `create table posts (
         id text primary key, story text not null, platform text not null, server text not null, channel text not null,
         watch text not null, wanted ${whole} not null, shown ${whole} not null, state text not null,
         attempts ${whole} not null, first_attempt_at ${whole}, message_id text, priority ${whole} not null,
         posted_at ${whole}, last_error text, wanted_at ${whole} not null, due_at ${whole} not null,
         lease_token text, lease_until ${whole}, unique (story, platform, server, channel)) ${strict}`,
      "create index posts_waiting on posts (priority, wanted_at) where shown < wanted",
      "create index posts_channel on posts (platform, server, channel)",
      "create index posts_message on posts (platform, server, message_id)",
      "create index posts_dead on posts (id) where state = 'dead'",
      `create table subscriptions (
         id text primary key, platform text not null, server text not null, channel text not null,
         server_key text not null, target_kind text not null, target_id text not null, level text not null,
         created_by text not null, created_at ${whole} not null, paused_reason text,
         unique (platform, server, channel, target_kind, target_id)) ${strict}`,
      "create index subscriptions_target on subscriptions (target_kind, target_id)",
      "create index subscriptions_server on subscriptions (server_key)",
      `create table edits (
         id ${counter}, server text not null, watch text not null, made_by text not null, at ${whole} not null,
         change text not null) ${strict}`,
      `create table marks (name text primary key, value text not null, at ${whole} not null) ${strict}`,
      `create table slots (
         name text not null, slot text not null, at ${whole} not null, primary key (name, slot)) ${strict}`,
      `create table roles (role text primary key, owner text not null, held_until ${whole} not null) ${strict}`,
      ...SEARCH[kind],
    ];
  },
};
