import type { Selectable } from "kysely";
import type { Story } from "../../model/story.ts";
import { defined } from "./rows.ts";
import type { Tables } from "./tables.ts";

/** A story as the model knows it. */
export function storyOf(row: Selectable<Tables["stories"]>): Story {
  return defined({
    id: row.id,
    revision: row.revision,
    headline: row.headline,
    firstSeen: new Date(row.first_seen),
    lastChange: new Date(row.last_change),
    mergedInto: row.merged_into ?? undefined,
  });
}
