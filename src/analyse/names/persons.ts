import { fold } from "../../text/fold.ts";
import { genderOfFirstName } from "../../text/names/first-names.ts";
import { isOrganisationHead, isOtherHead } from "../../text/names/organisation-words.ts";
import { looksLikeRole } from "../../text/names/role-nouns.ts";
import { isTitleHead, isTitleWord } from "../../text/names/titles.ts";
import type { Part } from "../../text/parts.ts";
import { fullNames, surnames, written } from "./full-names.ts";
import type { NameRun } from "./name-runs.ts";
import { ARTICLE_NAME, canBePerson, isGivenName, isPerson, type Names } from "./person-evidence.ts";
import { genderOfAddress } from "./pronouns.ts";

/** A person's name as a range of parts, without title; `name` is the fullest form of the text. */
export type PersonName = { readonly from: number; readonly to: number; readonly name: string };

const LONGEST_NAME = 6;

const part = (names: Names, at: number): Part | undefined => names.parts[at];
const lower = (names: Names, at: number): string => names.parts[at]?.lower ?? "";

/** Every person named, by evidence beside the name, then by the last names and full names so found. */
export function findPersonNames(names: Names): PersonName[] {
  const candidates = names.runs.flatMap((run) => nameIn(names, run) ?? []);
  const accepted = withFullForms(names, candidates);
  const full = fullNames(names, accepted);
  const known = new Set(accepted);
  return candidates.flatMap((name) => {
    const words = written(names, name);
    const fuller = fullerName(names, name, full.get(fold(words)));
    if (known.has(name)) return [{ ...name, name: fuller ?? words }];
    return fuller === undefined || !canBePerson(names, name) || isKnownOther(names, name)
      ? []
      : [{ ...name, name: fuller }];
  });
}

/**
 * The names with evidence, the full form before them of one that has it in its short form only ("NAME Adeyemi signed
 * it.", then "Adeyemi said"), and others of a family that is named.
 */
function withFullForms(names: Names, candidates: readonly NameRun[]): NameRun[] {
  const proven = new Set(candidates.filter((name) => isPerson(names, name)));
  const shortForms = new Map<string, number>();
  const families = new Set(
    [...proven].filter(({ from, to }) => to - from > 1).flatMap((name) => surnames(names, name)),
  );
  for (const name of proven)
    if (name.to - name.from === 1 && names.hitOf[name.from] === undefined)
      shortForms.set(fold(written(names, name)), name.from);
  return candidates.filter((name) => {
    if (proven.has(name)) return true;
    const { from, to } = name;
    if (to - from < 2 || !canBePerson(names, name) || names.hitOf[to - 1] !== undefined) return false;
    const [family = ""] = surnames(names, name);
    return families.has(family) || surnames(names, name).some((surname) => (shortForms.get(surname) ?? -1) > from);
  });
}

/** A place or body of this very name: "Jordan", though a Jordan Hayes is named. */
const isKnownOther = (names: Names, { from, to }: NameRun) =>
  to - from === 1 && names.hitOf[from] !== undefined && names.hitOf[from]?.actors[0]?.kind !== "person";

/** "Ms NAME" is not the man of that last name. */
function fullerName(names: Names, { from }: NameRun, fuller: string | undefined): string | undefined {
  const addressed = genderOfAddress(lower(names, from - 1));
  const gender = genderOfFirstName(fold(fuller ?? "").split(" ")[0] ?? "");
  return addressed === undefined || gender === undefined || addressed === gender ? fuller : undefined;
}

/** Countries and towns that are first names, too. */
const GIVEN_TOO = /^(?:israel|jordan|chad|georgia|austin|santiago|salvador|madison|cairo|milan)$/;

/** Known places and bodies before a name are no part of it; after a first name they are its last word ("Michael Jordan"). */
function isPrefix(names: Names, at: number, from: number): boolean {
  // "Minister Israel NAME".
  const isGiven = GIVEN_TOO.test(lower(names, at)) && at > from && isTitleHead(lower(names, at - 1));
  if (isGiven && part(names, at + 1)?.capital && !isTitleWord(lower(names, at + 1))) return false;
  if (at > from && (isGivenName(names, at - 1) || ARTICLE_NAME.test(lower(names, at)))) return false;
  return names.hitOf[at] !== undefined && names.hitOf[at]?.actors[0]?.kind !== "person";
}

function isTitleAt(names: Names, at: number, from: number): boolean {
  return isTitleWord(lower(names, at)) && !(at > from && isGivenName(names, at - 1));
}

/** Words that end what stands before a name in one run: titles, places, bodies, "East", "Affairs". */
function isBeforeName(names: Names, at: number, from: number): boolean {
  if (isTitleAt(names, at, from) || isPrefix(names, at, from)) return true;
  const isHead = isOtherHead(lower(names, at)) || isOrganisationHead(lower(names, at));
  return isHead && isGivenName(names, at + 1);
}

/** The name at the end of a run: what follows its titles, places and bodies. */
function nameIn(names: Names, { from, to }: NameRun): NameRun | undefined {
  let start = to;
  while (start > from && !isBeforeName(names, start - 1, from)) start--;
  while (start < to && /^(?:of|for|and|the|&)$/.test(lower(names, start))) start++;
  while (to - start > 2 && isRoleBefore(names, start)) start++;
  if (to - start === 2 && /[^aeiou](?:wo)?man$/.test(lower(names, start)) && isRoleBefore(names, start)) start++;
  if (isOfBody(names, from, start)) return undefined;
  if (isShort(names, from)) start = givenNameIn(names, { from: start, to });
  const length = to - start;
  return length > 0 && length <= LONGEST_NAME ? { from: start, to } : undefined;
}

/** "University of North Asian Studies": the run is a body, and its last words are no name. */
function isOfBody(names: Names, from: number, start: number): boolean {
  let of = start;
  while (of > from && !/^(?:of|for)$/.test(lower(names, of))) of--;
  if (of === from || !isOrganisationHead(lower(names, of - 1))) return false;
  for (let at = of; at < start; at++) if (isTitleHead(lower(names, at))) return false;
  return true;
}

/** "SHO", "DIG". */
const isShort = (names: Names, at: number) => /^\p{Lu}{2,5}$/u.test(part(names, at)?.text ?? "");

/** "DIG Central Province NAME NAME": where the first name stands that another word follows, else the start. */
function givenNameIn(names: Names, { from, to }: NameRun): number {
  let given = from;
  while (given < to - 1 && !isGivenName(names, given)) given++;
  if (given === to - 1) return from;
  // "MLA NAME Ahmad NAME": behind a title, only what may be a place is no part of the name.
  const isApart = (at: number) => names.hitOf[at] !== undefined || isOtherHead(lower(names, at));
  for (let at = from; at < given; at++) if (isApart(at)) return given;
  return isTitleWord(lower(names, from - 1)) ? from : given;
}

/** "Goalkeeper NAME NAME", "SHO NAME NAME": a role with a capital before a first name, or at the start of a sentence. */
function isRoleBefore(names: Names, at: number): boolean {
  if (isGivenName(names, at) || ARTICLE_NAME.test(lower(names, at))) return false;
  const opens = at === 0 || /^[.!?“”"]$/.test(part(names, at - 1)?.text ?? "");
  return (isShort(names, at) || looksLikeRole(lower(names, at))) && (opens || isGivenName(names, at + 1));
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
    const isKnown = names.hitOf[at] !== undefined || (here.capital && isOrganisationHead(here.lower));
    if (!isLink && !isTitleWord(here.lower) && !isKnown) break;
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
