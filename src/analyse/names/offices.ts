import type { ActorMention } from "../../model/findings.ts";
import { fold } from "../../text/fold.ts";
import { isTitleHead } from "../../text/names/titles.ts";
import type { Lexicon } from "./lexicon.ts";

/** An office with an article and a capital but no name or country behind it: "the President", "The Foreign Minister". */
const OFFICE =
  /\b[Tt]he (?:(?:Foreign|Prime|Defen[cs]e|Interior|Finance|Home|Vice) )?(?:President|Premier|Chancellor|Minister|Secretary|Secretary-General|General|Admiral|Governor|King|Queen|Pope)\b(?![-’'])(?!\s+(?:of\b|for\b|\p{Lu}))/gu;

/** Offices that a country has one of. */
const TITLES = [
  "deputy prime minister",
  "(?:prime|foreign|external affairs|defence|defense|interior|home|finance|information) minister",
  "(?:foreign|home|defence|defense|treasury|commerce) secretary",
  "secretary of (?:state|defense)",
  "vice president",
  "president",
  "premier",
  "chancellor",
  "army chief",
  "chief of (?:the )?army staff",
  "national security (?:adviser|advisor)",
  "supreme leader",
  "crown prince",
]
  .join("|")
  .replace(/(?<=^|[ |(:])[a-z](?=[a-z])/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
const ANY_TITLE = new RegExp(TITLES, "u");
/** A name behind an office says itself who holds it. */
const NAMELESS = String.raw`(?![-’'\p{L}])(?!,?\s+\p{Lu})`;
const WORD = String.raw`(?:(?:\p{Lu}\.){2,}|\p{Lu}\p{L}+)`;
const COUNTRY = `${WORD}(?: ${WORD}){0,3}`;
/** "Pakistan’s Prime Minister", "the Indian foreign minister". */
const COUNTRY_FIRST = new RegExp(String.raw`(?<![\p{L}’'])(${COUNTRY}(?:[’']s?)?) (${TITLES})${NAMELESS}`, "gu");
/** "the Prime Minister of India". */
const COUNTRY_LAST = new RegExp(String.raw`\b[Tt]he (${TITLES}) of (?:the )?(${COUNTRY})${NAMELESS}`, "gu");

/** Offices with the country they are of, for whoever the lexicon knows to hold them on the day. */
export function findCountryOffices(text: string, holders: Holders): ActorMention[] {
  if (!ANY_TITLE.test(text)) return [];
  const first = [...text.matchAll(COUNTRY_FIRST)].flatMap(({ 0: words, 1: country = "", 2: title, index }) => {
    // "On Tuesday Pakistan's …": the country is the last of the words with capitals.
    const starts = [0, ...[...country.matchAll(/ /g)].map((space) => space.index + 1)];
    return starts.flatMap((from) => {
      const meant = onlyHolder(`${country.slice(from)} ${title}`, holders);
      const article = /\b[Tt]he $/u.exec(text.slice(0, index + from))?.[0].length ?? 0;
      return meant === undefined ? [] : [{ start: index + from - article, end: index + words.length, meant }];
    });
  });
  const last = [...text.matchAll(COUNTRY_LAST)].flatMap(({ 0: words, 1: title, 2: country, index }) => {
    const meant = onlyHolder(`${country} ${title}`, holders);
    return meant === undefined ? [] : [{ start: index, end: index + words.length, meant }];
  });
  return [...first, ...last].map(({ start, end, meant }) => {
    return { start, end, text: text.slice(start, end), kind: "person", ...meant };
  });
}

/** Who holds offices on the day of the text. */
type Holders = { readonly lexicon: Lexicon; readonly day: string | undefined };

/**
 * Offices that stand for a person: the latest one named with that title before, else the only one whom the lexicon
 * knows to hold it on the day. What stands for no one certain is left out.
 */
export function findOffices(text: string, persons: readonly ActorMention[], holders: Holders): ActorMention[] {
  const latest = new Map<string, ActorMention>();
  const found: ActorMention[] = [];
  let next = 0;
  for (const match of text.matchAll(OFFICE)) {
    const start = match.index;
    for (let person = persons[next]; person !== undefined && person.start < start; person = persons[++next]) {
      for (const title of titlesOf(person.text)) latest.set(title, person);
    }
    const words = match[0].slice("the ".length);
    const meant = latest.get(fold(words)) ?? onlyHolder(words, holders);
    if (meant === undefined) continue;
    const mention: ActorMention = {
      start,
      end: start + match[0].length,
      text: match[0],
      kind: "person",
      name: meant.name,
    };
    found.push(meant.actor === undefined ? mention : { ...mention, actor: meant.actor });
  }
  return found;
}

/** "president", "foreign minister" and "minister": each title with the word before it too. */
function titlesOf(mention: string): string[] {
  const words = fold(mention).split(" ");
  return words.flatMap((word, at) => (isTitleHead(word) ? [word, `${words[at - 1] ?? ""} ${word}`] : []));
}

function onlyHolder(title: string, { lexicon, day }: Holders): Pick<ActorMention, "name" | "actor"> | undefined {
  const [holder, second] = lexicon.holders(title, day);
  if (holder === undefined || second !== undefined) return undefined;
  return holder.id === undefined ? { name: holder.name } : { name: holder.name, actor: holder.id };
}
