import { readFileSync } from "node:fs";
import * as chrono from "chrono-node";
import compromise from "compromise";
import compromiseDates from "compromise-dates";
import type { Span } from "../src/model/article.ts";
import { findDates } from "../src/text/dates/dates.ts";
import { readFolder } from "../training/articles.ts";
import { type Figure, processorTimes, rounded } from "./measure.ts";

/** A time expression, with the calendar day that it names, if it names one. */
type Found = Span & { readonly day?: string };
type Tagger = (text: string, published: string) => Found[];
type Labelled = { readonly text: string; readonly published: string; readonly dates: readonly Found[] };

const DAY = /^\d{4}-\d\d-\d\d/;

function withDay(span: Span, value: string | undefined): Found {
  const day = DAY.exec(value ?? "")?.[0];
  return { start: span.start, end: span.end, ...(day === undefined ? {} : { day }) };
}

const ours: Tagger = (text, published) => findDates(text, published).map((date) => withDay(date, date.value));

/** chrono fills in a day where only a month is said: only what it calls certain counts. */
const withChrono: Tagger = (text, published) =>
  chrono.parse(text, new Date(`${published}T12:00:00Z`)).map(({ index, text: words, start }) => {
    const pad = (part: "month" | "day") => String(start.get(part) ?? "").padStart(2, "0");
    const isDay = start.isCertain("day") || start.isCertain("weekday");
    const day = isDay ? `${start.get("year")}-${pad("month")}-${pad("day")}` : undefined;
    return withDay({ start: index, end: index + words.length }, day);
  });

type CompromiseDate = {
  readonly offset: { readonly start: number; readonly length: number };
  readonly dates?: { readonly start: string | null; readonly end: string | null };
};

const nlp = compromise.extend(compromiseDates);

/** It throws on some ordinary news: then it has found nothing. */
const withCompromise: Tagger = (text, published) => {
  try {
    const doc = nlp(text) as unknown as {
      dates(context: object): { json(options: object): CompromiseDate[] };
    };
    return doc
      .dates({ today: published, timezone: "UTC" })
      .json({ offset: true })
      .map(({ offset: { start, length }, dates }) => {
        const [first, last] = [dates?.start?.slice(0, 10), dates?.end?.slice(0, 10)];
        return withDay({ start, end: start + length }, first === last ? first : undefined);
      });
  } catch {
    return [];
  }
};

/** Texts of our own: `[[words|TIMEX3 value]]`, the document's date in the first line. */
function readLabelled(): Labelled[] {
  const file = readFileSync(new URL("dates/unseen.txt", import.meta.url), "utf8");
  return file.split(/^---$/mu).map((part) => {
    const [published = "", ...lines] = part.trim().split("\n");
    const dates: Found[] = [];
    let text = "";
    for (const piece of lines.join("\n").split(/(\[\[[^\]]+\]\])/u)) {
      const [, words, value] = /^\[\[([^|]+)\|(.+)\]\]$/u.exec(piece) ?? [];
      const start = text.length;
      text += words ?? piece;
      if (words !== undefined) dates.push(withDay({ start, end: text.length }, value));
    }
    return { text, published, dates };
  });
}

const meets = (a: Span, b: Span) => a.start < b.end && a.end > b.start;

function f1(right: number, found: number, wanted: number): string {
  return ((200 * right) / Math.max(1, found + wanted)).toFixed(1);
}

/** F1 of expressions found (overlapping) and of calendar days told right. */
function scored(tagger: Tagger, texts: readonly Labelled[]): { readonly spans: string; readonly days: string } {
  const spans = { right: 0, found: 0, wanted: 0 };
  const days = { right: 0, found: 0, wanted: 0 };
  for (const { text, published, dates } of texts) {
    const found = tagger(text, published);
    spans.wanted += dates.length;
    spans.found += found.length;
    spans.right += found.filter((one) => dates.some((gold) => meets(one, gold))).length;
    days.wanted += dates.filter(({ day }) => day !== undefined).length;
    days.found += found.filter(({ day }) => day !== undefined).length;
    days.right += found.filter(
      (one) => one.day && dates.some((gold) => meets(one, gold) && gold.day === one.day),
    ).length;
  }
  return {
    spans: f1(spans.right, spans.found, spans.wanted),
    days: f1(days.right, days.found, days.wanted),
  };
}

async function speed(texts: readonly string[]): Promise<Figure> {
  const all = (tagger: Tagger) => () => texts.map((text) => tagger(text, "2025-05-10"));
  const times = await processorTimes({ ours: all(ours), chrono: all(withChrono), compromise: all(withCompromise) });
  const rate = (ms: number) => Buffer.byteLength(texts.join("")) / 1e3 / ms;
  const beside = (name: string, ms: number) => `${name} ${rounded(rate(ms))} (× ${rounded(ms / times.ours)})`;
  return {
    what: "dates, MB/s",
    value: rounded(rate(times.ours)),
    beside: `${beside("chrono-node", times.chrono)}, ${beside("compromise-dates", times.compromise)}`,
  };
}

/** Time expressions: how right on texts of our own that no rule was written for, and how fast, beside chrono-node and compromise-dates. */
export async function benchDates(): Promise<Figure[]> {
  const labelled = readLabelled();
  const [us, chronoNode, nlpDates] = [ours, withChrono, withCompromise].map((tagger) => scored(tagger, labelled));
  if (!us || !chronoNode || !nlpDates) throw new Error("no scores");
  const count = labelled.reduce((sum, { dates }) => sum + dates.length, 0);
  const texts = [...labelled, ...readFolder(new URL("../training/quotes", import.meta.url).pathname)];
  return [
    {
      what: `time expressions found, F1, unseen (${count})`,
      value: us.spans,
      beside: `chrono-node ${chronoNode.spans}, compromise-dates ${nlpDates.spans}`,
    },
    {
      what: "calendar days told right, F1",
      value: us.days,
      beside: `chrono-node ${chronoNode.days}, compromise-dates ${nlpDates.days}`,
    },
    await speed(texts.map(({ text }) => text)),
  ];
}
