import { isCue } from "../../text/cue-verbs.ts";
import { AUXILIARIES, CONJUNCTIONS, isAdverb, PREPOSITIONS, RELATIVES, TIME_WORDS } from "../../text/word-classes.ts";
import { type NameRun, spanOf } from "./name-runs.ts";
import type { NamedBody } from "./organisations.ts";
import type { Names } from "./person-evidence.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** What a place is: "the town of NAME", "NAME district". */
const PLACE_NOUNS = set(
  "town city village hamlet district province region island islands islet peninsula state capital suburb neighbourhood " +
    "neighborhood county governorate prefecture municipality township port airport airfield valley coast shore outskirts " +
    "streets north south east west centre center border area river lake camp",
);
/** Words after which a name is where something is; after the others it may be a body or a thing. */
const WHERE = set("in near outside off around across throughout inside into");
/** "Shares in NAME", "faith in NAME": it is no place. */
const HOLDINGS = set(
  "stake stakes share shares stock investor investors investment interest confidence trust faith belief believe",
);
/** Capitalised after "in" without being a place: languages, faiths, feasts, media. */
const NOT_PLACES = set(
  "english french german spanish italian portuguese dutch russian ukrainian arabic persian farsi urdu hindi punjabi pashto " +
    "bengali tamil turkish hebrew chinese mandarin cantonese japanese korean swahili amharic tigrinya latin greek polish " +
    "islam christianity judaism hinduism buddhism christ god allah ramadan eid easter christmas lent diwali passover " +
    "parliament congress cabinet facebook instagram telegram twitter x whatsapp youtube tiktok bitcoin covid covid-19 " +
    "internet olympics democratic republican",
);

const wordAt = (names: Names, at: number) => names.parts[at]?.lower ?? "";

/** After the name its phrase is over: a mark, or a word that begins another one. */
function isPhraseEnd(names: Names, at: number): boolean {
  const part = names.parts[at];
  if (part === undefined || part.kind !== "word") return true;
  const { lower } = part;
  if (/^(?:last|this|next|early|late)$/.test(lower) || isAdverb(lower) || isCue(lower) || /[a-z]ed$/.test(lower))
    return true;
  return [PREPOSITIONS, CONJUNCTIONS, RELATIVES, TIME_WORDS, AUXILIARIES].some((words) => words.has(lower));
}

/** "the town of NAME", "the capital, NAME,". */
function isNamedPlace(names: Names, { from, to }: NameRun): boolean {
  const before = wordAt(names, from - 1);
  if (before === "of") return PLACE_NOUNS.has(wordAt(names, from - 2));
  const isAside = before === "," && /^[,.;]?$/.test(names.parts[to]?.text ?? "");
  return isAside && PLACE_NOUNS.has(wordAt(names, from - 2));
}

/** Whether what stands beside a name shows that something is there. */
function isPlace(names: Names, run: NameRun): boolean {
  const last = names.parts[run.to - 1];
  if (last === undefined || last.possessive) return false;
  if (isNamedPlace(names, run)) return true;
  if (names.parts[run.to]?.capital === false && PLACE_NOUNS.has(wordAt(names, run.to))) return true;
  const isWhere = WHERE.has(wordAt(names, run.from - 1)) && !HOLDINGS.has(wordAt(names, run.from - 2));
  return isWhere && isPhraseEnd(names, run.to);
}

/** A name that a place may bear: words with small letters, none of them the name of something else. */
function canBePlace(names: Names, { from, to }: NameRun): boolean {
  for (let at = from; at < to; at++) {
    const text = names.parts[at]?.text ?? "";
    if (names.hitOf[at] !== undefined || NOT_PLACES.has(wordAt(names, at))) return false;
    if (/\d/.test(text) || !/\p{Ll}/u.test(text)) return false;
  }
  return to - from < 4;
}

const overlaps = (run: NameRun, other: NameRun) => run.from < other.to && other.from < run.to;

/**
 * Places that no lexicon knows, by the words beside them; once shown to be one, a name is one wherever it stands.
 * `taken` are the names of persons.
 */
export function findPlaces(names: Names, taken: readonly NameRun[]): NamedBody[] {
  const free = names.runs.filter((run) => canBePlace(names, run) && !taken.some((other) => overlaps(run, other)));
  const nameOf = (run: NameRun) => {
    const { start, end } = spanOf(names.parts, run.from, run.to);
    return names.text.slice(start, end).replace(/['’]s?$/u, "");
  };
  const known = new Set(free.filter((run) => isPlace(names, run)).map(nameOf));
  return free
    .filter((run) => known.has(nameOf(run)))
    .map((run) => {
      const name = nameOf(run);
      const { start } = spanOf(names.parts, run.from, run.to);
      return { start, end: start + name.length, kind: "place", name };
    });
}
