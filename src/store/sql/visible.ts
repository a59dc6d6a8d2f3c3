import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Viewer } from "../store.ts";

/** The condition that a row of `feeds`, and so what came out of that feed, is public or the viewer's own. */
export function visible({ server }: Viewer): RawBuilder<SqlBool> {
  if (server === undefined) return sql<SqlBool>`feeds.server is null`;
  return sql<SqlBool>`(feeds.server is null or feeds.server = ${server})`;
}
