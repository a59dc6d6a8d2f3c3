import type { Analyser } from "../analyse/analyser.ts";
import { applyChanges, inForce } from "../config/edits.ts";
import type { Article } from "../model/article.ts";
import type { Findings, Match } from "../model/findings.ts";
import { articleOf, type ReadItem } from "../model/item.ts";
import type { FeedSpec, Watch, WatchChange } from "../model/watch.ts";
import type { Store, WatchEdit } from "../store/store.ts";

/** A watch as one server sees it: the file, and that server's edits over it. */
export type View = {
  readonly watch: Watch;
  /** Absent for the view that all servers without edits share. */
  readonly server?: string;
  match(article: Article, findings: Findings): Match;
  /** The same for a stored item; remembered, since a story asks for its items at each change. */
  matchItem(item: ReadItem): Match;
};

/** An item as the analysers know it. */
type Known = { readonly article: Article; readonly findings: Findings };

/** How many items are kept: a verdict is remembered as long as the article it is about. */
const KEPT_ITEMS = 5_000;

/** Gives the same objects for an item each time, however often it is loaded from the store. */
function createKeeper(): (item: ReadItem) => Known {
  const kept = new Map<string, Known>();
  const same = new WeakMap<ReadItem, Known>();
  return (item) => {
    const at = same.get(item);
    if (at !== undefined) return at;
    const key = `${item.id} ${item.revision}`;
    const known = kept.get(key) ?? { article: articleOf(item), findings: item.findings };
    kept.set(key, known);
    same.set(item, known);
    const [oldest] = kept.keys();
    if (kept.size > KEPT_ITEMS && oldest !== undefined) kept.delete(oldest);
    return known;
  };
}

/** The watches in force: files, and over them each server's own edits. Ingest and commands ask the same desk. */
export type Desk = {
  readonly watches: readonly Watch[];
  read(article: Article): Findings;
  /** The watch as that server sees it; undefined when no watch has that id. */
  view(watch: string, server?: string): View | undefined;
  /** Every distinct view: the shared ones, and one for each server that edited a watch. */
  views(): readonly View[];
  /** The server's log of edits, those that were taken back and the undoings among them. */
  edits(watch: string, server: string): readonly WatchEdit[];
  edit(edit: Omit<WatchEdit, "id">): Promise<WatchEdit>;
  /** Takes over edits that other processes made. */
  refresh(): Promise<void>;
  /** The feeds of all watch files, each URL once. */
  publicFeeds(): readonly FeedSpec[];
};

type Parts = {
  readonly watches: readonly Watch[];
  readonly store: Store;
  readonly createAnalyser: (watches: readonly Watch[]) => Analyser;
};

/** A view, and how its words are given back when another one takes its place. */
type Kept = { readonly view: View; release(): void };

/** Opens the desk with all edits that the store knows. */
export async function openDesk({ watches, store, createAnalyser }: Parts): Promise<Desk> {
  const analyser = createAnalyser(watches);
  const keep = createKeeper();
  const views = new Map<string, Kept>();
  const edits = new Map<string, WatchEdit[]>();
  const taken = new Set<number>();

  const shared = (watch: Watch): Kept => {
    const match: View["match"] = (article, findings) => analyser.match(article, findings, watch.id);
    return { view: { watch, match, matchItem: matchingItems(match, keep) }, release: () => undefined };
  };
  const edited = (base: Watch, server: string, changes: readonly WatchChange[]): Kept => {
    const watch = applyChanges(base, changes);
    const { match, release } = analyser.judge(watch);
    return { view: { watch, server, match, matchItem: matchingItems(match, keep) }, release };
  };

  /** Takes new edits in: only the views that they concern are made anew. */
  const take = (next: readonly WatchEdit[]) => {
    const changed = new Map<string, WatchEdit>();
    for (const edit of next) {
      const key = keyOf(edit.watch, edit.server);
      edits.set(
        key,
        [...(edits.get(key) ?? []), edit].sort((a, b) => a.id - b.id),
      );
      changed.set(key, edit);
      taken.add(edit.id);
    }
    for (const [key, { watch, server }] of changed) {
      const base = watches.find(({ id }) => id === watch);
      if (base === undefined) continue;
      const before = views.get(key);
      const changes = inForce(edits.get(key) ?? []).map(({ change }) => change);
      views.set(key, edited(base, server, changes));
      before?.release();
    }
  };
  const refresh = async () => {
    const all = await store.edits.list({});
    // By what is known and not by the highest id: of two processes the later number may be visible first.
    take(all.filter(({ id }) => !taken.has(id)));
  };
  for (const watch of watches) views.set(keyOf(watch.id), shared(watch));
  await refresh();

  return {
    watches,
    read: (article) => analyser.read(article),
    view: (watch, server) => (views.get(keyOf(watch, server)) ?? views.get(keyOf(watch)))?.view,
    views: () => [...views.values()].map(({ view }) => view),
    edits: (watch, server) => edits.get(keyOf(watch, server)) ?? [],
    edit: async (edit) => {
      const saved = await store.edits.append(edit);
      await refresh();
      return saved;
    },
    refresh,
    publicFeeds: () => [...new Map(watches.flatMap((watch) => watch.feeds).map((feed) => [feed.url, feed])).values()],
  };
}

function keyOf(watch: string, server?: string): string {
  return `${server ?? ""} ${watch}`;
}

function matchingItems(match: View["match"], keep: (item: ReadItem) => Known): View["matchItem"] {
  const known = new WeakMap<ReadItem, Match>();
  return (item) => {
    const before = known.get(item);
    if (before !== undefined) return before;
    const { article, findings } = keep(item);
    const found = match(article, findings);
    known.set(item, found);
    return found;
  };
}
