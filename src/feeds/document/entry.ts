import type { Entry } from "../../model/feed.ts";
import { plainTitle } from "../../text/html.ts";
import { enclosuresOf, pageOf } from "./links.ts";
import type { ToldEntry } from "./rss.ts";
import { parseTime } from "./times.ts";
import { childrenOf, type Element, filledChild, textOf } from "./tree.ts";

const TITLES = ["title", "atom:title", "dc:title", "media:title", "itunes:title"];
const CONTENTS = ["content:encoded", "content", "atom:content", "body", "xhtml:body", "xhtml:div"];
const SUMMARIES = ["description", "summary", "atom:summary", "itunes:summary", "dc:description", "media:description"];
const PUBLISHED = ["pubdate", "published", "issued", "dc:date", "dcterms:issued", "dcterms:created", "created"];
const UPDATED = ["updated", "modified", "dcterms:modified", "atom:updated"];
const AUTHORS = [
  "author",
  "dc:creator",
  "itunes:author",
  "atom:author",
  "contributor",
  "dc:contributor",
  "managingeditor",
];

/** Text constructs of Atom say when they are plain; all other titles may hold markup. */
function titleOf(element: Element): string | undefined {
  const title = filledChild(element, ...TITLES);
  if (title === undefined) return undefined;
  const plain = title.attributes.get("type") === "text" ? title.text.replace(/\s+/g, " ") : plainTitle(title.text);
  return plain === "" ? undefined : plain;
}

/** "desk@example.org (The Desk)" and "The Desk <desk@example.org>" are The Desk. */
function personName(text: string): string {
  const [, bracketed] = /^\S+@\S+\s*\(([^()]+)\)$/.exec(text) ?? [];
  const [, before] = /^([^<>@]+)<[^<>]*@[^<>]*>$/.exec(text) ?? [];
  return plainTitle((bracketed ?? before ?? text).trim());
}

function authorsOf(element: Element): string[] {
  const people = AUTHORS.flatMap((name) => childrenOf(element, name));
  const names = people.map((person) =>
    personName(textOf(person, "name", "atom:name", "email", "atom:email", "uri") ?? person.text),
  );
  return [...new Set(names)].filter((name) => name !== "");
}

function categoriesOf(element: Element): string[] {
  const found = ["category", "atom:category", "dc:subject", "media:category"].flatMap((name) =>
    childrenOf(element, name),
  );
  const terms = found.map(
    ({ attributes, text }) => attributes.get("term") ?? (text || (attributes.get("label") ?? "")),
  );
  return [...new Set(terms)].filter((term) => term !== "");
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

/** An entry of RSS or Atom in our words. Its identity is opaque: it is never made absolute, never changed. */
export function toEntry(told: ToldEntry, zone?: string): Entry {
  const { element } = told;
  const guid = told.guid ?? element.attributes.get("rdf:about");
  const title = titleOf(element) ?? told.title;
  const url = pageOf(element);
  const updated = timeOf(element, UPDATED, zone);
  const published = timeOf(element, PUBLISHED, zone) ?? updated;
  const [summary, content] = [textOf(element, ...SUMMARIES), textOf(element, ...CONTENTS)];
  const language = textOf(element, "dc:language", "language") ?? element.language;
  return {
    ...(guid && { guid }),
    ...(title && { title }),
    ...(url && { url }),
    ...(published && { published }),
    ...(updated && { updated }),
    authors: authorsOf(element),
    ...(summary && { summary }),
    ...(content && { content }),
    categories: categoriesOf(element),
    enclosures: enclosuresOf(told),
    ...(language && { language }),
  };
}
