import { safeHttpUrl } from "../../text/urls.ts";
import { childrenOf, type Element, filledChild, textOf } from "./tree.ts";

const MEDIA = /^(?:image|audio|video)\//i;
const NOT_THE_PAGE = new Set(["self", "enclosure", "edit", "replies", "via", "related"]);

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
  return [...childrenOf(element, "link"), ...childrenOf(element, "atom:link")].filter((link) => hrefOf(link) !== "");
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

type Enclosure = { readonly url: string; readonly type?: string };

function enclosure(element: Element, address: string | undefined): Enclosure[] {
  const url = resolve(element, address);
  const type = element.attributes.get("type");
  return url === undefined ? [] : [{ url, ...(type && { type }) }];
}

/** Files that come with an entry, each once. */
export function enclosuresOf(element: Element): Enclosure[] {
  const media = [element, ...childrenOf(element, "media:group")].flatMap((at) => childrenOf(at, "media:content"));
  const all = [
    ...childrenOf(element, "enclosure").flatMap((one) =>
      enclosure(one, one.attributes.get("url") ?? textOf(one, "url")),
    ),
    ...linksOf(element)
      .filter(({ attributes }) => attributes.get("rel") === "enclosure")
      .flatMap((link) => enclosure(link, hrefOf(link))),
    ...media.flatMap((one) => enclosure(one, one.attributes.get("url"))),
  ];
  return [...new Map(all.map((one) => [one.url, one])).values()];
}
