import { stem } from "../../text/stem.ts";
import { countryNamed } from "../names/country-words.ts";
import type { Words } from "./story-terms.ts";

/** "India says it has …" and "Pakistan says India has …" tell whose act it is after the verb of saying. */
const SAYING = new Set("says say said claims claim accuses alleges confirms announces denies".split(" "));
const ITSELF = new Set(["it", "its", "their"]);

/** The country of a word that names a state and no people: "India", not "Indian". */
function stateNamed({ folded }: Words[number]): string | undefined {
  const country = countryNamed(stem(folded));
  return country === folded ? country : undefined;
}

function statesFrom(words: Words): string[] {
  const [first, and, second] = words;
  const one = first && stateNamed(first);
  if (one === undefined) return [];
  const other = and?.folded === "and" && second ? stateNamed(second) : undefined;
  return other === undefined ? [one] : [one, other];
}

/**
 * The states that a title begins with, as those that act: what India bans is not what Pakistan bans in reply. Nothing
 * when it begins otherwise, or a state only speaks of something.
 */
export function agentsOf(title: Words): ReadonlySet<string> {
  const states = statesFrom(title);
  const verb = title[states.length === 2 ? 3 : 1];
  if (states.length !== 1 || verb === undefined || !SAYING.has(verb.folded)) return new Set(states);
  const next = title[2];
  return new Set(next !== undefined && ITSELF.has(next.folded) ? states : statesFrom(title.slice(2)));
}
