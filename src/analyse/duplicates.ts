import type { Article } from "../model/article.ts";
import { shingle } from "../text/shingles.ts";
import { likeness } from "../text/similarity.ts";
import { tokenize } from "../text/tokens.ts";
import { agreement, type Details, detailsOf } from "./details.ts";

/** Words in a run; shorter runs meet by chance in any two reports of one subject. */
const SHINGLE = 3;
/** This share of the shorter text standing in the longer one makes it a repeat, when the details agree. */
const REPEATED = 0.6;
/** Rewording cuts many runs: texts alike on the whole need less of each other, but then all figures must agree. */
const REWORDED = 0.5;
const ALIKE = 0.3;
/** Figures and names of the poorer text that the richer one must have. */
const AGREEING = 0.6;
/** With fewer runs than this, each figure counts: bulletins and headlines differ in nothing else. */
const SHORT = 90;
/** Fewer runs than this say nothing: "Live updates" is no text to repeat. */
const LEAST = 4;
/** One in this many runs of a long text is looked up, chosen by its hash so that both sides choose the same. */
const SAMPLE = 4;
/** A run in more texts than this is boilerplate and leads nowhere. */
const COMMON = 64;
/** So many texts with the most shared runs are compared in full. */
const COMPARED = 12;

type Text = { readonly id: string; readonly order: number; readonly shingles: Uint32Array; readonly details: Details };

/** Remembers texts and finds the earlier one that a text repeats: as a copy, a cut, a teaser or with words changed. */
export type DuplicateFinder = {
  /** The earlier text that this one repeats, if any; the text is remembered. The same id again replaces its text. */
  add(article: Article): string | undefined;
  forget(id: string): void;
};

function readText(article: Article, order: number): Text {
  const body = article.text.trim() === "" ? (article.title ?? "") : article.text;
  const tokens = tokenize(body);
  const words = tokens.map((token) => token.folded);
  return { id: article.id, order, shingles: shingle(words, SHINGLE), details: detailsOf(body, tokens) };
}

/** Short texts are looked up by every run, long ones by a sample. */
function keysOf({ shingles }: Text): Uint32Array {
  return shingles.length <= SHORT ? shingles : shingles.filter((hash) => hash % SAMPLE === 0);
}

/** Whether one text repeats the other. Bulletins of one wording about different places or figures do not. */
function repeats(a: Text, b: Text): boolean {
  const shorter = Math.min(a.shingles.length, b.shingles.length);
  if (shorter < LEAST) return false;
  const { containment, resemblance } = likeness(a.shingles, b.shingles);
  const numbers = agreement(a.details.numbers, b.details.numbers);
  const names = agreement(a.details.names, b.details.names);
  if (names < AGREEING) return false;
  if (containment >= REPEATED) return numbers >= (shorter < SHORT ? 1 : AGREEING);
  return containment >= REWORDED && resemblance >= ALIKE && numbers === 1;
}

/** A finder whose look-up cost follows the runs that texts share, not the number of texts. */
export function createDuplicateFinder(): DuplicateFinder {
  const texts = new Map<string, Text>();
  const byShingle = new Map<number, Text[]>();
  let count = 0;

  const candidates = (text: Text): Text[] => {
    const hits = new Map<Text, number>();
    for (const hash of text.shingles) {
      const holders = byShingle.get(hash);
      if (holders === undefined || holders.length > COMMON) continue;
      for (const holder of holders) if (holder.order < text.order) hits.set(holder, (hits.get(holder) ?? 0) + 1);
    }
    return [...hits]
      .sort((a, b) => b[1] - a[1] || a[0].order - b[0].order)
      .slice(0, COMPARED)
      .map(([holder]) => holder);
  };

  const forget = (id: string): void => {
    const text = texts.get(id);
    if (text === undefined) return;
    texts.delete(id);
    for (const hash of keysOf(text)) {
      const left = byShingle.get(hash)?.filter((holder) => holder !== text) ?? [];
      if (left.length > 0) byShingle.set(hash, left);
      else byShingle.delete(hash);
    }
  };

  const add = (article: Article): string | undefined => {
    const text = readText(article, texts.get(article.id)?.order ?? count++);
    forget(article.id);
    const earlier = candidates(text).find((candidate) => repeats(candidate, text));
    texts.set(text.id, text);
    for (const hash of keysOf(text)) {
      const holders = byShingle.get(hash);
      if (holders === undefined) byShingle.set(hash, [text]);
      else if (holders.length <= COMMON) holders.push(text);
    }
    return earlier?.id;
  };
  return { add, forget };
}
