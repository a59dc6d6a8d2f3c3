import type { Outlet } from "../../model/watch.ts";
import { shingle } from "../../text/shingles.ts";
import { tokenize } from "../../text/tokens.ts";
import { wireCredit } from "../../text/wire-credit.ts";
import { createGroups, type Groups } from "../names/groups.ts";

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

/** What was read of an item, as long as it is kept: stories are counted again at each change. */
const agencies = new WeakMap<Told, { readonly agency: string | undefined }>();

function agencyIn(item: Told): string | undefined {
  const known = agencies.get(item) ?? { agency: wireCredit(item.text) };
  agencies.set(item, known);
  return known.agency;
}

/** The words of a text that is long enough to be a copy. */
function longEnough(text: string): readonly string[] {
  const words = tokenize(text).map((token) => token.folded);
  return words.length < LEAST_WORDS ? [] : words;
}

/** The agency that a group of copies was taken from, when one of them names it. */
function agencyOf(copies: readonly Told[]): string | undefined {
  for (const item of copies) {
    const agency = agencyIn(item);
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

/** Items of one story that were compared with each other in their order, by the runs of their texts, and the copies that were found. */
type Compared = {
  readonly items: Set<Told>;
  readonly texts: { readonly id: string; readonly runs: number }[];
  /** The texts that have a run, by their places. */
  readonly byRun: Map<number, number[]>;
  readonly copies: Groups;
};

/** By the first item: a story that grows is compared with its new items only. */
const compared = new WeakMap<Told, Compared>();

function comparedBefore(items: readonly Told[]): Compared {
  const [first] = items;
  const known = first && compared.get(first);
  const kept = known && items.filter((item) => known.items.has(item)).length;
  if (known !== undefined && kept === known.items.size) return known;
  const fresh: Compared = { items: new Set(), texts: [], byRun: new Map(), copies: createGroups() };
  if (first !== undefined) compared.set(first, fresh);
  return fresh;
}

function copiesAmong(items: readonly Told[]): Groups {
  const known = comparedBefore(items);
  for (const item of items) {
    if (known.items.has(item)) continue;
    if (item.duplicateOf !== undefined) known.copies.join(item.duplicateOf, item.id);
    joinCopies(known, item);
    known.items.add(item);
  }
  return known.copies;
}

/** Joins an item to the earlier ones of which it holds a good part, or they of it; only texts that share a run are looked at. */
function joinCopies({ texts, byRun, copies }: Compared, item: Told): void {
  const runs = shingle(longEnough(item.text), SHINGLE);
  const shared = new Map<number, number>();
  for (const run of runs) {
    const holders = byRun.get(run | 0) ?? [];
    for (const place of holders) shared.set(place, (shared.get(place) ?? 0) + 1);
    holders.push(texts.length);
    byRun.set(run | 0, holders);
  }
  for (const place of [...shared.keys()].sort((a, b) => a - b)) {
    const other = texts[place];
    if (other === undefined) continue;
    const containment = (shared.get(place) ?? 0) / Math.min(runs.length, other.runs);
    if (containment >= COPIED) copies.join(other.id, item.id);
  }
  texts.push({ id: item.id, runs: runs.length });
}

/**
 * Counts independent origins: reprints of one agency, copies of one text, and outlets of one owner count once.
 * Groups and the ids in them keep the order of the items.
 */
export function countOrigins(items: readonly Told[]): Origins {
  const copies = copiesAmong(items);
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
