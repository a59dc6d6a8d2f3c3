import { count } from "../cards/wording.ts";
import type { Advertised, Polled } from "../feeds/source.ts";
import { type Action, card, plain, type Reply, type Row } from "../model/card.ts";
import type { FeedSpec } from "../model/watch.ts";
import type { Adder } from "../store/feed-store.ts";
import type { Command, Run } from "./command.ts";
import { shownUrl, urlOption } from "./feed-address.ts";
import { serverOf } from "./lookups.ts";
import { needed, optional } from "./options.ts";
import { done, problem, toAsker } from "./replies.ts";

/** How many feeds a server may add. */
export const MOST_FEEDS = 50;

const MINUTE_MS = 60_000;

/** How many feeds of a page are offered as buttons. */
const MOST_OFFERED = 5;

function offerRow({ title, url }: Advertised): Row {
  return { text: [{ kind: "strong", text: title ?? new URL(url).host }], note: plain(url) };
}

/** The feeds that a page names, for the asker to choose from. */
function offer(page: string, feeds: readonly Advertised[]): Reply {
  const add = ({ title, url }: Advertised): Action => ({
    label: `Add ${title ?? new URL(url).pathname}`,
    command: "feeds add",
    options: { url },
  });
  const shown = card({
    kind: "list",
    title: `${shownUrl(page)} is a web page, not a feed`,
    lead: plain(
      feeds.length === 1
        ? "It names this feed. Add it by its button, or give its address to /feeds add."
        : `It names ${feeds.length} feeds. Add one by its button, or give its address to /feeds add.`,
    ),
    rows: feeds.map(offerRow),
    actions: feeds.slice(0, MOST_OFFERED).map(add),
  });
  return toAsker(shown);
}

/** What to do about a feed that could not be read. */
function nextStep(polled: Extract<Polled, { kind: "failed" | "gone" }>): string {
  if (polled.kind === "gone") return "Look on the outlet's site for a newer feed.";
  if (polled.retryAfterMs !== undefined) return `Try again in ${Math.ceil(polled.retryAfterMs / MINUTE_MS)} min.`;
  return polled.next ?? "Check the address in a browser, then try again.";
}

/** Why a trial poll gave no feed, with the feeds that the page names instead; undefined when the feed is fine. */
export function refusal(url: string, polled: Polled): Reply | undefined {
  if (polled.kind !== "failed" && polled.kind !== "gone") return undefined;
  if (polled.kind === "failed" && polled.advertised) return offer(url, polled.advertised);
  return problem("bad-feed", `The feed could not be read: ${polled.reason}`, nextStep(polled));
}

/** Who adds: that channel hears when the feed fails for long. */
export function adderOf(run: Run): Adder {
  return { server: serverOf(run), channel: run.asker.at.channel };
}

async function addReply(run: Run): Promise<Reply> {
  const url = urlOption(run);
  const name = run.options["name"] ?? new URL(url).host;
  const spec: FeedSpec = { url, outlet: { name } };
  const polledNow = (await run.store.feeds.list(run.viewer)).filter(({ state }) => state.disabledReason === undefined);
  const known = polledNow.find((feed) => feed.url === url);
  if (known) return problem("known", `${known.outlet.name} is polled already.`, "Run /feeds list to see how it is.");
  const added = polledNow.filter((feed) => feed.server !== undefined);
  if (added.length >= MOST_FEEDS)
    return problem("quota", `This server already added ${added.length} feeds.`, "Remove one with /feeds remove.");
  const polled = await run.tryFeed(spec);
  const refused = refusal(url, polled);
  if (refused) return refused;
  await run.store.feeds.add(spec, adderOf(run), run.now);
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
  return done(
    `${name} is polled from now on`,
    `It holds ${count(entries, "item")}. Only this server sees what it brings.`,
  );
}

/** `/feeds add` */
export const feedsAdd: Command = {
  name: "feeds add",
  summary: "Poll one more feed, for this server",
  access: "manager",
  visibility: "private",
  options: [
    needed("url", "text", "The address of a feed, or of a page that names its feeds"),
    optional("name", "text", "The outlet's name"),
  ],
  examples: ["/feeds add url:https://example.org/rss.xml name:Example"],
  run: addReply,
};
