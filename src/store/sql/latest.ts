import { LEVELS } from "../../model/findings.ts";
import type { Alert, Story } from "../../model/story.ts";
import type { Page, StoryStore, Viewer } from "../store.ts";
import { toAlert } from "./alerts.ts";
import type { Session } from "./session.ts";
import { storyOf } from "./story-rows.ts";
import { visible } from "./visible.ts";
import { phrasesOf } from "./words.ts";

type Filter = Parameters<StoryStore["latest"]>[0];
type Wanted = { readonly filter: Filter; readonly viewer: Viewer; readonly page: Page };

/** The viewer's relevant alerts, numbered within each story by score: a story is listed once, by its first. */
export function relevantAlerts({ db }: Session, { filter, viewer }: Pick<Wanted, "filter" | "viewer">) {
  const own = viewer.server ?? "";
  let query = db
    .selectFrom("alerts")
    .selectAll("alerts")
    .select((eb) =>
      eb.fn
        .agg<number>("row_number")
        .over((over) => over.partitionBy("alerts.story").orderBy("alerts.score", "desc").orderBy("alerts.watch"))
        .as("place"),
    )
    .where("alerts.relevant", "=", 1)
    .where("alerts.server", "in", ["", own])
    .where((eb) =>
      eb.or([
        eb("alerts.server", "=", own),
        eb.not(
          eb.exists(
            eb
              .selectFrom("alerts as mine")
              .select("mine.story")
              .whereRef("mine.story", "=", "alerts.story")
              .whereRef("mine.watch", "=", "alerts.watch")
              .where("mine.server", "=", own),
          ),
        ),
      ]),
    );
  if (filter.watch !== undefined) query = query.where("alerts.watch", "=", filter.watch);
  if (filter.level !== undefined) query = query.where("alerts.loudness", ">=", LEVELS.indexOf(filter.level));
  return query;
}

/** Stories with an item that the viewer may see in which every word occurs. */
function storiesWith({ db, dialect }: Session, phrases: readonly (readonly string[])[], viewer: Viewer) {
  return db
    .selectFrom("items")
    .innerJoin("feeds", "feeds.id", "items.feed")
    .select((eb) => eb.fn.coalesce("items.story", eb.val("")).as("story"))
    .where("items.id", "in", dialect.itemsWith(phrases))
    .where(visible(viewer));
}

/** Relevant, unmerged stories, latest change first: see `StoryStore.latest`. */
export async function latest(session: Session, wanted: Wanted): Promise<{ story: Story; alert: Alert }[]> {
  const { filter, viewer, page } = wanted;
  const phrases = filter.words === undefined ? [] : phrasesOf(filter.words);
  if (filter.words !== undefined && phrases.length === 0) return [];
  let query = session.db
    .selectFrom(relevantAlerts(session, wanted).as("alert"))
    .innerJoin("stories", "stories.id", "alert.story")
    .where("alert.place", "=", 1)
    .where("stories.merged_into", "is", null);
  if (filter.since !== undefined) query = query.where("stories.last_change", ">=", filter.since.getTime());
  if (phrases.length > 0) query = query.where("stories.id", "in", storiesWith(session, phrases, viewer));
  const rows = await query
    .selectAll("alert")
    .select(["stories.id", "stories.revision", "stories.headline"])
    .select(["stories.first_seen", "stories.last_change", "stories.merged_into"])
    .orderBy("stories.last_change", "desc")
    .orderBy("stories.id")
    .limit(page.limit)
    .offset(page.offset ?? 0)
    .execute();
  return rows.map((row) => ({ story: storyOf(row), alert: toAlert(row) }));
}
