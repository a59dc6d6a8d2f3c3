import { countOrigins } from "../analyse/stories/origins.ts";
import { notRelevantBecause } from "../cards/reasons.ts";
import { joined, linkTo, onePerOutlet } from "../cards/sources.ts";
import { count } from "../cards/wording.ts";
import type { StoryView } from "../desk/story-view.ts";
import { type Fact, plain, type Reply, type Text } from "../model/card.ts";
import { serverKey } from "../model/channel.ts";
import type { ReadItem } from "../model/item.ts";
import { channelRows, viewsOf } from "./channel-reasons.ts";
import type { Command, Run } from "./command.ts";
import { findStory } from "./lookups.ts";
import { matchCard } from "./match-card.ts";
import { needed } from "./options.ts";
import { toAsker } from "./replies.ts";
import { versionInWords } from "./rule-version.ts";
import { type Asked, findAsked } from "./whereabouts.ts";
import { notFetched, notRead } from "./whynot.ts";

const MOST_ORIGINS = 6;

/** Where the server shows the story. */
async function whereShown(run: Run, { story }: StoryView): Promise<Text[]> {
  const here = serverKey(run.asker.at);
  const posts = (await run.store.posts.ofStory(story.id)).filter(
    (post) => serverKey(post.at) === here && post.shown > 0,
  );
  const places = posts.map((post): Text => [{ kind: "channel", id: post.at.channel }]);
  return places.length === 0 ? [] : [[...plain("Posted in "), ...joined(places, ", ")]];
}

function verdict({ alert, watch }: StoryView): string {
  const reason = notRelevantBecause(alert.lines);
  return reason === undefined ? `Relevant to ${watch.name}` : `Not relevant to ${watch.name}: ${reason}`;
}

/** Who told it by themselves, one line each, with those that tell the same after them. */
function originsInWords(items: readonly ReadItem[]): Fact {
  const byId = new Map(items.map((item) => [item.id, item]));
  const lines = countOrigins(items).groups.map((group): Text => {
    const outlets = onePerOutlet(group.flatMap((id) => byId.get(id) ?? []));
    const [first, ...others] = outlets;
    const links = others.map((item): Text => [linkTo(item.outlet.name, item.url)]);
    return [
      ...(first === undefined ? [] : [linkTo(first.outlet.name, first.url)]),
      ...(links.length > 0 ? [...plain(", and from the same source "), ...joined(links, ", ")] : []),
    ];
  });
  const more = lines.length - MOST_ORIGINS;
  const shown = [...lines.slice(0, MOST_ORIGINS), ...(more > 0 ? [plain(`and ${more} more`)] : [])];
  return { name: "Origins", value: joined(shown, "\n") };
}

/** Why the reports are one story: what each later one had in common with those before it. */
function storyReasons(items: readonly ReadItem[]): Fact[] {
  const lines = items.flatMap((item): Text[] => {
    const because = item.duplicateOf === undefined ? item.findings.joinedBecause : "repeats an earlier text";
    return because === undefined ? [] : [[linkTo(item.outlet.name, item.url), ...plain(` ${because}`)]];
  });
  const more = lines.length - MOST_ORIGINS;
  const shown = [...lines.slice(0, MOST_ORIGINS), ...(more > 0 ? [plain(`and ${more} more`)] : [])];
  return lines.length === 0 ? [] : [{ name: "One story because", value: joined(shown, "\n") }];
}

function storyOf(asked: Exclude<Asked, { kind: "unknown" | "unread" }>): string {
  switch (asked.kind) {
    case "item":
      return asked.item.story;
    case "post":
      return asked.story;
    case "words":
      return asked.words;
  }
}

async function whyReply(run: Run): Promise<Reply> {
  const asked = await findAsked(run, run.options["story"] ?? "");
  if (asked.kind === "unknown") return notFetched(asked.because);
  if (asked.kind === "unread") return notRead(asked.item);
  const view = await findStory(run, storyOf(asked));
  const { alert, basis, watch, items, story } = view;
  const inShort: Text[] = [
    plain(verdict(view)),
    plain(
      `${count(items.length, "report")} by ${count(alert.outlets, "outlet")}, ${count(alert.origins, "independent origin")}`,
    ),
    plain(versionInWords(watch, run.desk.edits(watch.id, serverKey(run.asker.at)))),
    ...(await whereShown(run, view)),
  ];
  const lines = matchCard(`Why: ${basis.findings.summary.headline}`, alert, basis.text || basis.title);
  return toAsker({
    ...lines,
    facts: [
      { name: "In short", value: joined(inShort, "\n") },
      { name: "Points from", value: [...plain("the report of "), linkTo(basis.outlet.name, basis.url)] },
      originsInWords(items),
      ...storyReasons(items),
    ],
    rows: [...(await channelRows(run, { item: basis, views: await viewsOf(run, story.id) })), ...lines.rows],
    actions: [{ label: "Sources", command: "sources", options: { story: story.id } }],
  });
}

/** `/why`: the reasons behind a post, or behind its absence. */
export const why: Command = {
  name: "why",
  summary: "Why a story was shown, or was not: every point, word, origin and channel",
  access: "everyone",
  visibility: "private",
  options: [needed("story", "story", "The story, the link of a post, or the address of an article")],
  examples: ["/why story:pahalgam", "/why story:https://example.org/article"],
  run: whyReply,
};
