import type { FeedSpec, Term, Topic, Watch, WatchChange } from "../model/watch.ts";
import { termOf, without } from "./terms.ts";

function inTopic(watch: Watch, id: string, change: (terms: readonly Term[]) => readonly Term[]): Watch {
  const known = watch.topics.some((topic) => topic.id === id);
  const topics: readonly Topic[] = known ? watch.topics : [...watch.topics, { id, direction: "none", terms: [] }];
  return {
    ...watch,
    topics: topics.map((topic) => (topic.id === id ? { ...topic, terms: change(topic.terms) } : topic)),
  };
}

/** A phrase added again takes its new weight; a negative weight makes it speak against the watch. */
function addKeyword(watch: Watch, topic: string, term: Term): Watch {
  if (term.weight >= 0) return inTopic(watch, topic, (terms) => [...without(terms, term.phrase), term]);
  const cleared = inTopic(watch, topic, (terms) => without(terms, term.phrase));
  const negative = { ...term, weight: -term.weight };
  return { ...cleared, negatives: [...without(watch.negatives, term.phrase), negative] };
}

function removeKeyword(watch: Watch, topic: string, phrase: string): Watch {
  const cleared = inTopic(watch, topic, (terms) => without(terms, phrase));
  return { ...cleared, negatives: without(watch.negatives, phrase) };
}

function addFeed(watch: Watch, feed: FeedSpec): Watch {
  return { ...watch, feeds: [...watch.feeds.filter(({ url }) => url !== feed.url), feed] };
}

function addSpelling(watch: Watch, of: string, spelling: string): Watch {
  const knows = ({ id, names }: { readonly id: string; readonly names: readonly string[] }) =>
    id === of && !names.includes(spelling);
  const grown = <One extends { readonly id: string; readonly names: readonly string[] }>(all: readonly One[]) =>
    all.some(knows) ? all.map((one) => (knows(one) ? { ...one, names: [...one.names, spelling] } : one)) : all;
  return { ...watch, actors: grown(watch.actors), events: grown(watch.events) };
}

function applyChange(watch: Watch, change: WatchChange): Watch {
  switch (change.kind) {
    case "add-keyword":
      return addKeyword(watch, change.topic, termOf(change.phrase, change.weight));
    case "remove-keyword":
      return removeKeyword(watch, change.topic, change.phrase);
    case "add-spelling":
      return addSpelling(watch, change.of, change.spelling);
    case "dismiss-spelling":
    case "undo":
      return watch;
    case "add-feed":
      return addFeed(watch, change.feed);
    case "remove-feed":
      return { ...watch, feeds: watch.feeds.filter(({ url }) => url !== change.url) };
  }
}

/** The watch after a server's edits, in the order they were made. The watch that is given stays as it is. */
export function applyChanges(watch: Watch, changes: readonly WatchChange[]): Watch {
  return changes.reduce(applyChange, watch);
}

type Logged = { readonly id: number; readonly change: WatchChange };

/** The numbers of the edits of one server's log that were taken back: an undoing that was itself undone takes nothing back. */
export function undoneIn(log: readonly Logged[]): ReadonlySet<number> {
  const undone = new Set<number>();
  for (const { id, change } of log.toReversed()) if (change.kind === "undo" && !undone.has(id)) undone.add(change.edit);
  return undone;
}

/** The edits of one server's log that count, in its order: those that were not taken back. */
export function inForce<Edit extends Logged>(log: readonly Edit[]): Edit[] {
  const undone = undoneIn(log);
  return log.filter(({ id, change }) => change.kind !== "undo" && !undone.has(id));
}
