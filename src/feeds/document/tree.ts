/** One element of a feed, with names made uniform: known namespaces have one prefix each, local names are lower case. */
export type Element = {
  readonly name: string;
  /** By lower-case name; values are decoded. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** Decoded once. Of an element that holds markup: the exact slice of the source. */
  readonly text: string;
  /** What relative addresses inside stand on, as `xml:base` says. */
  readonly base?: string;
  /** As `xml:lang` says, here or further up. */
  readonly language?: string;
};

/** A feed's elements. `entries` are the `item` or `entry` elements wherever they stand, in order. */
export type FeedTree = {
  readonly kind: "rss" | "atom";
  readonly root: Element;
  /** The element that tells of the feed itself: `channel`, or the root. */
  readonly head: Element;
  readonly entries: readonly Element[];
};

/** The children of that name that have a text, an attribute or a child. */
export function childrenOf(element: Element, name: string): Element[] {
  return element.children.filter((child) => child.name === name);
}

/** The text of the first child with one, trying the names in order; undefined when none has. */
export function textOf(element: Element, ...names: readonly string[]): string | undefined {
  return filledChild(element, ...names)?.text;
}

/** The first child with a text, trying the names in order. */
export function filledChild({ children }: Element, ...names: readonly string[]): Element | undefined {
  for (const name of names) {
    for (const child of children) if (child.name === name && child.text !== "") return child;
  }
  return undefined;
}
