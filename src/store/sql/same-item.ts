import type { Draft } from "../../model/item.ts";
import { fold } from "../../text/fold.ts";

/** An item as the store last saw it, as far as it tells which one it is. */
export type Known = {
  readonly id: string;
  readonly revision: number;
  readonly canonicalUrl?: string;
  readonly title: string;
  readonly text?: string;
  readonly published?: Date;
  readonly contentHash: string;
};

type Marked = Omit<Known, "id" | "revision">;

/** By which words two things are one; undefined when these say nothing. `alone`: only the one of its kind counts. */
type Rule = { mark(one: Marked): string | undefined; readonly alone?: true };

/** Below this share of known drafts, a document is taken as one whose keys all changed. */
const FLOOD_SHARE = 0.2;
/** Below this share of common words, two titles are of two items. */
const SAME_TITLE_SHARE = 0.34;

/** Nothing new to read, and nothing that says it is another item: holds at any time. */
const REPEATED: readonly Rule[] = [
  { mark: ({ contentHash, canonicalUrl = "" }) => `${contentHash} ${canonicalUrl}` },
  { mark: ({ contentHash, published }) => published && `${contentHash} ${published.getTime()}` },
];

/** What else tells an item when the keys of a whole document changed, the surest first. */
const CHANGED: readonly Rule[] = [
  { mark: ({ canonicalUrl }) => canonicalUrl, alone: true },
  // A title alone, such as "Morning briefing", may come back every day.
  { mark: ({ contentHash, text }) => (text === "" ? undefined : contentHash) },
  { mark: ({ title, published }) => published && `${published.getTime()} ${title}` },
];

/** Whether so few of a document's drafts are known that the feed must have changed the keys of all. */
export function isFlood(drafts: number, known: number): boolean {
  return drafts > 1 && known < drafts * FLOOD_SHARE;
}

function words(title: string): Set<string> {
  return new Set(fold(title).split(" "));
}

/**
 * Whether a draft under a known key is another item: some feeds number their entries from the top of the list. `listed`
 * are the document's addresses. Titles of one crisis may be alike; that another entry has the known item's address tells.
 */
export function isAnother(draft: Draft, known: Known, listed: ReadonlySet<string>): boolean {
  const [here, there] = [draft.canonicalUrl, known.canonicalUrl];
  if (here === undefined || there === undefined || here === there || draft.title === known.title) return false;
  if (listed.has(there)) return true;
  const [a, b] = [words(draft.title), words(known.title)];
  return a.intersection(b).size < SAME_TITLE_SHARE * Math.min(a.size, b.size);
}

function byMark<T extends Marked>(all: Iterable<T>, { mark }: Rule): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = mark(one);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/**
 * The known item that each draft is, though its key says otherwise. An item is given away once. `changed` also takes
 * what is likely only because every key changed: the same address, the only one of its kind on both sides; the same
 * text; the same title at the same instant.
 */
export function findSame(
  drafts: readonly Draft[],
  items: readonly Known[],
  { changed }: { readonly changed: boolean },
): Map<Draft, Known> {
  const found = new Map<Draft, Known>();
  const free = new Set(items);
  for (const rule of changed ? [...REPEATED, ...CHANGED] : REPEATED) {
    const left = byMark(free, rule);
    const unnamed = drafts.filter((draft) => !found.has(draft));
    for (const [mark, group] of byMark(unnamed, rule)) {
      const same = left.get(mark) ?? [];
      if (rule.alone && group.length + same.length > 2) continue;
      for (const [at, draft] of group.entries()) {
        const item = same[at];
        if (item === undefined) break;
        found.set(draft, item);
        free.delete(item);
      }
    }
  }
  return found;
}
