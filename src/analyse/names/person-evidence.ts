import { isCue, isFiniteCue } from "../../text/cue-verbs.ts";
import { isFirstName } from "../../text/names/first-names.ts";
import { isOrganisationHead, isOtherHead } from "../../text/names/organisation-words.ts";
import { isRoleNoun } from "../../text/names/role-nouns.ts";
import { isTitleHead, isTitleWord } from "../../text/names/titles.ts";
import type { Part } from "../../text/parts.ts";
import { AUXILIARIES, isAdverb } from "../../text/word-classes.ts";
import type { LexiconHit } from "./lexicon.ts";
import type { NameRun } from "./name-runs.ts";

/** A text's names before they are judged. */
export type Names = {
  readonly text: string;
  readonly parts: readonly Part[];
  readonly runs: readonly NameRun[];
  /** The known name that covers a part. */
  readonly hitOf: readonly (LexiconHit | undefined)[];
};

const APPOSITION_REACH = 7;
/** What follows these is not who speaks: "a resident of NAME said". */
const OBJECT_OF = /^(?:in|near|outside|off|of|from|for|at)$/;
const LONGEST_BODY = 7;
/** "al-Kuwaiti": part of a name, whatever the rest of the word tells. */
export const ARTICLE_NAME = /^(?:al|el|ul|ad|ar|as|an)-/;

const part = (names: Names, at: number): Part | undefined => names.parts[at];
const lower = (names: Names, at: number): string => names.parts[at]?.lower ?? "";

/** Whether what stands beside a name, or the name itself, shows that a person bears it. */
export function isPerson(names: Names, name: NameRun): boolean {
  if (isKnownPerson(names, name)) return true;
  if (!canBePerson(names, name)) return false;
  if (isTitled(names, name.from) || isGivenAs(names, name.from) || isRuler(names, name) || actsLikePerson(names, name))
    return true;
  const { from, to } = name;
  if (to - from === 1) return hasApposition(names, name) && (isGivenName(names, from) || part(names, to)?.text === ",");
  for (let at = from; at < to - 1; at++) {
    if (isGivenName(names, at) || /^(?:\p{Lu}\.)+$/u.test(part(names, at)?.text ?? "")) return true;
  }
  return hasApposition(names, name) || isArabicName(names, name) || livesLikePerson(names, name);
}

/** Whether a part is a first name and nothing else. */
export function isGivenName(names: Names, at: number): boolean {
  return isFirstName(lower(names, at)) && !isTitleWord(lower(names, at));
}

const isShouted = (written: string) => written.length > 1 && !/\p{Ll}/u.test(written) && /\p{Lu}{2}/u.test(written);

/** Whether nothing in or beside a name speaks against a person. */
export function canBePerson(names: Names, { from, to }: NameRun): boolean {
  if (
    /^(?:tribe|tribes|clan|area|region|province|neighbourhood|neighborhood|district|city|town|village)$/.test(
      lower(names, to),
    )
  )
    return false;
  const titled = isTitled(names, from);
  if (to - from === 1 && (isPeople(names, from) || /^\p{Lu}$/u.test(part(names, from)?.text ?? ""))) return false;
  for (let at = from; at < to; at++) {
    const written = part(names, at)?.text ?? "";
    // "Generation Z", but "Malcolm X".
    if (at > from && at === to - 1 && /^\p{Lu}$/u.test(written) && !isGivenName(names, from)) return false;
    if (/\d/.test(written) || (isShouted(written) && !titled)) return false;
    if (lower(names, at) === "of" || lower(names, at) === "for") return false;
    const isWord = isOrganisationHead(lower(names, at)) || isOtherHead(lower(names, at));
    if (isWord && !(at > from && isFirstName(lower(names, at - 1)))) return false;
  }
  return true;
}

/** "Residents said": several, at the start of a sentence. */
function isPeople(names: Names, at: number): boolean {
  const one = lower(names, at).replace(/s$/, "");
  const opens = part(names, at - 1)?.kind !== "word";
  return opens && one !== lower(names, at) && (isTitleHead(one) || isRoleNoun(one));
}

const isPlain = (part: Part | undefined) => part !== undefined && !part.capital && !part.possessive;

/** "President NAME", "spokesman NAME", "the farm's owner, NAME". */
function isTitled(names: Names, from: number): boolean {
  const before = part(names, from - 1);
  // In capitals before two names only: it may be a name itself.
  const isApart = isPlain(before) || (before?.possessive === false && part(names, from + 1)?.capital === true);
  if (before !== undefined && isRoleNoun(before.lower) && isApart) return true;
  if (isTitleHead(lower(names, from - 1)) && names.parts[from - 1]?.possessive === false) return true;
  return part(names, from - 1)?.text === "," && endsInRole(names, from - 2);
}

/** A role that a name behind a comma fills: "the farm's owner,", "his Special Envoy,", "the mayor of the town,". */
function endsInRole(names: Names, last: number): boolean {
  const isRole = (at: number) => isTitleHead(lower(names, at)) || isRoleNoun(lower(names, at));
  if (isRole(last) && isPlain(part(names, last))) return true;
  let from = last;
  while (part(names, from)?.capital && last - from < LONGEST_BODY) from--;
  if (isRole(last) && /^(?:his|her|their|its|my|our)$/.test(lower(names, from))) return true;
  while (/^(?:the|of|for|and)$/.test(lower(names, from)) && from > last - LONGEST_BODY) from--;
  const isOf = from < last && /^(?:of|for)$/.test(lower(names, from + 1));
  return isOf && isRole(from) && isPlain(part(names, from)) && /^(?:the|an?)$/.test(lower(names, from - 1));
}

/** "NAME, a spokesman for", "NAME was a commander", "NAME, 34,". */
function hasApposition(names: Names, { from, to }: NameRun): boolean {
  const mark = part(names, to)?.text ?? "";
  // "In NAME, Mayor NAME said": a place, and whoever speaks there.
  if (mark === "," && OBJECT_OF.test(lower(names, from - 1))) {
    // "A resident of NAME, who fled": the resident fled.
    const owner = lower(names, from - 2);
    if (part(names, to + 1)?.capital || isTitleHead(owner) || isRoleNoun(owner)) return false;
  }
  if (mark === "," && /^(?:\d{1,2}|who|whose)$/.test(lower(names, to + 1))) return true;
  if (mark !== "," && !/^(?:is|was)$/.test(mark)) return false;
  for (let at = to + 1; at < to + APPOSITION_REACH && part(names, at)?.kind === "word"; at++) {
    const here = part(names, at);
    if (here !== undefined && !here.possessive && (isTitleHead(here.lower) || (isHuman(here.lower) && isPlain(here))))
      return (
        (mark === "," && !isVerb(names, at + 1)) || (mark !== "," && /^(?:a|an|the|one)$/.test(lower(names, to + 1)))
      );
    if (/^(?:who|which|said|says|is|was)$/.test(lower(names, at))) return false;
  }
  return false;
}

const isHuman = (word: string) => isRoleNoun(word) || /[^aeiou](?:wo)?man$/.test(word);

/** "In a post on SITE, the president wrote": what follows the comma is a clause of its own. */
const isVerb = (names: Names, at: number) => isFiniteCue(lower(names, at)) || AUXILIARIES.has(lower(names, at));

const SPEAKS =
  /^(?:said|says|told|tells|asked|added|adds|asks|replied|explained|recalled|wrote|writes|insisted|insists|tweeted|stated|noted|warned|continued|argued|joked)$/;

/** Speaks, or is spoken of as someone who does: "said NAME", "NAME also said", "NAME, who". */
function actsLikePerson(names: Names, { from, to }: NameRun): boolean {
  // "A police officer in NAME said": somebody else speaks, there.
  if (OBJECT_OF.test(lower(names, from - 1))) return false;
  // "the Jesuit said": what somebody is.
  if (to - from === 1 && lower(names, from - 1) === "the") return false;
  let at = to;
  while (isAdverb(lower(names, at)) || AUXILIARIES.has(lower(names, at))) at++;
  const verb = lower(names, at);
  const isSubject = (to - from > 1 ? isCue(verb) : SPEAKS.test(verb)) && part(names, at)?.capital === false;
  return (
    isSubject ||
    /^(?:said|says|added)$/.test(lower(names, from - 1)) ||
    (to - from > 1 && isFiniteCue(lower(names, from - 1)) && /^["”’',]$/.test(part(names, from - 2)?.text ?? "")) ||
    (to - from > 1 && lower(names, to) === "who")
  );
}

/** What only people do, of body, mind and career, and what is only done to them. */
const LIVES =
  /^(?:laughed|laughs|smiled|smiles|nodded|nods|wept|weeps|sighed|sighs|shrugged|shrugs|paused|frowned|grinned|sang|sings|sat|walked|walks|woke|wakes|slept|sleeps|drank|drinks|ate|knelt|prayed|prays|resigned|testified|graduated|lives|lived|married|remembers|thought|knew|felt|tweeted|listened)$/;
const BEFALLS =
  /^(?:born|arrested|sentenced|elected|appointed|sworn|detained|jailed|imprisoned|buried|married|convicted|acquitted|interviewed|hospitalised|hospitalized|shot|stabbed|raped|extradited|pardoned|re-elected|exiled|interrogated|unhurt|pregnant|asleep|alive)$/;

/** "NAME NAME wept", "NAME NAME was born": a full name with a life. */
function livesLikePerson(names: Names, { from, to }: NameRun): boolean {
  if (OBJECT_OF.test(lower(names, from - 1)) || names.hitOf[from] !== undefined) return false;
  if (lower(names, from - 1) === "the") return false;
  let verb = to;
  while (isAdverb(lower(names, verb)) || AUXILIARIES.has(lower(names, verb))) verb++;
  if (part(names, verb)?.capital !== false) return false;
  const isDone = /^(?:was|is|been|be|being)$/.test(lower(names, verb - 1));
  return isDone ? BEFALLS.test(lower(names, verb)) : LIVES.test(lower(names, verb));
}

/** "Abu Jandal al-Kuwaiti", "Hafiz ibn Umar"; "Al Anbar" alone is a place. */
function isArabicName(names: Names, { from, to }: NameRun): boolean {
  if (/^(?:abu|umm)$/.test(lower(names, from)) && to - from > 1) return true;
  for (let at = from + 1; at < to; at++) {
    const word = lower(names, at);
    if (/^(?:bin|ibn|abu|al|el)$/.test(word) || ARTICLE_NAME.test(word)) return !/^(?:al|el)$/.test(lower(names, from));
  }
  return false;
}

/** "gave her name only as NAME", "identified himself as NAME". */
function isGivenAs(names: Names, from: number): boolean {
  return lower(names, from - 1) === "as" && /^(?:name|only|just|simply|himself|herself)$/.test(lower(names, from - 2));
}

/** "the NAME regime", "NAME's regime" speak of a ruler. */
function isRuler(names: Names, { to }: NameRun): boolean {
  return /^(?:regime|administration)$/.test(lower(names, to)) && names.hitOf[to - 1] === undefined;
}

/** A known full name stands in it, or a known short name is all of it. */
function isKnownPerson(names: Names, { from, to }: NameRun): boolean {
  for (let at = from; at < to; at++) {
    const hit = names.hitOf[at];
    if (hit?.actors[0]?.kind === "person" && (hit.via === "name" || to - from === 1)) return true;
  }
  return false;
}
