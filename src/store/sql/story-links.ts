import type { StoryLink } from "../../model/story.ts";
import { chunks, defined } from "./rows.ts";
import type { Session } from "./session.ts";

/** Remembers a link; one that is known stays as it is. */
export async function saveLink({ db }: Session, { story, kind, other, at, because }: StoryLink): Promise<void> {
  if (story === other) return;
  await db
    .insertInto("story_links")
    .values({ story, kind, other, at: at.getTime(), because: because ?? null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The links from and to the stories, the oldest first. */
export async function linksOf({ db }: Session, stories: readonly string[]): Promise<StoryLink[]> {
  const found = new Map<string, StoryLink>();
  for (const some of chunks(stories)) {
    const rows = await db
      .selectFrom("story_links")
      .selectAll()
      .where((eb) => eb.or([eb("story", "in", some), eb("other", "in", some)]))
      .orderBy("at")
      .orderBy("story")
      .orderBy("other")
      .execute();
    for (const { at, because, ...row } of rows)
      found.set(
        `${row.story} ${row.kind} ${row.other}`,
        defined({ ...row, at: new Date(at), because: because ?? undefined }),
      );
  }
  return [...found.values()];
}

/** The links of a story go on with the story that it became a part of; none leads from a story to itself. */
export async function moveLinks(session: Session, from: string, into: string): Promise<void> {
  const { db } = session;
  const links = await linksOf(session, [from]);
  await db
    .deleteFrom("story_links")
    .where((eb) => eb.or([eb("story", "=", from), eb("other", "=", from)]))
    .execute();
  const renamed = (story: string) => (story === from ? into : story);
  for (const link of links)
    await saveLink(session, { ...link, story: renamed(link.story), other: renamed(link.other) });
}
