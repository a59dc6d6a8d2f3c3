import { fold } from "../../text/fold.ts";
import { isTitleHead } from "../../text/names/titles.ts";
import type { Outline } from "../reading/sentence-parts.ts";
import type { Lexicon } from "./lexicon.ts";
import type { NounPhrase } from "./noun-phrases.ts";
import { countBefore } from "./placed-mentions.ts";
import type { Link, PersonMention } from "./pronouns.ts";

/** Who holds an office when the text was written, and of which places the text speaks. */
export type Holders = {
  readonly lexicon: Lexicon;
  readonly day: string | undefined;
  /** Names of places and bodies. */
  readonly places: ReadonlySet<string>;
};

/** "the minister" looks back over this many mentions of persons. */
const REMEMBERED = 100;
/** Two of one title that stand within as many sentences may both be meant. */
const NEAR = 4;
const TITLED = 0.97;
const HOLDER = 0.9;

/** "the general", "the president": the latest person of that title, else who holds the office. No one when two may be meant. */
export function described(
  outline: Outline,
  phrase: NounPhrase,
  persons: readonly PersonMention[],
  holders: Holders,
): Link | undefined {
  const words = outline.parts.slice(phrase.from, phrase.to).map((part) => part.lower);
  const title = words.at(-1) ?? "";
  if (phrase.kind !== "noun" || !/^(?:the|this)$/.test(words[0] ?? "") || !isTitleHead(title)) return undefined;
  const last = countBefore(persons, phrase.from);
  const earlier = persons
    .slice(Math.max(0, last - REMEMBERED), last)
    .filter((person) => hasTitle(person.words, title) && (person.meant !== undefined || isNew(person.words)));
  const titled = earlier.at(-1);
  if (titled === undefined) return holderOf(words.slice(1).join(" "), holders);
  if (titled.meant === undefined) return undefined;
  const other = earlier.findLast(({ meant }) => meant?.name !== titled.meant?.name);
  if (other !== undefined && titled.sentence - other.sentence < NEAR) return undefined;
  return { meant: titled.meant, sure: TITLED };
}

/** "a general" is another one than those before. */
const isNew = (words: string) => /^(?:an?|another|one)\s/iu.test(words);

const SHORT: Readonly<Record<string, string>> = {
  general: "gen",
  colonel: "col",
  major: "maj",
  lieutenant: "lt",
  captain: "capt",
  commander: "cmdr",
  admiral: "adm",
  brigadier: "brig",
  sergeant: "sgt",
  senator: "sen",
  representative: "rep",
  governor: "gov",
  professor: "prof",
  doctor: "dr",
  reverend: "rev",
};

/** "the general" is "Gen. NAME", too. */
function hasTitle(mention: string, title: string): boolean {
  const words = fold(mention).split(/[\s-]+/);
  return words.includes(title) || words.includes(SHORT[title] ?? title);
}

/** The only one known to hold an office, in a text that speaks of the country. */
function holderOf(title: string, { lexicon, day, places }: Holders): Link | undefined {
  const [holder, second] = lexicon.holders(title, day);
  if (holder === undefined || second !== undefined) return undefined;
  const { name, id } = holder;
  const isPlaced = holder.roles.some(
    ({ country, organisation }) => places.has(country ?? "") || places.has(organisation ?? ""),
  );
  return isPlaced ? { meant: { name, ...(id === undefined ? {} : { actor: id }) }, sure: HOLDER } : undefined;
}
