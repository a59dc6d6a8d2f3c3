import type { ItemStore, KnownActor, Page, Viewer } from "../store.ts";
import { anywhere } from "./known-as.ts";
import { defined } from "./rows.ts";
import type { Session } from "./session.ts";
import { visible } from "./visible.ts";

type Filter = Parameters<ItemStore["actors"]>[0];
type Wanted = { readonly filter: Filter; readonly viewer: Viewer; readonly page: Page };

function visibleMentions({ db }: Session, { filter, viewer }: Wanted) {
  const query = db
    .selectFrom("mentions")
    .innerJoin("items", "items.id", "mentions.item")
    .innerJoin("feeds", "feeds.id", "items.feed")
    .where(visible(viewer));
  return filter.story === undefined ? query : query.where("items.story", "=", filter.story);
}

function totals(session: Session, wanted: Wanted, pattern: string | undefined) {
  const query = visibleMentions(session, wanted)
    .groupBy("mentions.key")
    .select((eb) => [
      "mentions.key",
      eb.fn.max("mentions.actor").as("actor"),
      eb.fn.max("mentions.at").as("last_seen"),
      eb.fn.sum<number>("mentions.mentions").as("mentions"),
      eb.fn.count<number>("items.story").distinct().as("stories"),
    ])
    .orderBy("mentions", "desc")
    .orderBy("mentions.key")
    .limit(wanted.page.limit)
    .offset(wanted.page.offset ?? 0);
  if (pattern === undefined) return query;
  const named = visibleMentions(session, wanted)
    .select("mentions.key")
    .where((eb) =>
      eb.or([
        eb("mentions.name_words", "like", pattern),
        eb("mentions.form_words", "like", pattern),
        eb("mentions.key", "in", ["", ...(wanted.filter.ids ?? [])]),
      ]),
    );
  return query.where("mentions.key", "in", named);
}

/** Names, kinds and forms of those actors, most frequent first. */
function spellings(session: Session, wanted: Wanted, keys: readonly string[]) {
  return visibleMentions(session, wanted)
    .where("mentions.key", "in", keys)
    .groupBy(["mentions.key", "mentions.name", "mentions.kind", "mentions.form"])
    .select((eb) => [
      "mentions.key",
      "mentions.name",
      "mentions.kind",
      "mentions.form",
      eb.fn.sum<number>("mentions.mentions").as("count"),
    ])
    .orderBy("count", "desc")
    .orderBy("mentions.form")
    .execute();
}

/** Actors by number of mentions: see `ItemStore.actors`. */
export async function actors(session: Session, wanted: Wanted): Promise<KnownActor[]> {
  const { name } = wanted.filter;
  const pattern = name === undefined ? undefined : anywhere(name);
  if (name !== undefined && pattern === undefined) return [];
  const found = await totals(session, wanted, pattern).execute();
  if (found.length === 0) return [];
  const spelled = await spellings(
    session,
    wanted,
    found.map((row) => row.key),
  );
  const byKey = Map.groupBy(spelled, (row) => row.key);
  return found.map((row) => {
    const rows = byKey.get(row.key) ?? [];
    return defined({
      name: rows[0]?.name ?? row.key,
      actor: row.actor ?? undefined,
      kind: rows[0]?.kind ?? "",
      mentions: row.mentions,
      stories: row.stories,
      forms: [...new Set(rows.map(({ form }) => form))],
      lastSeen: new Date(row.last_seen),
    });
  });
}
