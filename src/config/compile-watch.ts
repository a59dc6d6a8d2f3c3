import type { Actor, BareName, FeedSpec, NamedEvent, Role, Watch } from "../model/watch.ts";
import type { Problem } from "./problems.ts";
import { terms } from "./terms.ts";
import { type Packs, topicProblems, topicsOf } from "./topics.ts";
import type { WatchFile } from "./watch-file.ts";

type Entry = WatchFile["people"][string] | WatchFile["organisations"][string] | WatchFile["places"][string];

/** Keys that are set: absent ones are left out, as the model wants it. */
type Present<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };

function present<Value extends object>(value: Value): Present<Value> {
  // Only keys whose value is undefined are dropped, which is what Present says.
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Present<Value>;
}

function actor(kind: Actor["kind"], id: string, entry: Entry): Actor {
  const { name, spellings, short, weight, country } = entry;
  const bare = short.map((one): BareName => (typeof one === "string" ? { name: one } : present(one)));
  const roles: Role[] = "roles" in entry ? entry.roles.map(present) : [];
  return {
    id,
    kind,
    name,
    names: [...new Set([name, ...spellings])],
    bare,
    demonyms: "demonyms" in entry ? entry.demonyms : [],
    roles,
    weight,
    ...present({ country, gender: "gender" in entry ? entry.gender : undefined }),
  };
}

function event(id: string, { name, spellings, not, date, weight }: WatchFile["events"][string]): NamedEvent {
  return { id, name, names: [...new Set([name, ...spellings])], not, weight, ...present({ date }) };
}

function feed({ url, outlet, owner, country, language, timezone }: WatchFile["feeds"][number]): FeedSpec {
  return { url, outlet: { name: outlet, ...present({ owner, country }) }, ...present({ language, timezone }) };
}

/** A watch file as the analysers want it; `id` is the file's name. The packs are those that the file uses. */
export function compileWatch(id: string, file: WatchFile, packs: Packs): Watch {
  const { name, languages, threshold, require } = file;
  const actors = (["people", "organisations", "places"] as const).flatMap((group) =>
    Object.entries(file[group]).map(([key, entry]) => actor(KINDS[group], key, entry)),
  );
  const topics = topicsOf(file, packs);
  const events = Object.entries(file.events).map(([key, entry]) => event(key, entry));
  const feeds = file.feeds.map(feed);
  return { id, name, languages, threshold, require, feeds, actors, events, topics, negatives: terms(file.negatives) };
}

const KINDS = { people: "person", organisations: "organisation", places: "place" } as const;

/** What the schema cannot see: an id used twice, a feed named twice, a pack that does not exist, a topic without words. */
export function watchProblems(file: WatchFile, packs: Packs): Problem[] {
  return [...doubleIds(file), ...doubleFeeds(file), ...topicProblems(file, packs)];
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
