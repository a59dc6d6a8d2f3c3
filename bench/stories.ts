import { NO_FINDINGS } from "../src/analyse/no-findings.ts";
import { createStoryIndex } from "../src/analyse/stories/story-index.ts";
import type { Article } from "../src/model/article.ts";
import { randomSource, word } from "./corpus.ts";
import { type Figure, processorSeconds, rounded } from "./measure.ts";

const ITEMS = 100_000;
const STEPS = [1_000, 3_000, 10_000, 30_000, ITEMS];
/** All of them within the window, so that nothing is evicted. */
const SPACING_MS = (6 * 86_400_000) / ITEMS;
/** Stories that are told at one time, and of how many of their words a headline picks. */
const OPEN = 300;
const ACTS =
  "kills hits strikes shelling blast protest arrests talks ceasefire troops border minister court election flood fire crash probe trade sanctions".split(
    " ",
  );
const REST = "after before near in as over says police officials report new two day city region people".split(" ");

type Told = { readonly article: Article; readonly event: number };

/** Headlines of events that overlap in time: a few names and acts of its own each, told in changing words and order. */
function headlines(): Told[] {
  const random = randomSource(11);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const names = Array.from({ length: 8_000 }, () => word(random));
  const begin = (event: number) => ({
    event,
    words: [
      ...Array.from({ length: 4 }, () => pick(names)),
      pick(ACTS),
      pick(ACTS),
      String(2 + Math.floor(random() * 60)),
    ],
  });
  const open = Array.from({ length: OPEN }, (_, event) => begin(event));
  let events = OPEN;
  return Array.from({ length: ITEMS }, (_, at) => {
    // One item in eight begins another event in the place of an old one: events have about eight items.
    const slot = Math.floor(random() * OPEN);
    if (random() < 1 / 8) open[slot] = begin(events++);
    const { event, words } = open[slot] ?? begin(events);
    const own = words.filter(() => random() < 0.7);
    const title = [...own, pick(REST), pick(REST), pick(names)].sort(() => random() - 0.5).join(" ");
    const published = new Date(Date.UTC(2026, 0, 1) + at * SPACING_MS).toISOString();
    return { event, article: { id: `item-${at}`, title, text: title, published } };
  });
}

/** Of the pairs that one story puts together in a row, the share that tell one event: stories must be stories. */
function togetherness(told: readonly Told[], stories: readonly string[]): number {
  const last = new Map<string, number>();
  let [same, all] = [0, 0];
  told.forEach(({ event }, at) => {
    const before = last.get(stories[at] ?? "");
    if (before !== undefined) all++;
    if (before === event) same++;
    last.set(stories[at] ?? "", event);
  });
  return same / all;
}

/** Headlines to stories, the window growing to 100,000 items. */
export async function benchStories(): Promise<Figure[]> {
  const told = headlines();
  const index = createStoryIndex();
  const stories: string[] = [];
  const figures: Figure[] = [];
  let from = 0;
  for (const to of STEPS) {
    const begun = processorSeconds();
    for (const { article } of told.slice(from, to)) stories.push(index.place(article, NO_FINDINGS).story);
    const speed = (to - from) / (processorSeconds() - begun);
    figures.push({
      what: `stories, headlines/s of one core up to ${rounded(to)} in the window`,
      value: rounded(speed),
    });
    from = to;
  }
  const megabytes = process.memoryUsage().heapUsed / 1_048_576;
  const share = Math.round(100 * togetherness(told, stories));
  const beside = `${rounded(new Set(stories).size)} stories of ${rounded(new Set(told.map(({ event }) => event)).size)} events, ${share}% of neighbours in a story tell one event`;
  return [...figures, { what: "stories, heap with 100,000 items, MB", value: rounded(megabytes), beside }];
}
