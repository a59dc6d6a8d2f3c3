import RssParser from "rss-parser";
import { type Element, type FeedTree, textOf } from "./tree.ts";

/** What rss-parser makes of one entry. */
export type ToldEntry = {
  readonly element: Element;
  readonly title?: string;
  readonly guid?: string;
  readonly link?: string;
  readonly enclosure?: { readonly url: string; readonly type?: string };
};

/** What rss-parser makes of a feed: its shape, its list of entries, and their plain fields. */
export type ToldFeed = { readonly title?: string; readonly link?: string; readonly entries: readonly ToldEntry[] };

type Fields = { readonly [name: string]: unknown };

/** The private name under which an entry's place in the list travels through rss-parser. */
const PLACE = "sitrep:place";

/** The one method of the tokenizer inside rss-parser that it calls. */
type XmlParser = { parseString(xml: string, done: (error: Error | null, tree?: Fields) => void): void };

function strings(element: Element, names: readonly string[]): Fields {
  const fields: Record<string, string[]> = Object.create(null);
  for (const name of names) {
    const text = textOf(element, name);
    if (text !== undefined) fields[name] = [text];
  }
  return fields;
}

/** Atom's links need an address each, or rss-parser fails; an address written as text counts. */
function links(element: Element): Fields {
  const found = element.children
    .filter(({ name }) => name === "link")
    .map(({ attributes, text }) => ({
      $: { rel: attributes.get("rel") ?? "alternate", href: attributes.get("href") ?? text },
    }));
  return found.length > 0 ? { link: found } : {};
}

function enclosures(element: Element): Fields {
  const found = element.children.filter(({ name, attributes }) => name === "enclosure" && attributes.has("url"));
  return found.length > 0 ? { enclosure: found.map(({ attributes }) => ({ $: Object.fromEntries(attributes) })) } : {};
}

/**
 * The tree in the shape that rss-parser reads. Descriptions and content are withheld, since its snippets take quadratic
 * time, and so are dates, since one bad date loses the whole feed: both are read from our own elements afterwards.
 */
function swapTree({ kind, head, entries }: FeedTree): Fields {
  const places = entries.map((_, place) => ({ [PLACE]: [String(place)] }));
  if (kind === "atom") {
    const entry = entries.map((element, place) => ({
      ...strings(element, ["title", "id"]),
      ...links(element),
      ...places[place],
    }));
    return { feed: { ...strings(head, ["title"]), ...links(head), entry } };
  }
  const item = entries.map((element, place) => ({
    ...strings(element, ["title", "link", "guid"]),
    ...enclosures(element),
    ...places[place],
  }));
  return { rss: { $: { version: "2.0" }, channel: [{ ...strings(head, ["title", "link"]), item }] } };
}

function filled(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function toldEntry(item: Fields, entries: readonly Element[]): ToldEntry[] {
  const element = entries[Number(item[PLACE])];
  if (element === undefined) return [];
  const title = filled(item["title"]);
  const guid = filled(item["guid"]) ?? filled(item["id"]);
  const link = filled(item["link"]);
  const enclosure = item["enclosure"] as Fields | undefined;
  const url = filled(enclosure?.["url"]);
  const type = filled(enclosure?.["type"]);
  return [
    {
      element,
      ...(title && { title }),
      ...(guid && { guid }),
      ...(link && { link }),
      ...(url && { enclosure: { url, ...(type && { type }) } }),
    },
  ];
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
  const [title, link] = [filled(feed.title), filled(feed.link)];
  return {
    ...(title && { title }),
    ...(link && { link }),
    entries: feed.items.flatMap((item) => toldEntry(item, tree.entries)),
  };
}
