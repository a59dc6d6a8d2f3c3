import AhoCorasick from "modern-ahocorasick";
import { createPhraseIndex } from "../src/text/phrases.ts";
import { corpus, randomSource, word } from "./corpus.ts";
import { bestSeconds, type Figure, rounded } from "./measure.ts";

const ITEMS = 1_000;

/** Finding keywords, beside one cached regular expression per keyword and an Aho-Corasick automaton. */
async function atSize(size: number): Promise<Figure> {
  const random = randomSource(size);
  const phrases = Array.from({ length: size }, () =>
    random() < 0.3 ? `${word(random)} ${word(random)}` : word(random),
  );
  const texts = corpus(ITEMS).map((item) => `${item.title}. ${item.text}`);
  const index = createPhraseIndex(phrases.map((text) => ({ text })));
  const ours = ITEMS / (await bestSeconds(() => texts.map((text) => index.find(text).length)));
  const automaton = new AhoCorasick(phrases);
  const aho = ITEMS / (await bestSeconds(() => texts.map((text) => automaton.search(text.toLowerCase()).length)));
  const sample = texts.slice(0, Math.max(2, Math.round(20_000 / size)));
  const expressions = phrases.map((text) => new RegExp(`\\b${text}\\b`, "i"));
  const regex =
    sample.length / (await bestSeconds(() => sample.map((text) => expressions.filter((one) => one.test(text)).length)));
  return {
    what: `match ${size.toLocaleString("en")} keywords, items/s`,
    value: rounded(ours),
    beside: `one regex per keyword ${rounded(regex)} (× ${rounded(ours / regex)}), modern-ahocorasick ${rounded(aho)} (× ${rounded(ours / aho)})`,
  };
}

/** The phrase engine at three sizes. */
export async function benchMatch(): Promise<Figure[]> {
  return [await atSize(100), await atSize(1_000), await atSize(10_000)];
}
