import { type EventRow, eventRows } from "../analyse/event-rows.ts";
import { joined, linkTo } from "../cards/sources.ts";
import { count, statusInWords, tollInWords, whenInWords } from "../cards/wording.ts";
import { card, plain, type Reply, type Row, type Text } from "../model/card.ts";
import { dayInWords } from "../text/day-in-words.ts";
import type { Command, Run } from "./command.ts";
import { findStory, offerStories } from "./lookups.ts";
import { optional } from "./options.ts";
import { checkedPage, paged } from "./paging.ts";
import { nothing, toChannel } from "./replies.ts";
import { typedDay } from "./typed-day.ts";

const PAGE = 8;

const BASIS_WORDS: Readonly<Record<EventRow["basis"], string>> = {
  explicit: "day stated",
  relative: "day reckoned from the text",
  publication: "day of publication",
};

const STATUS_SIGN: Readonly<Record<string, string>> = { denied: "× ", unconfirmed: "? " };

/** "day stated by 2 of 5 outlets" where others only imply it. */
function basisInWords({ basis, dated, precision }: EventRow): string {
  if (precision === "by" && basis !== "publication") return "day it was said";
  const isVoted = basis !== "publication" && dated.by < dated.of;
  return isVoted ? `day stated by ${dated.by} of ${count(dated.of, "outlet")}` : BASIS_WORDS[basis];
}

function sentenceCase(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1);
}

function rowOf(row: EventRow): Row {
  const [status = ""] = row.statuses;
  const tolls = [tollInWords(row.killed, "killed"), tollInWords(row.injured, "injured")].filter((t) => t !== undefined);
  const outlets = [...new Map(row.tellings.map((t) => [t.outlet, t])).values()];
  const names: Text[] = outlets.slice(0, 3).map((t) => [linkTo(t.outlet, t.url)]);
  const denied = row.deniedBy.length > 0 ? `denied by ${row.deniedBy.join(", ")}` : "";
  const remarks = [basisInWords(row), statusInWords(row.statuses), denied, ...tolls].filter((remark) => remark !== "");
  return {
    heading: whenInWords(row),
    text: [
      ...plain(STATUS_SIGN[status] ?? ""),
      ...(row.name === undefined ? [] : [{ kind: "strong" as const, text: row.name }, ...plain(": ")]),
      ...plain(sentenceCase(row.title)),
    ],
    note: [
      ...plain(`${remarks.join(" · ")} · `),
      ...joined(names, ", "),
      ...plain(outlets.length > 3 ? ` and ${count(outlets.length - 3, "more outlet")}` : ""),
    ],
  };
}

function span(rows: readonly EventRow[]): string {
  const days = rows.flatMap((row) => (row.date === undefined || row.precision === "by" ? [] : [row.date])).sort();
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return "";
  return first === last ? ` · ${dayInWords(first)}` : ` · ${dayInWords(first)} – ${dayInWords(last)}`;
}

async function timelineReply(run: Run): Promise<Reply> {
  const { story: typed, actor } = run.options;
  const [since, until] = [typedDay(run, "since"), typedDay(run, "until")];
  const view = typed === undefined ? undefined : await findStory(run, typed);
  const filter = {
    ...(view ? { story: view.story.id } : {}),
    ...(actor === undefined ? {} : { actor }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  };
  const rows = eventRows(await run.store.items.events(filter, run.viewer));
  const subject = view?.basis.findings.summary.headline ?? actor ?? "all stories";
  if (rows.length === 0) return nothing(`No dated event for ${subject}`, await offerStories(run, undefined, 3));
  const page = checkedPage(run.page, rows.length, PAGE);
  const shown = card({
    kind: "timeline",
    title: `Timeline: ${subject}${span(rows)}`,
    rows: rows.slice((page - 1) * PAGE, page * PAGE).map(rowOf),
    footer: plain("~ known only by the day of publication · ? unconfirmed · × denied"),
  });
  const options = { ...run.options, ...(view ? { story: view.story.id } : {}) };
  return toChannel(paged(shown, { command: "timeline", options, page }, { total: rows.length, size: PAGE }));
}

/** `/timeline`: what happened when, how the day is known, and who says so. */
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
  ],
  examples: ["/timeline story:sindoor", "/timeline actor:Marco Rubio since:2025-05-01"],
  run: timelineReply,
};
