import type { ActorMention } from "../model/findings.ts";
import { fold } from "../text/fold.ts";
import { isTitleHead } from "../text/titles.ts";
import type { Lexicon } from "./lexicon.ts";

/** An office with an article and a capital but no name or country behind it: "the President", "The Foreign Minister". */
const OFFICE =
  /\b[Tt]he (?:(?:Foreign|Prime|Defen[cs]e|Interior|Finance|Home|Vice) )?(?:President|Premier|Chancellor|Minister|Secretary|Secretary-General|General|Admiral|Governor|King|Queen|Pope)\b(?![-’'])(?!\s+(?:of\b|for\b|\p{Lu}))/gu;

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
