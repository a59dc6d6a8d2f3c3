import type { ActorMention, DatedEvent } from "../../model/findings.ts";
import type { ReadItem } from "../../model/item.ts";
import type { NamedEvent } from "../../model/watch.ts";
import { type EventRow, eventRows, type Telling } from "../events/event-rows.ts";
import { scenes } from "../names/scene.ts";
import { newsText, newTolls } from "../relevance/news-text.ts";

const MOST_ACTORS = 5;
const MOST_PLACES = 4;
/** A place that so much fewer items tell of than the first one is on the edge of the story. */
const PLACE_SHARE = 0.4;

/** Who, where and what happened, each only as the story's items prove it. */
export type StoryFacts = {
  readonly who: readonly string[];
  readonly where: readonly string[];
  readonly events: readonly EventRow[];
  /** Events with people killed or hurt that the items report as new. */
  readonly tolls: readonly EventRow[];
};

function tellingOf(item: ReadItem, event: DatedEvent): Telling {
  return {
    ...event,
    item: item.id,
    outlet: item.outlet.name,
    ...(item.url === undefined ? {} : { url: item.url }),
  };
}

/** Names by the number of items that hold them, then by mentions. */
function names(ofItems: readonly (readonly ActorMention[])[], limit: number, share = 0): string[] {
  const counts = new Map<string, number>();
  for (const mentions of ofItems) {
    for (const mention of mentions) counts.set(mention.name, (counts.get(mention.name) ?? 0) + 0.01);
    for (const name of new Set(mentions.map((mention) => mention.name))) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const least = share * Math.max(0, ...counts.values());
  return [...counts]
    .filter(([, count]) => count >= least)
    .sort((a, b) => b[1] - a[1])
    .slice(0, limit)
    .map(([name]) => name);
}

/** What the items prove; where and how many only by what they report as new. `namedEvents` are those of the watch. */
export function storyFacts(items: readonly ReadItem[], namedEvents: readonly NamedEvent[]): StoryFacts {
  const news = items.map((item) => ({ item, text: newsText(item, namedEvents) }));
  const tolls = news.flatMap(({ item, text }) => newTolls(item, text).map((event) => tellingOf(item, event)));
  return {
    who: names(
      items.map(({ findings }) => findings.actors.filter(({ kind }) => kind !== "place")),
      MOST_ACTORS,
    ),
    where: names(
      news.map(({ item, text }) => scenes(text, item.findings.actors)),
      MOST_PLACES,
      PLACE_SHARE,
    ),
    events: eventRows(items.flatMap((item) => item.findings.events.map((event) => tellingOf(item, event)))),
    tolls: eventRows(tolls),
  };
}
