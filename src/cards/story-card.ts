import type { EventRow } from "../analyse/events/event-rows.ts";
import { shownSpeaker } from "../analyse/quotes/shown-speaker.ts";
import { storyFacts } from "../analyse/stories/story-facts.ts";
import type { Related } from "../desk/related.ts";
import type { StoryView } from "../desk/story-view.ts";
import { type Action, type Card, type CardQuote, card, type Fact, plain, type Text } from "../model/card.ts";
import type { ReadItem } from "../model/item.ts";
import { type CarriedQuote, cardQuote, carriedQuotes } from "./quotes.ts";
import { reasonsInWords } from "./reasons.ts";
import { relatedFacts } from "./related.ts";
import { cardSources, joined, linkTo, onePerOutlet } from "./sources.ts";
import { tollLines } from "./tolls.ts";
import { count, DIRECTION_WORDS, statusInWords, whenInWords } from "./wording.ts";

const MAX_SENTENCES = 3;
const MAX_QUOTES = 2;
const MAX_DATES = 3;
/** Shorter ones are scare quotes and names. */
const SHORTEST_QUOTE = 4;

function wordSet(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
}

function repeats(sentence: string, said: readonly string[]): boolean {
  const words = wordSet(sentence);
  return said.some(
    (other) => words.intersection(wordSet(other)).size > 0.6 * Math.min(words.size, wordSet(other).size),
  );
}

/** The summary of the story's spokesman, then what the newest other outlet adds, each sentence verbatim. */
function lead({ basis, items }: StoryView): Text {
  const own = basis.findings.summary.sentences.map((s) => s.text).filter((s) => s !== basis.findings.summary.headline);
  const others = [...items].reverse().filter((i) => i.outlet.name !== basis.outlet.name && i.duplicateOf === undefined);
  const sentences: Text[] = own.slice(0, MAX_SENTENCES - 1).map(plain);
  const said = [basis.findings.summary.headline, ...own.slice(0, MAX_SENTENCES - 1)];
  for (const item of others) {
    const fresh = item.findings.summary.sentences.map((s) => s.text).find((text) => !repeats(text, said));
    if (fresh === undefined) continue;
    sentences.push([
      { kind: "text", text: `${fresh} (` },
      linkTo(item.outlet.name, item.url),
      { kind: "text", text: ")" },
    ]);
    break;
  }
  const third = own[MAX_SENTENCES - 1];
  if (sentences.length < MAX_SENTENCES && third !== undefined) sentences.push(plain(third));
  return joined(sentences, " ");
}

function fact(name: string, words: readonly string[]): Fact[] {
  return words.length > 0 ? [{ name, value: plain(words.join(", ")) }] : [];
}

function lines(name: string, found: readonly string[]): Fact[] {
  return found.length > 0 ? [{ name, value: joined(found.map(plain), "\n") }] : [];
}

/** The dated events that most reports tell, in order of date. */
function when(events: readonly EventRow[]): Fact[] {
  const dated = events.filter((row) => row.precision === "day" && row.basis !== "publication");
  const told = [...dated].sort((a, b) => b.tellings.length - a.tellings.length).slice(0, MAX_DATES);
  const found = dated
    .filter((row) => told.includes(row))
    .map((row) => {
      const status = statusInWords(row.statuses.filter((s) => s !== "stated" && s !== "attributed"));
      return `${whenInWords(row)}: ${row.name ?? row.title}${status ? ` (${status})` : ""}`;
    });
  return lines("When", found);
}

/** Up to two quotations, the surely attributed ones first. */
function storyQuotes(items: readonly ReadItem[], limit: number): CardQuote[] {
  const tellings = items.flatMap((item) =>
    [...item.findings.quotes, ...(item.findings.formerQuotes ?? [])].map((quote) => ({
      ...quote,
      item: item.id,
      outlet: item.outlet.name,
      ...(item.url === undefined ? {} : { url: item.url }),
    })),
  );
  const rank = (quote: CarriedQuote) => (shownSpeaker(quote) === undefined ? 0 : 100) + quote.carriers.length;
  return carriedQuotes(tellings)
    .filter(({ text, carriers }) => carriers.length > 0 && text.split(/\s+/).length >= SHORTEST_QUOTE)
    .sort((a, b) => rank(b) - rank(a))
    .slice(0, limit)
    .map((quote) => cardQuote(quote));
}

function changesInWords({ findings: { changes = [] } }: ReadItem): string {
  return changes.length === 0 ? "" : `: ${changes.join(", ")}`;
}

/** "Harbour Post changed its text: 19 killed → 17 (revision 2)". */
function corrections(items: readonly ReadItem[]): Fact[] {
  const corrected = items.filter((item) => item.revision > 1);
  const lines = corrected.map(
    (item): Text => [
      linkTo(item.outlet.name, item.url),
      ...plain(` changed its text${changesInWords(item)} (revision ${item.revision})`),
    ],
  );
  return lines.length > 0 ? [{ name: "Changed", value: joined(lines.slice(-3), "\n") }] : [];
}

function footer({ alert, story, watch }: StoryView): Text {
  return [
    ...plain(`${count(alert.origins, "independent origin")}, ${count(alert.outlets, "outlet")} · first seen `),
    { kind: "time", at: story.firstSeen, style: "relative" },
    ...plain(" · changed "),
    { kind: "time", at: story.lastChange, style: "relative" },
    ...plain(` · ${watch.name}`),
  ];
}

/** The buttons under a story. Each one is a command. */
export function storyActions(story: string): Action[] {
  return [
    { label: "Timeline", command: "timeline", options: { story } },
    { label: "Quotes", command: "quote", options: { story } },
    { label: "Sources", command: "sources", options: { story } },
    { label: "Why?", command: "why", options: { story } },
    { label: "Mute", command: "mute", options: { topic: `story:${story}` } },
  ];
}

/** The living post of a story: what, who says so, how sure, why it is shown, and which stories stand beside it. */
export function storyCard(view: StoryView, related: readonly Related[] = []): Card {
  const { alert, basis, items, story, watch } = view;
  const { who, where, events, tolls } = storyFacts(items, watch.events);
  const outlets = onePerOutlet(items);
  return card({
    kind: "alert",
    level: alert.level,
    title: basis.findings.summary.headline,
    ...(basis.url === undefined ? {} : { url: basis.url }),
    lead: lead(view),
    facts: [
      ...fact("Who", who),
      ...fact("Where", where),
      ...when(events),
      ...lines("How many", tollLines(tolls)),
      ...fact("Direction", alert.direction === "none" ? [] : [DIRECTION_WORDS[alert.direction]]),
      ...corrections(items),
      ...relatedFacts(related),
      ...fact("Why", [reasonsInWords(alert)]),
    ],
    quotes: storyQuotes(items, MAX_QUOTES),
    sources: cardSources(outlets),
    footer: footer(view),
    actions: storyActions(story.id),
  });
}

/** What remains of a post whose story turned out to be part of another one; `into` is that one's message. */
export function mergedCard(story: string, into: Omit<Related, "as">): Card {
  return card({
    kind: "alert",
    level: "info",
    title: "This story continues in another post",
    ...(into.url === undefined ? {} : { url: into.url }),
    lead: [...plain("It is one event with: "), linkTo(into.headline, into.url)],
    actions: storyActions(story),
  });
}
