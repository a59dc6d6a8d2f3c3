import type { StoryAlert } from "../analyse/stories/story-alert.ts";
import type { Desk, View } from "../desk/desk.ts";
import { mutesOn, targetsOf } from "../desk/muting.ts";
import { refusalOf } from "../desk/refusal.ts";
import { alertOf } from "../desk/story-view.ts";
import { type Subscription, serverKey } from "../model/channel.ts";
import type { Findings, Level } from "../model/findings.ts";
import type { Item, ReadItem } from "../model/item.ts";
import type { Store } from "../store/store.ts";
import type { Pending } from "./pending.ts";

/** A story that an item has changed. */
type StoryChange = {
  readonly item: Item;
  readonly findings: Findings;
  readonly story: string;
  readonly revision: number;
  /** The earlier story that it goes on from, found just now. */
  readonly follows?: string;
  /** All items of the story in order of arrival, whoever may see them. */
  readonly items: readonly ReadItem[];
};

const PRIORITY: Readonly<Record<Level, number>> = { flash: 1, urgent: 2, alert: 3, info: 5 };

type Context = {
  readonly store: Store;
  readonly pending: Pending;
  readonly desk: Desk;
  readonly change: StoryChange;
  readonly now: Date;
};

/** What one view makes of a story, and all views that see the same. */
type Told = { readonly view: View; readonly items: readonly ReadItem[]; readonly viewers: ReadonlySet<View> };

/** Stores the alert of a view, and the posts that its viewers want. */
async function tell(context: Context, { view, items, viewers }: Told): Promise<StoryAlert | undefined> {
  const { change } = context;
  const found = alertOf(change.story, view, items);
  if (found === undefined) return undefined;
  // Nobody reads that a story is not relevant, unless it takes back what was said, or is a server's own opinion.
  const { watch, server } = view;
  const isTold = found.relevant || server !== undefined || (await context.pending.hasAlert(change.story, watch.id));
  if (isTold) context.pending.saveAlert(found.alert);
  await wantPosts(context, viewers, { watch: watch.id, found });
  return found;
}

type Wanted = { readonly watch: string; readonly found: StoryAlert };

async function wantPosts(context: Context, viewers: ReadonlySet<View>, { watch, found }: Wanted): Promise<void> {
  const { store, pending, desk, change, now } = context;
  const posts = (await pending.postsOf(change.story)).filter((post) => post.watch === watch);
  const mayBegin = found.relevant && !change.item.baseline;
  if (!mayBegin && posts.length === 0) return;
  const { alert } = found;
  const isViewer = (at: Subscription["at"]) => {
    const view = desk.view(alert.watch, serverKey(at));
    return view !== undefined && viewers.has(view);
  };
  const shared = { story: alert.story, wanted: change.revision, priority: PRIORITY[alert.level], now };
  const targets = targetsOf(alert, change.findings);
  const wishes = (mayBegin ? await store.subscriptions.forTargets(targets) : []).filter(({ at }) => isViewer(at));
  const mutes = wishes.length > 0 ? await mutesOn(store, { ...change, targets, now }) : [];
  for (const subscription of wishes)
    if (refusalOf(subscription, { ...change, ...change.item, alert, mutes }) === undefined)
      await pending.want({ ...shared, at: subscription.at, watch: alert.watch });
  // Also those that were wanted just now.
  for (const post of await pending.postsOf(alert.story))
    if (post.watch === alert.watch && isViewer(post.at))
      await pending.want({ ...shared, at: post.at, watch: post.watch });
}

/** Servers that read feeds of their own: they may see items that others do not. */
function serversWithFeeds(desk: Desk): Set<string> {
  const servers = desk.views().flatMap(({ watch, server }) => {
    const isOwn = server !== undefined && watch.feeds !== desk.view(watch.id)?.watch.feeds;
    return isOwn ? [server] : [];
  });
  return new Set(servers);
}

/** Says whether an edited view sees exactly what the view of all sees, and has no alert of its own that says otherwise. */
async function likeTheShared({ pending, desk, change }: Context, items: readonly ReadItem[]) {
  if (desk.views().every(({ server }) => server === undefined)) return () => false;
  const apart = serversWithFeeds(desk);
  const own = new Set((await pending.alertServers(change.story)).map(({ watch, server }) => `${server} ${watch}`));
  return ({ server = "", watch, matchItem }: View, shared: View): boolean =>
    change.item.server === undefined &&
    !apart.has(server) &&
    !own.has(`${server} ${watch.id}`) &&
    items.every((item) => matchItem(item) === shared.matchItem(item));
}

/**
 * Stores alert and wanted posts for each view that may see the item; gives the item that speaks for the story in public.
 * A server whose edits change nothing about the story's items shares the alert of all, without a row of its own.
 */
export async function alertViews(context: Context): Promise<ReadItem | undefined> {
  const { desk, change } = context;
  const { item } = change;
  const visible = (server?: string) => change.items.filter((one) => one.server === undefined || one.server === server);
  const items = item.server === undefined ? visible() : [];
  const isLikeShared = await likeTheShared(context, items);
  const viewers = new Map<View, Set<View>>();
  for (const view of desk.views()) {
    const { server } = view;
    if (item.server !== undefined && item.server !== server) continue;
    const shared = server === undefined ? view : desk.view(view.watch.id);
    if (server === undefined || (shared !== undefined && isLikeShared(view, shared)))
      viewers.set(shared ?? view, (viewers.get(shared ?? view) ?? new Set()).add(view));
    else await tell(context, { view, items: visible(server), viewers: new Set([view]) });
  }
  const told: StoryAlert[] = [];
  for (const [view, all] of viewers) {
    const found = await tell(context, { view, items, viewers: all });
    if (found !== undefined) told.push(found);
  }
  return loudest(told)?.basis;
}

/** The first of those with the highest score; none while the story is not relevant to anybody: then it has the headline it had. */
function loudest(told: readonly StoryAlert[]): StoryAlert | undefined {
  if (!told.some(({ relevant }) => relevant)) return undefined;
  return told.reduce((best, one) => (one.alert.score > best.alert.score ? one : best));
}
