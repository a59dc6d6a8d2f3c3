import type { Article, Span } from "../model/article.ts";
import type { Findings, Match } from "../model/findings.ts";
import type { NamedEvent, Watch } from "../model/watch.ts";
import { findDates } from "../text/dates.ts";
import { findActors } from "./actors.ts";
import type { Analyser } from "./analyser.ts";
import { findEvents } from "./events.ts";
import { createLexicon, type Lexicon } from "./lexicon.ts";
import { createMatcher } from "./match.ts";
import { findQuotes } from "./quotes.ts";
import { layOut, type Reading } from "./reading.ts";
import { summarise } from "./summary.ts";

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
  const events = findEvents(reading, { dates, actors, statements, namedEvents });
  return { quotes, statements, actors, dates, events, summary: summarise(reading, { events, quotes }) };
}

/** The analysers in their order, each seeing what the ones before it found. */
export function createAnalyser(watches: readonly Watch[]): Analyser {
  const lexicon = createLexicon(watches);
  const namedEvents = watches.flatMap((watch) => watch.events);
  const matchers = new Map(watches.map((watch) => [watch.id, createMatcher(watch)]));
  return {
    read: (article) => read(article, lexicon, namedEvents),
    match: (article, findings, watch): Match =>
      matchers.get(watch)?.(article, findings) ?? {
        watch,
        score: 0,
        level: "info",
        direction: "none",
        relevant: false,
        lines: [],
      },
  };
}
