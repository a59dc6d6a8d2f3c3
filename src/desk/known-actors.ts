import { COUNTRIES } from "../analyse/names/countries.ts";
import type { Actor, Role, Watch } from "../model/watch.ts";
import { fold } from "../text/fold.ts";
import { isInflected, nameWords } from "../text/names/name-forms.ts";

/** All actors of the watches; one that stands in two of them once. */
function actorsOf(watches: readonly Watch[]): Actor[] {
  return [...new Map(watches.flatMap(({ actors }) => actors).map((actor) => [actor.id, actor])).values()];
}

/**
 * The actors meant by what somebody typed: a post ("Pakistan's foreign minister") for whoever holds it on the day, or
 * else any spelling in any script, a part of it, or an inflected form.
 */
export function actorsNamed(watches: readonly Watch[], typed: string, day: string): Actor[] {
  const words = nameWords(typed);
  if (words.length === 0) return [];
  const actors = actorsOf(watches);
  const ways: ((actor: Actor) => boolean)[] = [
    (actor) => rolesOn(actor, day).some((role) => isPost(words, role)),
    (actor) => isNamed(words, actor, (typed, part) => part.startsWith(typed)),
    (actor) => isNamed(words, actor, isInflected),
  ];
  // Only what no plainer reading finds is read otherwise.
  for (const way of ways) {
    const found = actors.filter(way);
    if (found.length > 0) return found;
  }
  return [];
}

function spellingsOf({ id, name, names, bare }: Actor): string[] {
  return [name, ...names, ...bare.map((one) => one.name), id];
}

function isNamed(words: readonly string[], actor: Actor, alike: (typed: string, part: string) => boolean): boolean {
  return spellingsOf(actor).some((spelling) => {
    const parts = fold(spelling).split(" ");
    return words.every((word) => parts.some((part) => alike(word, part)));
  });
}

const HEAD = /^(?:president|prime minister|premier|pm|chancellor)$/;
const SMALL = new Set(["of", "the", "for", "s"]);

/** The title is typed in full; what else is typed names its country or house. */
function isPost(words: readonly string[], { title, also = [], organisation = "", country = "" }: Role): boolean {
  const known = COUNTRIES.filter(({ names }) => names.includes(country));
  const land = wordsOf([country, ...known.flatMap(({ names, demonyms }) => [...names, ...demonyms])].join(" "));
  const house = wordsOf(organisation);
  return [title, ...also].some((post) => {
    const parts = wordsOf(post);
    const rest = words.filter((word) => !parts.has(word) && !SMALL.has(word));
    const isTyped = [...parts].every((part) => words.includes(part));
    // A party's president is not its country's.
    const isOwn = house.size === 0 || !HEAD.test(fold(post)) || rest.some((word) => house.has(word) && !land.has(word));
    return isTyped && isOwn && rest.every((word) => land.has(word) || house.has(word));
  });
}

function wordsOf(text: string): Set<string> {
  return new Set(fold(text).split(" ").filter(Boolean));
}

/** A day of a role that is given by its month or year counts as a whole. */
function isHeld({ from = "", to = "9999" }: Role, day: string): boolean {
  return from.slice(0, day.length) <= day && day.slice(0, to.length) <= to;
}

/** The posts that an actor held on a day, in the order of the file: the main one first. */
function rolesOn(actor: Actor | undefined, day: string): Role[] {
  return actor?.roles.filter((role) => isHeld(role, day)) ?? [];
}

/** The actor of a watch by its id. */
export function actorById(watches: readonly Watch[], id: string | undefined): Actor | undefined {
  return id === undefined ? undefined : watches.flatMap(({ actors }) => actors).find((one) => one.id === id);
}

/** "Foreign Minister, Pakistan": the post that an actor held on that day; undefined when none is known. */
export function roleInWords(watches: readonly Watch[], actor: string | undefined, day: string): string | undefined {
  const [role] = rolesOn(actorById(watches, actor), day);
  return role && postInWords(role);
}

/** Bodies that every country has: their name says nothing without it. */
const OF_ANY_COUNTRY = /^(?:Ministry|Department|Foreign Office|Home Office|Senate|National Assembly)\b/;

/** "Foreign Minister, Pakistan", "spokesperson, Ministry of Foreign Affairs, China", "press secretary, White House". */
export function postInWords({ title, organisation, country }: Role): string {
  const namesCountry = organisation === undefined || OF_ANY_COUNTRY.test(organisation);
  return [title, organisation, namesCountry ? country : undefined].filter((part) => part !== undefined).join(", ");
}
