import { isFiniteCue } from "../../text/cue-verbs.ts";
import { isOrganisationHead } from "../../text/names/organisation-words.ts";
import { isTitleHead } from "../../text/names/titles.ts";
import { AUXILIARIES, isAdverb } from "../../text/word-classes.ts";
import type { Outline } from "../reading/sentence-parts.ts";
import { isRoleOf } from "./appositions.ts";
import type { NounPhrase } from "./noun-phrases.ts";
import { type Placed, type Scene, weightOf } from "./placed-mentions.ts";
import { genderOfAddress, type PersonMention } from "./pronouns.ts";

/** A name that nothing but its verb of saying makes a person. */
const UNPROVEN = 0.8;

/** What speaks without being a person. */
const NO_PERSON =
  /^(?:police|report|statement|video|study|paper|newspaper|document|letter|agency|website|outlet|channel|post|survey|poll|firm|team|family|couple|crowd|group|public|world|country|nation|city|town|village|state|military|side|media|press|book|film|note|message|email|source|staff|data|both|it|they|we|i|you|he|she|this|that|these|those|some|all|most|many|several|few|none)$/;
const HUMAN =
  /^(?:man|woman|boy|girl|person|child|teenager|victim|passenger|patient|suspect|defendant|colleague|friend|relative|onlooker|bystander|shepherd|pensioner|refugee|prisoner|pilot|sailor|referee|striker|captain|client|partner|boss|owner|customer|another|one|other|someone)$/;
/** "the bystander" or "the players": only one of them can be he or she. */
const isPlural = (word: string) => /[^s]s$/.test(word);

/** Persons spoken of whom the text does not name, "a shepherd", "his lawyer", and names that no evidence tells of. */
export function unnamedPersons(scene: Scene, known: readonly Placed[]): PersonMention[] {
  const { outline, subjects } = scene;
  const endOf = new Map(known.map(({ part, to }) => [part, to]));
  const covered = new Set<number>();
  for (const { part, to } of known) for (let at = part; at < to; at++) covered.add(at);
  return outline.sentences.flatMap((clause, sentence) => {
    const main = subjects.main(sentence, clause.to);
    return subjects
      .phrases(sentence)
      .filter((phrase) => !covered.has(phrase.to - 1) && !hasName(outline, phrase, endOf))
      .flatMap((phrase) => {
        const isLed = main !== undefined && isLedBy(outline, phrase, main);
        if (!isLed && !isUnnamed(outline, phrase, phrase === main)) return [];
        return [mentionOf(scene, phrase, { sentence, subject: isLed ? main : phrase })];
      });
  });
}

/** "His wife, NAME, laughed": she has a name. */
function hasName(outline: Outline, phrase: NounPhrase, endOf: ReadonlyMap<number, number>): boolean {
  const to = endOf.get(phrase.to + 1);
  return to !== undefined && isRoleOf(outline, phrase, { from: phrase.to + 1, to });
}

function mentionOf(
  scene: Scene,
  { from, to, kind }: NounPhrase,
  { sentence, subject }: { readonly sentence: number; readonly subject: NounPhrase },
): PersonMention {
  const { parts, text } = scene.outline;
  const words = text.slice(parts[from]?.start ?? 0, parts[to - 1]?.end ?? 0);
  const gender = genderOfAddress(words);
  const weight = weightOf(scene, subject.from, subject.to);
  if (kind === "name") return { meant: { name: words }, words, sentence, part: from, to, weight, sure: UNPROVEN };
  return { words, sentence, part: from, to, weight, sure: 1, ...(gender === undefined ? {} : { gender }) };
}

function isUnnamed(outline: Outline, phrase: NounPhrase, isMain: boolean): boolean {
  if (phrase.kind === "pronoun" || outline.parts[phrase.to - 1]?.possessive) return false;
  const last = outline.parts[phrase.to - 1]?.lower ?? "";
  if (NO_PERSON.test(last) || isOrganisationHead(last)) return false;
  const speaks = isSpeaker(outline, phrase);
  if (isPlural(last) && phrase.to - phrase.from === 1) return false;
  if (phrase.kind === "name") return speaks;
  if (isPlural(last)) return false;
  return speaks || (isMain && phrase.preposition === undefined && (HUMAN.test(last) || isTitleHead(last)));
}

/** "Waste collector Femi Okoro", whatever he does: a name of two words behind small words that lead up to it. */
function isLedBy({ parts }: Outline, { from, to, kind, preposition }: NounPhrase, main: NounPhrase): boolean {
  if (kind !== "name" || preposition !== undefined || to - from < 2 || from <= main.to || from - main.to > 2)
    return false;
  return parts.slice(main.to, from).every(({ kind: is, capital, lower }) => {
    return is === "word" && !capital && !isFiniteCue(lower) && !AUXILIARIES.has(lower) && !/(?:ed|s)$/.test(lower);
  });
}

/** A verb of saying stands right behind, or right before behind a quotation. */
function isSpeaker({ parts }: Outline, { from, to }: NounPhrase): boolean {
  if (isFiniteCue(parts[from - 1]?.lower ?? "") && parts[from - 2]?.kind === "quotation") return true;
  let next = to;
  while (isAdverb(parts[next]?.lower ?? "") || AUXILIARIES.has(parts[next]?.lower ?? "")) next++;
  return isFiniteCue(parts[next]?.lower ?? "") && parts[next]?.capital === false;
}
