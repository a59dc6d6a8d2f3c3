import type { Evidence, Span } from "../../model/article.ts";
import type { DatedEvent, Quote, Summary } from "../../model/findings.ts";
import { parseDay } from "../../text/dates/calendar.ts";
import { fold } from "../../text/fold.ts";
import { toldSentences } from "../events/told-sentences.ts";
import { standsAlone } from "../reading/full-sentence.ts";
import type { Reading, Sentence } from "../reading/reading.ts";
import { asks, tellsNoNews } from "../reading/title-kinds.ts";
import { cleanTitle } from "./clean-title.ts";
import { isFaithful } from "./faithful.ts";
import { cutHeadline } from "./headline.ts";

const MAX_SENTENCES = 3;
const LONGEST_SENTENCE = 420;
const FEWEST_WORDS = 5;

const STOP = new Set(
  "the a an of in on at to for and or with by from as that this it its is are was were be been has have had he she they his her their who which not but said says will would after".split(
    " ",
  ),
);

function contentWords(text: string): Set<string> {
  return new Set(
    fold(text)
      .split(" ")
      .filter((word) => word.length > 1 && !STOP.has(word)),
  );
}

/** A sentence that a quotation of several sentences was cut from has a mark without its other one. */
function isCutQuote(text: string): boolean {
  const count = (mark: string) => text.split(mark).length - 1;
  return count("“") !== count("”") || count('"') % 2 === 1 || count("``") !== count("''");
}

function isWorthTelling(text: string): boolean {
  const words = text.split(/\s+/).length;
  return words >= FEWEST_WORDS && text.length <= LONGEST_SENTENCE && standsAlone(text) && !isCutQuote(text);
}

/** The line under a picture, or a title told again, goes without the full stop of the text that follows it. */
function isPunctuated(text: string): boolean {
  return /[.!?…]["”’')\]\s]*$/u.test(text);
}

function touches(sentence: Span, found: Span): boolean {
  return found.start < sentence.end && found.end > sentence.start;
}

type Findings = { readonly events: readonly DatedEvent[]; readonly quotes: readonly Quote[] };
type Known = Findings & { readonly published: string | undefined };

/** What was longer before the publication is told for comparison. */
const RECENT_DAYS = 31;
/** The last day that a date of some precision may stand for. */
const LAST_OF = { day: "", month: "-28", year: "-12-28" };

/** Whether an event is dated so long before the publication that it is no part of the news. */
function isPast({ date, precision }: DatedEvent, published: string | undefined): boolean {
  if (date === undefined || precision === "week" || precision === "by") return false;
  const [then, now] = [parseDay(`${date}${LAST_OF[precision]}`), parseDay(published?.slice(0, 10))];
  return then !== undefined && now !== undefined && now - then > RECENT_DAYS;
}

/** What a sentence adds: dated events, figures, a quotation with its speaker; early sentences count more. */
function worth(sentence: Sentence, place: number, { events, quotes, published }: Known): number {
  const told = events.filter((event) => touches(sentence, event) && !isPast(event, published));
  const dated = told.some((event) => event.precision !== "by");
  const counted = told.some((event) => event.killed !== undefined || event.injured !== undefined);
  const spoken = quotes.some((quote) => touches(sentence, quote) && quote.speaker?.name !== undefined);
  return (told.length > 0 ? 0.6 : 0) + (dated ? 0.5 : 0) + (counted ? 0.6 : 0) + (spoken ? 0.5 : 0) + 4 / (1 + place);
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return a.intersection(b).size / Math.max(1, Math.min(a.size, b.size));
}

/** The lead first, then greedily what adds most and repeats least; in the order of the text. */
function pickSentences(reading: Reading, findings: Findings): Evidence[] {
  const all = toldSentences(reading)
    .map((sentence) => ({ ...sentence, text: reading.text.slice(sentence.start, sentence.end) }))
    .filter(({ text }) => isWorthTelling(text))
    .filter(
      ({ text }, place, worthy) => place > 0 || isPunctuated(text) || !worthy.some((one) => isPunctuated(one.text)),
    )
    .map((sentence, place) => ({
      ...sentence,
      words: contentWords(sentence.text),
      worth: worth(sentence, place, { ...findings, published: reading.article.published }),
    }));
  const [lead, ...rest] = all;
  if (lead === undefined) return longestLine(reading);
  const picked = [lead];
  while (picked.length < MAX_SENTENCES && rest.length > 0) {
    const gain = (one: (typeof all)[number]) =>
      one.worth - 1.5 * Math.max(...picked.map((p) => overlap(p.words, one.words)));
    rest.sort((a, b) => gain(b) - gain(a));
    const next = rest.shift();
    if (next) picked.push(next);
  }
  return picked.sort((a, b) => a.start - b.start).map(({ start, end, text }) => ({ start, end, text }));
}

/** A text without a full sentence, such as a bare title, is told as it stands. */
function longestLine({ text, sentences }: Reading): Evidence[] {
  const [first] = [...sentences].sort((a, b) => b.end - b.start - (a.end - a.start));
  return first === undefined ? [] : [{ start: first.start, end: first.end, text: text.slice(first.start, first.end) }];
}

/**
 * A headline of at most 120 characters (the cleaned title, or the lead cut at a clause where there is none or it tells no
 * news and the lead does) and one to three sentences of the text, verbatim. The headline never says what title and
 * text do not.
 */
export function summarise(reading: Reading, findings: Findings): Summary {
  const { article, text } = reading;
  const sentences = pickSentences(reading, findings);
  const [first] = sentences;
  const lead = cutHeadline(first?.text ?? text);
  const plain = cleanTitle(article.title ?? "", {
    text,
    ...(article.source === undefined ? {} : { outlet: article.source }),
  });
  const title = cutHeadline(plain);
  const leadIsNews = first !== undefined && !asks(first.text) && findings.events.some((event) => touches(first, event));
  const isUsable = title !== "" && isFaithful(title, `${article.title}\n${text}`);
  return { headline: isUsable && !(leadIsNews && tellsNoNews(plain)) ? title : lead, sentences };
}
