/** Milliseconds since 1970. */
export type Time = number;
/** 0 or 1. */
export type Flag = number;
/** A value written by this store as JSON. */
export type Json = string;

type FeedsTable = {
  id: string;
  url: string;
  server: string | null;
  channel: string | null;
  outlet: Json;
  language: string | null;
  timezone: string | null;
  retired: Flag;
  etag: string | null;
  last_modified: string | null;
  body_hash: string | null;
  next_poll_at: Time;
  gap_ms: number | null;
  failures: number;
  failing_since: Time | null;
  last_success_at: Time | null;
  last_error: string | null;
  disabled_reason: string | null;
  not_before: Time | null;
  address: string | null;
  moved_to: string | null;
  moved_since: Time | null;
  moved_count: number | null;
  etag_misses: number;
  asks: Json | null;
  hint_ms: number | null;
  lease_owner: string | null;
  lease_until: Time | null;
};

/** What stays the same over an item's revisions, and how far it was read: `read_revision` is 0 until then. */
type ItemsTable = {
  id: string;
  feed: string;
  key: string;
  first_seen: Time;
  baseline: Flag;
  revision: number;
  read_revision: number;
  story: string | null;
  duplicate_of: string | null;
};

/** A further key of an item: `id` is what the item's own id would be under it. */
type ItemKeysTable = { id: string; item: string };

type RevisionsTable = {
  item: string;
  revision: number;
  url: string | null;
  canonical_url: string | null;
  title: string;
  text: string;
  language: string | null;
  published: Time | null;
  content_hash: string;
  seen_at: Time;
  findings: Json | null;
};

type QuotesTable = {
  item: string;
  position: number;
  revision: number;
  at: Time;
  actor: string | null;
  /** The actor's id, or the folded name: equal to `mentions.key` of the same person. */
  speaker_key: string;
  /** Folded words, each after a space. */
  speaker_words: string;
  about_words: string;
  quote: Json;
};

type EventsTable = {
  item: string;
  position: number;
  /** First and last day of the event's date; absent when it has none. */
  first_day: string | null;
  last_day: string | null;
  at: Time;
  event: Json;
};

type EventActorsTable = { item: string; position: number; actor: string };

type MentionsTable = {
  item: string;
  /** The actor's id, or the folded name. */
  key: string;
  form: string;
  actor: string | null;
  name: string;
  kind: string;
  name_words: string;
  form_words: string;
  mentions: number;
  at: Time;
};

type PushesTable = {
  feed: string;
  hub: string;
  topic: string;
  token: string;
  secret: string;
  mode: "subscribe" | "unsubscribe";
  attempts: number;
  due_at: Time;
  lease_until: Time | null;
};

/** What was read: feeds, their items, and what was found in them. */
export type ReadTables = {
  feeds: FeedsTable;
  pushes: PushesTable;
  items: ItemsTable;
  item_keys: ItemKeysTable;
  revisions: RevisionsTable;
  quotes: QuotesTable;
  events: EventsTable;
  event_actors: EventActorsTable;
  mentions: MentionsTable;
};
