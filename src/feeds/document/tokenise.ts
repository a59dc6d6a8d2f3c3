import { UserError } from "../../lib/user-error.ts";
import { type Scope, uniformName } from "./namespaces.ts";
import { adopt, endElement, type OpenElement, openElement, scopeOf } from "./open-element.ts";
import { decodeReferences, isBlank, prepare } from "./source-text.ts";
import { readTags, type Tag } from "./tags.ts";
import type { Element, FeedTree } from "./tree.ts";

const MAX_DEPTH = 256;
/** Entries read from one document; further ones are left out. */
const MAX_ENTRIES = 5000;
/** Elements kept of one document: far more than so many entries have. */
const MAX_ELEMENTS = 250_000;

const ROOTS = new Set(["rss", "rdf:rdf", "feed", "entry", "channel", "item"]);
const ENTRIES = new Set(["item", "entry"]);
/** Elements whose content may be markup: it is kept as the source has it, never taken apart. */
const MARKUP = new Set(
  (
    "title guid id subtitle tagline description fullitem summary content atom:title atom:summary atom:content info copyright rights body xhtml:body xhtml:div content:encoded " +
    "dc:title dc:description dc:rights media:title media:description itunes:title itunes:summary itunes:subtitle"
  ).split(" "),
);
/** The tree while the source is read. */
type Building<Read> = {
  readonly source: string;
  readonly documentUrl: string | undefined;
  readonly stack: OpenElement[];
  readonly entries: Read[];
  readonly readEntry: (entry: Element) => Read;
  /** All open tags, built or not. */
  depth: number;
  /** Elements that ended. */
  ended: number;
  /** Open tags inside markup: they are not built. */
  ignored: number;
  /** Whether Atom's names stand without their prefix, as the root's namespace says. */
  isAtomPlain: boolean;
  root?: Element;
  head?: Element;
};

type AnyBuilding = Omit<Building<unknown>, "entries" | "readEntry">;

const LINK_NEXT = "Look on the page for a link named RSS or Feed, and give the address behind it.";

function notAFeed(why: string, next = "Give the address of an RSS, Atom or JSON feed."): UserError {
  return new UserError(`not a feed: ${why}`, next);
}

function plainName(building: AnyBuilding, name: string): string {
  return building.isAtomPlain && name.startsWith("atom:") ? name.slice(5) : name;
}

/** Entries count even inside a text whose end is missing. */
function isInsideMarkup(building: AnyBuilding, parent: OpenElement, raw: string): boolean {
  return building.ignored > 0 || (MARKUP.has(parent.name) && !ENTRIES.has(raw));
}

function openRoot(building: AnyBuilding, scope: Scope, name: string): boolean {
  const local = name.replace(/^atom:/, "");
  if (local === "html" || local === "xhtml:html") throw notAFeed("this is a web page", LINK_NEXT);
  if (local === "opml") throw notAFeed("this is a list of feeds (OPML)", "Give its address to /feeds import.");
  if (!ROOTS.has(local)) return false;
  if (building.root === undefined) building.isAtomPlain = name !== local || scope.declared.get("") === "atom";
  return true;
}

function openTag(building: AnyBuilding, tag: Tag): void {
  if (++building.depth > MAX_DEPTH) throw notAFeed("its elements are nested too deep");
  const parent = building.stack.at(-1);
  if (parent && isInsideMarkup(building, parent, tag.name)) {
    parent.holdsMarkup = true;
    building.ignored++;
    return;
  }
  const scope = scopeOf(tag, parent);
  const name = uniformName(scope, tag.name);
  if (!parent && !openRoot(building, scope, name)) return;
  const outer = { base: parent?.base ?? building.documentUrl, language: parent?.language };
  building.stack.push(openElement(tag, { name: plainName(building, name), scope }, outer));
}

function closeTag<Read>(building: Building<Read>, end: number): void {
  building.depth--;
  if (building.ignored > 0) {
    building.ignored--;
    return;
  }
  const element = building.stack.pop();
  if (element === undefined) return;
  endElement(element, building.source, end);
  place(building, element);
}

/**
 * Entries are read wherever they stand, each as soon as it ends: what is then of no more use is the cheapest waste.
 * All else stays under its parent.
 */
function place<Read>(building: Building<Read>, element: OpenElement): void {
  const parent = building.stack.at(-1);
  if (!ENTRIES.has(element.name)) {
    if (parent && building.ended++ < MAX_ELEMENTS) adopt(parent, element);
  } else if (building.entries.length < MAX_ENTRIES) building.entries.push(building.readEntry(element));
  if (element.name === "channel") building.head ??= element;
  if (parent === undefined) building.root ??= element;
}

function readInto<Read>(building: Building<Read>): void {
  const { source, stack } = building;
  /** The element that text belongs to; none inside markup, which is cut from the source as a whole. */
  const taker = () => {
    const element = building.ignored > 0 ? undefined : stack.at(-1);
    return element?.holdsMarkup ? undefined : element;
  };
  readTags(source, {
    open: (tag) => openTag(building, tag),
    close: (end) => closeTag(building, end),
    text: (start, end) => {
      const element = taker();
      if (element === undefined || (element.text === "" && isBlank(source, start, end))) return;
      element.text += decodeReferences(source.slice(start, end));
    },
    cdata: (start, end) => {
      const element = taker();
      if (element) element.text += source.slice(start, end);
    },
  });
}

const NOTHING: Element = {
  name: "channel",
  attributes: new Map(),
  children: [],
  childrenByName: undefined,
  text: "",
  base: undefined,
  language: undefined,
};

/**
 * Reads the text of an RSS or Atom document into elements, and its entries by `readEntry`, however broken it is: bare ampersands, unquoted attributes,
 * missing ends, text around it. A cut document gives all entries up to the cut. Time is linear in the length.
 * Throws a UserError ("not a feed: …") for web pages, other documents, and nesting deeper than 256.
 */
export function tokenise<Read>(
  text: string,
  {
    documentUrl,
    readEntry,
  }: { readonly documentUrl?: string | undefined; readonly readEntry: (entry: Element) => Read },
): FeedTree<Read> {
  const source = prepare(text);
  const building: Building<Read> = {
    source,
    documentUrl,
    stack: [],
    entries: [],
    readEntry,
    depth: 0,
    ended: 0,
    ignored: 0,
    isAtomPlain: false,
  };
  readInto(building);
  const { root, head, entries } = building;
  if (root === undefined) throw notAFeed("there is no RSS or Atom in it");
  if (ENTRIES.has(root.name)) return { kind: root.name === "entry" ? "atom" : "rss", root, head: NOTHING, entries };
  return root.name === "feed"
    ? { kind: "atom", root, head: root, entries }
    : { kind: "rss", root, head: head ?? root, entries };
}
