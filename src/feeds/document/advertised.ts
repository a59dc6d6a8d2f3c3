import { plainTitle } from "../../text/html.ts";
import { documentUrl, safeHttpUrl } from "../../text/urls.ts";
import { type Attributes, eachTag } from "../open-tags.ts";
import type { Advertised } from "../source.ts";
import { decodeFeed } from "./decode.ts";

/** Pages name their feeds in the head: further down nothing is looked for. */
const MOST_BYTES = 300_000;
const MOST_FEEDS = 10;
const LONGEST_TITLE = 100;
const TYPES = new Set(["application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"]);

function isFeedLink({ rel = "", type = "" }: Attributes): boolean {
  const relations = rel.toLowerCase().split(/\s+/);
  const isFeedType = TYPES.has(type.split(";", 1)[0]?.trim().toLowerCase() ?? "");
  return (relations.includes("alternate") && isFeedType) || relations.includes("feed");
}

/**
 * The feeds that a web page names by `<link rel=alternate>`, in its order, each address once. For the reader to choose
 * from; none is followed here.
 */
export function advertisedFeeds(bytes: Uint8Array, from: { readonly url: string; readonly contentType?: string }) {
  const found = new Map<string, Advertised>();
  const page = documentUrl(from.url);
  let base = from.url;
  eachTag(decodeFeed(bytes.subarray(0, MOST_BYTES), from.contentType), "html", (tag, attributes) => {
    if (tag === "base") base = safeHttpUrl(attributes["href"] ?? "", from.url) ?? base;
    if ((tag !== "link" && tag !== "a") || !isFeedLink(attributes)) return;
    const url = documentUrl(attributes["href"] ?? "", base);
    if (url === undefined || url === page || found.has(url) || found.size === MOST_FEEDS) return;
    const title = plainTitle(attributes["title"] ?? "").slice(0, LONGEST_TITLE);
    found.set(url, { url, ...(title && { title }) });
  });
  return [...found.values()];
}
