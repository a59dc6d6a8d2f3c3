import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Findings } from "../../model/findings.ts";
import type { Item, ReadItem } from "../../model/item.ts";
import type { Outlet } from "../../model/watch.ts";
import { defined, parsed, toDate } from "./rows.ts";
import type { Tables } from "./tables.ts";

const COLUMNS = [
  "items.id",
  "items.feed",
  "items.key",
  "items.first_seen",
  "items.baseline",
  "items.story",
  "items.duplicate_of",
  "feeds.server",
  "feeds.outlet",
  "feeds.timezone",
  "revisions.revision",
  "revisions.url",
  "revisions.canonical_url",
  "revisions.title",
  "revisions.text",
  "revisions.language",
  "revisions.published",
  "revisions.content_hash",
  "revisions.findings",
] as const;

/** Items at their newest revision, read or not. */
export function newest(db: Kysely<Tables>) {
  return db
    .selectFrom("items")
    .innerJoin("feeds", "feeds.id", "items.feed")
    .innerJoin("revisions", (join) =>
      join.onRef("revisions.item", "=", "items.id").onRef("revisions.revision", "=", "items.revision"),
    )
    .select(COLUMNS);
}

/** Items at the revision that was read last: findings point into the text of that one. */
export function lastRead(db: Kysely<Tables>) {
  return db
    .selectFrom("items")
    .innerJoin("feeds", "feeds.id", "items.feed")
    .innerJoin("revisions", (join) =>
      join.onRef("revisions.item", "=", "items.id").onRef("revisions.revision", "=", "items.read_revision"),
    )
    .select(COLUMNS);
}

/** When an item was published, or else first seen: an expression over `items` and `revisions`. */
export const publishedOrSeen = sql<number>`coalesce(revisions.published, items.first_seen)`;

type Row = Awaited<ReturnType<ReturnType<typeof newest>["executeTakeFirstOrThrow"]>>;

/** An item as the model knows it. */
export function itemOf(row: Row): Item {
  return defined({
    id: row.id,
    feed: row.feed,
    key: row.key,
    url: row.url ?? undefined,
    canonicalUrl: row.canonical_url ?? undefined,
    title: row.title,
    text: row.text,
    language: row.language ?? undefined,
    published: toDate(row.published),
    contentHash: row.content_hash,
    outlet: parsed<Outlet>(row.outlet),
    timezone: row.timezone ?? undefined,
    server: row.server ?? undefined,
    firstSeen: new Date(row.first_seen),
    revision: row.revision,
    baseline: row.baseline === 1,
  });
}

/** A read item. Rows without findings, which `lastRead` never gives, are left out. */
export function readItems(rows: readonly Row[]): ReadItem[] {
  return rows.flatMap((row) =>
    row.findings === null || row.story === null
      ? []
      : defined({
          ...itemOf(row),
          findings: parsed<Findings>(row.findings),
          story: row.story,
          duplicateOf: row.duplicate_of ?? undefined,
        }),
  );
}
