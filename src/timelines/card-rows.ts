import { joined, linkTo } from "../cards/sources.ts";
import { count } from "../cards/wording.ts";
import { plain, type Row, type Text } from "../model/card.ts";
import { type Entry, remarksOf } from "./entry.ts";

const MOST_OUTLETS = 3;

/** An entry as a row of a card: sign, kind, what happened; below it how the day is known, status, figures and sources. */
export function cardRow(entry: Entry): Row {
  const { name, sign, sources, type } = entry;
  const names: Text[] = sources.slice(0, MOST_OUTLETS).map(({ outlet, url }) => [linkTo(outlet, url)]);
  const more = sources.length - MOST_OUTLETS;
  return {
    heading: entry.when,
    ...(sign === undefined ? {} : { sign }),
    text: [
      ...plain(type === undefined ? "" : `${type} · `),
      ...(name === undefined ? [] : [{ kind: "strong" as const, text: name }, ...plain(": ")]),
      ...plain(entry.what),
    ],
    note: [
      ...plain(`${remarksOf(entry).join(" · ")} · `),
      ...joined(names, ", "),
      ...plain(more > 0 ? ` and ${count(more, "more outlet")}` : ""),
    ],
  };
}
