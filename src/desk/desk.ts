import type { Analyser } from "../analyse/analyser.ts";
import { applyChanges } from "../config/edits.ts";
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

/** How many matches a view remembers. */
const REMEMBERED_MATCHES = 5_000;

function remembering(match: View["match"]): View["matchItem"] {
  const known = new Map<string, Match>();
  return (item) => {
    const key = `${item.id} ${item.revision}`;
    const found = known.get(key) ?? match(articleOf(item), item.findings);
    known.set(key, found);
    const [oldest] = known.keys();
    if (known.size > REMEMBERED_MATCHES && oldest !== undefined) known.delete(oldest);
    return found;
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
  edits(watch: string, server: string): readonly WatchEdit[];
  edit(edit: Omit<WatchEdit, "id">): Promise<WatchEdit>;
  /** A view of the watch with further changes that are not saved: what `/keywords test` tries. */
  rehearse(watch: string, server: string, changes: readonly WatchChange[]): View | undefined;
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

/** Opens the desk with all edits that the store knows. */
export async function openDesk({ watches, store, createAnalyser }: Parts): Promise<Desk> {
  const analyser = createAnalyser(watches);
  let edits: readonly WatchEdit[] = [];
  let views = new Map<string, View>();

  const build = (watch: Watch, server: string | undefined, changes: readonly WatchChange[]): View => {
    const edited = changes.length > 0 ? applyChanges(watch, changes) : watch;
    const reader = changes.length > 0 ? createAnalyser([edited]) : analyser;
    const match: View["match"] = (article, findings) => reader.match(article, findings, watch.id);
    return { watch: edited, ...(server === undefined ? {} : { server }), match, matchItem: remembering(match) };
  };
  const editsOf = (watch: string, server: string) => edits.filter((e) => e.watch === watch && e.server === server);
  const key = (watch: string, server?: string) => `${server ?? ""} ${watch}`;

  const rebuild = (next: readonly WatchEdit[]) => {
    edits = next;
    views = new Map(watches.map((watch) => [key(watch.id), build(watch, undefined, [])]));
    for (const watch of watches)
      for (const server of new Set(edits.filter((e) => e.watch === watch.id).map((e) => e.server)))
        views.set(
          key(watch.id, server),
          build(
            watch,
            server,
            editsOf(watch.id, server).map((e) => e.change),
          ),
        );
  };
  const refresh = async () => {
    const next = await store.edits.list({});
    if (next.at(-1)?.id !== edits.at(-1)?.id) rebuild(next);
  };
  rebuild(await store.edits.list({}));

  return {
    watches,
    read: (article) => analyser.read(article),
    view: (watch, server) => views.get(key(watch, server)) ?? views.get(key(watch)),
    views: () => [...views.values()],
    edits: editsOf,
    edit: async (edit) => {
      const saved = await store.edits.append(edit);
      await refresh();
      return saved;
    },
    rehearse: (watch, server, changes) => {
      const base = watches.find((w) => w.id === watch);
      return base && build(base, server, [...editsOf(watch, server).map((e) => e.change), ...changes]);
    },
    refresh,
    publicFeeds: () => [...new Map(watches.flatMap((watch) => watch.feeds).map((feed) => [feed.url, feed])).values()],
  };
}
