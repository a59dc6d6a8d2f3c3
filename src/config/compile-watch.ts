import type { FeedSpec, NamedEvent, Watch } from "../model/watch.ts";
import { type ActorPacks, actorProblems, actorsOf, roleProblems } from "./actors.ts";
import { present } from "./present.ts";
import type { Problem } from "./problems.ts";
import { terms } from "./terms.ts";
import { type TopicPacks, topicProblems, topicsOf } from "./topics.ts";
import type { WatchFile } from "./watch-file.ts";

/** The packs that watches may use. */
export type Packs = { readonly topics: TopicPacks; readonly actors: ActorPacks };

function event(id: string, { name, spellings, not, date, weight }: WatchFile["events"][string]): NamedEvent {
  return { id, name, names: [...new Set([name, ...spellings])], not, weight, ...present({ date }) };
}

function feed({ url, outlet, owner, country, language, timezone }: WatchFile["feeds"][number]): FeedSpec {
  return { url, outlet: { name: outlet, ...present({ owner, country }) }, ...present({ language, timezone }) };
}

/** A watch file as the analysers want it; `id` is the file's name. The packs are those that the file uses. */
export function compileWatch(id: string, file: WatchFile, packs: Packs): Watch {
  const { name, languages, threshold, require, sides } = file;
  const actors = actorsOf(file, packs.actors);
  const topics = topicsOf(file, packs.topics);
  const events = Object.entries(file.events).map(([key, entry]) => event(key, entry));
  const feeds = file.feeds.map(feed);
  const base = { id, name, languages, threshold, require, sides };
  return { ...base, feeds, actors, events, topics, negatives: terms(file.negatives) };
}

/** What the schema cannot see: an id or feed used twice, packs that do not exist, roles in the wrong order, a topic without words. */
export function watchProblems(file: WatchFile, packs: Packs): Problem[] {
  return [
    ...doubleIds(file),
    ...doubleFeeds(file),
    ...roleProblems(file.people),
    ...actorProblems(file, packs.actors),
    ...topicProblems(file, packs.topics),
  ];
}

function doubleIds(file: WatchFile): Problem[] {
  const problems: Problem[] = [];
  const ids = new Map<string, string>();
  for (const group of ["people", "organisations", "places", "events"] as const)
    for (const id of Object.keys(file[group])) {
      const other = ids.get(id);
      if (other !== undefined) problems.push({ path: [group, id], says: `the id is already used in ${other}` });
      ids.set(id, group);
    }
  return problems;
}

function doubleFeeds(file: WatchFile): Problem[] {
  const urls = new Set<string>();
  return file.feeds.flatMap(({ url }, at): Problem[] => {
    if (urls.has(url)) return [{ path: ["feeds", at, "url"], says: "the feed is already listed above" }];
    urls.add(url);
    return [];
  });
}
