import { fold } from "../../text/fold.ts";
import { isFamilyFirst } from "../../text/names/family-names.ts";
import { isFirstName } from "../../text/names/first-names.ts";
import type { Part } from "../../text/parts.ts";
import { NAME_CONNECTORS } from "../../text/word-classes.ts";
import { type NameRun, spanOf } from "./name-runs.ts";
import type { Names } from "./person-evidence.ts";

const part = (names: Names, at: number): Part | undefined => names.parts[at];
const lower = (names: Names, at: number): string => names.parts[at]?.lower ?? "";

/** The words of a name as the text has them. */
export const written = (names: Names, { from, to }: NameRun): string => {
  const { start, end } = spanOf(names.parts, from, to);
  return names.text.slice(start, end);
};

/**
 * From each full name and each last name to the full name; a last name of two people leads nowhere. Who has but one
 * name is found by it everywhere.
 */
export function fullNames(names: Names, accepted: readonly NameRun[]): ReadonlyMap<string, string> {
  const full = new Map<string, string>();
  const shared = new Set<string>();
  for (const name of accepted) {
    const words = written(names, name);
    if (!full.has(fold(words))) full.set(fold(words), words);
  }
  for (const name of accepted.filter(({ from, to }) => to - from > 1)) {
    const words = written(names, name);
    for (const last of surnames(names, name)) {
      const before = full.get(last);
      const isOther = before !== undefined && fold(before) !== last && !isSamePerson(before, words);
      if (isOther) shared.add(last);
      if (before === undefined || fold(before) === last || isSamePerson(before, words))
        full.set(last, longer(before, words));
    }
  }
  for (const last of shared) full.delete(last);
  addFirstWords(names, accepted, full);
  addPieces(names, accepted, full);
  return full;
}

const SHORTEST_FIRST = 3;

/** Who is called by the first name later on, or bears the family name first: "Liu Wen", "Liu". Never one of two. */
function addFirstWords(names: Names, accepted: readonly NameRun[], full: Map<string, string>): void {
  const byFirst = Map.groupBy(
    accepted.filter(({ from, to }) => to - from > 1 && !NAME_CONNECTORS.has(lower(names, from))),
    ({ from }) => fold(part(names, from)?.text ?? ""),
  );
  for (const [first, bearers] of byFirst) {
    const [words, ...others] = bearers.map((name) => full.get(fold(written(names, name))) ?? written(names, name));
    const isOne = words !== undefined && others.every((other) => isSamePerson(other, words));
    const isFamily = isFamilyFirst(first) && !isFirstName(first);
    if (isOne && first.length >= SHORTEST_FIRST && (isFamily || fold(full.get(first) ?? first) === first))
      full.set(first, words);
  }
}

/** Of a name of three words or more, its first ones and its last ones: "Sri Mulyani", "bin Salman". Never of two people. */
function addPieces(names: Names, accepted: readonly NameRun[], full: Map<string, string>): void {
  const owners = new Map<string, Set<string>>();
  for (const { from, to } of accepted) {
    const whole = full.get(fold(written(names, { from, to }))) ?? written(names, { from, to });
    const pieces = [];
    for (let cut = from + 2; cut < to; cut++) pieces.push({ from, to: cut });
    for (let cut = from + 1; cut < to - 1; cut++) pieces.push({ from: cut, to });
    for (const piece of pieces.filter((each) => !NAME_CONNECTORS.has(lower(names, each.to - 1)))) {
      const words = fold(written(names, piece));
      owners.set(words, (owners.get(words) ?? new Set()).add(whole));
    }
  }
  for (const [words, [whole, other]] of owners)
    if (whole !== undefined && other === undefined && fold(full.get(words) ?? words) === words) full.set(words, whole);
}

const longer = (one: string | undefined, other: string) =>
  one !== undefined && one.length >= other.length ? one : other;

const YOUNGER = /^(?:Jr|Junior|Sr|II|III)\.?$/;

/** The last names of a full name: of two, as in Spanish and Portuguese, the first is the one that is used alone. */
export function surnames(names: Names, name: NameRun): string[] {
  const { from } = name;
  const to = name.to - (YOUNGER.test(part(names, name.to - 1)?.text ?? "") ? 1 : 0);
  const last = lastNames(part(names, to - 1)?.text ?? "");
  const before = part(names, to - 2);
  const isSurname = to - from > 2 && before?.capital && !/^\p{Lu}\.?$/u.test(before.text) && !isFirstName(before.lower);
  return isSurname ? [...last, fold(before.text)] : last;
}

/** "al-Abadi" is "Abadi" too. */
function lastNames(last: string): string[] {
  return [...new Set([fold(last), fold(last.replace(/^(?:al|el|ul|ad|as|ar|an)-/iu, ""))])].filter(
    (name) => name !== "",
  );
}

/** "Asim Munir" and "Syed Asim Munir" are one person: all words of one are in the other. */
function isSamePerson(one: string, other: string): boolean {
  const [few = [], many = []] = [fold(one).split(" "), fold(other).split(" ")].sort((a, b) => a.length - b.length);
  return few.every((word) => many.includes(word));
}
