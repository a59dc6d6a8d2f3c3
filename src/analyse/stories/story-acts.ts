import { stem } from "../../text/stem.ts";
import { ideaOf } from "../../text/synonyms.ts";

/** What happens in a crisis and to whom, as ideas of `synonyms.ts`. */
const ACTS =
  "dead injured massacre funeral gunmen militant shooting tourist worker doctor student child explosion bomb strike missile drone " +
  "shelling jet airbase camp base ceasefire deescalate talks agreement evacuate refugee hostage arrest suspend close expel resign " +
  "election protest riot earthquake flood storm fire crash sink probe sanction aid school hospital";

/** Acts that reports of one event call by each other's names: what one hears as a blast, another knows to be a missile. */
const SORTS: Readonly<Record<string, string>> = {
  bombardment: "explosion strike missile bomb raid hit shelling drone",
  killing: "shooting gunmen dead massacre murder",
  truce: "ceasefire hostilities",
};

const idea = (word: string): string => ideaOf(stem(word));
const KNOWN: ReadonlySet<string> = new Set(ACTS.split(" ").map(idea));
const SORT_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(SORTS).flatMap(([sort, words]) =>
    words.split(" ").map((word): [string, string] => [idea(word), sort]),
  ),
);

/** Whether a term tells what happens, or to whom. */
export function isAct(term: string): boolean {
  return KNOWN.has(term);
}

/** The sort of act that a term tells, when reports of one event differ in the word for it. */
export function sortOf(term: string): string | undefined {
  return SORT_OF.get(term);
}
