import { fold } from "../../text/fold.ts";
import { NUMBER, numberOf } from "../../text/number-words.ts";

/** What a generated text says and its source does not. */
export type Unsupported = {
  readonly numbers: readonly string[];
  readonly names: readonly string[];
  readonly quotes: readonly string[];
};

/** Words with a capital that name nobody: they may begin any sentence. */
const NO_NAME = new Set(
  (
    "the a an in on at after before by for from with and but or he she it they we i you his her its their our my this " +
    "that these those as while when who what where why how both no not there if also since under over during amid " +
    "despite one two three four five six seven eight nine ten officials police reports sources"
  ).split(" "),
);

function straight(text: string): string {
  return text
    .replace(/[“”„«»]|``|''/g, '"')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/\s+/g, " ");
}

const NUMBERS = new RegExp(`(?<![\\p{L}\\p{N}])${NUMBER}(?![\\p{L}\\p{N}])`, "giu");

/** Every number of a text in digits: words count as what they mean, thousands separators go. */
function numbersIn(text: string): Set<string> {
  const digits = (text.match(/\d+(?:[.,]\d+)*/g) ?? []).map((written) =>
    written.replace(/,/g, "").replace(/\.0+$/, ""),
  );
  const words = (text.match(NUMBERS) ?? []).flatMap((written) => numberOf(written) ?? []);
  return new Set([...digits, ...words.map(String)]);
}

/**
 * The hard rules of faithfulness: every number, every word with a capital and every quoted string must occur in the
 * source. All lists are empty when the text says nothing that the source does not.
 */
export function unsupported(said: string, source: string): Unsupported {
  const [text, from] = [straight(said), straight(source)];
  const folded = fold(from);
  const known = new Set(folded.split(" "));
  const numbers = numbersIn(text);
  const quoted = [...text.matchAll(/"([^"]{3,})"/g)].map((match) => match[1] ?? "");
  const unquoted = text.replace(/"[^"]*"/g, " ");
  const capitals = unquoted.match(/\p{Lu}[\p{L}\p{M}\p{N}]*/gu) ?? [];
  return {
    // Most texts say no number, and then those of a long source need not be read.
    numbers: numbers.size === 0 ? [] : [...numbers.difference(numbersIn(from))],
    names: capitals.filter((word) => word.length > 1 && !NO_NAME.has(fold(word)) && !known.has(fold(word))),
    quotes: quoted.filter((words) => !folded.includes(fold(words))),
  };
}

/** Whether a text keeps all hard rules. */
export function isFaithful(said: string, source: string): boolean {
  const { numbers, names, quotes } = unsupported(said, source);
  return numbers.length + names.length + quotes.length === 0;
}
