import { count } from "../cards/wording.ts";
import { decodeFeed } from "../feeds/document/decode.ts";
import { readOpml, writeOpml } from "../feeds/opml.ts";
import { card, plain, type Reply } from "../model/card.ts";
import type { FeedSpec } from "../model/watch.ts";
import type { Command, Run } from "./command.ts";
import { adderOf, MOST_FEEDS } from "./feed-adding.ts";
import { shownUrl, urlOption } from "./feed-address.ts";
import { serverOf } from "./lookups.ts";
import { needed } from "./options.ts";
import { done, problem, toAsker } from "./replies.ts";

const BAD_LIST = "Give the address of an OPML file, as feed readers export it.";

function counted(count: number, one: string, many: string): string {
  return count === 0 ? "" : ` ${count} ${count === 1 ? one : many}.`;
}

/** Adds the feeds to the asker's server, and to the log of who changed what. */
async function addAll(run: Run, feeds: readonly FeedSpec[]): Promise<void> {
  const watch = run.desk.watches[0];
  for (const feed of feeds) {
    await run.store.feeds.add(feed, adderOf(run), run.now);
    const change = { kind: "add-feed", feed } as const;
    const by = { server: serverOf(run), by: run.asker.user, at: run.now };
    if (watch) await run.store.edits.append({ ...by, watch: watch.id, change });
  }
  await run.desk.refresh();
  run.wake();
}

async function importReply(run: Run): Promise<Reply> {
  const url = urlOption(run);
  const fetched = await run.fetchDocument(url);
  if (fetched.kind === "failed") return problem("bad-list", `The list could not be read: ${fetched.reason}.`, BAD_LIST);
  const { feeds, refused } = readOpml(decodeFeed(fetched.bytes, fetched.contentType));
  if (feeds.length === 0) return problem("bad-list", `${shownUrl(url)} names no feed that can be read.`, BAD_LIST);
  const polled = await run.store.feeds.list(run.viewer);
  const known = new Set(polled.map((feed) => feed.url));
  const unknown = feeds.filter((feed) => !known.has(feed.url));
  const room = Math.max(0, MOST_FEEDS - polled.filter((feed) => feed.server !== undefined).length);
  const added = unknown.slice(0, room);
  await addAll(run, added);
  const left = unknown.length - added.length;
  const most = `a server may add ${MOST_FEEDS}`;
  const summary = [
    counted(feeds.length - unknown.length, "was polled already", "were polled already"),
    counted(left, `is left out: ${most}`, `are left out: ${most}`),
    counted(refused, "has no address that can be read", "have no address that can be read"),
  ].join("");
  return done(
    `${count(added.length, "feed")} ${added.length === 1 ? "is" : "are"} polled from now on`,
    `Only this server sees what they bring; /feeds list shows how they are.${summary}`,
  );
}

/** `/feeds import` */
export const feedsImport: Command = {
  name: "feeds import",
  summary: "Poll the feeds of an OPML file, for this server",
  access: "manager",
  visibility: "private",
  options: [needed("url", "text", "The address of an OPML file")],
  examples: ["/feeds import url:https://example.org/feeds.opml"],
  run: importReply,
};

/** `/feeds export` */
export const feedsExport: Command = {
  name: "feeds export",
  summary: "The feeds that are polled, as an OPML file",
  access: "manager",
  visibility: "private",
  options: [],
  examples: ["/feeds export"],
  run: async (run) => {
    const feeds = await run.store.feeds.list(run.viewer);
    const bytes = Buffer.from(writeOpml("Feeds of sitrep", feeds));
    const shown = card({
      kind: "status",
      title: `${count(feeds.length, "feed")} as OPML`,
      lead: plain(
        "Other feed readers import the file, and another server by /feeds import, once it stands on the web.",
      ),
    });
    return { ...toAsker(shown), files: [{ name: "feeds.opml", type: "text/x-opml; charset=utf-8", bytes }] };
  },
};
