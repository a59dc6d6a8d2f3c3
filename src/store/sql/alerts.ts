import type { Insertable, Selectable } from "kysely";
import type { MatchLine } from "../../model/findings.ts";
import { LEVELS } from "../../model/findings.ts";
import type { Alert } from "../../model/story.ts";
import type { Viewer } from "../store.ts";
import { insertRows } from "./insert-rows.ts";
import { chunks, defined, parsed } from "./rows.ts";
import type { Session } from "./session.ts";
import type { Tables } from "./tables.ts";

/** An alert as the model knows it. */
export function toAlert(row: Selectable<Tables["alerts"]>): Alert {
  return defined({
    story: row.story,
    watch: row.watch,
    server: row.server || undefined,
    relevant: row.relevant === 1,
    score: row.score,
    level: row.level,
    direction: row.direction,
    lines: parsed<MatchLine[]>(row.lines),
    origins: row.origins,
    outlets: row.outlets,
  });
}

function rowOf(alert: Alert): Insertable<Tables["alerts"]> {
  return {
    story: alert.story,
    watch: alert.watch,
    server: alert.server ?? "",
    relevant: Number(alert.relevant),
    score: alert.score,
    level: alert.level,
    loudness: LEVELS.indexOf(alert.level),
    direction: alert.direction,
    lines: JSON.stringify(alert.lines),
    origins: alert.origins,
    outlets: alert.outlets,
  };
}

/** Stores alerts, each once. */
export const saveAlerts = (session: Session, alerts: readonly Alert[]): Promise<void> =>
  insertRows(session, { into: "alerts", rows: alerts.map(rowOf), key: ["story", "watch", "server"] });

/** The viewer's own alert when there is one, else the shared one. */
export async function alertOf(
  { db }: Session,
  { story, watch, viewer }: { story: string; watch: string; viewer: Viewer },
): Promise<Alert | undefined> {
  const row = await db
    .selectFrom("alerts")
    .selectAll()
    .where("story", "=", story)
    .where("watch", "=", watch)
    .where("server", "in", ["", viewer.server ?? ""])
    .orderBy("server", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && toAlert(row);
}

export async function alertServers({ db }: Session, story: string): Promise<{ watch: string; server: string }[]> {
  return db
    .selectFrom("alerts")
    .select(["watch", "server"])
    .where("story", "=", story)
    .where("server", "!=", "")
    .execute();
}

/** The stories and watches of shared alerts. */
export async function told({ db }: Session, stories: readonly string[]): Promise<{ story: string; watch: string }[]> {
  const found: { story: string; watch: string }[] = [];
  for (const some of chunks(stories))
    found.push(
      ...(await db
        .selectFrom("alerts")
        .select(["story", "watch"])
        .where("story", "in", some)
        .where("server", "=", "")
        .execute()),
    );
  return found;
}
