import { parseArgs } from "node:util";
import { eventRows } from "../analyse/events/event-rows.ts";
import { UserError } from "../lib/user-error.ts";
import type { Store } from "../store/store.ts";
import { parseUserDate } from "../text/dates/user-date.ts";
import { timelineEntries } from "../timelines/entry.ts";
import { FILE_FORMS, timelineFile } from "../timelines/files.ts";
import { timelineTitle } from "../timelines/subject.ts";

const OPTIONS = {
  story: { type: "string" },
  actor: { type: "string" },
  since: { type: "string" },
  until: { type: "string" },
  as: { type: "string", default: "csv" },
} as const;

function day(typed: string | undefined, now: Date): string | undefined {
  const found = typed === undefined ? undefined : parseUserDate(typed, now.toISOString().slice(0, 10));
  if (typed === undefined || found !== undefined) return found;
  throw new UserError(`"${typed}" is not a date.`, "Write 2025-05-07 or yesterday.");
}

/**
 * `export timeline [--story ID] [--actor NAME] [--since DAY] [--until DAY] [--as csv|calendar|markdown]`: the events of
 * public feeds as a file's text.
 */
export async function exportTimeline(store: Store, args: readonly string[], now: Date): Promise<string> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const form = FILE_FORMS.find((one) => one === values.as);
  if (form === undefined)
    throw new UserError(`A timeline cannot be written as "${values.as}".`, `Write --as ${FILE_FORMS.join("|")}.`);
  const [since, until] = [day(values.since, now), day(values.until, now)];
  const story = values.story === undefined ? undefined : await store.stories.get(values.story);
  if (values.story !== undefined && story === undefined)
    throw new UserError(`There is no story "${values.story}".`, "Give the id that /stories shows, or leave it out.");
  const filter = {
    ...(story ? { story: story.mergedInto ?? story.id } : { watched: true }),
    ...(values.actor === undefined ? {} : { actor: values.actor }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  };
  const rows = eventRows(await store.items.events(filter, {}));
  const subject = story?.headline ?? values.actor ?? "all stories";
  const timeline = { subject, title: timelineTitle(subject, rows), entries: timelineEntries(rows) };
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(timelineFile(form, timeline, now).bytes);
}
