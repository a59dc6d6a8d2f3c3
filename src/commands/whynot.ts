import { notRelevantBecause } from "../cards/reasons.ts";
import { linkTo } from "../cards/sources.ts";
import type { StoryView } from "../desk/story-view.ts";
import { card, type Fact, plain, type Reply, type Row, type Text } from "../model/card.ts";
import type { Item, ReadItem } from "../model/item.ts";
import { channelRows, viewsOf } from "./channel-reasons.ts";
import type { Command, Run } from "./command.ts";
import { findStory, serverOf } from "./lookups.ts";
import { matchCard } from "./match-card.ts";
import { needed, optional } from "./options.ts";
import { nothing, toAsker } from "./replies.ts";
import { findAsked } from "./whereabouts.ts";

/** A report that no feed has brought, and what is known of the feeds that might have. */
export function notFetched(because: readonly Text[]): Reply {
  const reply = toAsker(
    card({
      kind: "list",
      title: "Not fetched: no feed has brought that address",
      rows: [...because, plain("/feeds check shows what a feed holds now; /feeds add has one more read")].map(
        (text): Row => ({ text }),
      ),
    }),
  );
  return {
    ...reply,
    problem: { code: "unknown-address", what: "No feed has brought that address.", next: "Run /feeds list." },
  };
}

/** A report that was fetched a moment ago. */
export function notRead(item: Item): Reply {
  const lead: Text = [
    ...plain("Fetched "),
    { kind: "time", at: item.firstSeen, style: "relative" },
    ...plain(", and next in line. Try again in a minute."),
  ];
  return toAsker(card({ kind: "status", title: `Not read yet: ${item.title}`, lead }));
}

/** When it came, and where it went. */
async function wayInWords(run: Run, item: ReadItem): Promise<Fact[]> {
  const original = item.duplicateOf === undefined ? undefined : await run.store.items.get(item.duplicateOf);
  const story = await run.store.stories.get(item.story);
  const found: Text = [
    linkTo(item.outlet.name, item.url),
    ...plain(" · found "),
    { kind: "time", at: item.firstSeen, style: "datetime" },
    ...plain(item.revision > 1 ? ` · version ${item.revision} of its text` : ""),
    ...plain(item.baseline ? " · already old when its feed was first read" : ""),
  ];
  const because = original === undefined ? item.findings.joinedBecause : undefined;
  return [
    { name: "Fetched", value: found },
    {
      name: "Story",
      value: [
        ...plain(story === undefined ? item.story : `${story.headline} (${story.id})`),
        ...plain(because === undefined ? "" : `: ${because}`),
        ...(original === undefined
          ? []
          : [...plain(": repeats the text of "), linkTo(original.outlet.name, original.url)]),
      ],
    },
  ];
}

/** The watch that speaks for a report: the one that it matters to, else the one it is nearest to. */
function nearestView(views: readonly StoryView[]): StoryView | undefined {
  return [...views].sort(
    (a, b) => Number(b.alert.relevant) - Number(a.alert.relevant) || b.alert.score - a.alert.score,
  )[0];
}

async function reasons(run: Run, item: ReadItem): Promise<Reply> {
  const views = await viewsOf(run, item.story);
  const nearest = nearestView(views);
  const view = nearest && run.desk.view(nearest.watch.id, serverOf(run));
  if (nearest === undefined || view === undefined) return notFetched([]);
  const match = view.matchItem(item);
  const because = notRelevantBecause(match.lines);
  const title = because === undefined ? `Relevant to ${view.watch.name}` : `Not relevant to ${view.watch.name}`;
  const lines = matchCard(`${title}: ${item.title}`, match, item.text || item.title);
  const rows = await channelRows(run, { item, views });
  return toAsker({
    ...lines,
    ...(because === undefined ? {} : { lead: plain(`By itself it scores ${match.score}, but ${because}.`) }),
    facts: await wayInWords(run, item),
    rows: [...rows, ...lines.rows],
    actions: [{ label: "Why this story", command: "why", options: { story: item.story } }],
  });
}

/** The report that typed words mean: the newest that holds them, else the strongest of the story. */
async function reportOf(run: Run, words: string): Promise<ReadItem | undefined> {
  const [newest] = await run.store.items.search(words, run.viewer, { limit: 1 });
  return newest ?? (await findStory(run, words)).basis;
}

async function whynotReply(run: Run): Promise<Reply> {
  const typed = run.options["item"] ?? "";
  const asked = await findAsked(run, typed);
  switch (asked.kind) {
    case "unknown":
      return notFetched(asked.because);
    case "unread":
      return notRead(asked.item);
    case "item":
      return reasons(run, asked.item);
    case "post":
      return reasons(run, (await findStory(run, asked.story)).basis);
    case "words": {
      const item = await reportOf(run, asked.words);
      return item === undefined ? nothing("No report has these words", []) : reasons(run, item);
    }
  }
}

/** `/whynot`: what stopped a report on its way, channel by channel. */
export const whynot: Command = {
  name: "whynot",
  summary: "What kept a report from being shown: the stage and the reason, channel by channel",
  access: "everyone",
  visibility: "private",
  options: [
    needed("item", "text", "The address of the article, or words of its headline"),
    optional("channel", "channel", "Only this channel"),
  ],
  examples: ["/whynot item:https://example.org/article", "/whynot item:schools in Lahore"],
  run: whynotReply,
};
