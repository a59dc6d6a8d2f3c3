import type { Span } from "../model/article.ts";
import { isCue } from "../text/cue-verbs.ts";
import { isFirstName } from "../text/first-names.ts";
import { fold } from "../text/fold.ts";
import { isOrganisationHead, isOtherHead } from "../text/organisation-words.ts";
import type { Part } from "../text/parts.ts";
import { isTitleHead, isTitleWord } from "../text/titles.ts";
import { AUXILIARIES, isAdverb } from "../text/word-classes.ts";
import type { LexiconHit } from "./lexicon.ts";
import { type NameRun, spanOf } from "./name-runs.ts";

/** A text's names before they are judged. */
export type Names = {
  readonly text: string;
  readonly parts: readonly Part[];
  readonly runs: readonly NameRun[];
  /** The known name that covers a part. */
  readonly hitOf: readonly (LexiconHit | undefined)[];
};

/** A person's name as a range of parts, without title; `name` is the fullest form of the text. */
export type PersonName = { readonly from: number; readonly to: number; readonly name: string };

const LONGEST_NAME = 6;
const APPOSITION_REACH = 7;

const part = (names: Names, at: number): Part | undefined => names.parts[at];
const lower = (names: Names, at: number): string => names.parts[at]?.lower ?? "";

/** Known places and bodies before a name are no part of it; after a first name they are its last word ("Michael Jordan"). */
function isPrefix(names: Names, at: number, from: number): boolean {
  if (at > from && isFirstName(lower(names, at - 1)) && !isTitleWord(lower(names, at - 1))) return false;
  return names.hitOf[at] !== undefined && names.hitOf[at]?.actors[0]?.kind !== "person";
}

function isTitleAt(names: Names, at: number, from: number): boolean {
  if (!isTitleWord(lower(names, at))) return false;
  return !(at > from && isFirstName(lower(names, at - 1)));
}

/** The name at the end of a run: what follows its titles, places and bodies. */
function nameIn(names: Names, { from, to }: NameRun): NameRun | undefined {
  let start = to;
  while (start > from && !isTitleAt(names, start - 1, from) && !isPrefix(names, start - 1, from)) start--;
  while (start < to && /^(?:of|for|and|the|&)$/.test(lower(names, start))) start++;
  const length = to - start;
  return length > 0 && length <= LONGEST_NAME ? { from: start, to } : undefined;
}

const isShouted = (written: string) => written.length > 1 && !/\p{Ll}/u.test(written) && /\p{Lu}{2}/u.test(written);

function canBePerson(names: Names, { from, to }: NameRun): boolean {
  for (let at = from; at < to; at++) {
    const written = part(names, at)?.text ?? "";
    if (/\d/.test(written) || isShouted(written)) return false;
    if (lower(names, at) === "of" || lower(names, at) === "for") return false;
    const isWord = isOrganisationHead(lower(names, at)) || isOtherHead(lower(names, at));
    if (isWord && !(at > from && isFirstName(lower(names, at - 1)))) return false;
  }
  return true;
}

/** "President NAME", "spokesman NAME", "the farm's owner, NAME". */
function isTitled(names: Names, from: number): boolean {
  if (isTitleHead(lower(names, from - 1)) && names.parts[from - 1]?.possessive === false) return true;
  return part(names, from - 1)?.text === "," && isTitleHead(lower(names, from - 2)) && !part(names, from - 2)?.capital;
}

/** "NAME, a spokesman for", "NAME, head of", "NAME, 34,". */
function hasApposition(names: Names, to: number): boolean {
  if (part(names, to)?.text !== ",") return false;
  if (/^\d{1,2}$/.test(lower(names, to + 1))) return true;
  if (/^(?:who|whose)$/.test(lower(names, to + 1))) return true;
  for (let at = to + 1; at < to + APPOSITION_REACH && part(names, at)?.kind === "word"; at++) {
    const here = part(names, at);
    if (here !== undefined && isTitleHead(here.lower)) return true;
    if (/^(?:who|which|said|says|is|was)$/.test(lower(names, at))) return false;
  }
  return false;
}

/** Speaks, or is spoken of as someone who does: "said NAME", "NAME also said", "NAME, who". */
function actsLikePerson(names: Names, { from, to }: NameRun): boolean {
  let at = to;
  while (isAdverb(lower(names, at)) || AUXILIARIES.has(lower(names, at))) at++;
  const isSubject = isCue(lower(names, at)) && part(names, at)?.capital === false;
  return isSubject || /^(?:said|says|told|asked|added)$/.test(lower(names, from - 1)) || lower(names, to) === "who";
}

function isArabicName(names: Names, { from, to }: NameRun): boolean {
  if (to - from < 2) return false;
  for (let at = from; at < to; at++) {
    if (
      /^(?:bin|ibn|abu|al|el)$/.test(lower(names, at)) ||
      (at > from && /^(?:al|el|ul|ad|ar|as)-/.test(lower(names, at)))
    )
      return true;
  }
  return false;
}

/** A known full name stands in it, or a known short name is all of it. */
function isKnownPerson(names: Names, { from, to }: NameRun): boolean {
  for (let at = from; at < to; at++) {
    const hit = names.hitOf[at];
    if (hit?.actors[0]?.kind === "person" && (hit.via === "name" || to - from === 1)) return true;
  }
  return false;
}

function isPerson(names: Names, name: NameRun): boolean {
  if (isKnownPerson(names, name)) return true;
  if (!canBePerson(names, name)) return false;
  const length = name.to - name.from;
  const titled = isTitled(names, name.from);
  if (length === 1)
    return (
      titled ||
      (actsLikePerson(names, name) && !/^(?:i|god)$/.test(lower(names, name.from))) ||
      (hasApposition(names, name.to) && isFirstName(lower(names, name.from)))
    );
  const hasFirstName =
    isFirstName(lower(names, name.from)) || /^(?:\p{Lu}\.)+$/u.test(part(names, name.from)?.text ?? "");
  return (
    titled || hasFirstName || hasApposition(names, name.to) || actsLikePerson(names, name) || isArabicName(names, name)
  );
}

const written = (names: Names, { from, to }: NameRun): string => {
  const { start, end } = spanOf(names.parts, from, to);
  return names.text.slice(start, end);
};

/** Every person named, by evidence beside the name, then by the last names and full names so found. */
export function findPersonNames(names: Names): PersonName[] {
  const candidates = names.runs.flatMap((run) => nameIn(names, run) ?? []);
  const accepted = candidates.filter((name) => isPerson(names, name));
  const full = fullNames(names, accepted);
  const known = new Set(accepted);
  return candidates.flatMap((name) => {
    const words = written(names, name);
    const fuller = full.get(fold(words));
    if (known.has(name)) return [{ ...name, name: fuller ?? words }];
    return fuller === undefined || !canBePerson(names, name) ? [] : [{ ...name, name: fuller }];
  });
}

/** From each full name and each last name to the full name; a last name of two people leads nowhere. */
function fullNames(names: Names, accepted: readonly NameRun[]): ReadonlyMap<string, string> {
  const full = new Map<string, string>();
  const shared = new Set<string>();
  for (const name of accepted.filter(({ from, to }) => to - from > 1)) {
    const words = written(names, name);
    const last = fold(part(names, name.to - 1)?.text ?? "");
    const before = full.get(last);
    if (before !== undefined && !isSamePerson(before, words)) shared.add(last);
    if (!full.has(fold(words))) full.set(fold(words), words);
    if (before === undefined) full.set(last, words);
  }
  for (const last of shared) full.delete(last);
  return full;
}

/** "Asim Munir" and "Syed Asim Munir" are one person: all words of one are in the other. */
function isSamePerson(one: string, other: string): boolean {
  const [few = [], many = []] = [fold(one).split(" "), fold(other).split(" ")].sort((a, b) => a.length - b.length);
  return few.every((word) => many.includes(word));
}

/** Where the mention of a person begins: titles, offices, bodies and countries before the name belong to it. */
export function titleStart(names: Names, from: number): number {
  let start = from;
  let sawHead = false;
  for (let at = from - 1; at >= 0 && from - at < 16; at--) {
    const here = names.parts[at];
    const next = names.parts[at + 1];
    if (here?.kind !== "word" || next === undefined || /\n/.test(names.text.slice(here.end, next.start))) break;
    if (!sawHead && !isTitleHead(here.lower)) break;
    const isLink = /^(?:of|for|the|and|to)$/.test(here.lower);
    if (!isLink && !isTitleWord(here.lower) && names.hitOf[at] === undefined) break;
    if (isLink && !continuesTitle(names, at)) break;
    sawHead = true;
    if (!isLink) start = at;
  }
  return start;
}

/** "of" goes on with a title when a title word or a body stands before it. */
function continuesTitle(names: Names, at: number): boolean {
  const before = lower(names, at - 1);
  if (lower(names, at) === "the") return /^(?:of|for|to)$/.test(before);
  return isTitleWord(before) || isOrganisationHead(before) || names.hitOf[at - 1]?.actors[0]?.kind === "organisation";
}

/** Whether a span lies inside another. */
export function isInside(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
