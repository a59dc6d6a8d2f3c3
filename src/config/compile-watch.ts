import type { Actor, BareName, FeedSpec, NamedEvent, Role, Term, Topic, Watch } from "../model/watch.ts";
import { isRule } from "../text/rule.ts";
import type { Problem } from "./problems.ts";
import type { WatchFile } from "./watch-file.ts";

type Weighted = WatchFile["negatives"];
type Entry = WatchFile["people"][string] | WatchFile["organisations"][string] | WatchFile["places"][string];

/** Keys that are set: absent ones are left out, as the model wants it. */
type Present<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };

function present<Value extends object>(value: Value): Present<Value> {
  // Only keys whose value is undefined are dropped, which is what Present says.
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Present<Value>;
}

/** A phrase as a file writes it: `~` before it switches inflection off. A rule says so for each of its words. */
export function termOf(written: string, weight: number): Term {
  if (isRule(written)) return { phrase: written, weight, exact: false };
  const exact = written.startsWith("~");
  return { phrase: exact ? written.slice(1).trim() : written, weight, exact };
}

function terms(weighted: Weighted): Term[] {
  return Object.entries(weighted).flatMap(([weight, phrases]) => phrases.map((one) => termOf(one, Number(weight))));
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

/** A watch file as the analysers want it; `id` is the file's name. */
export function compileWatch(id: string, file: WatchFile): Watch {
  const { name, languages, threshold, require } = file;
  const actors = (["people", "organisations", "places"] as const).flatMap((group) =>
    Object.entries(file[group]).map(([key, entry]) => actor(KINDS[group], key, entry)),
  );
  const topics = Object.entries(file.topics).map(
    ([key, topic]): Topic => ({ id: key, direction: topic.direction, terms: terms(topic.words) }),
  );
  const events = Object.entries(file.events).map(([key, entry]) => event(key, entry));
  const feeds = file.feeds.map(feed);
  return { id, name, languages, threshold, require, feeds, actors, events, topics, negatives: terms(file.negatives) };
}

const KINDS = { people: "person", organisations: "organisation", places: "place" } as const;

/** What the schema cannot see: an id used twice, a feed named twice. */
export function watchProblems(file: WatchFile): Problem[] {
  const problems: Problem[] = [];
  const ids = new Map<string, string>();
  for (const group of ["people", "organisations", "places", "events"] as const)
    for (const id of Object.keys(file[group])) {
      const other = ids.get(id);
      if (other !== undefined) problems.push({ path: [group, id], says: `the id is already used in ${other}` });
      ids.set(id, group);
    }
  const urls = new Set<string>();
  file.feeds.forEach(({ url }, at) => {
    if (urls.has(url)) problems.push({ path: ["feeds", at, "url"], says: "the feed is already listed above" });
    urls.add(url);
  });
  return problems;
}
