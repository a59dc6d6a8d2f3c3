import type { WatchChange } from "../../model/watch.ts";
import type { EditStore } from "../store.ts";
import { parsed } from "./rows.ts";
import type { Session } from "./session.ts";

export function createEdits({ db }: Session): EditStore {
  return {
    append: async (edit) => {
      const { id } = await db
        .insertInto("edits")
        .values({
          server: edit.server,
          watch: edit.watch,
          made_by: edit.by,
          at: edit.at.getTime(),
          change: JSON.stringify(edit.change),
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      return { ...edit, id };
    },
    list: async ({ server, watch }) => {
      const rows = await db
        .selectFrom("edits")
        .selectAll()
        .$if(server !== undefined, (query) => query.where("server", "=", server ?? ""))
        .$if(watch !== undefined, (query) => query.where("watch", "=", watch ?? ""))
        .orderBy("id")
        .execute();
      return rows.map(({ id, server, watch, made_by, at, change }) => ({
        id,
        server,
        watch,
        by: made_by,
        at: new Date(at),
        change: parsed<WatchChange>(change),
      }));
    },
  };
}
