import type { Story } from "../../model/story.ts";
import type { StoryStore } from "../store.ts";
import { alertOf, alertServers, saveAlert } from "./alerts.ts";
import { latest } from "./latest.ts";
import type { Session } from "./session.ts";
import { storyOf } from "./story-rows.ts";
import { moveStorySubscriptions } from "./subscriptions.ts";

async function save({ db }: Session, story: Story): Promise<void> {
  const row = {
    revision: story.revision,
    headline: story.headline,
    first_seen: story.firstSeen.getTime(),
    last_change: story.lastChange.getTime(),
    merged_into: story.mergedInto ?? null,
  };
  await db
    .insertInto("stories")
    .values({ id: story.id, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
}

async function merge(session: Session, stories: { from: string; into: string }, now: Date): Promise<void> {
  const { db } = session;
  const { from, into } = stories;
  if (from === into) return;
  await db.updateTable("items").set({ story: into }).where("story", "=", from).execute();
  await moveStorySubscriptions(session, from, into);
  await db
    .updateTable("stories")
    .set((eb) => ({ merged_into: into, revision: eb("revision", "+", 1), last_change: now.getTime() }))
    .where("id", "=", from)
    .where("merged_into", "is distinct from", into)
    .execute();
  // Whoever follows an older merge gets there in one step.
  await db.updateTable("stories").set({ merged_into: into }).where("merged_into", "=", from).execute();
}

export function createStories(session: Session): StoryStore {
  const { db, atomically } = session;
  return {
    get: async (id) => {
      const row = await db.selectFrom("stories").selectAll().where("id", "=", id).executeTakeFirst();
      return row && storyOf(row);
    },
    save: (story) => save(session, story),
    merge: (from, into, now) => atomically((inside) => merge(inside, { from, into }, now)),
    saveAlert: (alert) => saveAlert(session, alert),
    alert: (story, watch, viewer) => alertOf(session, { story, watch, viewer }),
    alertServers: (story) => alertServers(session, story),
    latest: (filter, viewer, page) => latest(session, { filter, viewer, page }),
  };
}
