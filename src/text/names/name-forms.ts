import { fold } from "../fold.ts";

/** What Urdu and Hindi set behind a name to say who does what; no part of the name. Folded. */
const POSTPOSITIONS = new Set(
  "نے کو کا کے کی سے میں پر کہ صاحب ने को का के की से में पर जी".split(" ").map((word) => fold(word)),
);

/** Case endings of Russian names, folded (й is и): Путина, Лавровым, Захаровой. */
const CASE_ENDING = /(?:ого|ому|ыми|ым|ом|ем|ои|ою|еи|ии|ыи|ая|ую|а|у|е|ы|и|я|ю|ь)$/;
/** Words that Arabic writes together with the next one: and, by, for, as, the. */
const PROCLITIC = /^[وف]?(?:[بك]?ال|لل|[بلك])?/;
const ARABIC = /^\p{Script=Arabic}+$/u;
const CYRILLIC = /^\p{Script=Cyrillic}+$/u;
/** Shorter rests of a word tell no name. */
const LEAST = 3;

/** The folded words of a typed name without what grammar adds: "Erdoğan'ın", "Vance's", "जयशंकर ने". */
export function nameWords(typed: string): string[] {
  const bare = typed.replace(/(?<=\p{L})['’](?:\p{Ll}{1,4})(?!\p{L})/gu, "");
  const words = fold(bare).split(" ").filter(Boolean);
  const names = words.filter((word) => !POSTPOSITIONS.has(word));
  return names.length > 0 ? names : words;
}

/** Whether a typed word is a word of a name in another case: Путина, للبرهان. Both folded. */
export function isInflected(typed: string, name: string): boolean {
  if (CYRILLIC.test(typed)) return stripped(typed, CASE_ENDING) === stripped(name, CASE_ENDING);
  return ARABIC.test(typed) && stripped(typed, PROCLITIC) === stripped(name, PROCLITIC);
}

function stripped(word: string, edge: RegExp): string {
  const rest = word.replace(edge, "");
  return rest.length < LEAST ? word : rest;
}
