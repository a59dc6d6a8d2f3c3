import type { DatedEvent, Findings } from "../model/findings.ts";
import { titleStems } from "./events/row-groups.ts";

/** Titles that share so many of their words, figures aside, tell one event before and after a correction. */
const SAME_EVENT = 0.6;

function wordsOf(title: string): Set<string> {
  return new Set([...titleStems(title)].filter((word) => !/\d/.test(word)));
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return a.intersection(b).size / Math.max(1, Math.min(a.size, b.size));
}

function counterpart(event: DatedEvent, others: readonly DatedEvent[]): DatedEvent | undefined {
  const words = wordsOf(event.title);
  const rated = others.map((other) => ({ other, shared: overlap(words, wordsOf(other.title)) }));
  const [best] = rated.sort((a, b) => b.shared - a.shared);
  return best !== undefined && best.shared >= SAME_EVENT ? best.other : undefined;
}

function changeOf(before: DatedEvent, after: DatedEvent, what: "killed" | "injured"): string[] {
  const [was, is] = [before[what], after[what]];
  return was === undefined || is === undefined || was === is ? [] : [`${was} ${what} → ${is}`];
}

/** What an outlet changed in a new revision, in plain words: figures of one event, the day of it, the headline. */
export function whatChanged(before: Findings, after: Findings): string[] {
  const told = before.events.flatMap((event) => {
    const now = counterpart(event, after.events);
    if (now === undefined) return [];
    const day = event.precision === "day" && now.precision === "day" && event.date !== now.date;
    return [
      ...changeOf(event, now, "killed"),
      ...changeOf(event, now, "injured"),
      ...(day ? [`${event.date} → ${now.date}`] : []),
    ];
  });
  if (told.length > 0) return [...new Set(told)];
  const [was, is] = [before.summary.headline, after.summary.headline];
  return was === is ? [] : [`headline was “${was}”`];
}
