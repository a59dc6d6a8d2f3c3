import { proposeSpellings, type SpellingProposal } from "../analyse/spellings.ts";
import { card, plain, type Row } from "../model/card.ts";
import type { ReadItem } from "../model/item.ts";
import type { Command } from "./command.ts";
import { findWatch, serverOf } from "./lookups.ts";
import { optional } from "./options.ts";
import { toAsker } from "./replies.ts";

const DAYS = 7;
const DAY_MS = 86_400_000;
const MOST_ITEMS = 2_000;
const MOST_SHOWN = 20;

function row({ spelling, name, texts, first }: SpellingProposal, items: ReadonlyMap<string, ReadItem>): Row {
  const seen = texts === 1 ? "in one report" : `in ${texts} reports`;
  const item = items.get(first);
  return {
    heading: name,
    text: [{ kind: "strong", text: spelling }, ...plain(` ${seen}`)],
    ...(item === undefined ? {} : { note: plain(`${item.outlet.name}: ${item.title}`) }),
  };
}

/** `/keywords propose` */
export const keywordsPropose: Command = {
  name: "keywords propose",
  summary: "Spellings in recent reports that may be names of a watch; nothing is matched by them",
  access: "manager",
  visibility: "private",
  options: [optional("watch", "watch", "The watch; the first one when left out")],
  examples: ["/keywords propose"],
  run: async (run) => {
    const watch = findWatch(run, run.options["watch"]);
    const all = await run.store.items.since(new Date(run.now.getTime() - DAYS * DAY_MS));
    const items = all.filter(({ server }) => server === undefined || server === serverOf(run)).slice(-MOST_ITEMS);
    const byId = new Map(items.map((item) => [item.id, item]));
    const found = proposeSpellings(
      watch,
      items.map(({ id, title, text }) => ({ id, text: `${title}\n${text}` })),
    );
    const more = found.length > MOST_SHOWN ? ` The ${MOST_SHOWN} most frequent of ${found.length} are shown.` : "";
    return toAsker(
      card({
        kind: "list",
        title: `Spellings that may be names: ${watch.name}`,
        lead: plain(
          found.length === 0
            ? `None in the ${items.length} reports of the last ${DAYS} days.`
            : `They have the consonants of a name that the watch knows. Whether it is meant is yours to judge: add it to the name's spellings in the watch file, or try /keywords add.${more}`,
        ),
        rows: found.slice(0, MOST_SHOWN).map((one) => row(one, byId)),
      }),
    );
  },
};
