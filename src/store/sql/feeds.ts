import { shortId } from "../../lib/short-id.ts";
import type { FeedStore } from "../store.ts";
import { add, sync } from "./feed-lists.ts";
import { feedOf } from "./feed-rows.ts";
import { feedStories } from "./feed-stories.ts";
import { feedTimes } from "./feed-times.ts";
import { savePoll } from "./polls.ts";
import type { Session } from "./session.ts";

export function createFeeds(session: Session): FeedStore {
  const { db, atomically } = session;
  return {
    sync: (specs, now) => atomically((inside) => sync(inside, specs, now)),
    add: (spec, by, now) => atomically((inside) => add(inside, { spec, by, now })),
    remove: async (url, server) => {
      const { numUpdatedRows } = await db
        .updateTable("feeds")
        .set({ retired: 1 })
        .where("id", "=", shortId(url, server))
        .where("retired", "=", 0)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },
    list: async ({ server }) => {
      const rows = await db
        .selectFrom("feeds")
        .selectAll()
        .where("retired", "=", 0)
        .where((eb) => eb.or([eb("server", "is", null), eb("server", "=", server ?? null)]))
        .orderBy("url")
        .execute();
      return rows.map(feedOf);
    },
    savePoll: (poll) => atomically((inside) => savePoll(inside, poll)),
    ...feedTimes(session),
    ...feedStories(session),
  };
}
