import type { Attachment } from "../model/card.ts";
import { timelineCalendar } from "./calendar-file.ts";
import { timelineCsv } from "./csv.ts";
import type { Entry } from "./entry.ts";
import { timelineMarkdown } from "./markdown.ts";
import { fileName } from "./subject.ts";

export const FILE_FORMS = ["csv", "calendar", "markdown"] as const;
/** What a timeline can be saved as. */
export type FileForm = (typeof FILE_FORMS)[number];

const KINDS: Readonly<Record<FileForm, { readonly extension: string; readonly type: string }>> = {
  csv: { extension: "csv", type: "text/csv; charset=utf-8" },
  calendar: { extension: "ics", type: "text/calendar; charset=utf-8" },
  markdown: { extension: "md", type: "text/markdown; charset=utf-8" },
};

/** A timeline to be written: what it is about, its title, and its entries in order. */
export type Timeline = { readonly subject: string; readonly title: string; readonly entries: readonly Entry[] };

function written(form: FileForm, { title, entries }: Timeline, now: Date): string {
  switch (form) {
    case "csv":
      return timelineCsv(entries);
    case "calendar":
      return timelineCalendar(title, entries, now);
    case "markdown":
      return timelineMarkdown(title, entries);
  }
}

/** The timeline as a file. */
export function timelineFile(form: FileForm, timeline: Timeline, now: Date): Attachment {
  const { extension, type } = KINDS[form];
  return {
    name: fileName(timeline.subject, extension),
    type,
    bytes: new TextEncoder().encode(written(form, timeline, now)),
  };
}
