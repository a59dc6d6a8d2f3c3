import { tokenize } from "../tokens.ts";

/** Articles of Arabic names, which outlets write apart, join, or leave out: "Bunyan-un-Marsoos", "Bunyan al-Marsoos". */
const ARTICLE = /^[aeiou](?:l|n|m|r|s|sh|d|t|z)$/;
/** The same at the end of a word that it was joined to. */
const JOINED_ARTICLE = /(?<=.{5})u[lmn]$/;
/** Fewer consonants tell too little: many names share them. */
const LEAST_CONSONANTS = 4;

/** Letters of a folded Latin word that a spelling seldom changes; "" for an article. */
function consonants(word: string): string {
  if (ARTICLE.test(word)) return "";
  return word
    .replace(JOINED_ARTICLE, "")
    .replaceAll("ph", "f")
    .replaceAll("z", "s")
    .replaceAll("q", "k")
    .replace(/[aeiouy]/g, "")
    .replace(/(.)\1+/g, "$1");
}

/**
 * The consonants of a name, by which its spellings in Latin letters are recognised: "Asim Munir" and "Aasim Muneer" are
 * both "sm mnr". Undefined for a single word, for few consonants and for other scripts: what is left of those says
 * nothing. Equal skeletons are a reason to ask, never to decide.
 */
export function skeleton(name: string): string | undefined {
  const words = tokenize(name).map(({ folded }) => folded);
  if (!words.every((word) => /^[a-z]+$/.test(word))) return undefined;
  const parts = words.map(consonants).filter((part) => part !== "");
  return parts.length < 2 || parts.join("").length < LEAST_CONSONANTS ? undefined : parts.join(" ");
}
