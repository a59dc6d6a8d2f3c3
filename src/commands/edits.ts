import { count } from "../cards/wording.ts";
import { undoneIn } from "../config/edits.ts";
import { UserError } from "../lib/user-error.ts";
import { card, plain, type Reply, type Row } from "../model/card.ts";
import type { Watch, WatchChange } from "../model/watch.ts";
import type { WatchEdit } from "../store/store.ts";
import type { Command, Run } from "./command.ts";
import { findWatch, serverOf } from "./lookups.ts";
import { optional } from "./options.ts";
import { paged, pageOf } from "./paging.ts";
import { nothing, problem, toAsker } from "./replies.ts";

const MOST_EDITS = 500;
const PAGE = 10;

/** Writes a change into the server's log. The reply can take it back at once. */
export async function saveChange(run: Run, watch: Watch, change: WatchChange, title: string): Promise<Reply> {
  if (run.desk.edits(watch.id, serverOf(run)).length >= MOST_EDITS)
    return problem(
      "quota",
      `This server already made ${MOST_EDITS} changes to ${watch.name}.`,
      "Move them into a watch file, or remove some keywords.",
    );
  const saved = await run.desk.edit({
    server: serverOf(run),
    watch: watch.id,
    by: run.asker.user,
    at: run.now,
    change,
  });
  const options = { edit: String(saved.id), watch: watch.id };
  return toAsker(
    card({
      kind: "status",
      title,
      lead: plain(`Only this server sees the change, number ${saved.id}. It counts for items from now on.`),
      actions: [{ label: "Undo", command: "keywords undo", options }],
    }),
  );
}

function nameOf(watch: Watch, id: string): string {
  return [...watch.actors, ...watch.events].find((one) => one.id === id)?.name ?? id;
}

/** What an edit did, in words. */
function inWords(watch: Watch, change: WatchChange): string {
  switch (change.kind) {
    case "add-keyword":
      return `"${change.phrase}" counts ${change.weight} in ${change.topic}`;
    case "remove-keyword":
      return `"${change.phrase}" taken out of ${change.topic}`;
    case "add-spelling":
      return `"${change.spelling}" is a spelling of ${nameOf(watch, change.of)}`;
    case "dismiss-spelling":
      return `"${change.spelling}" is not ${nameOf(watch, change.of)}`;
    case "add-feed":
      return `feed of ${change.feed.outlet.name} added`;
    case "remove-feed":
      return `feed ${change.url} removed`;
    case "undo":
      return `change ${change.edit} taken back`;
  }
}

function editRow(watch: Watch, edit: WatchEdit, undone: ReadonlySet<number>): Row {
  return {
    text: [
      { kind: "strong", text: `${edit.id}` },
      ...plain(` ${inWords(watch, edit.change)}${undone.has(edit.id) ? " · taken back" : ""}`),
    ],
    note: [...plain(`by ${edit.by} · `), { kind: "time", at: edit.at, style: "datetime" }],
  };
}

const watchOption = optional("watch", "watch", "The watch; the first one when left out");

/** `/keywords changes`: the log of a server's edits. */
export const keywordsChanges: Command = {
  name: "keywords changes",
  summary: "Who changed what in a watch for this server, and when; the latest first",
  access: "everyone",
  visibility: "private",
  options: [watchOption],
  examples: ["/keywords changes"],
  run: async (run) => {
    const watch = findWatch(run, run.options["watch"]);
    const log = run.desk.edits(watch.id, serverOf(run));
    if (log.length === 0) return nothing(`This server changed nothing about ${watch.name}`, [plain("/keywords add")]);
    const page = pageOf(log.toReversed(), run.page, PAGE);
    const undone = undoneIn(log);
    const list = card({
      kind: "list",
      title: `Changes: ${watch.name}`,
      lead: plain(`${count(log.length, "change")} by this server, each kept. /keywords undo takes one back.`),
      rows: page.shown.map((edit) => editRow(watch, edit, undone)),
    });
    const place = { command: "keywords changes", options: { watch: watch.id } };
    return toAsker(paged(list, place, page));
  },
};

/** The edit that is to be taken back: the one of that number, or the latest one that counts. */
function editToUndo(run: Run, watch: Watch): WatchEdit {
  const log = run.desk.edits(watch.id, serverOf(run));
  const undone = undoneIn(log);
  const typed = run.options["edit"];
  const isOpen = ({ id, change }: WatchEdit) => !undone.has(id) && !/^(?:undo|add-feed|remove-feed)$/.test(change.kind);
  const found = typed === undefined ? log.findLast(isOpen) : log.find(({ id }) => id === Number(typed));
  const next = "Run /keywords changes to see them.";
  if (found === undefined)
    throw new UserError(
      typed === undefined ? "There is no change to take back." : `This server made no change ${typed}.`,
      next,
    );
  if (undone.has(found.id)) throw new UserError(`Change ${found.id} is taken back already.`, next);
  if (found.change.kind === "add-feed" || found.change.kind === "remove-feed")
    throw new UserError("Feeds are not taken back here.", "Run /feeds add or /feeds remove.");
  return found;
}

/** `/keywords undo` */
export const keywordsUndo: Command = {
  name: "keywords undo",
  summary: "Take back a change of this server to a watch; the log keeps both",
  access: "manager",
  visibility: "private",
  options: [
    optional("edit", "integer", "The change's number in /keywords changes; the latest when left out"),
    watchOption,
  ],
  examples: ["/keywords undo", "/keywords undo edit:17"],
  run: async (run) => {
    const watch = findWatch(run, run.options["watch"]);
    const { id, change } = editToUndo(run, watch);
    return saveChange(run, watch, { kind: "undo", edit: id }, `Taken back: ${inWords(watch, change)}`);
  },
};
