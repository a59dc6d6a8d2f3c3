import { stem } from "../../text/stem.ts";
import { tokenize } from "../../text/tokens.ts";
import { COUNTRIES } from "./countries.ts";

type Spelling = { readonly stems: readonly string[]; readonly country: string };

/** Every name, people and capital of a country, as stems of its words. */
const SPELLINGS: readonly Spelling[] = COUNTRIES.flatMap(({ name, names, demonyms, capital }) => {
  const seat = capital === undefined ? [] : [capital, capital.replace(/^New /, "")];
  return [...names, ...demonyms, ...demonyms.map((demonym) => `${demonym}s`), ...seat].map((written) => ({
    stems: tokenize(written).map(({ folded }) => stem(folded)),
    country: name.toLowerCase(),
  }));
});

const WORDS: ReadonlyMap<string, string> = new Map(
  SPELLINGS.flatMap(({ stems: [word, ...rest], country }) =>
    word === undefined || rest.length > 0 ? [] : [[word, country]],
  ),
);

/** Spellings of several words by their first one, the longest first. */
const LONGER: ReadonlyMap<string, readonly Spelling[]> = Map.groupBy(
  SPELLINGS.filter(({ stems }) => stems.length > 1).sort((a, b) => b.stems.length - a.stems.length),
  ({ stems }) => stems[0] ?? "",
);

/** The country that a stemmed word names by itself, its people or its capital: "indian", "delhi" give "india". */
export function countryNamed(stemmed: string): string | undefined {
  return WORDS.get(stemmed);
}

/** The country that the words from `at` on name, and in how many words. */
function countryAt(
  stems: readonly string[],
  at: number,
): { readonly country: string; readonly words: number } | undefined {
  const longer = LONGER.get(stems[at] ?? "")?.find((spelling) =>
    spelling.stems.every((part, n) => stems[at + n] === part),
  );
  if (longer !== undefined) return { country: longer.country, words: longer.stems.length };
  const country = WORDS.get(stems[at] ?? "");
  return country === undefined ? undefined : { country, words: 1 };
}

/** All countries that words name, those of several words too. A name has a capital: "US" is one, "us" is not. */
export function countriesAmong(
  words: readonly { readonly folded: string; readonly written: string }[],
): ReadonlySet<string> {
  const stems = words.map(({ folded }) => stem(folded));
  const found = new Set<string>();
  for (let at = 0; at < stems.length; at++) {
    const written = words[at]?.written ?? "";
    const named = /^\p{Lu}/u.test(written) && written !== "Us" ? countryAt(stems, at) : undefined;
    if (named === undefined) continue;
    found.add(named.country);
    at += named.words - 1;
  }
  return found;
}

/** All countries, as `countryNamed` names them. */
export const COUNTRY_WORDS: readonly string[] = [...new Set(WORDS.values())];
