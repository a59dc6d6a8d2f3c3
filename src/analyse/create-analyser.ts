import type { Article, Span } from "../model/article.ts";
import type { Findings, Match } from "../model/findings.ts";
import type { NamedEvent, Watch } from "../model/watch.ts";
import { findDates } from "../text/dates/dates.ts";
import { createPhraseBook } from "../text/phrases/phrase-book.ts";
import type { Analyser } from "./analyser.ts";
import { findEvents } from "./events/events.ts";
import { findActors } from "./names/actors.ts";
import { createLexicon, type Lexicon } from "./names/lexicon.ts";
import { findQuotes } from "./quotes/quotes.ts";
import { layOut, type Reading } from "./reading/reading.ts";
import { createHitsOf, judgeEdited, remembering } from "./relevance/edited-watch.ts";
import { createMatcher } from "./relevance/match.ts";
import { createWatchWords } from "./relevance/watch-words.ts";
import { summarise } from "./summary/summary.ts";

/** Leaves out what stands in a line that only leads to another story. */
function outsideCrosslinks<T extends Span>(reading: Reading, found: readonly T[]): T[] {
  const links = reading.paragraphs.filter((paragraph) => paragraph.crosslink);
  return found.filter(({ start, end }) => !links.some((link) => start < link.end && end > link.start));
}

function read(article: Article, lexicon: Lexicon, namedEvents: readonly NamedEvent[]): Findings {
  const reading = layOut(article);
  const actors = findActors(reading, lexicon);
  const { quotes, statements } = findQuotes(reading, actors, lexicon);
  const dates = outsideCrosslinks(reading, findDates(article.text, article.published));
  const events = findEvents(reading, { dates, actors, quotes, statements, namedEvents });
  return { quotes, statements, actors, dates, events, summary: summarise(reading, { events, quotes }) };
}

function nothing(watch: string): Match {
  return { watch, score: 0, level: "info", direction: "none", relevant: false, lines: [] };
}

/** The analysers in their order, each seeing what the ones before it found. */
export function createAnalyser(watches: readonly Watch[]): Analyser {
  const lexicon = createLexicon(watches);
  const namedEvents = watches.flatMap((watch) => watch.events);
  const book = createPhraseBook();
  const words = createWatchWords(book);
  const shared = { book, words, hitsOf: createHitsOf(book) };
  const matchers = new Map(
    watches.map((watch) => [watch.id, remembering(createMatcher(watch, words.of(watch)))] as const),
  );
  return {
    read: (article) => read(article, lexicon, namedEvents),
    match: (article, findings, watch) => matchers.get(watch)?.(article, findings) ?? nothing(watch),
    judge: (edited) => {
      const base = watches.find(({ id }) => id === edited.id);
      const baseMatch = matchers.get(edited.id);
      if (base === undefined || baseMatch === undefined)
        return { match: () => nothing(edited.id), release: () => undefined };
      return judgeEdited({ base, edited, baseMatch }, shared);
    },
  };
}
