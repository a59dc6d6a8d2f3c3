import { stem } from "../../text/stem.ts";
import { COUNTRIES } from "./countries.ts";

function makeWords(): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const { name, names, demonyms, capital } of COUNTRIES) {
    const country = name.toLowerCase();
    const seat = capital === undefined ? [] : [capital.replace(/^New /, "")];
    for (const word of [...names, ...demonyms, ...demonyms.map((demonym) => `${demonym}s`), ...seat])
      if (!word.includes(" ")) words.set(stem(word.toLowerCase()), country);
  }
  return words;
}

const WORDS = makeWords();

/** The country that a stemmed word names by itself, its people or its capital: "indian", "delhi" give "india". */
export function countryNamed(stemmed: string): string | undefined {
  return WORDS.get(stemmed);
}

/** All countries, as `countryNamed` names them. */
export const COUNTRY_WORDS: readonly string[] = [...new Set(WORDS.values())];
