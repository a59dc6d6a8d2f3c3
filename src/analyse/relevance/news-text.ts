import type { DatedEvent } from "../../model/findings.ts";
import { articleOf, type ReadItem } from "../../model/item.ts";
import type { NamedEvent } from "../../model/watch.ts";
import { blankOut } from "../../text/blank-out.ts";
import { findCasualties } from "../../text/casualties.ts";
import { leadOf } from "../reading/lead.ts";
import { layOut } from "../reading/reading.ts";
import { backgroundOf } from "./background.ts";

/** An item's text with everything blank that it only recalls: each word that is left keeps its place. */
export function newsText(item: ReadItem, namedEvents: readonly NamedEvent[]): string {
  const article = articleOf(item);
  const whole = leadOf(article, Number.POSITIVE_INFINITY);
  // What the first sentence tells is the news, however old: "35 soldiers were killed from May 7 to May 10, he said on Sunday".
  const [first] = layOut(article).sentences;
  const events = item.findings.events.filter(({ start }) => start >= (first?.end ?? 0));
  const background = backgroundOf(whole, { published: article.published, events, namedEvents });
  const bare = blankOut(whole.text, background);
  return bare.slice(bare.indexOf("\n") + 1);
}

/** The events with people killed or hurt that an item reports as new, `news` being its text without background. */
export function newTolls(item: ReadItem, news: string): DatedEvent[] {
  return item.findings.events.filter(({ start, end, killed, injured }) => {
    if (killed === undefined && injured === undefined) return false;
    const told = findCasualties(news.slice(start, end));
    return told.killed === killed && told.injured === injured;
  });
}
