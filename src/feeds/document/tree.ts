/** One element of a feed, with names made uniform: known namespaces have one prefix each, local names are lower case. */
export type Element = {
  readonly name: string;
  /** By lower-case name; values are decoded. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  readonly childrenByName: ReadonlyMap<string, readonly Element[]> | undefined;
  /** Decoded once. Of an element that holds markup: the exact slice of the source. */
  readonly text: string;
  /** What relative addresses inside stand on, as `xml:base` says. */
  readonly base: string | undefined;
  /** As `xml:lang` says, here or further up. */
  readonly language: string | undefined;
};

/** A feed's elements. `entries` is what was read of the `item` or `entry` elements wherever they stand, in order. */
export type FeedTree<Read> = {
  readonly kind: "rss" | "atom";
  readonly root: Element;
  /** The element that tells of the feed itself: `channel`, or the root. */
  readonly head: Element;
  readonly entries: readonly Read[];
};

const NONE: readonly Element[] = [];

/** The children of that name. */
export function childrenOf({ childrenByName }: Element, name: string): readonly Element[] {
  return childrenByName?.get(name) ?? NONE;
}

/** The text of the first child with one, trying the names in order; undefined when none has. */
export function textOf(element: Element, ...names: readonly string[]): string | undefined {
  return filledChild(element, ...names)?.text;
}

/** The first child with a text, trying the names in order. */
export function filledChild({ childrenByName }: Element, ...names: readonly string[]): Element | undefined {
  for (const name of names) {
    const filled = childrenByName?.get(name)?.find(({ text }) => text !== "");
    if (filled !== undefined) return filled;
  }
  return undefined;
}
