import { Parser } from "htmlparser2";
import { UserError } from "../../lib/user-error.ts";
import { attributesOf, firstAttributes } from "./attributes.ts";
import { markupText, plainText } from "./element-text.ts";
import { type RawAttributes, ROOT_SCOPE, type Scope, scopeInside, uniformName } from "./namespaces.ts";
import { decodeReferences, prepare } from "./source-text.ts";
import type { Element, FeedTree } from "./tree.ts";

const MAX_DEPTH = 256;
/** Entries read from one document; further ones are left out. */
const MAX_ENTRIES = 5000;

const ROOTS = new Set(["rss", "rdf:rdf", "feed", "entry", "channel", "item"]);
const ENTRIES = new Set(["item", "entry"]);
/** Elements whose content may be markup: it is kept as the source has it, never taken apart. */
const MARKUP = new Set(
  (
    "title guid id subtitle tagline description fullitem summary content atom:title atom:summary atom:content info copyright rights body xhtml:body xhtml:div content:encoded " +
    "dc:title dc:description dc:rights media:title media:description itunes:title itunes:summary itunes:subtitle"
  ).split(" "),
);
/** Names that mean something to an object of the language. */
const UNSAFE_NAMES = new Set([
  "__proto__",
  "constructor",
  "prototype",
  "hasownproperty",
  "tostring",
  "valueof",
  "$",
  "_",
]);

/** An element whose end was not seen yet. */
type Open = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  readonly pieces: string[];
  readonly base: string | undefined;
  readonly language: string | undefined;
  readonly scope: Scope;
  /** Where the content begins in the source. */
  readonly from: number;
  holdsMarkup: boolean;
};

/** The tree while the parser walks over the source. */
type Building = {
  readonly source: string;
  readonly documentUrl: string | undefined;
  readonly stack: Open[];
  readonly entries: Element[];
  /** All open tags, built or not. */
  depth: number;
  /** Depths of open tags whose elements ended already. */
  readonly ended: Set<number>;
  /** Open tags inside markup: they are not built. */
  ignored: number;
  inCdata: boolean;
  /** Whether Atom's names stand without their prefix, as the root's namespace says. */
  isAtomPlain: boolean;
  root?: Element;
  head?: Element;
};

function notAFeed(why: string): UserError {
  return new UserError(`not a feed: ${why}`, "Give the address of an RSS, Atom or JSON feed.");
}

function resolveBase(outer: string | undefined, base: string | undefined): string | undefined {
  if (base === undefined) return outer;
  return URL.parse(base, outer)?.href ?? outer;
}

function textOfOpen({ holdsMarkup, attributes, pieces, from }: Open, source: string, end: number): string {
  return holdsMarkup ? markupText(source.slice(from, Math.max(from, end)), attributes) : plainText(pieces, attributes);
}

function plainName(building: Building, name: string): string {
  return building.isAtomPlain && name.startsWith("atom:") ? name.slice(5) : name;
}

/** Entries count even inside a text whose end is missing. */
function isInsideMarkup(building: Building, raw: string): boolean {
  const parent = building.stack.at(-1);
  if (parent === undefined) return false;
  return building.ignored > 0 || (MARKUP.has(parent.name) && !ENTRIES.has(raw));
}

function openRoot(building: Building, scope: Scope, name: string): boolean {
  const local = name.replace(/^atom:/, "");
  if (local === "html" || local === "xhtml:html") throw notAFeed("this is a web page");
  if (!ROOTS.has(local)) return false;
  if (building.root === undefined) building.isAtomPlain = name !== local || scope.declared.get("") === "atom";
  return true;
}

type Tag = {
  readonly raw: string;
  readonly attributes: RawAttributes;
  readonly contentFrom: number;
};

function openElement(building: Building, { raw, attributes, contentFrom }: Tag): void {
  const parent = building.stack.at(-1);
  if (parent && isInsideMarkup(building, raw)) {
    parent.holdsMarkup = true;
    building.ignored++;
    return;
  }
  const scope = scopeInside(parent?.scope ?? ROOT_SCOPE, attributes);
  const name = uniformName(scope, raw);
  if (!parent && !openRoot(building, scope, name)) return;
  const own = attributesOf(scope, attributes);
  building.stack.push({
    name: plainName(building, name),
    attributes: own,
    children: [],
    pieces: [],
    base: resolveBase(parent?.base ?? building.documentUrl, own.get("xml:base")),
    language: own.get("xml:lang") ?? parent?.language,
    scope,
    from: contentFrom,
    holdsMarkup: false,
  });
}

/** `<a b=c/>` ends where it begins, but the slash passes for a part of the value. */
function endsUnquoted({ source }: Building, { attributes, contentFrom }: Tag): boolean {
  return source[contentFrom - 2] === "/" && attributes.some(([, value]) => value.endsWith("/"));
}

function openTag(building: Building, tag: Tag): void {
  if (++building.depth > MAX_DEPTH) throw notAFeed("its elements are nested too deep");
  openElement(building, tag);
  if (!endsUnquoted(building, tag)) return;
  building.ended.add(building.depth);
  closeElement(building, tag.contentFrom);
}

function closeTag(building: Building, end: number): void {
  if (!building.ended.delete(building.depth--)) closeElement(building, end);
}

function closeElement(building: Building, end: number): void {
  if (building.ignored > 0) {
    building.ignored--;
    return;
  }
  const open = building.stack.pop();
  if (open === undefined) return;
  const { name, attributes, children, base, language } = open;
  const element: Element = {
    name,
    attributes,
    children,
    text: textOfOpen(open, building.source, end),
    ...(base === undefined ? {} : { base }),
    ...(language === undefined ? {} : { language }),
  };
  if (!ENTRIES.has(name)) {
    if (!UNSAFE_NAMES.has(name)) building.stack.at(-1)?.children.push(element);
  } else if (building.entries.length < MAX_ENTRIES) building.entries.push(element);
  if (name === "channel") building.head ??= element;
  if (building.stack.length === 0) building.root ??= element;
}

function addText(building: Building, text: string): void {
  const open = building.stack.at(-1);
  if (open === undefined || building.ignored > 0) return;
  open.pieces.push(building.inCdata ? text : decodeReferences(text));
}

function walk(building: Building): void {
  const parser: Parser = new Parser(
    {
      onopentag: (raw, attributes) =>
        openTag(building, { raw, attributes: firstAttributes(attributes), contentFrom: parser.endIndex + 1 }),
      onclosetag: () => closeTag(building, parser.startIndex),
      ontext: (text) => addText(building, text),
      oncdatastart: () => {
        building.inCdata = true;
      },
      oncdataend: () => {
        building.inCdata = false;
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.write(building.source);
  parser.end();
}

const NOTHING: Element = { name: "channel", attributes: new Map(), children: [], text: "" };

/**
 * Reads the text of an RSS or Atom document into elements, however broken it is: bare ampersands, unquoted attributes,
 * missing ends, text around it. A cut document gives all entries up to the cut. Time is linear in the length.
 * Throws a UserError ("not a feed: …") for web pages, other documents, and nesting deeper than 256.
 */
export function tokenise(text: string, documentUrl?: string): FeedTree {
  const source = prepare(text);
  const building: Building = {
    source,
    documentUrl,
    stack: [],
    entries: [],
    depth: 0,
    ended: new Set(),
    ignored: 0,
    inCdata: false,
    isAtomPlain: false,
  };
  walk(building);
  const { root, head, entries } = building;
  if (root === undefined) throw notAFeed("there is no RSS or Atom in it");
  if (ENTRIES.has(root.name)) return { kind: root.name === "entry" ? "atom" : "rss", root, head: NOTHING, entries };
  return root.name === "feed"
    ? { kind: "atom", root, head: root, entries }
    : { kind: "rss", root, head: head ?? root, entries };
}
