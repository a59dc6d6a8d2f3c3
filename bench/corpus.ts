/** Small pseudo-random numbers that are the same in every run (mulberry32). */
export function randomSource(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SYLLABLES =
  "ba be bo da di do fa ga ka ko la li lo ma mi mo na no pa ra ri ro sa se ta te ti to va ve wa zo".split(" ");
/** Words that stand in every other text. */
export const COMMON =
  "the a of in on at to and for with by after before officials said police army border city town government minister talks attack strike people killed wounded market school river north south report week region crisis aid".split(
    " ",
  );

export type BenchItem = { readonly id: string; readonly title: string; readonly text: string; readonly at: Date };

/** A made-up word of two to four syllables. */
export function word(random: () => number): string {
  const length = 2 + Math.floor(random() * 3);
  return Array.from({ length }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join("");
}

function sentence(random: () => number, words: readonly string[]): string {
  const length = 9 + Math.floor(random() * 14);
  const picked = Array.from({ length }, () =>
    random() < 0.6 ? COMMON[Math.floor(random() * COMMON.length)] : words[Math.floor(random() * words.length)],
  );
  const text = picked.join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** News-like items of our own: a few common words, many rare ones, about 230 characters of text each. */
export function corpus(count: number, sentences = 2): BenchItem[] {
  const random = randomSource(7);
  const words = Array.from({ length: 20_000 }, () => word(random));
  return Array.from({ length: count }, (_, at) => ({
    id: `item-${at}`,
    title: sentence(random, words).slice(0, 80),
    text: Array.from({ length: sentences }, () => sentence(random, words)).join(" "),
    at: new Date(Date.UTC(2026, 0, 1) + at * 60_000),
  }));
}

/** The items as RSS 2.0. */
export function rssOf(items: readonly BenchItem[]): string {
  const entries = items.map(
    ({ id, title, text, at }) =>
      `<item><guid isPermaLink="false">${id}</guid><title>${title}</title><link>https://bench.example/${id}</link><pubDate>${at.toUTCString()}</pubDate><description>&lt;p&gt;${text}&lt;/p&gt;</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Bench</title>${entries.join("\n")}</channel></rss>`;
}
