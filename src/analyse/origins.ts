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

/** The agency that a group of copies was taken from, when one of them names it. */
function agencyOf(copies: readonly Told[]): string | undefined {
  for (const { text } of copies) {
    const agency = wireCredit(text);
    if (agency !== undefined) return agency;
  }
  return undefined;
}

/**
 * Names that say that two groups of copies come from one desk: the agency, or outlet and owner of the first that told it.
 * An outlet that prints an agency's text has reports of its own, so the agency's text does not count as the outlet's.
 */
function desksOf(copies: readonly Told[]): string[] {
  const agency = agencyOf(copies);
  if (agency !== undefined) return [`outlet ${agency}`];
  const outlet = copies[0]?.outlet;
  return outlet === undefined ? [] : [`outlet ${outlet.name}`, `owner ${outlet.owner ?? outlet.name}`];
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
  const copies = createGroups();
  for (const { id, duplicateOf } of items) if (duplicateOf !== undefined) copies.join(duplicateOf, id);
  linkCopies(items, copies.join);
  const origins = createGroups();
  const byDesk = new Map<string, string>();
  for (const [group, told] of Map.groupBy(items, ({ id }) => copies.find(id)))
    for (const desk of desksOf(told)) {
      const first = byDesk.get(desk);
      if (first === undefined) byDesk.set(desk, group);
      else origins.join(first, group);
    }
  const ids = new Set(items.map(({ id }) => id));
  const found = Map.groupBy(ids, (id) => origins.find(copies.find(id)));
  return { origins: found.size, groups: [...found.values()] };
}
