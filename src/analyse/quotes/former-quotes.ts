import type { Findings, FormerQuote, Quote } from "../../model/findings.ts";
import { comparable, likeness } from "../../text/same-words.ts";
import { shownSpeaker } from "./shown-speaker.ts";

/** Shorter ones are single words in marks, which no ledger holds. */
const SHORTEST = 3;
/** An outlet that rewrites its text again and again keeps the latest of these. */
const MOST = 60;

type Before = { readonly findings: Findings; readonly revision: number };
type After = { readonly findings: Findings; readonly text: string; readonly seen: Date };

/** A text of thousands of quotations is no article: more of them are not held against each other. */
const MOST_COMPARED = 200;

/**
 * What the newer revision of an item no longer quotes as the older one did, after what was lost before. A quotation that
 * comes back in the same words is no former one any more.
 */
export function formerQuotes(before: Before, after: After): FormerQuote[] {
  const seen = after.seen.toISOString();
  const known = before.findings.quotes;
  const [had, has] = [byWords(known), byWords(after.findings.quotes)];
  const fresh = after.findings.quotes.filter((quote) => !had.has(wordsOf(quote))).slice(0, MOST_COMPARED);
  const now: Now = { has, fresh, text: after.text };
  const earlier = (before.findings.formerQuotes ?? []).filter((quote) => fateOf(quote, now) !== undefined);
  const changed = known.filter((quote) => comparable(quote.text).length >= SHORTEST && !standsIn(has, quote));
  const lost = changed.slice(0, MOST_COMPARED).flatMap((quote): FormerQuote[] => {
    const became = fateOf(quote, now);
    return became === undefined ? [] : [{ ...quote, revision: before.revision, until: seen, became }];
  });
  const all = new Map([...earlier, ...lost].map((quote) => [`${quote.revision} ${wordsOf(quote)}`, quote]));
  return [...all.values()].slice(-MOST);
}

type ByWords = ReadonlyMap<string, readonly Quote[]>;

function byWords(quotes: readonly Quote[]): ByWords {
  return Map.groupBy(quotes, wordsOf);
}

function wordsOf({ text }: Quote): string {
  return comparable(text).join("");
}

function standsIn(quotes: ByWords, quote: Quote): boolean {
  return quotes.get(wordsOf(quote))?.some((other) => sameSpeaker(quote, other)) ?? false;
}

/** The newer revision: its quotations by their words, and those that the older one did not have. */
type Now = { readonly has: ByWords; readonly fresh: readonly Quote[]; readonly text: string };

/** What became of a quotation; undefined when it stands there as before. */
function fateOf(quote: Quote, { has, fresh, text }: Now): FormerQuote["became"] | undefined {
  if (has.has(wordsOf(quote))) return standsIn(has, quote) ? undefined : "reattributed";
  // A sentence that stood beside it before is no other wording of it.
  if (fresh.some((other) => likeness(quote.text, other.text) !== undefined)) return "reworded";
  return holds(text, quote.text) ? "unquoted" : "gone";
}

/** Only two sure and different names tell that the words are now another one's. */
function sameSpeaker(one: Quote, other: Quote): boolean {
  const [before, now] = [shownSpeaker(one), shownSpeaker(other)];
  return before === undefined || now === undefined || before === now;
}

function holds(text: string, words: string): boolean {
  return ` ${comparable(text).join(" ")} `.includes(` ${comparable(words).join(" ")} `);
}

const LONGEST_SHOWN = 80;

/** What an outlet changed about its quotations in a new revision, in plain words. */
export function quoteChanges(former: readonly FormerQuote[], seen: Date): string[] {
  return former.filter(({ until }) => until === seen.toISOString()).map(changeInWords);
}

function changeInWords(quote: FormerQuote): string {
  const speaker = shownSpeaker(quote);
  const words = `“${shortened(quote.text)}”`;
  const said = speaker === undefined ? words : `${speaker}: ${words}`;
  switch (quote.became) {
    case "gone":
      return `no longer quotes ${said}`;
    case "unquoted":
      return `no longer has in quotation marks ${said}`;
    case "reworded":
      return `quotation was ${said}`;
    case "reattributed":
      return `no longer attributes to ${said}`;
  }
}

function shortened(text: string): string {
  if (text.length <= LONGEST_SHOWN) return text.replace(/[,;:]$/u, "");
  return `${text.slice(0, text.lastIndexOf(" ", LONGEST_SHOWN) || LONGEST_SHOWN)}…`;
}
