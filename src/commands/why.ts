import { countOrigins } from "../analyse/origins.ts";
import { notRelevantBecause } from "../cards/reasons.ts";
import { joined, linkTo, onePerOutlet } from "../cards/sources.ts";
import { count } from "../cards/wording.ts";
import { inForce } from "../config/edits.ts";
import type { StoryView } from "../desk/story-view.ts";
import { type Fact, plain, type Reply, type Text } from "../model/card.ts";
import { serverKey } from "../model/channel.ts";
import type { ReadItem } from "../model/item.ts";
import type { Command, Run } from "./command.ts";
import { findStory } from "./lookups.ts";
import { matchCard } from "./match-card.ts";
import { needed } from "./options.ts";
import { problem, toAsker } from "./replies.ts";

const MOST_ORIGINS = 6;

/** The last number or dotted id of a message link names the message, on both platforms. */
function messageIdOf(typed: string): string | undefined {
  return /\/(?:p)?(\d[\d.]{8,24})(?:\?\S*)?$/.exec(typed)?.[1];
}

async function storyOf(run: Run, typed: string): Promise<string> {
  const messageId = messageIdOf(typed);
  const post = messageId === undefined ? undefined : await run.store.posts.byMessage(run.asker.at, messageId);
  if (post) return post.story;
  const item = /^https?:/.test(typed) ? await run.store.items.byUrl(typed, run.viewer) : undefined;
  return item?.story ?? typed;
}

/** An address that sitrep knows but did not post, or does not know at all. */
async function notShown(run: Run, typed: string): Promise<Reply | undefined> {
  if (!/^https?:/.test(typed) || messageIdOf(typed) !== undefined) return undefined;
  const item = await run.store.items.byUrl(typed, run.viewer);
  if (item === undefined)
    return problem(
      "unknown-address",
      "No feed has brought that address.",
      "Check the feeds with /feeds list, or add one with /feeds add.",
    );
  if (item.story === undefined)
    return problem("unread", "That item was fetched but not read yet.", "Try again in a minute.");
  return undefined;
}

function unpostedReason(isOld: boolean, subscriptions: number): string {
  if (subscriptions === 0) return "no channel of this server has a subscription";
  if (isOld) return "it was already older than the look-back when it was found";
  return "no subscription takes its level or topic";
}

/** Where the server shows the story, or the reason why it shows it nowhere. */
async function whereShown(run: Run, { story, items, alert }: StoryView): Promise<Text> {
  const here = serverKey(run.asker.at);
  const posts = (await run.store.posts.ofStory(story.id)).filter((post) => serverKey(post.at) === here);
  if (posts.length === 0 && !alert.relevant) return plain("Not posted here, since it is not relevant");
  if (posts.length === 0) {
    const { length } = await run.store.subscriptions.list(here);
    return plain(
      `Not posted here: ${unpostedReason(
        items.every((item) => item.baseline),
        length,
      )}`,
    );
  }
  const places = posts.map(
    (post): Text => [
      { kind: "channel", id: post.at.channel },
      ...plain(post.state === "dead" ? ` (refused: ${post.lastError ?? ""})` : ""),
    ],
  );
  return [...plain("Posted in "), ...joined(places, ", ")];
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

async function whyReply(run: Run): Promise<Reply> {
  const typed = run.options["story"] ?? "";
  const unseen = await notShown(run, typed);
  if (unseen) return unseen;
  const view = await findStory(run, await storyOf(run, typed));
  const { alert, basis, watch, items, story } = view;
  const edits = inForce(run.desk.edits(watch.id, serverKey(run.asker.at))).length;
  const inShort: Text[] = [
    plain(verdict(view)),
    plain(
      `${count(items.length, "report")} by ${count(alert.outlets, "outlet")}, ${count(alert.origins, "independent origin")}`,
    ),
    ...(edits > 0 ? [plain(`${count(edits, "change")} of this server to the watch took part`)] : []),
    await whereShown(run, view),
  ];
  return toAsker({
    ...matchCard(`Why: ${basis.findings.summary.headline}`, alert, basis.text || basis.title),
    facts: [
      { name: "In short", value: joined(inShort, "\n") },
      { name: "Points from", value: [...plain("the report of "), linkTo(basis.outlet.name, basis.url)] },
      originsInWords(items),
    ],
    actions: [{ label: "Sources", command: "sources", options: { story: story.id } }],
  });
}

/** `/why`: the reasons behind a post, or behind its absence. */
export const why: Command = {
  name: "why",
  summary: "Why a story was shown, or was not: every point, word and source",
  access: "everyone",
  visibility: "private",
  options: [needed("story", "story", "The story, the link of a post, or the address of an article")],
  examples: ["/why story:pahalgam", "/why story:https://example.org/article"],
  run: whyReply,
};
