import type { FormerQuote, Quote } from "../../model/findings.ts";
import type { Outlet } from "../../model/watch.ts";
import type { ItemStore, Page, StoredQuote, Viewer } from "../store.ts";
import { keysOf } from "./known-as.ts";
import { defined, parsed } from "./rows.ts";
import type { Session } from "./session.ts";
import { visible } from "./visible.ts";
import { typedWords } from "./words.ts";

type Filter = Parameters<ItemStore["quotes"]>[0];
type Wanted = { readonly filter: Filter; readonly viewer: Viewer; readonly page: Page };

function visibleQuotes({ db }: Session, viewer: Viewer) {
  return db
    .selectFrom("quotes")
    .innerJoin("items", "items.id", "quotes.item")
    .innerJoin("feeds", "feeds.id", "items.feed")
    .where(visible(viewer));
}

/** A speaker is found by words of the name in the quotation, or as an actor known under these words. */
function bySpeaker(session: Session, query: ReturnType<typeof visibleQuotes>, { typed, ids, viewer }: Typed) {
  const words = typedWords(typed);
  return query.where((eb) =>
    eb.or([
      eb("quotes.speaker_key", "in", keysOf(session, typed, viewer)),
      eb("quotes.speaker_key", "in", [typed, ...ids]),
      eb.and([eb.lit(words.length > 0), ...words.map((word) => eb("quotes.speaker_words", "like", `% ${word}%`))]),
    ]),
  );
}

type Typed = { readonly typed: string; readonly ids: readonly string[]; readonly viewer: Viewer };

function filtered(session: Session, { filter, viewer }: Wanted) {
  const { actor, speaker, speakers = [], about, story, since } = filter;
  let query = visibleQuotes(session, viewer);
  if (actor !== undefined) query = query.where("quotes.actor", "=", actor);
  if (speaker !== undefined) query = bySpeaker(session, query, { typed: speaker, ids: speakers, viewer });
  for (const word of about === undefined ? [] : typedWords(about))
    query = query.where("quotes.about_words", "like", `% ${word}%`);
  if (story !== undefined) query = query.where("items.story", "=", story);
  if (since !== undefined) query = query.where("quotes.at", ">=", since.getTime());
  return query;
}

/** Quotations, newest first: see `ItemStore.quotes`. */
export async function quotes(session: Session, wanted: Wanted): Promise<{ rows: StoredQuote[]; total: number }> {
  const query = filtered(session, wanted);
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  const rows = await query
    .innerJoin("revisions", (join) =>
      join.onRef("revisions.item", "=", "quotes.item").onRef("revisions.revision", "=", "quotes.revision"),
    )
    .select(["quotes.quote", "quotes.item", "quotes.revision", "quotes.at"])
    .select(["items.story", "feeds.outlet", "revisions.url"])
    .orderBy("quotes.at", "desc")
    .orderBy("quotes.item")
    .orderBy("quotes.position")
    .limit(wanted.page.limit)
    .offset(wanted.page.offset ?? 0)
    .execute();
  return {
    total,
    rows: rows.map((row) => {
      const { revision: _, ...quote } = parsed<Quote & Partial<FormerQuote>>(row.quote);
      return defined({
        ...quote,
        item: row.item,
        itemRevision: row.revision,
        outlet: parsed<Outlet>(row.outlet).name,
        url: row.url ?? undefined,
        story: row.story ?? "",
        at: new Date(row.at),
      });
    }),
  };
}
