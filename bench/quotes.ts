import { readFileSync } from "node:fs";
import compromise from "compromise";
import model from "wink-eng-lite-web-model";
import winkNlp from "wink-nlp";
import { findActors } from "../src/analyse/names/actors.ts";
import { createLexicon } from "../src/analyse/names/lexicon.ts";
import { findQuotes } from "../src/analyse/quotes/quotes.ts";
import { shownSpeaker } from "../src/analyse/quotes/shown-speaker.ts";
import { layOut } from "../src/analyse/reading/reading.ts";
import type { Span } from "../src/model/article.ts";
import { readFolder, readMarked, type TrainingText } from "../training/articles.ts";
import { type Figure, processorTimes, rounded } from "./measure.ts";

/** What an extractor finds in a text. Spans of quotations leave their marks out. */
type Found = {
  readonly quotes: readonly (Span & { readonly speaker?: Span; readonly shown?: boolean })[];
  readonly persons: readonly string[];
};
type Extractor = (text: string) => Found;

const SHORTEST = 2;
const wordsIn = (text: string) => text.match(/[\p{L}\p{N}’'-]+/gu)?.length ?? 0;

const lexicon = createLexicon([]);

function ours(text: string): Found {
  const reading = layOut({ id: "bench", text });
  const actors = findActors(reading, lexicon);
  const { quotes } = findQuotes(reading, actors, lexicon);
  return {
    quotes: quotes.map((quote) => {
      const { start, end } = quote.speaker ?? {};
      const speaker = start === undefined || end === undefined ? {} : { speaker: { start, end } };
      return { start: quote.start, end: quote.end, ...speaker, shown: shownSpeaker(quote) !== undefined };
    }),
    persons: actors.filter(({ kind }) => kind === "person").map(({ name }) => name),
  };
}

/** compromise knows quotations and people, and no speakers. */
function withCompromise(text: string): Found {
  const doc = compromise(text);
  const quotes: { offset: { start: number; length: number } }[] = doc.quotations().json({ offset: true });
  const persons: string[] = doc.people().out("array");
  return { quotes: quotes.map(({ offset: { start, length } }) => unmarked(text, start, start + length)), persons };
}

/** The span without marks and what stands around them. */
function unmarked(text: string, start: number, end: number): Span {
  const words = text.slice(start, end);
  const before = words.match(/^[\s"“‘'„«]+/u)?.[0].length ?? 0;
  const after = words.match(/[\s"”’'»]+$/u)?.[0].length ?? 0;
  return { start: start + before, end: end - after };
}

const wink = winkNlp(model, ["sbd", "pos"]);
const { its } = wink;
const MARKED = /[“"]([^”"\n]+)[”"]|[‘]([^’\n]+)[’](?!\p{L})/gu;

/** wink-nlp has parts of speech only: persons are runs of two and more proper nouns, a speaker is the nearest run or pronoun. */
function withWink(text: string): Found {
  const doc = wink.readDoc(text);
  const names: Span[] = [];
  const persons: string[] = [];
  let [at, run] = [0, 0];
  const tags = doc.tokens().out(its.pos);
  doc
    .tokens()
    .out()
    .forEach((word: string, index: number) => {
      const start = text.indexOf(word, at);
      at = start + word.length;
      const last = names.at(-1);
      const isName = tags[index] === "PROPN";
      if (isName && run > 0 && last !== undefined) names[names.length - 1] = { start: last.start, end: at };
      else if (isName || /^(?:he|she)$/i.test(word)) names.push({ start, end: at });
      run = isName ? run + 1 : 0;
      const name = names.at(-1);
      if (run > 1 && name !== undefined) persons.push(text.slice(name.start, name.end));
    });
  const quotes = [...text.matchAll(MARKED)].map(({ index, 0: all }) => {
    const span = { start: index + 1, end: index + all.length - 1 };
    const distance = (name: Span) => Math.min(Math.abs(name.start - span.end), Math.abs(span.start - name.end));
    const outside = names.filter((name) => name.end <= span.start || name.start >= span.end);
    const [speaker] = outside.sort((a, b) => distance(a) - distance(b));
    return speaker === undefined ? span : { ...span, speaker };
  });
  return { quotes, persons };
}

/** Texts that no one learned from, with every speaker marked and every person named. */
type Labelled = TrainingText & { readonly persons: readonly string[] };

function readLabelled(): Labelled[] {
  const file = readFileSync(new URL("quotes/unseen.txt", import.meta.url), "utf8");
  return file.split(/^---$/mu).map((article) => {
    const [marked = "", names = ""] = article.trim().split(/\n?^@ ?/mu);
    return { ...readMarked(marked), persons: names.split("; ").filter(Boolean) };
  });
}

type Tally = { right: number; found: number; wanted: number };
const share = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)}`;
const scores = ({ right, found, wanted }: Tally) => `P ${share(right, found)} R ${share(right, wanted)}`;
const meets = (a: Span, b: Span) => a.start < b.end && a.end > b.start;

function scored(extract: Extractor, texts: readonly Labelled[]) {
  const [spans, persons, speakers, shown] = Array.from({ length: 4 }, (): Tally => ({ right: 0, found: 0, wanted: 0 }));
  if (!spans || !persons || !speakers || !shown) throw new Error("no tallies");
  for (const { text, quotes, persons: named } of texts) {
    const found = extract(text);
    const long = found.quotes.filter(({ start, end }) => wordsIn(text.slice(start, end)) >= SHORTEST);
    spans.found += long.length;
    spans.wanted += quotes.length;
    speakers.wanted += quotes.length;
    for (const quote of long) {
      const gold = quotes.find(({ end }) => Math.abs(end - quote.end) <= 2);
      const isRight = gold?.speaker !== undefined && quote.speaker !== undefined && meets(gold.speaker, quote.speaker);
      spans.right += gold === undefined ? 0 : 1;
      speakers.found += quote.speaker === undefined ? 0 : 1;
      speakers.right += isRight ? 1 : 0;
      shown.found += quote.shown ? 1 : 0;
      shown.right += quote.shown && isRight ? 1 : 0;
    }
    const told = new Set(
      found.persons.map(
        (name) =>
          name
            .split(" ")
            .at(-1)
            ?.replace(/[’'.,]s?$/u, "") ?? "",
      ),
    );
    const last = new Set(named.map((name) => name.split(" ").at(-1) ?? ""));
    persons.found += told.size;
    persons.wanted += last.size;
    persons.right += told.intersection(last).size;
  }
  return { spans, persons, speakers, shown };
}

/** How much more twice the text costs. */
async function doubling(): Promise<Figure> {
  const article = readLabelled().map(({ text }) => text);
  const half = Array.from({ length: 12 }, () => article.join("\n")).join("\n");
  const whole = `${half}\n${half}`;
  const { once, twice } = await processorTimes({ once: () => ours(half), twice: () => ours(whole) });
  return {
    what: `quotations in one article of ${rounded(half.length / 1000)} kB, ms`,
    value: rounded(once),
    beside: `twice the text × ${(twice / once).toFixed(2)} (at most × 2.5)`,
  };
}

/** Megabytes of text a second, each extractor in turn on the same texts. */
async function speed(texts: readonly string[]): Promise<Figure> {
  const all = (extract: Extractor) => () => texts.map(extract);
  const times = await processorTimes({ ours: all(ours), compromise: all(withCompromise), wink: all(withWink) });
  const rate = (ms: number) => Buffer.byteLength(texts.join("")) / 1e3 / ms;
  const beside = (name: string, ms: number) => `${name} ${rounded(rate(ms))} (× ${rounded(ms / times.ours)})`;
  return {
    what: "quotations, speakers and persons, MB/s",
    value: rounded(rate(times.ours)),
    beside: `${beside("compromise", times.compromise)}, ${beside("wink-nlp", times.wink)}`,
  };
}

/** Quotations, speakers and persons: how right on texts of our own that nobody learned from, and how fast, beside compromise and wink-nlp. */
export async function benchQuotes(): Promise<Figure[]> {
  const labelled = readLabelled();
  const texts = [
    ...readFolder(new URL("../training/quotes", import.meta.url).pathname).map(({ text }) => text),
    ...labelled.map(({ text }) => text),
  ];
  const [us, nlp, pos] = [ours, withCompromise, withWink].map((extract) => scored(extract, labelled));
  if (!us || !nlp || !pos) throw new Error("no scores");
  return [
    {
      what: `quotations of ${SHORTEST} words and more, unseen (${us.spans.wanted})`,
      value: scores(us.spans),
      beside: `compromise ${scores(nlp.spans)}, marks alone ${scores(pos.spans)}`,
    },
    {
      what: "their speakers",
      value: `${scores(us.speakers)}; shown ${share(us.shown.found, us.spans.wanted)} % at P ${share(us.shown.right, us.shown.found)}`,
      beside: `wink-nlp and the nearest name ${scores(pos.speakers)}, compromise tells none`,
    },
    {
      what: `persons by last name (${us.persons.wanted})`,
      value: scores(us.persons),
      beside: `compromise ${scores(nlp.persons)}, wink-nlp's proper nouns ${scores(pos.persons)}`,
    },
    await speed(texts),
    await doubling(),
  ];
}
