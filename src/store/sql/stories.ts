import type { Insertable } from "kysely";
import type { Story } from "../../model/story.ts";
import type { StoryStore } from "../store.ts";
import { alertOf, alertServers, saveAlerts, told } from "./alerts.ts";
import { insertRows } from "./insert-rows.ts";
import { latest } from "./latest.ts";
import { copyStoryMutes } from "./mutes.ts";
import { chunks } from "./rows.ts";
import type { Session } from "./session.ts";
import { linksOf, moveLinks, saveLink } from "./story-links.ts";
import { storyOf } from "./story-rows.ts";
import { copyStorySubscriptions, moveStorySubscriptions } from "./subscriptions.ts";
import type { Tables } from "./tables.ts";

function rowOf(story: Story): Insertable<Tables["stories"]> {
  return {
    id: story.id,
    revision: story.revision,
    headline: story.headline,
    first_seen: story.firstSeen.getTime(),
    last_change: story.lastChange.getTime(),
    merged_into: story.mergedInto ?? null,
  };
}

const save = (session: Session, stories: readonly Story[]) =>
  insertRows(session, { into: "stories", rows: stories.map(rowOf), key: ["id"] });

async function all({ db }: Session, ids: readonly string[]): Promise<Story[]> {
  const found: Story[] = [];
  for (const some of chunks(ids)) {
    const rows = await db.selectFrom("stories").selectAll().where("id", "in", some).execute();
    found.push(...rows.map(storyOf));
  }
  return found;
}

async function merge(session: Session, stories: { from: string; into: string }, now: Date): Promise<void> {
  const { db } = session;
  const { from, into } = stories;
  if (from === into) return;
  await db.updateTable("items").set({ story: into }).where("story", "=", from).execute();
  await moveStorySubscriptions(session, from, into);
  await copyStoryMutes(session, from, into);
  await moveLinks(session, from, into);
  await db
    .updateTable("stories")
    .set((eb) => ({ merged_into: into, revision: eb("revision", "+", 1), last_change: now.getTime() }))
    .where("id", "=", from)
    .where("merged_into", "is distinct from", into)
    .execute();
  // Whoever follows an older merge gets there in one step.
  await db.updateTable("stories").set({ merged_into: into }).where("merged_into", "=", from).execute();
}

type Parting = Parameters<StoryStore["part"]>[0];

async function part(session: Session, { from, into, items }: Parting, now: Date): Promise<void> {
  for (const some of chunks(items))
    await session.db
      .updateTable("items")
      .set({ story: into })
      .where("id", "in", some)
      .where("story", "=", from)
      .execute();
  await session.db
    .updateTable("stories")
    .set((eb) => ({ merged_into: null, revision: eb("revision", "+", 1) }))
    .where("id", "=", into)
    .where("merged_into", "is not", null)
    .execute();
  await copyStorySubscriptions(session, from, into);
  await copyStoryMutes(session, from, into);
  await saveLink(session, { story: into, kind: "parted", other: from, at: now });
}

export function createStories(session: Session): StoryStore {
  const { db, atomically } = session;
  return {
    get: async (id) => {
      const row = await db.selectFrom("stories").selectAll().where("id", "=", id).executeTakeFirst();
      return row && storyOf(row);
    },
    all: (ids) => all(session, ids),
    save: (...stories) => save(session, stories),
    merge: (from, into, now) => atomically((inside) => merge(inside, { from, into }, now)),
    part: (split, now) => atomically((inside) => part(inside, split, now)),
    link: (link) => saveLink(session, link),
    links: (stories) => linksOf(session, stories),
    saveAlert: (...alerts) => saveAlerts(session, alerts),
    alert: (story, watch, viewer) => alertOf(session, { story, watch, viewer }),
    told: (ids) => told(session, ids),
    alertServers: (story) => alertServers(session, story),
    latest: (filter, viewer, page) => latest(session, { filter, viewer, page }),
  };
}
