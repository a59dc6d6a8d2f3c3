import { createPhraseIndex, type Phrase, type PhraseHit } from "./phrases.ts";

/**
 * All phrases of all watches and servers in one index, so that a text is read once for all of them. Equal phrases are
 * one; each stays while somebody holds it.
 */
export type PhraseBook = {
  /** The number of a phrase, for the hits; held once more. */
  hold(phrase: Phrase): number;
  release(number: number): void;
  /** Every phrase wherever it stands, from left to right. The text that was asked about last is remembered. */
  hits(text: string): readonly PhraseHit[];
  /** How often a phrase was found so far: the rarer, the better it chooses. */
  timesSeen(number: number): number;
  /** Another number after each change: hits that were kept from before may lack phrases. */
  readonly version: number;
  readonly size: number;
};

function keyOf({ text, exact = false }: Phrase): string {
  return `${exact ? "=" : "~"}${text}`;
}

/** Opens an empty book. */
export function createPhraseBook(): PhraseBook {
  const index = createPhraseIndex([]);
  const numbers = new Map<string, number>();
  const held = new Map<number, { readonly key: string; holders: number; seen: number }>();
  let last: { readonly text: string; readonly hits: readonly PhraseHit[] } | undefined;
  let version = 0;
  const changed = () => {
    last = undefined;
    version++;
  };
  const count = (hits: readonly PhraseHit[]) => {
    for (const hit of hits) {
      const entry = held.get(hit.phrase);
      if (entry !== undefined) entry.seen++;
    }
    return hits;
  };
  return {
    hold: (phrase) => {
      const key = keyOf(phrase);
      const known = numbers.get(key);
      const entry = known === undefined ? undefined : held.get(known);
      if (known !== undefined && entry !== undefined) {
        entry.holders++;
        return known;
      }
      const number = index.add(phrase);
      numbers.set(key, number);
      held.set(number, { key, holders: 1, seen: 0 });
      changed();
      return number;
    },
    release: (number) => {
      const entry = held.get(number);
      if (entry === undefined || --entry.holders > 0) return;
      index.remove(number);
      held.delete(number);
      numbers.delete(entry.key);
      changed();
    },
    hits: (text) => {
      if (last?.text !== text) last = { text, hits: count(index.findAll(text)) };
      return last.hits;
    },
    timesSeen: (number) => held.get(number)?.seen ?? 0,
    get version() {
      return version;
    },
    get size() {
      return held.size;
    },
  };
}

/** The same book for someone who will leave: `releaseAll` gives back whatever was held through it. */
export function lend(book: PhraseBook): PhraseBook & { releaseAll(): void } {
  const numbers: number[] = [];
  return {
    hold: (phrase) => {
      const number = book.hold(phrase);
      numbers.push(number);
      return number;
    },
    release: book.release,
    hits: book.hits,
    timesSeen: book.timesSeen,
    get version() {
      return book.version;
    },
    get size() {
      return book.size;
    },
    releaseAll: () => {
      for (const number of numbers.splice(0)) book.release(number);
    },
  };
}

/** Of hits from left to right those that the longest phrase leaves: it takes its words. */
export function longest(hits: readonly PhraseHit[]): PhraseHit[] {
  const kept: PhraseHit[] = [];
  for (let at = 0, taken = 0; at < hits.length; ) {
    const start = hits[at]?.start ?? 0;
    let next = at;
    while (hits[next]?.start === start) next++;
    const same = hits.slice(at, next);
    const end = Math.max(...same.map((hit) => hit.end));
    at = next;
    if (start < taken) continue;
    kept.push(...same.filter((hit) => hit.end === end));
    taken = end;
  }
  return kept;
}
