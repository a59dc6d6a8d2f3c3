import type { Span } from "../model/article.ts";
import type { ActorMention } from "../model/findings.ts";
import { genderOfFirstName } from "../text/first-names.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Outline } from "./sentence-parts.ts";

/** A person mentioned in the running text, with what helps to tell whom "he" means. */
export type PersonMention = {
  readonly mention: ActorMention;
  readonly sentence: number;
  readonly part: number;
  readonly gender?: "male" | "female" | undefined;
  /** How much the place of the mention speaks for it: subjects and speakers more, possessives less. */
  readonly weight: number;
};

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
};

/** The gender of a person as the lexicon, the form of address or the first name tells it. */
export function genderOf(mention: ActorMention, lexicon: Lexicon): "male" | "female" | undefined {
  const known = mention.actor === undefined ? undefined : lexicon.byId(mention.actor)?.gender;
  if (known !== undefined) return known;
  for (const word of mention.text.toLowerCase().split(/[\s.]+/)) {
    const gender = ADDRESS_GENDER[word];
    if (gender !== undefined) return gender;
  }
  return genderOfFirstName(mention.name.toLowerCase().split(" ")[0] ?? "");
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

/**
 * The person that "he" or "she" means: the best of the earlier mentions within twelve sentences, nearer sentences,
 * subjects and speakers first. A person of the other gender is never meant.
 */
export function antecedent(
  outline: Outline,
  pronoun: Span & { readonly part: number },
  earlier: readonly PersonMention[],
): ActorMention | undefined {
  const sentence = outline.sentenceOf[pronoun.part] ?? -1;
  const gender = genderOfPronoun(outline.parts[pronoun.part]?.lower ?? "");
  let best: { mention: ActorMention; score: number } | undefined;
  for (let at = earlier.length - 1; at >= 0; at--) {
    const person = earlier[at];
    if (person === undefined || sentence - person.sentence > REACH_SENTENCES) break;
    if (person.mention.end > pronoun.start || (person.gender !== undefined && person.gender !== gender)) continue;
    const score =
      person.weight -
      DISTANCE * (sentence - person.sentence) +
      (person.gender === gender ? SAME_GENDER : 0) +
      (isNewTopic(outline, person, sentence) ? NEW_TOPIC : 0);
    if (best === undefined || score > best.score) best = { mention: person.mention, score };
  }
  return best?.mention;
}

/** Named, not by a pronoun, as the subject of the sentence before, in the same paragraph. */
function isNewTopic({ parts, sentences }: Outline, person: PersonMention, sentence: number): boolean {
  if (sentence - person.sentence !== 1 || person.weight < SUBJECT) return false;
  if (genderOfPronoun(parts[person.part]?.lower ?? "") !== undefined) return false;
  return sentences[sentence]?.paragraph === sentences[person.sentence]?.paragraph;
}
