import type { Term, Topic } from "../model/watch.ts";
import type { Problem } from "./problems.ts";
import { terms, without } from "./terms.ts";
import type { TopicPack, WatchFile } from "./watch-file.ts";

/** The packs of config/topics/ by id. */
export type TopicPacks = ReadonlyMap<string, TopicPack>;

type FileTopic = WatchFile["topics"][string];

/** The packs of a topic, in their order: the one of its own id that the watch uses, then those it names. */
function packsOf(id: string, topic: FileTopic | undefined, file: WatchFile): string[] {
  return [...new Set([...(file.use.includes(id) ? [id] : []), ...(topic?.use ?? [])])];
}

/** Later words go before earlier ones of the same spelling. */
function merged(lists: readonly (readonly Term[])[]): Term[] {
  return lists.reduce<Term[]>((before, own) => {
    const left = own.reduce<readonly Term[]>((terms, { phrase }) => without(terms, phrase), before);
    return [...left, ...own];
  }, []);
}

/** The topics of a watch: the packs it uses, with its own words over them, and topics that it has alone. */
export function topicsOf(file: WatchFile, packs: TopicPacks): Topic[] {
  const ids = [...new Set([...file.use, ...Object.keys(file.topics)])];
  return ids.map((id): Topic => {
    const topic = file.topics[id];
    const used = packsOf(id, topic, file).flatMap((name) => packs.get(name) ?? []);
    const taken = merged(used.map(({ words }) => terms(words)));
    const left = (topic?.without ?? []).reduce<readonly Term[]>(without, taken);
    const direction = topic?.direction ?? used[0]?.direction ?? "none";
    return { id, direction, terms: merged([left, terms(topic?.words ?? {})]) };
  });
}

function unknownPack(id: string, packs: TopicPacks): string {
  const known = [...packs.keys()].sort();
  return `there is no pack "${id}" in config/topics/; there are: ${known.join(", ") || "none"}`;
}

/** Packs that do not exist, words left out that no pack has, topics without a word. */
export function topicProblems(file: WatchFile, packs: TopicPacks): Problem[] {
  const problems: Problem[] = file.use.flatMap((id, at) =>
    packs.has(id) ? [] : [{ path: ["use", at], says: unknownPack(id, packs) }],
  );
  for (const [key, topic] of Object.entries(file.topics)) {
    const path = ["topics", key];
    topic.use.forEach((id, at) => {
      if (!packs.has(id)) problems.push({ path: [...path, "use", at], says: unknownPack(id, packs) });
    });
    const taken = merged(packsOf(key, topic, file).map((id) => terms(packs.get(id)?.words ?? {})));
    topic.without.forEach((phrase, at) => {
      if (without(taken, phrase) === taken)
        problems.push({ path: [...path, "without", at], says: "no pack of this topic has the word" });
    });
    if (taken.length === 0 && Object.values(topic.words).every((list) => list.length === 0))
      problems.push({ path, says: "has no words: give words, or use a pack" });
  }
  if (file.use.length === 0 && Object.keys(file.topics).length === 0)
    problems.push({ path: ["topics"], says: "a watch needs topics, or packs to use" });
  return problems;
}
