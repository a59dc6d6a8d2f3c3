import { eventRows } from "../analyse/events/event-rows.ts";
import { count } from "../cards/wording.ts";
import { UserError } from "../lib/user-error.ts";
import { type Action, card, plain, type Reply } from "../model/card.ts";
import { cardRow } from "../timelines/card-rows.ts";
import { LEGEND, timelineEntries } from "../timelines/entry.ts";
import { FILE_FORMS, type FileForm, type Timeline, timelineFile } from "../timelines/files.ts";
import { altText, drawTimeline, sceneOf } from "../timelines/picture.ts";
import { fileName, timelineTitle } from "../timelines/subject.ts";
import type { Command, Run } from "./command.ts";
import { findStory, offerStories } from "./lookups.ts";
import { oneOf, optional } from "./options.ts";
import { givenOptions, paged, pageOf } from "./paging.ts";
import { nothing, toAsker, toChannel } from "./replies.ts";
import { typedDay } from "./typed-day.ts";

const PAGE = 8;
/** More is no timeline that anybody reads; it also bounds a file's size. */
const MOST_IN_FILE = 2_000;

/** `timeline` again, with the same filters, in another form. */
type Again = (label: string, form: string) => Action;

type Asked = { readonly run: Run; readonly timeline: Timeline; readonly again: Again };

function isFileForm(form: string): form is FileForm {
  return FILE_FORMS.some((one) => one === form);
}

function listReply({ run, timeline, again }: Asked, options: Run["options"]): Reply {
  const { entries } = timeline;
  const page = pageOf(entries, run.page, PAGE);
  const shown = card({
    kind: "timeline",
    title: timeline.title,
    rows: page.shown.map(cardRow),
    footer: plain(LEGEND),
    actions: [...(run.painter ? [again("Picture", "picture")] : []), again("Export", "export")],
  });
  return toChannel(paged(shown, { command: "timeline", options }, page));
}

/** Asks which file it shall be. */
function exportReply({ timeline, again }: Asked): Reply {
  return toAsker(
    card({
      kind: "status",
      title: timeline.title,
      lead: plain(`${count(timeline.entries.length, "event")}: CSV for a spreadsheet, a calendar file, or Markdown.`),
      actions: [again("CSV", "csv"), again("Calendar", "calendar"), again("Markdown", "markdown")],
    }),
  );
}

function fileReply({ run, timeline }: Asked, form: FileForm): Reply {
  const { entries, title } = timeline;
  if (entries.length > MOST_IN_FILE)
    throw new UserError(
      `That are ${entries.length} events; a file holds at most ${MOST_IN_FILE}.`,
      "Choose a story or a shorter time with since and until.",
    );
  const undated = entries.filter(({ date }) => date === undefined).length;
  const left = form === "calendar" && undated > 0 ? ` ${count(undated, "event")} without a date left out.` : "";
  const lead = plain(`${count(entries.length, "event")}, with sources.${left}`);
  return {
    ...toAsker(card({ kind: "status", title, lead })),
    files: [timelineFile(form, timeline, run.now)],
  };
}

async function pictureReply({ run, timeline }: Asked): Promise<Reply> {
  const { painter } = run;
  if (painter === undefined)
    throw new UserError(
      "This sitrep cannot draw pictures: its library for them is not installed.",
      "Use as:list or as:export; who runs sitrep installs it by npm ci --include=optional.",
    );
  const scene = sceneOf(timeline.title, timeline.entries);
  const { svg } = drawTimeline(scene, painter);
  const letters = painter.missing(svg).length;
  const lead = letters > 0 ? `The shipped fonts lack ${count(letters, "character")}; the list has all.` : scene.note;
  const name = fileName(timeline.subject, "png");
  return {
    ...toAsker(card({ kind: "status", title: timeline.title, lead: plain(lead) })),
    files: [{ name, type: "image/png", bytes: await painter.paint(svg), alt: altText(scene) }],
  };
}

async function timelineReply(run: Run): Promise<Reply> {
  const { story: typed, actor, as: form = "list" } = run.options;
  const [since, until] = [typedDay(run, "since"), typedDay(run, "until")];
  const view = typed === undefined ? undefined : await findStory(run, typed);
  const filter = {
    ...(view ? { story: view.story.id } : { watched: true }),
    ...(actor === undefined ? {} : { actor }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  };
  const rows = eventRows(await run.store.items.events(filter, run.viewer));
  const subject = view?.basis.findings.summary.headline ?? actor ?? "all stories";
  if (rows.length === 0) return nothing(`No dated event for ${subject}`, await offerStories(run, undefined, 3));
  const filters = { ...run.options, ...(view ? { story: view.story.id } : {}), as: undefined };
  const asked: Asked = {
    run,
    timeline: { subject, title: timelineTitle(subject, rows), entries: timelineEntries(rows) },
    again: (label, as) => ({ label, command: "timeline", options: { ...givenOptions(filters), as } }),
  };
  if (isFileForm(form)) return fileReply(asked, form);
  if (form === "picture") return pictureReply(asked);
  return form === "export" ? exportReply(asked) : listReply(asked, filters);
}

/** `/timeline`: what happened when, how the day is known, and who says so; as a list or a file. */
export const timeline: Command = {
  name: "timeline",
  summary: "What happened when, how each date is known, and who says so",
  access: "everyone",
  visibility: "shared",
  options: [
    optional("story", "story", "The story: its id, or words of it; all stories when left out"),
    optional("actor", "actor", "Only events with this person, organisation or place"),
    optional("since", "date", "First day, such as 2025-05-07 or last Friday"),
    optional("until", "date", "Last day"),
    oneOf(
      "as",
      ["list", "picture", "export", ...FILE_FORMS],
      "A list in the channel, or a picture or file for you alone",
    ),
  ],
  examples: [
    "/timeline story:sindoor",
    "/timeline actor:Marco Rubio since:2025-05-01",
    "/timeline story:sindoor as:csv",
  ],
  run: timelineReply,
};
