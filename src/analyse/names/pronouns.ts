import type { ActorMention } from "../../model/findings.ts";
import { genderOfFirstName } from "../../text/names/first-names.ts";
import type { Outline } from "../reading/sentence-parts.ts";
import type { Lexicon } from "./lexicon.ts";

/** A person's full name, and the watch's actor when it is one. */
type Meant = Pick<ActorMention, "name" | "actor">;

/** A person spoken of in the running text, with what helps to tell whom "he" means. */
export type PersonMention = {
  /** Undefined for "a shepherd", "his lawyer": someone whom the text does not name. */
  readonly meant?: Meant | undefined;
  /** The words of the mention, title included. */
  readonly words: string;
  readonly sentence: number;
  /** The range of parts. */
  readonly part: number;
  readonly to: number;
  readonly gender?: "male" | "female" | undefined;
  /** How much the place of the mention speaks for it: subjects and speakers more, possessives less. */
  readonly weight: number;
  /** How sure it is that this person is meant, 0 to 1; names are certain. */
  readonly sure: number;
};

/** Whom a phrase means, and how sure that is, 0 to 1. */
export type Link = { readonly meant?: Meant | undefined; readonly sure: number };

/** The same for a pronoun, with the words of the mention it goes back to. */
type PronounLink = Link & { readonly words: string };

const REACH_SENTENCES = 12;
const DISTANCE = 1.2;
const SAME_GENDER = 0.6;
/** Who opens a paragraph's last sentence by name is what the paragraph has turned to (centering theory: Grosz, Joshi, Weinstein 1995). */
const NEW_TOPIC = 1;
/** The least weight of a mention that is the subject of its sentence. */
const SUBJECT = 2;

const ADDRESS_GENDER: Readonly<Record<string, "male" | "female">> = {
  mr: "male",
  sir: "male",
  king: "male",
  prince: "male",
  congressman: "male",
  chairman: "male",
  spokesman: "male",
  businessman: "male",
  mrs: "female",
  ms: "female",
  miss: "female",
  dame: "female",
  queen: "female",
  princess: "female",
  congresswoman: "female",
  chairwoman: "female",
  spokeswoman: "female",
  businesswoman: "female",
  policeman: "male",
  policewoman: "female",
  fisherman: "male",
  man: "male",
  boy: "male",
  father: "male",
  brother: "male",
  son: "male",
  uncle: "male",
  husband: "male",
  grandfather: "male",
  woman: "female",
  girl: "female",
  mother: "female",
  sister: "female",
  daughter: "female",
  aunt: "female",
  wife: "female",
  widow: "female",
  grandmother: "female",
};

/** The gender of a person as the lexicon, the form of address or the first name tells it. */
export function genderOf(mention: ActorMention, lexicon: Lexicon): "male" | "female" | undefined {
  const known = mention.actor === undefined ? undefined : lexicon.byId(mention.actor)?.gender;
  if (known !== undefined) return known;
  return genderOfAddress(mention.text) ?? genderOfFirstName(mention.name.toLowerCase().split(" ")[0] ?? "");
}

/** The gender that "Mr", "spokeswoman", "the father" tell. */
export function genderOfAddress(words: string): "male" | "female" | undefined {
  for (const word of words.toLowerCase().split(/[\s.]+/)) {
    const gender = ADDRESS_GENDER[word];
    if (gender !== undefined) return gender;
  }
  return undefined;
}

const GENDER: Readonly<Record<string, "male" | "female">> = {
  he: "male",
  him: "male",
  his: "male",
  she: "female",
  her: "female",
};

/** "he", "she": whom a pronoun can mean. Undefined for all other words. */
export function genderOfPronoun(word: string): "male" | "female" | undefined {
  return GENDER[word];
}

/** How far the best answer must be ahead of another person to be this sure; what is not sure enough to be shown stays close below. */
const LEADS: readonly (readonly [lead: number, sure: number])[] = [
  [1.6, 0.98],
  [0.9, 0.9],
  [0.5, 0.83],
];
const CLOSE_CALL = 0.81;
/** Someone without a name is the likelier one. */
const UNNAMED = 0.8;
/** Sentences from which on a pronoun may have lost its person on the way. */
const FAR = 4;
const FAR_SURE = 0.82;

/**
 * The person that "he" or "she" means: the best of the earlier mentions within twelve sentences, nearer sentences,
 * subjects and speakers first. A person of the other gender is never meant. Sure is an answer that no other person,
 * named or not, comes near.
 */
export function antecedent(
  outline: Outline,
  anaphor: Pick<PersonMention, "gender" | "part" | "sentence">,
  earlier: readonly PersonMention[],
): PronounLink | undefined {
  const scored = candidates(outline, anaphor, earlier);
  const best = highest(scored, () => true);
  if (best === undefined) return undefined;
  const { words } = best.person;
  const rival = highest(scored, ({ person }) => !isSame(best.person, person));
  if (best.person.meant !== undefined)
    return { meant: best.person.meant, words, sure: sureOf(best, rival, anaphor.sentence) };
  const named = highest(scored, ({ person }) => person.meant !== undefined);
  return { meant: named?.person.meant, words, sure: UNNAMED };
}

/** The earlier mentions that a pronoun may go back to. */
function candidates(
  outline: Outline,
  { gender, part, sentence }: Pick<PersonMention, "gender" | "part" | "sentence">,
  earlier: readonly PersonMention[],
): Scored[] {
  const found: Scored[] = [];
  for (let at = earlier.length - 1; at >= 0; at--) {
    const person = earlier[at];
    if (person === undefined || sentence - person.sentence > REACH_SENTENCES) break;
    const isOther = gender !== undefined && person.gender !== undefined && person.gender !== gender;
    if (person.to > part || isOther) continue;
    found.push({ person, score: scoreOf(outline, person, { sentence, gender }) });
  }
  return found;
}

type Scored = { readonly person: PersonMention; readonly score: number };

/** The highest, the later one of two. */
function highest(scored: readonly Scored[], isMeant: (scored: Scored) => boolean): Scored | undefined {
  let best: Scored | undefined;
  for (const each of scored) if (isMeant(each) && (best === undefined || each.score > best.score)) best = each;
  return best;
}

function scoreOf(
  outline: Outline,
  person: PersonMention,
  { sentence, gender }: { readonly sentence: number; readonly gender?: PersonMention["gender"] },
): number {
  return (
    person.weight -
    DISTANCE * (sentence - person.sentence) +
    (gender !== undefined && person.gender === gender ? SAME_GENDER : 0) +
    (isNewTopic(outline, person, sentence) ? NEW_TOPIC : 0)
  );
}

/** Two mentions of one person; whom the text does not name is told by the words. */
function isSame(one: PersonMention, other: PersonMention): boolean {
  if (one.meant === undefined && other.meant === undefined) return one.words === other.words;
  return one.meant?.name === other.meant?.name;
}

function sureOf({ person, score }: Scored, rival: Scored | undefined, sentence: number): number {
  const lead = rival === undefined || isSame(person, rival.person) ? Infinity : score - rival.score;
  const [, sure] = LEADS.find(([least]) => lead >= least) ?? [0, CLOSE_CALL];
  return Math.min(sure, person.sure, sentence - person.sentence >= FAR ? FAR_SURE : 1);
}

/** Named, not by a pronoun, as the subject of the sentence before, in the same paragraph. */
function isNewTopic({ parts, sentences }: Outline, person: PersonMention, sentence: number): boolean {
  if (sentence - person.sentence !== 1 || person.weight < SUBJECT) return false;
  if (genderOfPronoun(parts[person.part]?.lower ?? "") !== undefined) return false;
  return sentences[sentence]?.paragraph === sentences[person.sentence]?.paragraph;
}
