import { type SqlBool, sql } from "kysely";
import { shortId } from "../../lib/short-id.ts";
import type { Channel, Post } from "../../model/channel.ts";
import type { Page, PostStore } from "../store.ts";
import { claim, settle } from "./claims.ts";
import { postOf } from "./post-rows.ts";
import type { Session } from "./session.ts";

type Wanted = Parameters<PostStore["want"]>[0];

/** Makes the post, due at once, or raises what it should show: see `PostStore.want`. */
async function want({ db }: Session, { story, at, watch, wanted, priority, now, notice }: Wanted): Promise<string> {
  const id = shortId(story, at.platform, at.server, at.channel);
  const time = now.getTime();
  await db
    .insertInto("posts")
    .values({
      id,
      story,
      platform: at.platform,
      server: at.server,
      channel: at.channel,
      watch,
      wanted,
      shown: 0,
      state: "idle",
      attempts: 0,
      first_attempt_at: null,
      message_id: null,
      priority,
      posted_at: null,
      last_error: null,
      notice: notice === undefined ? null : JSON.stringify(notice),
      wanted_at: time,
      due_at: time,
      lease_token: null,
      lease_until: null,
    })
    .onConflict((conflict) =>
      conflict
        .column("id")
        // `due_at` stays: it keeps edits apart and honours what a platform asked for.
        .doUpdateSet((eb) => {
          const waits = eb("posts.shown", "<", eb.ref("posts.wanted"));
          const morePressing = eb.and([waits, eb("posts.priority", "<", priority)]);
          return {
            wanted,
            priority: eb.case().when(morePressing).then(eb.ref("posts.priority")).else(priority).end(),
            wanted_at: eb.case().when(waits).then(eb.ref("posts.wanted_at")).else(time).end(),
          };
        })
        .where("posts.wanted", "<", wanted),
    )
    .execute();
  return id;
}

/** The page counts back from the newest; inside it the newest stands last. What shows nothing yet comes after all. */
async function ofChannel({ db }: Session, at: Channel, page: Page): Promise<Post[]> {
  const rows = await db
    .selectFrom("posts")
    .selectAll()
    .where("platform", "=", at.platform)
    .where("server", "=", at.server)
    .where("channel", "=", at.channel)
    .orderBy((eb) => eb.case().when("posted_at", "is", null).then(0).else(1).end())
    .orderBy("posted_at", "desc")
    .orderBy("wanted_at", "desc")
    .orderBy("id", "desc")
    .limit(page.limit)
    .offset(page.offset ?? 0)
    .execute();
  return rows.reverse().map(postOf);
}

async function depth({ db }: Session): Promise<{ waiting: number; oldest?: Date; dead: number }> {
  const { waiting, oldest } = await db
    .selectFrom("posts")
    .select((eb) => [eb.fn.countAll<number>().as("waiting"), eb.fn.min("wanted_at").as("oldest")])
    .whereRef("shown", "<", "wanted")
    .where("state", "<>", "dead")
    .executeTakeFirstOrThrow();
  const { dead } = await db
    .selectFrom("posts")
    .select((eb) => eb.fn.countAll<number>().as("dead"))
    .where(sql<SqlBool>`state = 'dead'`)
    .where("notice", "is", null)
    .executeTakeFirstOrThrow();
  // Kysely does not know that a minimum of no rows is null.
  const since: number | null = oldest;
  return { waiting, dead, ...(since === null ? {} : { oldest: new Date(since) }) };
}

async function nextDue({ db }: Session, now: Date): Promise<Date | undefined> {
  const row = await db
    .selectFrom("posts")
    .select((eb) =>
      eb.case().when("state", "=", "sending").then(eb.ref("lease_until")).else(eb.ref("due_at")).end().as("at"),
    )
    .whereRef("shown", "<", "wanted")
    .where("state", "<>", "dead")
    .orderBy("at")
    .limit(1)
    .executeTakeFirst();
  if (!row || row.at === null) return undefined;
  return new Date(Math.max(row.at, now.getTime()));
}

export function createPosts(session: Session): PostStore {
  const { db, atomically } = session;
  return {
    want: (wanted) => want(session, wanted),
    claim: (wanted) => atomically((inside) => claim(inside, wanted)),
    settle: (post, settlement) => settle(session, post, settlement),
    ofStory: async (story) => {
      const rows = await db.selectFrom("posts").selectAll().where("story", "=", story).orderBy("id").execute();
      return rows.map(postOf);
    },
    dropUntried: async (story) => {
      await db
        .deleteFrom("posts")
        .where("story", "=", story)
        .where("attempts", "=", 0)
        .where("message_id", "is", null)
        .execute();
    },
    byMessage: async (at, messageId) => {
      const row = await db
        .selectFrom("posts")
        .selectAll()
        .where("platform", "=", at.platform)
        .where("server", "=", at.server)
        .where("message_id", "=", messageId)
        .limit(1)
        .executeTakeFirst();
      return row && postOf(row);
    },
    ofChannel: (at, page) => ofChannel(session, at, page),
    redraw: async (story, now) => {
      await db
        .updateTable("posts")
        .set((eb) => ({ shown: eb("wanted", "-", 1), wanted_at: now.getTime() }))
        .where("story", "=", story)
        .where("state", "=", "idle")
        .where("message_id", "is not", null)
        .whereRef("shown", "=", "wanted")
        .execute();
      const { waiting } = await db
        .selectFrom("posts")
        .select((eb) => eb.fn.countAll<number>().as("waiting"))
        .where("story", "=", story)
        .where("state", "=", "sending")
        .executeTakeFirstOrThrow();
      return Number(waiting) === 0;
    },
    revive: async (at) => {
      // Attempts stay counted: one of them may have reached the channel, and history is only read after the first.
      await db
        .updateTable("posts")
        .set({ state: "idle" })
        .where("platform", "=", at.platform)
        .where("server", "=", at.server)
        .where("channel", "=", at.channel)
        .where("state", "=", "dead")
        .where("notice", "is", null)
        .execute();
    },
    depth: () => depth(session),
    nextDue: (now) => nextDue(session, now),
  };
}
