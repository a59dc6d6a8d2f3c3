import { type Insertable, sql } from "kysely";
import type { DatedEvent, FormerQuote, Quote } from "../../model/findings.ts";
import { fold } from "../../text/fold.ts";
import type { Understood as Read } from "../store.ts";
import { insertRows } from "./insert-rows.ts";
import { period } from "./period.ts";
import { chunks, jsonOf } from "./rows.ts";
import type { Session } from "./session.ts";
import type { Tables } from "./tables.ts";
import { wordLine, wordsOf } from "./words.ts";

/** Full-text engines refuse texts of a megabyte; what stands so far down is not what an article is about. */
const MAX_INDEXED = 200_000;
/** Index entries of PostgreSQL hold some 2,700 bytes. */
const MAX_KEY = 200;

/** Stores what was understood, each item once: see `ItemStore.settle`. Runs inside a transaction. */
export async function settle(session: Session, reads: readonly Read[]): Promise<void> {
  const taken = await markRead(session, reads);
  const fresh = reads.filter(({ item }) => taken.has(item.id));
  if (fresh.length === 0) return;
  await keepFindings(session, fresh);
  await replaceLookups(session, fresh);
  const words = ({ item }: Read) => wordsOf(`${item.title}\n${item.text}`.slice(0, MAX_INDEXED)).join(" ");
  await session.dialect.index(
    session.db,
    fresh.map((read) => ({ item: read.item.id, words: words(read) })),
  );
}

/** Gives the items that were not read at a newer revision: what was read of an older one never replaces that. */
async function markRead({ db, dialect }: Session, reads: readonly Read[]): Promise<ReadonlySet<string>> {
  const json = jsonOf(
    reads.map(({ item, story, duplicateOf }) => ({
      id: item.id,
      story,
      duplicate_of: duplicateOf ?? null,
      read_revision: item.revision,
    })),
  );
  const rows = dialect.rows("items", { columns: ["id", "story", "duplicate_of", "read_revision"], json });
  const { rows: taken } = await sql<{ id: string }>`
    update items set story = fresh.story, duplicate_of = fresh.duplicate_of, read_revision = fresh.read_revision
    from ${rows} as fresh where items.id = fresh.id and items.read_revision <= fresh.read_revision
    returning items.id`.execute(db);
  return new Set(taken.map(({ id }) => id));
}

async function keepFindings({ db, dialect }: Session, reads: readonly Read[]): Promise<void> {
  const json = jsonOf(
    reads.map(({ item, findings }) => ({
      item: item.id,
      revision: item.revision,
      findings: JSON.stringify(findings),
    })),
  );
  const rows = dialect.rows("revisions", { columns: ["item", "revision", "findings"], json });
  await sql`update revisions set findings = fresh.findings from ${rows} as fresh
    where revisions.item = fresh.item and revisions.revision = fresh.revision`.execute(db);
}

async function replaceLookups(session: Session, reads: readonly Read[]): Promise<void> {
  const ids = reads.map(({ item }) => item.id);
  for (const table of ["quotes", "events", "event_actors", "mentions"] as const)
    for (const some of chunks(ids)) await session.db.deleteFrom(table).where("item", "in", some).execute();
  await insertRows(session, { into: "quotes", rows: reads.flatMap(quoteRows) });
  await insertRows(session, { into: "events", rows: reads.flatMap(eventRows) });
  await insertRows(session, { into: "event_actors", rows: reads.flatMap(eventActorRows) });
  await insertRows(session, { into: "mentions", rows: reads.flatMap(mentionRows) });
}

function timeOf({ item }: Read): number {
  return (item.published ?? item.firstSeen).getTime();
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

function quoteRows(read: Read): Insertable<Tables["quotes"]>[] {
  const { quotes, formerQuotes = [] } = read.findings;
  return [...quotes, ...formerQuotes].map((quote, position) => quoteRow(read, quote, position));
}

function quoteRow(read: Read, quote: Quote | FormerQuote, position: number): Insertable<Tables["quotes"]> {
  const { item } = read;
  const { speaker } = quote;
  const name = speaker?.name ?? speaker?.text ?? "";
  return {
    item: item.id,
    position,
    revision: "until" in quote ? quote.revision : item.revision,
    at: timeOf(read),
    actor: speaker?.actor ?? null,
    speaker_key: keyOf(speaker?.actor, name),
    speaker_words: wordLine(name),
    about_words: wordLine(`${quote.text}\n${surroundings(item, quote)}`),
    quote: JSON.stringify(quote),
  };
}

function eventRows(read: Read): Insertable<Tables["events"]>[] {
  return read.findings.events.map((event, position) => eventRow(read, event, position));
}

function eventRow(read: Read, event: DatedEvent, position: number): Insertable<Tables["events"]> {
  const days = event.date === undefined ? undefined : period(event.date);
  return {
    item: read.item.id,
    position,
    first_day: days?.first ?? null,
    last_day: days?.last ?? null,
    at: timeOf(read),
    event: JSON.stringify(event),
  };
}

function eventActorRows({ item, findings }: Read): Insertable<Tables["event_actors"]>[] {
  return findings.events.flatMap((event, position) => {
    const actors = new Set((event.actors ?? []).map((actor) => fold(actor).slice(0, MAX_KEY)));
    return [...actors].map((actor) => ({ item: item.id, position, actor }));
  });
}

/** One row for each actor and surface form, with the number of times it stands in the text. */
function mentionRows(read: Read): Insertable<Tables["mentions"]>[] {
  const rows = new Map<string, Insertable<Tables["mentions"]>>();
  for (const { actor, name, kind, text } of read.findings.actors) {
    const key = keyOf(actor, name);
    const form = text.slice(0, MAX_KEY);
    const known = rows.get(`${key}\n${form}`);
    rows.set(`${key}\n${form}`, {
      item: read.item.id,
      key,
      form,
      actor: actor ?? null,
      name,
      kind,
      name_words: wordLine(name),
      form_words: wordLine(form),
      mentions: (known?.mentions ?? 0) + 1,
      at: timeOf(read),
    });
  }
  return [...rows.values()];
}
