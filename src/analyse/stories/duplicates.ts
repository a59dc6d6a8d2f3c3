import { shingle } from "../../text/shingles.ts";
import { likeness } from "../../text/similarity.ts";
import { agreement, type Details } from "../quotes/details.ts";

/** Words in a run; shorter runs meet by chance in any two reports of one subject. */
const SHINGLE = 3;
/** This share of the shorter text standing in the longer one makes it a repeat, when the details agree. */
const REPEATED = 0.6;
/** Rewording cuts many runs: texts alike on the whole need less of each other, but then nearly all figures must agree. */
const REWORDED = 0.5;
const ALIKE = 0.3;
const REWORDED_NUMBERS = 0.8;
/** With this share in common two texts are of one wording. */
const LOOKALIKE = 0.3;
/** Figures and names of the poorer text that the richer one must have. */
const AGREEING = 0.6;
/** Below this share of common names two texts of similar wording tell of different places and people. */
const STRANGE = 0.34;
/** With fewer runs than this, each figure counts: bulletins and headlines differ in nothing else. */
const SHORT = 90;
/** Fewer runs than this say nothing: "Live updates" is no text to repeat. */
const LEAST = 6;
/** One in this many runs of a long text is looked up, chosen by its hash so that both sides choose the same. */
const SAMPLE = 4;
/** A run in more texts than this is boilerplate and leads nowhere. */
const COMMON = 64;
/** So many texts with the most shared runs are compared in full. */
const COMPARED = 12;

type Text = { readonly id: string; readonly order: number; readonly shingles: Uint32Array; readonly details: Details };

/** What the finder makes of a text. */
export type Found = {
  /** The earlier text that this one repeats. */
  readonly duplicateOf?: string;
  /** Earlier texts of the same wording about other people and places: bulletins from one template. */
  readonly lookalikes: readonly string[];
};

/** Remembers texts and finds the earlier one that a text repeats: as a copy, a cut, a teaser or with words changed. */
export type DuplicateFinder = {
  /** Compares a text with the earlier ones, and remembers it. The same id again replaces its text, not its place. */
  add(text: { readonly id: string; readonly words: readonly string[]; readonly details: Details }): Found;
  forget(id: string): void;
};

/** Short texts are looked up by every run, long ones by a sample. */
function keysOf({ shingles }: Text): Uint32Array {
  return shingles.length <= SHORT ? shingles : shingles.filter((hash) => hash % SAMPLE === 0);
}

type Verdict = "repeat" | "lookalike" | "other";

/** Bulletins of one wording about different places, people or figures do not repeat each other. */
function compare(a: Text, b: Text): Verdict {
  const shorter = Math.min(a.shingles.length, b.shingles.length);
  if (shorter < LEAST) return "other";
  const { containment, resemblance } = likeness(a.shingles, b.shingles);
  if (containment < LOOKALIKE) return "other";
  const names = agreement(a.details.names, b.details.names);
  if (names < (containment < REPEATED ? STRANGE : AGREEING)) return "lookalike";
  const numbers = agreement(a.details.numbers, b.details.numbers);
  if (names < AGREEING) return "other";
  if (containment >= REPEATED) return numbers >= (shorter < SHORT ? 1 : AGREEING) ? "repeat" : "other";
  return containment >= REWORDED && resemblance >= ALIKE && numbers >= REWORDED_NUMBERS ? "repeat" : "other";
}

/** A finder whose look-up cost follows the runs that texts share, not the number of texts. */
export function createDuplicateFinder(): DuplicateFinder {
  const texts = new Map<string, Text>();
  /** By the hash as a signed number, which needs no place of its own in memory. */
  const byShingle = new Map<number, Text[]>();
  let count = 0;

  const candidates = (text: Text): Text[] => {
    const hits = new Map<Text, number>();
    for (const hash of text.shingles) {
      const holders = byShingle.get(hash | 0);
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
      const left = byShingle.get(hash | 0)?.filter((holder) => holder !== text) ?? [];
      if (left.length > 0) byShingle.set(hash | 0, left);
      else byShingle.delete(hash | 0);
    }
  };

  const add: DuplicateFinder["add"] = ({ id, words, details }) => {
    const order = texts.get(id)?.order ?? count++;
    const text = { id, order, shingles: shingle(words, SHINGLE), details };
    forget(id);
    const verdicts = candidates(text).map((candidate) => ({ id: candidate.id, verdict: compare(candidate, text) }));
    texts.set(text.id, text);
    for (const hash of keysOf(text)) {
      const holders = byShingle.get(hash | 0);
      if (holders === undefined) byShingle.set(hash | 0, [text]);
      else if (holders.length <= COMMON) holders.push(text);
    }
    const original = verdicts.find(({ verdict }) => verdict === "repeat");
    return {
      ...(original === undefined ? {} : { duplicateOf: original.id }),
      lookalikes: verdicts.filter(({ verdict }) => verdict === "lookalike").map(({ id }) => id),
    };
  };
  return { add, forget };
}
