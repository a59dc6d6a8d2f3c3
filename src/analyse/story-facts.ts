import type { ActorKind } from "../model/findings.ts";
import type { ReadItem } from "../model/item.ts";
import { type EventRow, eventRows, type Telling } from "./event-rows.ts";

/** Who, where and what happened, each only as the story's items prove it. */
export type StoryFacts = {
  readonly who: readonly string[];
  readonly where: readonly string[];
  readonly events: readonly EventRow[];
};

/** Tellings of all dated events of the items. */
function tellingsOf(items: readonly ReadItem[]): Telling[] {
  return items.flatMap((item) =>
    item.findings.events.map((event) => ({
      ...event,
      item: item.id,
      outlet: item.outlet.name,
      ...(item.url === undefined ? {} : { url: item.url }),
    })),
  );
}

/** Names by the number of items that mention them, then by mentions. */
function names(items: readonly ReadItem[], kinds: readonly ActorKind[], limit: number): string[] {
  const counts = new Map<string, number>();
  for (const { findings } of items) {
    const mentions = findings.actors.filter((mention) => kinds.includes(mention.kind));
    for (const mention of mentions) counts.set(mention.name, (counts.get(mention.name) ?? 0) + 0.01);
    for (const name of new Set(mentions.map((mention) => mention.name))) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, limit)
    .map(([name]) => name);
}

export function storyFacts(items: readonly ReadItem[]): StoryFacts {
  return {
    who: names(items, ["person", "organisation"], 5),
    where: names(items, ["place"], 4),
    events: eventRows(tellingsOf(items)),
  };
}
