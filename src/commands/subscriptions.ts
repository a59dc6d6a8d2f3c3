import { storyCard } from "../cards/story-card.ts";
import { viewStory } from "../desk/story-view.ts";
import { card, plain, type Reply, type Row } from "../model/card.ts";
import type { Subscription, Target } from "../model/channel.ts";
import { LEVELS, type Level } from "../model/findings.ts";
import type { Mute } from "../model/mute.ts";
import type { Command, Run } from "./command.ts";
import { serverOf } from "./lookups.ts";
import { muteInWords, unmuteAction } from "./mute.ts";
import { needed, optional } from "./options.ts";
import { nothing, problem, toAsker } from "./replies.ts";
import { channelOption, targetInWords, targetOption } from "./targets.ts";

const DEFAULT_LEVEL: Level = "alert";

function levelOption(run: Run): Level {
  return LEVELS.find((level) => level === run.options["level"]) ?? DEFAULT_LEVEL;
}

async function subscribeReply(run: Run): Promise<Reply> {
  const target = await targetOption(run);
  const [at, level] = [channelOption(run), levelOption(run)];
  await run.store.subscriptions.save({ at, target, level, createdBy: run.asker.user, createdAt: run.now });
  await run.store.subscriptions.resume(at);
  await run.store.posts.revive(at);
  run.wake();
  const shown = card({
    kind: "status",
    title: `Subscribed to ${targetInWords(run, target)}, from level ${level} on`,
    lead: plain("Each story becomes one message there, which changes as more is known."),
    facts: [{ name: "Channel", value: [{ kind: "channel", id: at.channel }] }],
    actions: [{ label: "Subscriptions", command: "subscriptions", options: {} }],
  });
  return { visibility: "private", cards: [shown, ...(await sample(run, target))] };
}

/** What an alert looks like: the latest story, shown to the asker alone. */
async function sample(run: Run, target: Target) {
  if (target.kind !== "watch") return [];
  const [latest] = await run.store.stories.latest({ watch: target.id }, run.viewer, { limit: 1 });
  if (!latest) return [];
  const view = await viewStory(run, { story: latest.story.id, watch: target.id, server: serverOf(run) });
  return view ? [storyCard(view)] : [];
}

/** `/subscribe`: alerts for a channel. */
export const subscribe: Command = {
  name: "subscribe",
  summary: "Post the alerts of a watch, story or actor in a channel",
  access: "manager",
  visibility: "private",
  options: [
    needed("topic", "watch", "A watch, or story:<id>, or actor:<id>"),
    optional("channel", "channel", "Where to post; here when left out"),
    optional("level", "level", "The quietest level to post: info, alert, urgent or flash (alert)"),
  ],
  examples: ["/subscribe topic:india-pakistan-2025", "/subscribe topic:india-pakistan-2025 level:urgent"],
  run: subscribeReply,
};

async function unsubscribeReply(run: Run): Promise<Reply> {
  const id = run.options["subscription"] ?? "";
  const all = await run.store.subscriptions.list(serverOf(run));
  const found =
    all.find((one) => one.id === id) ??
    all.find((one) => one.target.id === id && one.at.channel === channelOption(run).channel);
  if (!found || !(await run.store.subscriptions.remove(found.id, serverOf(run))))
    return problem(
      "not-found",
      `There is no subscription "${id}" on this server.`,
      "Run /subscriptions to see them all.",
    );
  return toAsker(
    card({
      kind: "status",
      title: `No more alerts of ${targetInWords(run, found.target)}`,
      lead: [
        ...plain("None in "),
        { kind: "channel", id: found.at.channel },
        ...plain(" from now on. Messages that are already there stay as they are."),
      ],
    }),
  );
}

/** `/unsubscribe`: ends a subscription. */
export const unsubscribe: Command = {
  name: "unsubscribe",
  summary: "End a subscription of a channel",
  access: "manager",
  visibility: "private",
  options: [
    needed("subscription", "subscription", "The subscription: its id, or its topic in this channel"),
    optional("channel", "channel", "The channel, when a topic is given"),
  ],
  examples: ["/unsubscribe subscription:india-pakistan-2025"],
  run: unsubscribeReply,
};

function subscriptionRow(one: Subscription): Row {
  return {
    text: [
      { kind: "strong", text: one.target.id },
      ...plain(" · "),
      { kind: "channel", id: one.at.channel },
      ...plain(` · from ${one.level} on`),
    ],
    note: plain(one.pausedReason === undefined ? `id ${one.id}` : `paused: ${one.pausedReason} · id ${one.id}`),
  };
}

function muteRow(run: Run, one: Mute): Row {
  return {
    heading: "Muted",
    text: [
      { kind: "strong", text: targetInWords(run, one.target) },
      ...plain(" · "),
      { kind: "channel", id: one.at.channel },
    ],
    note: plain(muteInWords(one)),
  };
}

/** `/subscriptions`: what this server subscribed to. */
export const subscriptions: Command = {
  name: "subscriptions",
  summary: "What this server subscribed to, channel by channel, and what is muted",
  access: "everyone",
  visibility: "private",
  options: [],
  examples: ["/subscriptions"],
  run: async (run) => {
    const here = serverOf(run);
    const [all, mutes] = [await run.store.subscriptions.list(here), await run.store.mutes.list(here, run.now)];
    if (all.length + mutes.length === 0) {
      const watches = run.desk.watches.map((watch) => plain(`/subscribe topic:${watch.id} · ${watch.name}`));
      return nothing("No channel of this server has a subscription yet", watches);
    }
    return toAsker(
      card({
        kind: "list",
        title: "Subscriptions",
        rows: [...all.map(subscriptionRow), ...mutes.map((one) => muteRow(run, one))],
        actions: mutes.map((one) => unmuteAction(one, `Unmute ${targetInWords(run, one.target)}`)),
      }),
    );
  },
};
