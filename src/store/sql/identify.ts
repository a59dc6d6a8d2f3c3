import { shortId } from "../../lib/short-id.ts";
import type { Draft } from "../../model/item.ts";
import type { FeedStore } from "../store.ts";
import { chunks, defined, toDate } from "./rows.ts";
import { findSame, isAnother, isFlood, type Known } from "./same-item.ts";
import type { Session } from "./session.ts";

type Poll = Parameters<FeedStore["savePoll"]>[0];

/** A draft with the id of the item that it is; `known` when that is stored already. */
export type Identified = { readonly draft: Draft; readonly id: string; readonly known?: Known };

/** Among how many of a feed's newest items one is looked for when the feed changed the keys of all. */
const MOST_LOOKED_AT = 2_000;

function newest({ db }: Session) {
  return db
    .selectFrom("items")
    .innerJoin("revisions", (join) =>
      join.onRef("revisions.item", "=", "items.id").onRef("revisions.revision", "=", "items.revision"),
    )
    .select(["items.id", "items.revision", "revisions.canonical_url", "revisions.content_hash"])
    .select(["revisions.title", "revisions.published"]);
}

type Row = Awaited<ReturnType<ReturnType<typeof newest>["execute"]>>[number];

function knownOf(row: Row): Known {
  return defined({
    id: row.id,
    revision: row.revision,
    canonicalUrl: row.canonical_url ?? undefined,
    title: row.title,
    published: toDate(row.published),
    contentHash: row.content_hash,
  });
}

/** The items that the ids stand for, be it by a further key of theirs; by the id that was asked for. */
async function knownByKey(session: Session, ids: readonly string[]): Promise<Map<string, Known>> {
  const found = new Map<string, Known>();
  for (const some of chunks(ids)) {
    const further = await session.db.selectFrom("item_keys").selectAll().where("id", "in", some).execute();
    const itemOf = new Map(further.map(({ id, item }) => [id, item]));
    const rows = await newest(session)
      .where("items.id", "in", [...some, ...itemOf.values()])
      .execute();
    const items = new Map(rows.map((row) => [row.id, knownOf(row)]));
    for (const id of some) {
      const item = items.get(id) ?? items.get(itemOf.get(id) ?? id);
      if (item) found.set(id, item);
    }
  }
  return found;
}

async function remember({ db }: Session, keys: readonly { id: string; item: string }[]): Promise<void> {
  for (const some of chunks(keys))
    await db
      .insertInto("item_keys")
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** One draft for each key, the first: two entries under one key would otherwise revise each other at every poll. */
function byId({ feed, drafts }: Poll): Map<string, Draft> {
  const unique = new Map<string, Draft>();
  for (const draft of drafts) {
    const id = shortId(feed.id, draft.key);
    if (!unique.has(id)) unique.set(id, draft);
  }
  return unique;
}

type Sorted = {
  /** By the item's id: two drafts are never one item. */
  readonly named: Map<string, Identified>;
  /** By the id that the item gets if it turns out to be new. */
  readonly unnamed: Map<string, Draft>;
  /** Some known key stood for another item. */
  readonly hasMisnamed: boolean;
};

/** Names a draft when its item is known. Of an item that the document lists twice the first draft counts. */
function put({ named, unnamed }: Omit<Sorted, "hasMisnamed">, id: string, draft: Draft, known?: Known): void {
  if (known === undefined) unnamed.set(id, draft);
  else if (!named.has(known.id)) named.set(known.id, { draft, id: known.id, known });
}

async function sortByKey(session: Session, poll: Poll): Promise<Sorted> {
  const drafts = byId(poll);
  const byKey = await knownByKey(session, [...drafts.keys()]);
  const sorted = { named: new Map<string, Identified>(), unnamed: new Map<string, Draft>() };
  const misnamed = new Map<string, Draft>();
  const listed = new Set(poll.drafts.flatMap(({ canonicalUrl }) => canonicalUrl ?? []));
  for (const [id, draft] of drafts) {
    const known = byKey.get(id);
    if (known && isAnother(draft, known, listed))
      misnamed.set(shortId(poll.feed.id, `url:${shortId(draft.canonicalUrl ?? "")}`), draft);
    else put(sorted, id, draft, known);
  }
  const byAddress = await knownByKey(session, [...misnamed.keys()]);
  for (const [id, draft] of misnamed) put(sorted, id, draft, byAddress.get(id));
  return { ...sorted, hasMisnamed: misnamed.size > 0 };
}

/** The feed's items that say word for word what one of the drafts says. */
async function sayingSame(session: Session, feed: string, drafts: readonly Draft[]): Promise<Known[]> {
  const hashes = [...new Set(drafts.map(({ contentHash }) => contentHash))];
  const saying = new Set<string>();
  for (const some of chunks(hashes)) {
    const rows = await session.db.selectFrom("revisions").select("item").where("content_hash", "in", some).execute();
    for (const { item } of rows) saying.add(item);
  }
  const found: Known[] = [];
  for (const some of chunks([...saying])) {
    const rows = await newest(session).where("items.id", "in", some).where("items.feed", "=", feed).execute();
    found.push(...rows.map(knownOf));
  }
  return found;
}

async function newestOf(session: Session, feed: string): Promise<Known[]> {
  const rows = await newest(session)
    .where("items.feed", "=", feed)
    .orderBy("items.first_seen", "desc")
    .orderBy("items.id")
    .limit(MOST_LOOKED_AT)
    .execute();
  return rows.map(knownOf);
}

/**
 * Says which item each draft is. Mostly its key does; when a feed gives its items new keys, or a known key to another
 * item, what stays the same does, and the new key is remembered. So a feed that changes all its guids at once brings
 * nothing new.
 */
export async function identify(session: Session, poll: Poll): Promise<Identified[]> {
  const { named, unnamed, hasMisnamed } = await sortByKey(session, poll);
  const isFirst = poll.feed.state.lastSuccessAt === undefined;
  if (unnamed.size > 0 && !isFirst) {
    const drafts = [...unnamed.values()];
    const changed = hasMisnamed || isFlood(named.size + unnamed.size, named.size);
    const items = changed ? await newestOf(session, poll.feed.id) : await sayingSame(session, poll.feed.id, drafts);
    const same = findSame(
      drafts,
      items.filter(({ id }) => !named.has(id)),
      { changed },
    );
    const furtherKeys: { id: string; item: string }[] = [];
    for (const [id, draft] of unnamed) {
      const known = same.get(draft);
      if (known === undefined) continue;
      furtherKeys.push({ id, item: known.id });
      put({ named, unnamed }, id, draft, known);
      unnamed.delete(id);
    }
    await remember(session, furtherKeys);
  }
  return [...named.values(), ...[...unnamed].map(([id, draft]) => ({ draft, id }))];
}
