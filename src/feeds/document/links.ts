import { safeHttpUrl } from "../../text/urls.ts";
import { childrenOf, type Element, filledChild, textOf } from "./tree.ts";

const MEDIA = /^(?:image|audio|video)\//i;
const NOT_THE_PAGE = new Set(["self", "enclosure", "edit", "replies", "via", "related"]);

const LINKS = ["link", "atom:link"];

function hrefOf(link: Element): string {
  return link.attributes.get("href") ?? link.text;
}

/** The address against the element's own base; undefined unless it is http or https. */
function resolve(element: Element, address: string | undefined): string | undefined {
  return address === undefined || address === "" ? undefined : safeHttpUrl(address, element.base);
}

function isAlternate({ attributes }: Element): boolean {
  return (attributes.get("rel") ?? "alternate") === "alternate" && !MEDIA.test(attributes.get("type") ?? "");
}

function linksOf(element: Element): Element[] {
  const links: Element[] = [];
  for (const name of LINKS) for (const link of childrenOf(element, name)) if (hrefOf(link) !== "") links.push(link);
  return links;
}

function permalink(element: Element): string | undefined {
  const guid = filledChild(element, "guid", "id");
  if (guid === undefined || guid.attributes.get("ispermalink") === "false") return undefined;
  return /^https?:/i.test(guid.text) ? resolve(guid, guid.text) : undefined;
}

/** The page of a feed or an entry: its alternate link, its permanent id, or what link there is. */
export function pageOf(element: Element): string | undefined {
  const links = linksOf(element);
  const alternate = links.find(isAlternate);
  if (alternate) return resolve(alternate, hrefOf(alternate));
  const other = links.find(({ attributes }) => !NOT_THE_PAGE.has(attributes.get("rel") ?? ""));
  return permalink(element) ?? (other && resolve(other, hrefOf(other)));
}

/** The page behind a link that leads through a distributor of feeds. */
export function originalOf(element: Element): string | undefined {
  const original = filledChild(element, "feedburner:origlink");
  return original && resolve(original, original.text);
}

/** The address of the first link with that relation. */
export function related(element: Element, relation: "hub" | "self"): string | undefined {
  const link = linksOf(element).find(({ attributes }) => attributes.get("rel")?.toLowerCase() === relation);
  return link && resolve(link, hrefOf(link));
}

type Enclosure = { readonly url: string; readonly type?: string };

/** The elements that point at files, with what they point at. */
function* filesOf(element: Element): Generator<[Element, string | undefined]> {
  for (const one of childrenOf(element, "enclosure")) yield [one, one.attributes.get("url") ?? textOf(one, "url")];
  for (const link of linksOf(element)) if (link.attributes.get("rel") === "enclosure") yield [link, hrefOf(link)];
  for (const holder of [element, ...childrenOf(element, "media:group")])
    for (const one of childrenOf(holder, "media:content")) yield [one, one.attributes.get("url")];
}

/** Files that come with an entry, each once: the last word on its type counts. */
export function enclosuresOf(element: Element): Enclosure[] {
  const files = new Map<string, Enclosure>();
  for (const [file, address] of filesOf(element)) {
    const url = resolve(file, address);
    const type = file.attributes.get("type");
    if (url !== undefined) files.set(url, { url, ...(type && { type }) });
  }
  return [...files.values()];
}
