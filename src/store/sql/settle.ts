import type { Insertable } from "kysely";
import type { ActorMention, DatedEvent, FormerQuote, Quote } from "../../model/findings.ts";
import { fold } from "../../text/fold.ts";
import type { ItemStore } from "../store.ts";
import { period } from "./period.ts";
import { chunks } from "./rows.ts";
import type { Session } from "./session.ts";
import type { Tables } from "./tables.ts";
import { wordLine, wordsOf } from "./words.ts";

type Read = Parameters<ItemStore["settle"]>[0];

/** Full-text engines refuse texts of a megabyte; what stands so far down is not what an article is about. */
const MAX_INDEXED = 200_000;
/** Index entries of PostgreSQL hold some 2,700 bytes. */
const MAX_KEY = 200;

/** Stores what was understood: see `ItemStore.settle`. Runs inside a transaction. */
export async function settle(session: Session, read: Read): Promise<void> {
  const { db, dialect } = session;
  const { item, findings, story } = read;
  const { numUpdatedRows } = await db
    .updateTable("items")
    .set({ story, duplicate_of: read.duplicateOf ?? null, read_revision: item.revision })
    .where("id", "=", item.id)
    // What was read of an older revision never replaces what was read of a newer one.
    .where("read_revision", "<=", item.revision)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return;
  await db
    .updateTable("revisions")
    .set({ findings: JSON.stringify(findings) })
    .where("item", "=", item.id)
    .where("revision", "=", item.revision)
    .execute();
  await replaceLookups(session, read);
  await dialect.index(db, item.id, wordsOf(`${item.title}\n${item.text}`.slice(0, MAX_INDEXED)).join(" "));
}

async function replaceLookups({ db }: Session, { item, findings }: Read): Promise<void> {
  for (const table of ["quotes", "events", "event_actors", "mentions"] as const)
    await db.deleteFrom(table).where("item", "=", item.id).execute();
  const at = (item.published ?? item.firstSeen).getTime();
  const quotes = [...findings.quotes, ...(findings.formerQuotes ?? [])];
  for (const rows of chunks(quotes.map((quote, position) => quoteRow(item, { quote, position, at }))))
    await db.insertInto("quotes").values(rows).execute();
  for (const rows of chunks(findings.events.map((event, position) => eventRow(item.id, { event, position, at }))))
    await db.insertInto("events").values(rows).execute();
  for (const rows of chunks(findings.events.flatMap((event, position) => eventActorRows(item.id, event, position))))
    await db.insertInto("event_actors").values(rows).execute();
  for (const rows of chunks(mentionRows(item.id, findings.actors, at)))
    await db.insertInto("mentions").values(rows).execute();
}

/** What stands for one actor in all look-ups: the watch's id, or else the folded name. */
function keyOf(actor: string | undefined, name: string): string {
  return (actor ?? fold(name)).slice(0, MAX_KEY);
}

/** What a quotation can be found by beside its words: the headline and the paragraph around it, while it has one. */
function surroundings(item: Read["item"], quote: Quote | FormerQuote): string {
  if ("until" in quote) return item.title;
  const { start, end } = quote;
  const from = item.text.lastIndexOf("\n", start) + 1;
  const to = item.text.indexOf("\n", end);
  return `${item.title}\n${item.text.slice(from, to === -1 ? undefined : to)}`;
}

type Place = { readonly position: number; readonly at: number };

function quoteRow(
  item: Read["item"],
  { quote, position, at }: Place & { quote: Quote | FormerQuote },
): Insertable<Tables["quotes"]> {
  const { speaker } = quote;
  const name = speaker?.name ?? speaker?.text ?? "";
  return {
    item: item.id,
    position,
    revision: "until" in quote ? quote.revision : item.revision,
    at,
    actor: speaker?.actor ?? null,
    speaker_key: keyOf(speaker?.actor, name),
    speaker_words: wordLine(name),
    about_words: wordLine(`${quote.text}\n${surroundings(item, quote)}`),
    quote: JSON.stringify(quote),
  };
}

function eventRow(item: string, { event, position, at }: Place & { event: DatedEvent }): Insertable<Tables["events"]> {
  const days = event.date === undefined ? undefined : period(event.date);
  return {
    item,
    position,
    first_day: days?.first ?? null,
    last_day: days?.last ?? null,
    at,
    event: JSON.stringify(event),
  };
}

function eventActorRows(item: string, event: DatedEvent, position: number): Insertable<Tables["event_actors"]>[] {
  const actors = new Set((event.actors ?? []).map((actor) => fold(actor).slice(0, MAX_KEY)));
  return [...actors].map((actor) => ({ item, position, actor }));
}

/** One row for each actor and surface form, with the number of times it stands in the text. */
function mentionRows(item: string, mentions: readonly ActorMention[], at: number): Insertable<Tables["mentions"]>[] {
  const rows = new Map<string, Insertable<Tables["mentions"]>>();
  for (const { actor, name, kind, text } of mentions) {
    const key = keyOf(actor, name);
    const form = text.slice(0, MAX_KEY);
    const known = rows.get(`${key}\n${form}`);
    rows.set(`${key}\n${form}`, {
      item,
      key,
      form,
      actor: actor ?? null,
      name,
      kind,
      name_words: wordLine(name),
      form_words: wordLine(form),
      mentions: (known?.mentions ?? 0) + 1,
      at,
    });
  }
  return [...rows.values()];
}
