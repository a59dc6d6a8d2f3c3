import type { Entry, EntryDetails } from "../../model/feed.ts";
import { plainTitle } from "../../text/html.ts";
import { enclosuresOf, originalOf, pageOf } from "./links.ts";
import { parseTime } from "./times.ts";
import { childrenOf, type Element, filledChild, textOf } from "./tree.ts";

const TITLES = ["title", "atom:title", "dc:title", "media:title", "itunes:title"];
const CONTENTS = ["content:encoded", "content", "atom:content", "body", "xhtml:body", "xhtml:div", "fullitem"];
const SUMMARIES = ["description", "summary", "atom:summary", "itunes:summary", "dc:description", "media:description"];
const PUBLISHED = [
  "pubdate",
  "published",
  "atom:published",
  "issued",
  "dc:date",
  "dcterms:issued",
  "dcterms:created",
  "created",
];
const UPDATED = ["updated", "modified", "dcterms:modified", "atom:updated"];
const AUTHORS = [
  "author",
  "dc:creator",
  "dc:author",
  "itunes:author",
  "atom:author",
  "contributor",
  "dc:contributor",
  "managingeditor",
];
/** The parts of a person, the first is the best to show. */
const PERSON = ["name", "atom:name", "email", "atom:email", "uri"];

const CATEGORIES = ["category", "atom:category", "dc:subject", "media:category", "itunes:category"];
/** Longer ones are no names. */
const MAX_NAME = 300;

/** Text constructs of Atom say when they are plain; all other titles may hold markup. */
function titleOf(element: Element): string | undefined {
  const title = filledChild(element, ...TITLES);
  if (title === undefined) return undefined;
  const plain = title.attributes.get("type") === "text" ? title.text.replace(/\s+/g, " ") : plainTitle(title.text);
  // A title of nothing but markup stays as it is written: it is all that the feed tells.
  return plain || title.text;
}

/** "desk@example.org (The Desk)", "The Desk (desk@example.org)" and "The Desk <desk@example.org>" are The Desk. */
function personName(text: string): string {
  const short = text.slice(0, MAX_NAME);
  const found =
    /^[^\s()]+@[^\s()]+\s*\(([^()]+)\)$/.exec(short) ?? /^([^<>()@]+)[<(][^<>()]*@[^<>()]*[>)]$/.exec(short);
  return plainTitle(found?.[1] ?? short);
}

/** The people whom an entry, or a feed, names as its authors. */
export function authorsOf(element: Element): string[] {
  const names = new Set<string>();
  for (const kind of AUTHORS)
    for (const person of childrenOf(element, kind)) names.add(personName(textOf(person, ...PERSON) ?? person.text));
  names.delete("");
  return [...names];
}

function addTerms({ attributes, text, children }: Element, terms: Set<string>): void {
  terms.add(attributes.get("label") ?? attributes.get("term") ?? attributes.get("text") ?? text);
  for (const child of children) addTerms(child, terms);
}

function categoriesOf(element: Element): string[] {
  const terms = new Set<string>();
  for (const name of CATEGORIES) for (const category of childrenOf(element, name)) addTerms(category, terms);
  terms.delete("");
  return [...terms];
}

/** The article: what is meant for it, or a summary beside a description. */
function contentOf(element: Element): string | undefined {
  return textOf(element, ...CONTENTS) ?? (textOf(element, "description") && textOf(element, "summary"));
}

/** The first of the named times that can be read. */
function timeOf(element: Element, names: readonly string[], zone: string | undefined): Date | undefined {
  for (const name of names) {
    const text = textOf(element, name);
    const time = text === undefined ? undefined : parseTime(text, zone);
    if (time !== undefined) return time;
  }
  return undefined;
}

/** A BCP 47 tag: feeds write "en_US", too. */
export function languageTag(text: string | undefined): string | undefined {
  return text?.slice(0, 35).replaceAll("_", "-");
}

/** Who wrote an entry, what it is filed under, and what comes with it. */
export function detailsOf(element: Element): EntryDetails {
  return { authors: authorsOf(element), categories: categoriesOf(element), enclosures: enclosuresOf(element) };
}

/** An entry of RSS or Atom in our words. Its identity is opaque: it is never made absolute, never changed. */
export function toEntry(element: Element, zone?: string): Entry {
  const guid = element.attributes.get("rdf:about");
  const title = titleOf(element);
  const [url, originalUrl] = [pageOf(element), originalOf(element)];
  const updated = timeOf(element, UPDATED, zone);
  const published = timeOf(element, PUBLISHED, zone) ?? updated;
  const [summary, content] = [textOf(element, ...SUMMARIES), contentOf(element)];
  const language = languageTag(textOf(element, "dc:language", "language") ?? element.language);
  return {
    ...(guid && { guid }),
    ...(title && { title }),
    ...(url && { url }),
    ...(originalUrl && { originalUrl }),
    ...(published && { published }),
    ...(updated && { updated }),
    ...(summary && { summary }),
    ...(content && { content }),
    ...(language && { language }),
  };
}
