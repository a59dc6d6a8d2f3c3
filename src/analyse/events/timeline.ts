import type { Article, Span } from "../../model/article.ts";
import { parseDay } from "../../text/dates/calendar.ts";
import { findDates } from "../../text/dates/dates.ts";
import { fold } from "../../text/fold.ts";
import { stem } from "../../text/stem.ts";
import { layOut } from "../reading/reading.ts";
import { type Candidate, pickSentences } from "./timeline-sentences.ts";
import { toldSentences } from "./told-sentences.ts";

export type TimelineDay = {
  readonly date: string;
  readonly sentences: readonly { readonly text: string; readonly id: string }[];
  /** In how many articles the day is mentioned. */
  readonly sources: number;
  /** Higher is more important. */
  readonly score: number;
};

/**
 * The articles that name a day: all, and those that do so beside a word of the topic; and the days on which something
 * that looks back at it was published: many copies of one report remember no more than it does.
 */
type DayRecord = {
  readonly articles: Set<string>;
  readonly onTopic: Set<string>;
  readonly later: Set<string>;
  readonly candidates: Candidate[];
};

/** How many sentences of an article stand for its day of publication. */
const LEAD = 5;
/** An article published so many days after a day looks back at it. */
const LOOKS_BACK = 2;
/** What is still told days later was important: it weighs double. */
const LATER_WEIGHT = 2;

/** Folded stems of a text. */
function stems(text: string): string[] {
  return fold(text)
    .split(" ")
    .filter((word) => word !== "")
    .map(stem);
}

class Days {
  readonly #days = new Map<string, DayRecord>();

  at(date: string): DayRecord {
    const known = this.#days.get(date) ?? {
      articles: new Set<string>(),
      onTopic: new Set<string>(),
      later: new Set<string>(),
      candidates: [],
    };
    this.#days.set(date, known);
    return known;
  }

  get all(): ReadonlyMap<string, DayRecord> {
    return this.#days;
  }
}

function daysIn(dates: readonly (Span & { readonly value: string })[], { start, end }: Span): Set<string> {
  const within = dates.filter((date) => date.start >= start && date.end <= end);
  return new Set(within.flatMap(({ value }) => (parseDay(value) === undefined ? [] : [value.slice(0, 10)])));
}

function addArticle(days: Days, article: Article, topic: ReadonlySet<string>): void {
  const reading = layOut(article);
  const dates = findDates(article.text, article.published);
  const published = parseDay(article.published) === undefined ? undefined : article.published?.slice(0, 10);
  toldSentences(reading).forEach((sentence, place) => {
    const mentioned = daysIn(dates, sentence);
    const isLead = published !== undefined && place < LEAD;
    if (mentioned.size === 0 && !isLead) return;
    const text = article.text.slice(sentence.start, sentence.end);
    const words = stems(text);
    const candidate = { text, id: article.id, words, onTopic: words.some((word) => topic.has(word)) };
    for (const date of mentioned) {
      const day = days.at(date);
      day.articles.add(article.id);
      if (candidate.onTopic) day.onTopic.add(article.id);
      if (published !== undefined && daysBetween(date, published) >= LOOKS_BACK) day.later.add(published);
      day.candidates.push({ ...candidate, mentions: true });
    }
    if (isLead && !mentioned.has(published)) days.at(published).candidates.push({ ...candidate, mentions: false });
  });
}

function daysBetween(date: string, published: string): number {
  const [from, to] = [parseDay(date), parseDay(published)];
  return from === undefined || to === undefined ? 0 : to - from;
}

function scoreDays(days: Days): { readonly date: string; readonly record: DayRecord; readonly score: number }[] {
  const named = [...days.all].filter(([, record]) => record.articles.size > 0);
  const most = (of: "articles" | "onTopic" | "later") => Math.max(1, ...named.map(([, record]) => record[of].size));
  const [articles, onTopic, later] = [most("articles"), most("onTopic"), most("later")];
  return named.map(([date, record]) => ({
    date,
    record,
    score: record.articles.size / articles + record.onTopic.size / onTopic + (LATER_WEIGHT * record.later.size) / later,
  }));
}

/**
 * Many articles as one timeline, in date order: the days that most articles name, above all beside a word of the
 * topic or looking back, each with the sentences that say most about it.
 */
export function buildTimeline(
  articles: readonly { readonly article: Article }[],
  options: { readonly topic: readonly string[]; readonly dates: number; readonly perDate: number },
): TimelineDay[] {
  const topic = new Set(options.topic.flatMap(stems));
  const days = new Days();
  for (const { article } of articles) addArticle(days, article, topic);
  const told: ReadonlySet<string>[] = [];
  return spread(scoreDays(days))
    .slice(0, options.dates)
    .map(({ date, record, score }) => ({
      date,
      sentences: pickSentences(record.candidates, options.perDate, told),
      sources: record.articles.size,
      score: Math.round(score * 10_000) / 10_000,
    }))
    .sort((a, b) => a.date.localeCompare(b.date));
}

/** A day right beside a more important one tells mostly the same: it counts for this much. */
const BESIDE = 0.9;

/** The days by importance, those beside a more important one lowered once. */
function spread<Scored extends { readonly date: string; readonly score: number }>(days: readonly Scored[]): Scored[] {
  const ordered = days.toSorted((a, b) => b.score - a.score || a.date.localeCompare(b.date));
  const higher = new Set<number>();
  const lowered = ordered.map((day) => {
    const at = parseDay(day.date) ?? Number.NaN;
    const isBeside = higher.has(at - 1) || higher.has(at + 1);
    higher.add(at);
    return isBeside ? { ...day, score: day.score * BESIDE } : day;
  });
  return lowered.sort((a, b) => b.score - a.score || a.date.localeCompare(b.date));
}
