import type { Polled } from "../feeds/source.ts";
import { UserError } from "../lib/user-error.ts";
import { card, plain, type Reply, type Row, type Text } from "../model/card.ts";
import type { Feed, FeedState } from "../model/feed.ts";
import type { FeedSpec } from "../model/watch.ts";
import type { Command, Run } from "./command.ts";
import { serverOf } from "./lookups.ts";
import { needed, optional } from "./options.ts";
import { clampPage, paged } from "./paging.ts";
import { done, problem, toAsker } from "./replies.ts";

const PAGE = 10;
const MOST_FEEDS = 50;

/** A feed's address without its query, where tokens like to live. */
function shownUrl(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

/** The usual gap between two items, in the largest unit that says something. */
function rhythm(gapMs: number | undefined): string {
  if (gapMs === undefined) return "rhythm not known yet";
  const minutes = Math.max(1, Math.round(gapMs / 60_000));
  if (minutes < 90) return `an item every ${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 36 ? `an item every ${hours} hours` : `an item every ${Math.round(hours / 24)} days`;
}

function nextPoll({ disabledReason, nextPollAt }: FeedState): Text {
  if (disabledReason !== undefined) return plain(" · not polled any more");
  return [...plain(" · next poll "), { kind: "time", at: nextPollAt, style: "relative" }];
}

function feedRow(feed: Feed): Row {
  const { state } = feed;
  const health =
    state.disabledReason ?? (state.failures > 0 ? `failing (${state.failures}×): ${state.lastError ?? ""}` : "well");
  return {
    text: [
      { kind: "strong", text: feed.outlet.name },
      ...plain(` · ${shownUrl(feed.url)}${feed.server === undefined ? "" : " · added here"}`),
    ],
    note: [
      ...plain(`${health} · last success `),
      ...(state.lastSuccessAt
        ? [{ kind: "time" as const, at: state.lastSuccessAt, style: "relative" as const }]
        : plain("never")),
      ...plain(` · ${rhythm(state.gapMs)}`),
      ...nextPoll(state),
    ],
  };
}

async function listReply(run: Run): Promise<Reply> {
  const feeds = await run.store.feeds.list(run.viewer);
  const page = clampPage(run.page, feeds.length, PAGE);
  const failing = feeds.filter((feed) => feed.state.failures > 0 || feed.state.disabledReason !== undefined).length;
  const shown = card({
    kind: "list",
    title: `Feeds: ${feeds.length}, ${failing === 0 ? "all well" : `${failing} not well`}`,
    rows: feeds.slice((page - 1) * PAGE, page * PAGE).map(feedRow),
  });
  return toAsker(paged(shown, { command: "feeds list", options: {}, page }, { total: feeds.length, size: PAGE }));
}

/** `/feeds list` */
export const feedsList: Command = {
  name: "feeds list",
  summary: "The feeds that are polled, how they are and when they are next",
  access: "everyone",
  visibility: "private",
  options: [],
  examples: ["/feeds list"],
  run: listReply,
};

function urlOption(run: Run): string {
  const typed = run.options["url"] ?? "";
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  if (url && (url.protocol === "https:" || url.protocol === "http:")) return url.href;
  throw new UserError(`"${typed}" is not the address of a feed.`, "Give a full address that begins with https://.");
}

/** What a trial poll said, in words; undefined when the feed is fine. */
function complaint(polled: Polled): string | undefined {
  if (polled.kind === "failed" || polled.kind === "gone") return polled.reason;
  return undefined;
}

async function addReply(run: Run): Promise<Reply> {
  const url = urlOption(run);
  const name = run.options["name"] ?? new URL(url).host;
  const spec: FeedSpec = { url, outlet: { name } };
  const known = (await run.store.feeds.list(run.viewer)).find((feed) => feed.url === url);
  if (known) return problem("known", `${known.outlet.name} is polled already.`, "Run /feeds list to see how it is.");
  const added = (await run.store.feeds.list(run.viewer)).filter((feed) => feed.server !== undefined);
  if (added.length >= MOST_FEEDS)
    return problem("quota", `This server already added ${added.length} feeds.`, "Remove one with /feeds remove.");
  const polled = await run.tryFeed(spec);
  const wrong = complaint(polled);
  if (wrong !== undefined)
    return problem(
      "bad-feed",
      `The feed could not be read: ${wrong}`,
      "Check the address in a browser, then try again.",
    );
  await run.store.feeds.add(spec, serverOf(run), run.now);
  const watch = run.desk.watches[0];
  if (watch)
    await run.desk.edit({
      server: serverOf(run),
      watch: watch.id,
      by: run.asker.user,
      at: run.now,
      change: { kind: "add-feed", feed: spec },
    });
  run.wake();
  const entries = polled.kind === "fresh" ? polled.drafts.length : 0;
  return done(`${name} is polled from now on`, `It holds ${entries} items. Only this server sees what it brings.`);
}

/** `/feeds add` */
export const feedsAdd: Command = {
  name: "feeds add",
  summary: "Poll one more feed, for this server",
  access: "manager",
  visibility: "private",
  options: [needed("url", "text", "The address of an RSS or Atom feed"), optional("name", "text", "The outlet's name")],
  examples: ["/feeds add url:https://example.org/rss.xml name:Example"],
  run: addReply,
};

/** `/feeds remove` */
export const feedsRemove: Command = {
  name: "feeds remove",
  summary: "Stop polling a feed that this server added",
  access: "manager",
  visibility: "private",
  options: [needed("url", "feed", "The address of the feed")],
  examples: ["/feeds remove url:https://example.org/rss.xml"],
  run: async (run) => {
    const url = urlOption(run);
    if (await run.store.feeds.remove(url, serverOf(run))) return done(`${shownUrl(url)} is not polled any more`);
    return problem(
      "not-found",
      "This server added no such feed.",
      "Feeds of a watch file can only be changed there; see /feeds list.",
    );
  },
};

/** `/feeds check` */
export const feedsCheck: Command = {
  name: "feeds check",
  summary: "Fetch a feed once and show what it holds; stores nothing",
  access: "everyone",
  visibility: "private",
  options: [needed("url", "feed", "The address of the feed")],
  examples: ["/feeds check url:https://example.org/rss.xml"],
  run: async (run) => {
    const url = urlOption(run);
    const polled = await run.tryFeed({ url, outlet: { name: new URL(url).host } });
    const wrong = complaint(polled);
    if (wrong !== undefined)
      return problem("bad-feed", `The feed could not be read: ${wrong}`, "Check the address in a browser.");
    const drafts = polled.kind === "fresh" ? polled.drafts : [];
    const rows = drafts.slice(0, 5).map((draft): Row => ({ text: plain(draft.title || "(no title)") }));
    return toAsker(card({ kind: "list", title: `${shownUrl(url)} is well: ${drafts.length} items`, rows }));
  },
};
