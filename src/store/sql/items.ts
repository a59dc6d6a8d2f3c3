import type { Item, ReadItem } from "../../model/item.ts";
import type { ItemStore, Page, Viewer } from "../store.ts";
import { actors } from "./actors.ts";
import { events } from "./events.ts";
import { itemOf, lastRead, newest, publishedOrSeen, readItems } from "./item-rows.ts";
import { quotes } from "./quotes.ts";
import { defined } from "./rows.ts";
import type { Session } from "./session.ts";
import { settle } from "./settle.ts";
import { visible } from "./visible.ts";
import { phrasesOf } from "./words.ts";

async function unread({ db }: Session, limit: number): Promise<Item[]> {
  const rows = await newest(db)
    .whereRef("items.read_revision", "<", "items.revision")
    .orderBy("items.first_seen")
    .orderBy(publishedOrSeen)
    .orderBy("items.id")
    .limit(limit)
    .execute();
  return rows.map(itemOf);
}

/** Of several feeds' items with that address, one that was read goes first, then the earliest. */
async function byUrl({ db }: Session, url: string, viewer: Viewer): Promise<(Item & { story?: string }) | undefined> {
  const row = await newest(db)
    .where((eb) => eb.or([eb("revisions.url", "=", url), eb("revisions.canonical_url", "=", url)]))
    .where(visible(viewer))
    .orderBy((eb) => eb.case().when("items.story", "is", null).then(1).else(0).end())
    .orderBy("items.first_seen")
    .orderBy("items.id")
    .limit(1)
    .executeTakeFirst();
  return row && defined({ ...itemOf(row), story: row.story ?? undefined });
}

async function ofStory({ db }: Session, story: string, viewer: Viewer): Promise<ReadItem[]> {
  const rows = await lastRead(db)
    .where("items.story", "=", story)
    .where(visible(viewer))
    .orderBy("items.first_seen")
    .orderBy(publishedOrSeen)
    .orderBy("items.id")
    .execute();
  return readItems(rows);
}

async function inStory({ db }: Session, story: string): Promise<ReadItem[]> {
  const rows = await lastRead(db)
    .where("items.story", "=", story)
    .orderBy("items.first_seen")
    .orderBy(publishedOrSeen)
    .orderBy("items.id")
    .execute();
  return readItems(rows);
}

async function since({ db }: Session, date: Date): Promise<ReadItem[]> {
  const rows = await lastRead(db)
    .where("items.first_seen", ">=", date.getTime())
    .orderBy("items.first_seen")
    .orderBy(publishedOrSeen)
    .orderBy("items.id")
    .execute();
  return readItems(rows);
}

type Search = { readonly words: string; readonly viewer: Viewer; readonly page: Page };

async function search({ db, dialect }: Session, { words, viewer, page }: Search): Promise<ReadItem[]> {
  const phrases = phrasesOf(words);
  if (phrases.length === 0) return [];
  const rows = await lastRead(db)
    .where("items.id", "in", dialect.itemsWith(phrases))
    .where(visible(viewer))
    .orderBy(publishedOrSeen, "desc")
    .orderBy("items.id")
    .limit(page.limit)
    .offset(page.offset ?? 0)
    .execute();
  return readItems(rows);
}

export function createItems(session: Session): ItemStore {
  const { db, atomically } = session;
  return {
    unread: (limit) => unread(session, limit),
    settle: (...reads) => atomically((inside) => settle(inside, reads)),
    get: async (id) => readItems(await lastRead(db).where("items.id", "=", id).execute())[0],
    byUrl: (url, viewer) => byUrl(session, url, viewer),
    ofStory: (story, viewer) => ofStory(session, story, viewer),
    inStory: (story) => inStory(session, story),
    since: (date) => since(session, date),
    search: (words, viewer, page) => search(session, { words, viewer, page }),
    quotes: (filter, viewer, page) => quotes(session, { filter, viewer, page }),
    events: (filter, viewer) => events(session, filter, viewer),
    actors: (filter, viewer, page) => actors(session, { filter, viewer, page }),
    count: async () => {
      const { total } = await db
        .selectFrom("items")
        .select((eb) => eb.fn.countAll<number>().as("total"))
        .executeTakeFirstOrThrow();
      return total;
    },
  };
}
