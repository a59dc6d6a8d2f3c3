import { count } from "../cards/wording.ts";
import { card, plain, type Reply, type Row, type Text } from "../model/card.ts";
import type { Feed, FeedState } from "../model/feed.ts";
import type { Command, Run } from "./command.ts";
import { refusal } from "./feed-adding.ts";
import { shownUrl, urlOption } from "./feed-address.ts";
import { serverOf } from "./lookups.ts";
import { needed } from "./options.ts";
import { paged, pageOf } from "./paging.ts";
import { done, problem, toAsker } from "./replies.ts";

const PAGE = 10;

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

function healthOf({ disabledReason, failures, lastError, lastSuccessAt }: FeedState): string {
  if (disabledReason !== undefined) return disabledReason;
  if (failures > 0) return `failing (${failures}×): ${lastError ?? ""}`;
  return lastSuccessAt === undefined ? "not asked yet" : "well";
}

function feedRow(feed: Feed): Row {
  const { state } = feed;
  return {
    text: [
      { kind: "strong", text: feed.outlet.name },
      ...plain(` · ${shownUrl(feed.url)}${feed.server === undefined ? "" : " · added here"}`),
    ],
    note: [
      ...plain(`${healthOf(state)} · last success `),
      ...(state.lastSuccessAt
        ? [{ kind: "time" as const, at: state.lastSuccessAt, style: "relative" as const }]
        : plain("never")),
      ...plain(` · ${rhythm(state.gapMs)}`),
      ...plain(state.address === undefined ? "" : ` · moved to ${shownUrl(state.address)}`),
      ...nextPoll(state),
    ],
  };
}

async function listReply(run: Run): Promise<Reply> {
  const feeds = await run.store.feeds.list(run.viewer);
  const page = pageOf(feeds, run.page, PAGE);
  const failing = feeds.filter((feed) => feed.state.failures > 0 || feed.state.disabledReason !== undefined).length;
  const shown = card({
    kind: "list",
    title: `Feeds: ${feeds.length}, ${failing === 0 ? "all well" : `${failing} not well`}`,
    rows: page.shown.map(feedRow),
  });
  return toAsker(paged(shown, { command: "feeds list", options: {} }, page));
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
    const refused = refusal(url, polled);
    if (refused) return refused;
    const drafts = polled.kind === "fresh" ? polled.drafts : [];
    const rows = drafts.slice(0, 5).map((draft): Row => ({ text: plain(draft.title || "(no title)") }));
    return toAsker(card({ kind: "list", title: `${shownUrl(url)} is well: ${count(drafts.length, "item")}`, rows }));
  },
};
