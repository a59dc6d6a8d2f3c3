import { getDomain } from "tldts";
import type { CardSource, Inline, Text } from "../model/card.ts";
import type { ReadItem } from "../model/item.ts";

/** The registrable domain of a link, shown beside every source so that a label cannot pretend. */
function domainOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : (getDomain(url, { validateHostname: true }) ?? undefined);
}

/** A link when there is an address, else the bare words. */
export function linkTo(text: string, url: string | undefined): Inline {
  return url === undefined ? { kind: "text", text } : { kind: "link", text, url };
}

/** One line per item, newest last. */
export function cardSources(items: readonly ReadItem[]): CardSource[] {
  return items.map((item) => {
    const domain = domainOf(item.url);
    return {
      label: item.outlet.name,
      ...(domain === undefined ? {} : { domain }),
      ...(item.url === undefined ? {} : { url: item.url }),
      at: item.published ?? item.firstSeen,
    };
  });
}

/** The latest item of each outlet, in order of arrival. */
export function onePerOutlet(items: readonly ReadItem[]): ReadItem[] {
  return [...new Map(items.map((item) => [item.outlet.name, item])).values()];
}

/** Spans joined by a separator. */
export function joined(parts: readonly Text[], separator: string): Text {
  return parts.flatMap((part, at) => (at === 0 ? part : [{ kind: "text" as const, text: separator }, ...part]));
}
