import { stem } from "../../text/stem.ts";
import type { Token } from "../../text/tokens.ts";
import { TIME_WORDS } from "../../text/word-classes.ts";
import { countryNamed } from "../names/country-words.ts";

/** Words before the name of a place where something happens. */
const AT = new Set("in at near off outside inside around".split(" "));
/** What may stand between, and so many words of it: "in the Mozambican village of Quelimuri". */
const LEADING = new Set(
  "the of village town city port district province region island valley camp base suburb state harbour harbor".split(
    " ",
  ),
);
const BETWEEN = 4;
/** So many words make a name. */
const NAME_WORDS = 3;
/** In a headline with more than this share of capitals they name nothing. */
const HEADLINE_CAPITALS = 0.6;

const isCapital = (text: string, token: Token): boolean => /\p{Lu}/u.test(text.charAt(token.start));

/** The words of the name that begins here, with nothing but blanks and hyphens between; "Strait of Hormuz" is one. */
function nameAt(text: string, tokens: readonly Token[], at: number): string[] {
  const words: string[] = [];
  for (let next = at; next < tokens.length && words.length < NAME_WORDS; next++) {
    const [token, before] = [tokens[next], tokens[next - 1]];
    if (token === undefined) break;
    if (next > at && before !== undefined && !/^[\s-]+$/.test(text.slice(before.end, token.start))) break;
    if (next > at && token.folded === "of") continue;
    if (!isCapital(text, token)) break;
    words.push(token.folded);
  }
  return words;
}

/** The name that follows a preposition at once or after the sort of place it is; no country, and no time. */
function nameAfter(text: string, tokens: readonly Token[], at: number): string[] {
  for (let next = at + 1; next <= at + BETWEEN; next++) {
    const [token, before] = [tokens[next], tokens[next - 1]];
    if (token === undefined || before === undefined || /[,.;:]/.test(text.slice(before.end, token.start))) return [];
    const name = nameAt(text, tokens, next);
    const [first] = name;
    if (first === undefined) {
      if (!LEADING.has(token.folded)) return [];
    } else if (TIME_WORDS.has(first)) return [];
    else if (countryNamed(stem(first)) === undefined) return name;
  }
  return [];
}

/**
 * Words of the names of places where a text says that something happens, known or not, folded: "in Quelimuri", "near the
 * port of Almagre". Countries are left out, and all of a headline in which nearly every word has a capital.
 */
export function scenesIn(text: string, tokens: readonly Token[]): ReadonlySet<string> {
  const capitals = tokens.filter((token) => isCapital(text, token)).length;
  if (capitals > tokens.length * HEADLINE_CAPITALS) return new Set();
  return new Set(tokens.flatMap(({ folded }, at) => (AT.has(folded) ? nameAfter(text, tokens, at) : [])));
}
