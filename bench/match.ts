import AhoCorasick from "modern-ahocorasick";
import { createPhraseIndex } from "../src/text/phrases/phrases.ts";
import { corpus, randomSource, word } from "./corpus.ts";
import { bestSeconds, type Figure, rounded } from "./measure.ts";

const ITEMS = 1_000;
/** More compiled expressions than this only measure the collector of garbage. */
const MOST_EXPRESSIONS = 10_000;

function phrasesOf(size: number): string[] {
  const random = randomSource(size);
  const phrases = new Set<string>();
  while (phrases.size < size) phrases.add(random() < 0.3 ? `${word(random)} ${word(random)}` : word(random));
  return [...phrases];
}

/** Items per second of one cached regular expression per keyword. */
async function withExpressions(phrases: readonly string[], texts: readonly string[]): Promise<number> {
  const sample = texts.slice(0, Math.max(2, Math.round(20_000 / phrases.length)));
  const expressions = phrases.map((text) => new RegExp(`\\b${text}\\b`, "i"));
  return (
    sample.length / (await bestSeconds(() => sample.map((text) => expressions.filter((one) => one.test(text)).length)))
  );
}

/** Finding keywords, beside an Aho-Corasick automaton and one cached regular expression per keyword. */
async function atSize(size: number): Promise<Figure> {
  const phrases = phrasesOf(size);
  const texts = corpus(ITEMS).map((item) => `${item.title}. ${item.text}`);
  const index = createPhraseIndex(phrases.map((text) => ({ text })));
  const ours = ITEMS / (await bestSeconds(() => texts.map((text) => index.find(text).length)));
  const automaton = new AhoCorasick(phrases);
  const aho = ITEMS / (await bestSeconds(() => texts.map((text) => automaton.search(text.toLowerCase()).length)));
  const beside = [`modern-ahocorasick ${rounded(aho)} (× ${rounded(ours / aho)})`];
  if (size <= MOST_EXPRESSIONS) {
    const regex = await withExpressions(phrases, texts);
    beside.unshift(`one regex per keyword ${rounded(regex)} (× ${rounded(ours / regex)})`);
  }
  return {
    what: `match ${size.toLocaleString("en")} keywords (${(index.bytes / 1e6).toPrecision(2)} MB), items/s`,
    value: rounded(ours),
    beside: beside.join(", "),
  };
}

/** What one more keyword costs an index of a hundred thousand. */
async function oneMore(): Promise<Figure> {
  const index = createPhraseIndex(phrasesOf(100_000).map((text) => ({ text })));
  const seconds = await bestSeconds(() => index.remove(index.add({ text: "a keyword more" })));
  return { what: "add and remove a keyword among 100,000, µs", value: rounded(seconds * 1e6) };
}

/** The phrase engine as it grows. */
export async function benchMatch(): Promise<Figure[]> {
  return [await atSize(100), await atSize(1_000), await atSize(10_000), await atSize(100_000), await oneMore()];
}
