import { LEVELS, type Level } from "../../model/findings.ts";
import type { FeedStore } from "../store.ts";
import { feedOf } from "./feed-rows.ts";
import { chunks } from "./rows.ts";
import type { Session } from "./session.ts";

/** The feeds that told of loud, relevant stories, once for each of their items. */
function telling({ db }: Session, { told, level }: { readonly told: Date; readonly level: Level }) {
  return db
    .selectFrom("items")
    .innerJoin("alerts", "alerts.story", "items.story")
    .select("items.feed")
    .distinct()
    .where("items.first_seen", ">=", told.getTime())
    .where("alerts.relevant", "=", 1)
    .where("alerts.loudness", ">=", LEVELS.indexOf(level));
}

/** Which feeds tell of the stories that move. */
export function feedStories(session: Session): Pick<FeedStore, "moving" | "ofStories"> {
  return {
    moving: async ({ feeds, since, ...question }) => {
      const found = new Set<string>();
      for (const some of chunks(feeds)) {
        const rows = await telling(session, question)
          .innerJoin("stories", "stories.id", "items.story")
          .where("items.feed", "in", some)
          .where("stories.last_change", ">=", since.getTime())
          .execute();
        for (const { feed } of rows) found.add(feed);
      }
      return found;
    },
    ofStories: async ({ stories, ...question }) => {
      if (stories.length === 0) return [];
      const rows = await session.db
        .selectFrom("feeds")
        .selectAll()
        .where("retired", "=", 0)
        .where("id", "in", telling(session, question).where("items.story", "in", stories))
        .orderBy("id")
        .execute();
      return rows.map(feedOf);
    },
  };
}
