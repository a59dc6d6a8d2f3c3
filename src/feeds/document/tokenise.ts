import { decodeHTMLStrict } from "entities";
import { Parser } from "htmlparser2";
import { UserError } from "../../lib/user-error.ts";
import { ROOT_SCOPE, type Scope, scopeInside, uniformName } from "./namespaces.ts";
import type { Element, FeedTree } from "./tree.ts";

const MAX_DEPTH = 256;
/** Entries read from one document; further ones are left out. */
const MAX_ENTRIES = 5000;
/** Characters kept of one text. */
const MAX_TEXT = 256 * 1024;

const ROOTS = new Set(["rss", "rdf:rdf", "feed", "entry", "channel", "item"]);
const ENTRIES = new Set(["item", "entry"]);
/** Elements whose content may be markup: it is kept as the source has it, never taken apart. */
const MARKUP = new Set(
  (
    "title subtitle tagline description summary content atom:title atom:summary atom:content info copyright rights body xhtml:body xhtml:div content:encoded " +
    "dc:title dc:description dc:rights media:title media:description itunes:title itunes:summary itunes:subtitle"
  ).split(" "),
);
/** Names that mean something to an object of the language. */
const UNSAFE_NAME = /^(?:__proto__|constructor|prototype|hasownproperty|tostring|valueof|\$|_)$/i;
const UNWANTED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;

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

/** Text with character references decoded once, and without what no reader should get. */
function decodeReferences(text: string): string {
  return text.includes("&") ? decodeHTMLStrict(text).replace(UNWANTED, "") : text;
}

/**
 * The document from its first tag on, without controls and without its DOCTYPE: entities that a document defines for
 * itself are dropped on purpose.
 */
function prepare(text: string): string {
  const start = text.indexOf("<");
  if (start < 0) return "";
  const clean = text.slice(start).replace(UNWANTED, "").toWellFormed();
  const doctype = clean.slice(0, 4096).search(/<!doctype/i);
  if (doctype < 0) return clean;
  const end = clean.indexOf(">", doctype);
  const subset = clean.slice(doctype, end).indexOf("[");
  const subsetEnd = subset < 0 ? -1 : clean.slice(doctype).search(/\][ \t\r\n]{0,20}>/);
  const cut = subsetEnd < 0 ? end : clean.indexOf(">", doctype + subsetEnd);
  return cut < 0 ? clean : clean.slice(0, doctype) + clean.slice(cut + 1);
}

function resolveBase(outer: string | undefined, base: string | undefined): string | undefined {
  if (base === undefined) return outer;
  return URL.parse(base, outer)?.href ?? outer;
}

function attributesOf(scope: Scope, raw: Readonly<Record<string, string>>): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const name in raw) {
    if (name.startsWith("xmlns")) continue;
    attributes.set(
      name.includes(":") ? uniformName(scope, name) : name.toLowerCase(),
      decodeReferences(raw[name] ?? ""),
    );
  }
  return attributes;
}

function decodeBase64(text: string): string {
  const compact = text.replace(/\s+/g, "");
  if (compact === "" || compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) return text;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(compact, "base64")).replace(UNWANTED, "");
  } catch {
    return text;
  }
}

/** Atom lets content of foreign types, and of mode base64, be written in base64. */
function isBase64(attributes: ReadonlyMap<string, string>): boolean {
  if (attributes.get("mode") === "base64") return true;
  const type = attributes.get("type") ?? "";
  return /^(?:application|image|audio|video)\//.test(type) && !/xml|html|json/.test(type);
}

function markupOf(source: string, from: number, to: number): string {
  const slice = source.slice(from, Math.max(from, to));
  return slice.includes("<![CDATA[") ? slice.replaceAll("<![CDATA[", "").replaceAll("]]>", "") : slice;
}

function textOfOpen(open: Open, source: string, end: number): string {
  const text = (open.holdsMarkup ? markupOf(source, open.from, end) : open.pieces.join("")).trim();
  const decoded = MARKUP.has(open.name) && isBase64(open.attributes) ? decodeBase64(text) : text;
  return decoded.length > MAX_TEXT ? decoded.slice(0, MAX_TEXT).toWellFormed() : decoded;
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
  readonly attributes: Readonly<Record<string, string>>;
  readonly contentFrom: number;
};

function openTag(building: Building, { raw, attributes, contentFrom }: Tag): void {
  if (++building.depth > MAX_DEPTH) throw notAFeed("its elements are nested too deep");
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

function closeTag(building: Building, end: number): void {
  building.depth--;
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
    if (!UNSAFE_NAME.test(name)) building.stack.at(-1)?.children.push(element);
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
      onopentag: (raw, attributes) => openTag(building, { raw, attributes, contentFrom: parser.endIndex + 1 }),
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
