import RssParser from "rss-parser";
import { type Element, type FeedTree, textOf } from "./tree.ts";

/** An entry as rss-parser gets it: the written texts that it builds on, and what was read of the rest. */
export type WrittenEntry<Rest> = {
  readonly title?: string;
  readonly id?: string;
  readonly guid?: string;
  readonly rest: Rest;
};

/** What rss-parser makes of one entry. */
export type ToldEntry<Rest> = { readonly rest: Rest; readonly title?: string; readonly guid?: string };

/** What rss-parser makes of a feed: its shape, its list of entries, and their titles and ids. */
export type ToldFeed<Rest> = { readonly title?: string; readonly entries: readonly ToldEntry<Rest>[] };

type Fields = { readonly [name: string]: unknown };

/** The private name under which an entry's place in the list travels through rss-parser. */
const PLACE = "sitrep:place";

/** The one method of the tokenizer inside rss-parser that it calls. */
type XmlParser = { parseString(xml: string, done: (error: Error | null, tree?: Fields) => void): void };

/** The texts of an entry that rss-parser builds on. */
export function writtenEntry<Rest>(element: Element, rest: Rest): WrittenEntry<Rest> {
  const [title, id, guid] = [textOf(element, "title"), textOf(element, "id"), textOf(element, "guid")];
  return { ...(title && { title }), ...(id && { id }), ...(guid && { guid }), rest };
}

/**
 * The tree in the shape that rss-parser reads. Descriptions and content are withheld, since its snippets take quadratic
 * time, dates, since one bad date loses the whole feed, and links, since one without an address does: they are read from
 * our own elements.
 */
function swapTree({ kind, head, entries }: FeedTree<WrittenEntry<unknown>>): Fields {
  const identity = kind === "atom" ? "id" : "guid";
  const items = entries.map((entry, place) => {
    const fields: Record<string, string[]> = { [PLACE]: [String(place)] };
    const own = entry[identity];
    if (entry.title !== undefined) fields["title"] = [entry.title];
    if (own !== undefined) fields[identity] = [own];
    return fields;
  });
  const title = textOf(head, "title");
  const feed = title === undefined ? {} : { title: [title] };
  if (kind === "atom") return { feed: { ...feed, entry: items } };
  return { rss: { $: { version: "2.0" }, channel: [{ ...feed, item: items }] } };
}

function filled(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function toldEntry<Rest>(item: Fields, entries: readonly WrittenEntry<Rest>[]): ToldEntry<Rest>[] {
  const entry = entries[Number(item[PLACE])];
  if (entry === undefined) return [];
  const title = filled(item["title"]);
  const guid = filled(item["guid"]) ?? filled(item["id"]);
  return [{ rest: entry.rest, ...(title && { title }), ...(guid && { guid }) }];
}

const parser = new RssParser<Fields, Fields>({ customFields: { item: [PLACE] } });

/** Puts `tree` where rss-parser keeps its tokenizer: it gets the tree whatever text it is given, and asks for it at once. */
function swapTokenizer(tree: Fields): void {
  const tokenizer: XmlParser = { parseString: (_, done) => done(null, tree) };
  // The field is not documented: the version is pinned, and a contract test watches it.
  Object.assign(parser, { xmlParser: tokenizer });
}

/** Lets rss-parser build a feed and its entries from our elements. Each entry comes back with what else was read of it. */
export async function buildFeed<Rest>(tree: FeedTree<WrittenEntry<Rest>>): Promise<ToldFeed<Rest>> {
  swapTokenizer(swapTree(tree));
  const feed = await parser.parseString("");
  const title = filled(feed.title);
  return {
    ...(title && { title }),
    entries: feed.items.flatMap((item) => toldEntry(item, tree.entries)),
  };
}
