import { sql } from "kysely";
import type { DatedEvent } from "../../model/findings.ts";
import type { Outlet } from "../../model/watch.ts";
import type { ItemStore, StoredEvent, Viewer } from "../store.ts";
import { keysOf } from "./known-as.ts";
import { relevantAlerts } from "./latest.ts";
import { period } from "./period.ts";
import { defined, parsed } from "./rows.ts";
import type { Session } from "./session.ts";
import { visible } from "./visible.ts";
import { typedWords } from "./words.ts";

type Filter = Parameters<ItemStore["events"]>[0];

function visibleEvents({ db }: Session, viewer: Viewer) {
  return db
    .selectFrom("events")
    .innerJoin("items", "items.id", "events.item")
    .innerJoin("feeds", "feeds.id", "items.feed")
    .innerJoin("revisions", (join) =>
      join.onRef("revisions.item", "=", "items.id").onRef("revisions.revision", "=", "items.read_revision"),
    )
    .where(visible(viewer))
    .select([
      "events.event",
      "events.item",
      "events.at",
      "items.story",
      "feeds.outlet",
      "revisions.url",
      "revisions.revision",
    ]);
}

/** Events that name the actor by id or by any name that the viewer has met it under. */
function byActor(session: Session, query: ReturnType<typeof visibleEvents>, { typed, viewer }: Typed) {
  const keys = keysOf(session, typed, viewer);
  const names = session.db
    .selectFrom("mentions")
    .select(sql<string>`substr(mentions.name_words, 2)`.as("name"))
    .where("mentions.key", "in", keys);
  return query.where((eb) =>
    eb.exists(
      eb
        .selectFrom("event_actors")
        .select("event_actors.item")
        .whereRef("event_actors.item", "=", "events.item")
        .whereRef("event_actors.position", "=", "events.position")
        .where((named) =>
          named.or([
            named("event_actors.actor", "=", typedWords(typed).join(" ")),
            named("event_actors.actor", "in", keys),
            named("event_actors.actor", "in", names),
          ]),
        ),
    ),
  );
}

function relevantStories(session: Session, viewer: Viewer) {
  return session.db.selectFrom(relevantAlerts(session, { filter: {}, viewer }).as("relevant")).select("relevant.story");
}

type Typed = { readonly typed: string; readonly viewer: Viewer };

/** Dated events in order of date, then arrival: see `ItemStore.events`. Those without a date stand last. */
export async function events(session: Session, filter: Filter, viewer: Viewer): Promise<StoredEvent[]> {
  const { story, actor, since, until, watched } = filter;
  let query = visibleEvents(session, viewer);
  if (story !== undefined) query = query.where("items.story", "=", story);
  if (actor !== undefined) query = byActor(session, query, { typed: actor, viewer });
  if (watched) query = query.where("items.story", "in", relevantStories(session, viewer));
  if (since !== undefined) query = query.where("events.last_day", ">=", period(since)?.first ?? since);
  if (until !== undefined) query = query.where("events.first_day", "<=", period(until)?.last ?? until);
  const rows = await query
    .orderBy(sql`coalesce(events.first_day, '9999')`)
    .orderBy("items.first_seen")
    .orderBy("events.at")
    .orderBy("events.item")
    .orderBy("events.position")
    .execute();
  return rows.map((row) =>
    defined({
      ...parsed<DatedEvent>(row.event),
      item: row.item,
      outlet: parsed<Outlet>(row.outlet).name,
      url: row.url ?? undefined,
      story: row.story ?? "",
      at: new Date(row.at),
      revision: row.revision > 1 ? row.revision : undefined,
    }),
  );
}
