import type { Outlet } from "../model/watch.ts";
import { shingle } from "../text/shingles.ts";
import { likeness } from "../text/similarity.ts";
import { tokenize } from "../text/tokens.ts";
import { wireCredit } from "../text/wire-credit.ts";
import { createGroups } from "./groups.ts";

/** An item as the count of origins needs it. */
export type Told = {
  readonly id: string;
  readonly outlet: Outlet;
  readonly text: string;
  readonly title: string;
  readonly duplicateOf?: string;
};

/** How many sources told it independently, and which items come from the same one. */
export type Origins = { readonly origins: number; readonly groups: string[][] };

/** Overlap of two texts from which they cannot have been written independently. */
const COPIED = 0.5;
const SHINGLE = 3;
const LEAST_WORDS = 12;

/** Names that say that two items come from one desk: the outlet, its owner, the agency. */
function desksOf(item: Told): string[] {
  const agency = wireCredit(item.text);
  const { name, owner } = item.outlet;
  return [`outlet ${name}`, `owner ${owner ?? name}`, ...(agency === undefined ? [] : [`agency ${agency}`])];
}

function linkCopies(items: readonly Told[], link: (a: string, b: string) => void): void {
  const texts = items.flatMap(({ id, text }) => {
    const words = tokenize(text).map((token) => token.folded);
    return words.length < LEAST_WORDS ? [] : [{ id, shingles: shingle(words, SHINGLE) }];
  });
  texts.forEach((a, at) => {
    for (const b of texts.slice(at + 1)) if (likeness(a.shingles, b.shingles).containment >= COPIED) link(a.id, b.id);
  });
}

/**
 * Counts independent origins: reprints of one agency, copies of one text, and outlets of one owner count once.
 * Groups and the ids in them keep the order of the items.
 */
export function countOrigins(items: readonly Told[]): Origins {
  const groups = createGroups();
  const known = new Set(items.map((item) => item.id));
  const byDesk = new Map<string, string>();
  for (const item of items) {
    groups.find(item.id);
    if (item.duplicateOf !== undefined) groups.join(item.duplicateOf, item.id);
    for (const desk of desksOf(item)) {
      const first = byDesk.get(desk);
      if (first === undefined) byDesk.set(desk, item.id);
      else groups.join(first, item.id);
    }
  }
  linkCopies(items, groups.join);
  const found = Map.groupBy([...known], groups.find);
  return { origins: found.size, groups: [...found.values()] };
}
