import { cardSources, linkTo } from "../cards/sources.ts";
import { storyActions } from "../cards/story-card.ts";
import { count } from "../cards/wording.ts";
import { relatedStories } from "../desk/related.ts";
import { type Card, card, plain, type Reply, type Row, type Text } from "../model/card.ts";
import { serverKey } from "../model/channel.ts";
import type { Alert, Story } from "../model/story.ts";
import type { Command, Run } from "./command.ts";
import { findStory, findWatch, offerStories } from "./lookups.ts";
import { needed, optional } from "./options.ts";
import { paged, pageOf } from "./paging.ts";
import { nothing, toAsker, toChannel } from "./replies.ts";

const PAGE = 6;
const DEFAULT_LATEST = 5;

type Listed = { readonly story: Story; readonly alert: Alert };

/** What the story goes on from: " · follows “Shelling of Klow”". */
async function earlierOf(run: Run, { story, alert }: Listed): Promise<Text> {
  const { at } = run.asker;
  const reader = { at, watch: alert.watch, server: serverKey(at), linkOf: () => undefined };
  const earlier = (await relatedStories(run, story.id, reader)).find((one) => one.as === "earlier");
  return earlier === undefined ? [] : [...plain(" · follows "), linkTo(earlier.headline, earlier.url)];
}

async function storyRow(run: Run, listed: Listed): Promise<Row> {
  const { story, alert } = listed;
  return {
    text: [{ kind: "strong", text: alert.level.toUpperCase() }, ...plain(` ${story.headline}`)],
    note: [
      ...plain(`${count(alert.outlets, "outlet")}, ${count(alert.origins, "origin")} · changed `),
      { kind: "time", at: story.lastChange, style: "relative" },
      ...(await earlierOf(run, listed)),
      ...plain(` · ${story.id}`),
    ],
  };
}

async function storyList(run: Run, title: string, rows: readonly Listed[]): Promise<Card> {
  const buttons = rows.slice(0, 3).flatMap(({ story }, at) => {
    const [timeline] = storyActions(story.id);
    return timeline === undefined ? [] : [{ ...timeline, label: `Timeline ${at + 1}` }];
  });
  const listed = await Promise.all(rows.map((row) => storyRow(run, row)));
  return card({ kind: "list", title, rows: listed, actions: buttons });
}

async function latestReply(run: Run): Promise<Reply> {
  const watch = findWatch(run, run.options["topic"]);
  const limit = Math.min(10, Math.max(1, Number(run.options["count"] ?? DEFAULT_LATEST)));
  const rows = await run.store.stories.latest({ watch: watch.id }, run.viewer, { limit });
  if (rows.length === 0) return nothing(`No story of ${watch.name} yet`, []);
  return toChannel(await storyList(run, `Latest: ${watch.name}`, rows));
}

/** `/latest`: the newest stories of a watch. */
export const latest: Command = {
  name: "latest",
  summary: "The newest stories of a watch, latest change first",
  access: "everyone",
  visibility: "shared",
  options: [
    optional("topic", "watch", "The watch; the first one when left out"),
    optional("count", "integer", "How many, 1 to 10 (5)"),
  ],
  examples: ["/latest", "/latest topic:india-pakistan-2025 count:3"],
  run: latestReply,
};

async function storiesReply(run: Run): Promise<Reply> {
  const words = run.options["query"];
  const filter = words === undefined ? {} : { words };
  const all = await run.store.stories.latest(filter, run.viewer, { limit: 200 });
  if (all.length === 0)
    return nothing(
      words === undefined ? "No story yet" : `No story holds all the words "${words}"`,
      await offerStories(run, undefined, 3),
    );
  const page = pageOf(all, run.page, PAGE);
  const title = words === undefined ? "Stories" : `Stories with "${words}"`;
  return toChannel(paged(await storyList(run, title, page.shown), { command: "stories", options: run.options }, page));
}

/** `/stories`: search in all stories. */
export const stories: Command = {
  name: "stories",
  summary: "Search the stories by words of their reports",
  access: "everyone",
  visibility: "shared",
  options: [optional("query", "text", "Words that must all occur")],
  examples: ["/stories query:ceasefire", "/stories"],
  run: storiesReply,
};

async function sourcesReply(run: Run): Promise<Reply> {
  const view = await findStory(run, run.options["story"] ?? "");
  const originals = new Map(view.items.map((item) => [item.id, item.outlet.name]));
  const rows: Row[] = view.items.map((item) => {
    const copied = item.duplicateOf === undefined ? undefined : originals.get(item.duplicateOf);
    const domain = cardSources([item])[0]?.domain;
    return {
      text: [linkTo(item.title, item.url)],
      note: [
        ...plain(`${item.outlet.name}${domain === undefined ? "" : ` · ${domain}`} · `),
        { kind: "time", at: item.published ?? item.firstSeen, style: "datetime" },
        ...plain(copied === undefined ? "" : ` · repeats ${copied}`),
        ...plain(item.revision > 1 ? ` · revision ${item.revision}` : ""),
      ],
    };
  });
  const { outlets, origins } = view.alert;
  const lead = plain(
    `${count(outlets, "outlet")}, ${count(origins, "independent origin")}. Reprints of one text and outlets of one owner count once.`,
  );
  const page = pageOf(rows, run.page, PAGE);
  const shown = card({
    kind: "list",
    title: `Sources: ${view.basis.findings.summary.headline}`,
    lead,
    rows: page.shown,
  });
  const place = { command: "sources", options: { story: view.story.id } };
  return toAsker(paged(shown, place, page));
}

/** `/sources`: every report of a story, and which repeat which. */
export const sources: Command = {
  name: "sources",
  summary: "Every report of a story, and which of them repeat another",
  access: "everyone",
  visibility: "private",
  options: [needed("story", "story", "The story: its id, or words of it")],
  examples: ["/sources story:pahalgam"],
  run: sourcesReply,
};
