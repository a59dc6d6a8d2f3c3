import { proposeSpellings, type SpellingProposal } from "../analyse/names/spellings.ts";
import { type Action, card, plain, type Row } from "../model/card.ts";
import type { ReadItem } from "../model/item.ts";
import { fold } from "../text/fold.ts";
import type { Command } from "./command.ts";
import { findWatch, serverOf } from "./lookups.ts";
import { optional } from "./options.ts";
import { paged, pageOf } from "./paging.ts";
import { toAsker } from "./replies.ts";
import { dismissed } from "./spellings.ts";

const DAYS = 7;
const DAY_MS = 86_400_000;
const MOST_ITEMS = 2_000;
const PAGE = 5;

function row({ spelling, name, texts, first }: SpellingProposal, items: ReadonlyMap<string, ReadItem>): Row {
  const seen = texts === 1 ? "in one report" : `in ${texts} reports`;
  const item = items.get(first);
  return {
    heading: name,
    text: [{ kind: "strong", text: spelling }, ...plain(` ${seen}`)],
    ...(item === undefined ? {} : { note: plain(`${item.outlet.name}: ${item.title}`) }),
  };
}

function buttons({ spelling }: SpellingProposal, watch: string): Action[] {
  const options = { spelling, watch };
  return [
    { label: `Accept ${spelling}`, command: "keywords accept", options },
    { label: `Dismiss ${spelling}`, command: "keywords dismiss", options },
  ];
}

/** `/keywords propose` */
export const keywordsPropose: Command = {
  name: "keywords propose",
  summary: "Spellings in recent reports that may be names of a watch, to be accepted or dismissed",
  access: "manager",
  visibility: "private",
  options: [optional("watch", "watch", "The watch; the first one when left out")],
  examples: ["/keywords propose"],
  run: async (run) => {
    const watch = findWatch(run, run.options["watch"]);
    const all = await run.store.items.since(new Date(run.now.getTime() - DAYS * DAY_MS));
    const items = all.filter(({ server }) => server === undefined || server === serverOf(run)).slice(-MOST_ITEMS);
    const byId = new Map(items.map((item) => [item.id, item]));
    const settled = dismissed(run, watch);
    const found = proposeSpellings(
      watch,
      items.map(({ id, title, text }) => ({ id, text: `${title}\n${text}` })),
    ).filter(({ spelling }) => !settled.has(fold(spelling)));
    const page = pageOf(found, run.page, PAGE);
    const list = card({
      kind: "list",
      title: `Spellings that may be names: ${watch.name}`,
      lead: plain(
        found.length === 0
          ? `None in the ${items.length} reports of the last ${DAYS} days.`
          : "They have the consonants of a name that the watch knows. Nothing is matched by them until you accept them.",
      ),
      rows: page.shown.map((one) => row(one, byId)),
      actions: page.shown.flatMap((one) => buttons(one, watch.id)),
    });
    const place = { command: "keywords propose", options: { watch: watch.id } };
    return toAsker(paged(list, place, page));
  },
};
