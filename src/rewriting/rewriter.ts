/** What is known of a story: "Where" and "Klow", each proven by a text. */
export type KnownFact = { readonly name: string; readonly value: string };

/** A story's words as they were taken from the outlets, or as they were reworded. */
export type Wording = { readonly headline: string; readonly sentences: readonly string[] };

export type Rewritten =
  | { readonly kind: "rewritten"; readonly wording: Wording }
  /** Expected: unreachable, slow, out of quota, or no answer that can be read. */
  | { readonly kind: "failed"; readonly reason: string };

/** Something that can say the same in other words. What it answers is not trusted: see `checkedWording`. */
export type Rewriter = {
  /** Changes when another wording of the same text may be expected: the model, the prompt. */
  readonly version: string;
  /** Takes at most 20 seconds. The first of the sentences is the headline. */
  rewrite(facts: readonly KnownFact[], sentences: readonly string[], signal: AbortSignal): Promise<Rewritten>;
};
