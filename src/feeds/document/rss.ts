import RssParser from "rss-parser";
import { type Element, type FeedTree, textOf } from "./tree.ts";

/** What rss-parser makes of one entry. */
export type ToldEntry = {
  readonly element: Element;
  readonly title?: string;
  readonly guid?: string;
};

/** What rss-parser makes of a feed: its shape, its list of entries, and their titles and ids. */
export type ToldFeed = { readonly title?: string; readonly entries: readonly ToldEntry[] };

type Fields = { readonly [name: string]: unknown };

/** The private name under which an entry's place in the list travels through rss-parser. */
const PLACE = "sitrep:place";

/** The one method of the tokenizer inside rss-parser that it calls. */
type XmlParser = { parseString(xml: string, done: (error: Error | null, tree?: Fields) => void): void };

/** The title and the identity of an element, as far as it has them. */
function fieldsOf(element: Element, identity: "id" | "guid"): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const name of ["title", identity]) {
    const text = textOf(element, name);
    if (text !== undefined) fields[name] = [text];
  }
  return fields;
}

/**
 * The tree in the shape that rss-parser reads. Descriptions and content are withheld, since its snippets take quadratic
 * time, dates, since one bad date loses the whole feed, and links, since one without an address does: they are read from
 * our own elements afterwards.
 */
function swapTree({ kind, head, entries }: FeedTree): Fields {
  const identity = kind === "atom" ? "id" : "guid";
  const items = entries.map((element, place) => {
    const fields = fieldsOf(element, identity);
    fields[PLACE] = [String(place)];
    return fields;
  });
  const { title } = fieldsOf(head, identity);
  const feed = title === undefined ? {} : { title };
  if (kind === "atom") return { feed: { ...feed, entry: items } };
  return { rss: { $: { version: "2.0" }, channel: [{ ...feed, item: items }] } };
}

function filled(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function toldEntry(item: Fields, entries: readonly Element[]): ToldEntry[] {
  const element = entries[Number(item[PLACE])];
  if (element === undefined) return [];
  const title = filled(item["title"]);
  const guid = filled(item["guid"]) ?? filled(item["id"]);
  return [{ element, ...(title && { title }), ...(guid && { guid }) }];
}

const parser = new RssParser<Fields, Fields>({ customFields: { item: [PLACE] } });

/** Puts `tree` where rss-parser keeps its tokenizer: it gets the tree whatever text it is given, and asks for it at once. */
function swapTokenizer(tree: Fields): void {
  const tokenizer: XmlParser = { parseString: (_, done) => done(null, tree) };
  // The field is not documented: the version is pinned, and a contract test watches it.
  Object.assign(parser, { xmlParser: tokenizer });
}

/** Lets rss-parser build a feed and its entries from our elements. Each entry comes back with the element it is made of. */
export async function buildFeed(tree: FeedTree): Promise<ToldFeed> {
  swapTokenizer(swapTree(tree));
  const feed = await parser.parseString("");
  const title = filled(feed.title);
  return {
    ...(title && { title }),
    entries: feed.items.flatMap((item) => toldEntry(item, tree.entries)),
  };
}
