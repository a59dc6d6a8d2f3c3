import { plain, type Reply } from "../model/card.ts";
import { serverKey } from "../model/channel.ts";
import type { Command, Run } from "./command.ts";
import { findStory } from "./lookups.ts";
import { matchCard } from "./match-card.ts";
import { needed } from "./options.ts";
import { problem, toAsker } from "./replies.ts";

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

async function whyReply(run: Run): Promise<Reply> {
  const typed = run.options["story"] ?? "";
  const unseen = await notShown(run, typed);
  if (unseen) return unseen;
  const view = await findStory(run, await storyOf(run, typed));
  const { alert, basis, watch, items } = view;
  const text = basis.text || basis.title;
  const posts = (await run.store.posts.ofStory(view.story.id)).filter(
    (post) => serverKey(post.at) === serverKey(run.asker.at),
  );
  const subscribed = await run.store.subscriptions.list(serverKey(run.asker.at));
  const shown = matchCard(`Why: ${basis.findings.summary.headline}`, alert, text);
  const edits = run.desk.edits(watch.id, serverKey(run.asker.at)).length;
  const reasons = [
    alert.relevant
      ? `Relevant to ${watch.name} (threshold ${watch.threshold})`
      : `Not relevant to ${watch.name}: below ${watch.threshold}, or no actor, place or topic`,
    `${items.length === 1 ? "1 report" : `${items.length} reports`}, ${alert.origins} of independent origin`,
    edits > 0 ? `${edits} changes of this server took part` : "the watch file as it is",
    posts.length > 0
      ? `posted in ${posts.map((post) => `${post.at.channel}${post.state === "dead" ? ` (refused: ${post.lastError ?? ""})` : ""}`).join(", ")}`
      : `not posted here: ${unpostedReason(
          items.every((item) => item.baseline),
          subscribed.length,
        )}`,
  ];
  return toAsker({
    ...shown,
    facts: [
      { name: "In short", value: plain(reasons.join("\n")) },
      { name: "Read from", value: [{ kind: "text", text: basis.outlet.name }] },
    ],
    actions: [{ label: "Sources", command: "sources", options: { story: view.story.id } }],
  });
}

function unpostedReason(isOld: boolean, subscriptions: number): string {
  if (subscriptions === 0) return "no channel of this server has a subscription";
  if (isOld) return "it was already older than the look-back when it was found";
  return "no subscription takes its level or topic";
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
