import { type AboutItem, ruleSpotter } from "../src/analyse/relevance/rule-spotter.ts";
import { createPhraseBook } from "../src/text/phrases/phrase-book.ts";
import { compileRule } from "../src/text/phrases/rule-match.ts";
import { parseRule } from "../src/text/phrases/rule-parser.ts";
import { COMMON, corpus, randomSource, word } from "./corpus.ts";
import { bestSeconds, type Figure, rounded } from "./measure.ts";

const ITEMS = 1_000;

/** Half of the words are those of every other text, as in the rules that people write. */
function ruleTexts(size: number): string[] {
  const random = randomSource(size);
  const common = () => COMMON[Math.floor(random() * COMMON.length)] ?? "";
  return Array.from({ length: size }, () => {
    const [one, other] = random() < 0.5 ? [common(), word(random)] : [word(random), common()];
    if (random() < 0.5) return `${one} AND ${other} NOT ${word(random)}`;
    return `${one} NEAR/8 (${other} OR ${word(random)})`;
  });
}

const ABOUT: AboutItem = {
  article: { id: "a", text: "" },
  findings: { quotes: [], statements: [], actors: [], dates: [], events: [], summary: { headline: "", sentences: [] } },
  touches: () => false,
};

/** Boolean rules by their rarest word, beside trying each rule on each text. */
async function atSize(size: number): Promise<Figure> {
  const rules = ruleTexts(size);
  const texts = corpus(ITEMS).map((item) => `${item.title}\n${item.text}`);
  const book = createPhraseBook();
  const spot = ruleSpotter(
    rules.map((phrase) => ({ phrase, weight: 1, exact: false })),
    book,
  );
  const ours = ITEMS / (await bestSeconds(() => texts.map((text) => spot(text, ABOUT).length)));
  const compiled = rules.flatMap((rule) => {
    const parsed = parseRule(rule);
    return parsed.kind === "rule" ? [compileRule(parsed.root, book)] : [];
  });
  const sample = texts.slice(0, Math.max(5, 100_000 / size));
  const all = await bestSeconds(() =>
    sample.map((text) => {
      const hits = Map.groupBy(book.hits(text), ({ phrase }) => phrase);
      const seen = { placesOf: (phrase: number) => hits.get(phrase) ?? [], titleEnd: 0, has: () => false };
      return compiled.filter((rule) => rule.find(seen)).length;
    }),
  );
  return {
    what: `${size.toLocaleString("en")} Boolean rules, items/s`,
    value: rounded(ours),
    beside: `each rule tried ${rounded(sample.length / all)} (× ${rounded((ours * all) / sample.length)})`,
  };
}

/** Rules as they grow in number. */
export async function benchRules(): Promise<Figure[]> {
  return [await atSize(1_000), await atSize(10_000), await atSize(100_000)];
}
