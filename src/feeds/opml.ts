import { escapeUTF8 } from "entities";
import type { FeedSpec } from "../model/watch.ts";
import { plainTitle } from "../text/html.ts";
import { documentUrl } from "../text/urls.ts";
import { type Attributes, eachTag } from "./open-tags.ts";

/** What a list of feeds holds: addresses that can be read, and how many that cannot. */
export type FeedList = { readonly feeds: readonly FeedSpec[]; readonly refused: number };

const MOST_FEEDS = 2_000;
const LONGEST_NAME = 100;

function specOf(attributes: Attributes, url: string): FeedSpec {
  const { text = "", title = "", language = "" } = attributes;
  const name = plainTitle(title || text)
    .slice(0, LONGEST_NAME)
    .toWellFormed();
  const isTag = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language);
  return { url, outlet: { name: name || new URL(url).host }, ...(isTag && { language }) };
}

/** The feeds of an OPML document, each address once, however its outlines nest. */
export function readOpml(text: string): FeedList {
  const feeds = new Map<string, FeedSpec>();
  let refused = 0;
  eachTag(text, "xml", (tag, attributes) => {
    const address = attributes["xmlurl"];
    if (tag !== "outline" || address === undefined) return;
    const url = documentUrl(address);
    if (url === undefined || feeds.size >= MOST_FEEDS) refused++;
    else if (!feeds.has(url)) feeds.set(url, specOf(attributes, url));
  });
  return { feeds: [...feeds.values()], refused };
}

/** One feed as an element of an OPML document. */
function outlineOf({ url, outlet, language }: FeedSpec): string {
  const attributes = {
    type: "rss",
    text: outlet.name,
    title: outlet.name,
    xmlUrl: url,
    ...(language && { language }),
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escapeUTF8(value)}"`);
  return `<outline ${written.join(" ")}/>`;
}

/** The feeds as an OPML 2.0 document, which other readers import. */
export function writeOpml(title: string, feeds: readonly FeedSpec[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escapeUTF8(title)}</title></head>`,
    "  <body>",
    ...feeds.map((feed) => `    ${outlineOf(feed)}`),
    "  </body>",
    "</opml>",
    "",
  ].join("\n");
}
