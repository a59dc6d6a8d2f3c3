import type { Span } from "../../model/article.ts";
import type { NamedEvent } from "../../model/watch.ts";
import { fold } from "../../text/fold.ts";
import { createPhraseIndex, type PhraseIndex } from "../../text/phrases/phrases.ts";

/** Where an event is called by its name. */
export type NameHit = Span & {
  readonly name: string;
  /** The name itself tells that something was done: "Operation Sindoor". */
  readonly isOperation: boolean;
};

/** Operations are named with capitals, little words of other languages between them. */
const OPERATION =
  /\bOperations?\s+(?:[‘“"'])?\p{Lu}[\p{L}\p{M}’'-]+(?:[ -](?:(?:al|ul|un|ur|us|e|of|the)[ -])?\p{Lu}[\p{L}\p{M}’'-]+){0,3}/gu;
const AROUND = 60;

const indexes = new WeakMap<readonly NamedEvent[], { index: PhraseIndex; events: readonly NamedEvent[] }>();

/** The index of a list of names is made once: every article is read against the same list. */
function indexOf(events: readonly NamedEvent[]) {
  const known = indexes.get(events);
  if (known) return known;
  const spellings = events.flatMap((event) => event.names.map((text) => ({ text, event })));
  const made = {
    index: createPhraseIndex(spellings.map(({ text }) => ({ text, exact: true }))),
    events: spellings.map(({ event }) => event),
  };
  indexes.set(events, made);
  return made;
}

/** Where an operation's name is that of a thing: "the film Operation Night Owl". */
const NAME_OF_THING =
  /\b(?:trade-?\s?marks?|brand|names?|named|films?|movies?|books?|songs?|series|games?|documentary|titled?)\s+[“‘"']?$/i;

function isDone(text: string, { start }: Span): boolean {
  return !NAME_OF_THING.test(text.slice(Math.max(0, start - 24), start));
}

function isOther(text: string, hit: Span, event: NamedEvent): boolean {
  const around = ` ${fold(text.slice(Math.max(0, hit.start - AROUND), hit.end + AROUND))} `;
  return event.not.some((word) => around.includes(` ${fold(word)} `));
}

/** The named events of a text: those that watches name under any spelling, and everything called "Operation …". */
export function findEventNames(text: string, namedEvents: readonly NamedEvent[]): NameHit[] {
  const { index, events } = indexOf(namedEvents);
  const found: NameHit[] = [];
  for (const { phrase, start, end } of index.find(text)) {
    const event = events[phrase];
    if (event === undefined || isOther(text, { start, end }, event)) continue;
    found.push({
      start,
      end,
      name: event.name,
      isOperation: /^operation\b/i.test(event.name) && isDone(text, { start, end }),
    });
  }
  for (const { index: start, 0: name } of text.matchAll(OPERATION)) {
    const end = start + name.length;
    if (!found.some((other) => start < other.end && end > other.start))
      found.push({ start, end, name, isOperation: isDone(text, { start, end }) });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Two spellings of one name meet: little words, doubled letters and marks aside. "Bunyan-un-Marsoos" is "Bunyaan al Marsoos". */
export function nameKey(name: string): string {
  const words = fold(name)
    .split(" ")
    .filter((word) => !/^(?:operations?|the|al|ul|un|ur|us|el|e|of)$/.test(word));
  return words.join(" ").replace(/(.)\1+/g, "$1");
}
