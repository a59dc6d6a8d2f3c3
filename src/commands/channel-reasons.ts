import { notRelevantBecause } from "../cards/reasons.ts";
import { joined } from "../cards/sources.ts";
import { mutesOn, targetsOf } from "../desk/muting.ts";
import { type Refusal, refusalOf } from "../desk/refusal.ts";
import { type StoryView, viewStory } from "../desk/story-view.ts";
import { plain, type Row, type Text } from "../model/card.ts";
import { type Post, type Subscription, serverKey } from "../model/channel.ts";
import type { ReadItem } from "../model/item.ts";
import type { Mute } from "../model/mute.ts";
import type { Run } from "./command.ts";
import { serverOf } from "./lookups.ts";
import { muteInWords } from "./mute.ts";
import { targetInWords } from "./targets.ts";

/** A story as each watch of this server sees it. */
export async function viewsOf(run: Run, story: string): Promise<StoryView[]> {
  const views: StoryView[] = [];
  for (const { id } of run.desk.watches) {
    const view = await viewStory(run, { story, watch: id, server: serverOf(run) });
    if (view) views.push(view);
  }
  return views;
}

function refusalInWords(refusal: Refusal, { alert, watch }: StoryView, wanted: Subscription): string {
  switch (refusal.kind) {
    case "other-target":
      return "the report is about something else";
    case "paused":
      return `paused: ${refusal.because}`;
    case "too-old":
      return "it was already older than the look-back when its feed was first read";
    case "not-relevant":
      return `not relevant to ${watch.name}: ${notRelevantBecause(alert.lines) ?? ""}`;
    case "too-quiet":
      return `its level is ${refusal.level}, and the channel asks for ${wanted.level} on`;
    case "muted":
      return `muted ${muteInWords(refusal.mute)}`;
  }
}

/** What kept one subscription from taking the report, in words. */
function reason(run: Run, wanted: Subscription, { views, item, mutes }: Weighed): string {
  const about = `subscribed to ${targetInWords(run, wanted.target)}`;
  const refusals = views.map((view) => {
    const reported = { alert: view.alert, findings: item.findings, baseline: item.baseline, mutes };
    return { view, refusal: refusalOf(wanted, reported) };
  });
  const nearest = refusals.find(({ refusal }) => refusal?.kind !== "other-target");
  if (nearest === undefined) return `${about}: the report is about something else`;
  const { view, refusal } = nearest;
  if (refusal !== undefined) return `${about}: ${refusalInWords(refusal, view, wanted)}`;
  // Posts are made in the same transaction in which a report is read: without one, something is newer than the report.
  const newer = wanted.createdAt >= view.story.lastChange ? "the subscription is" : "a change of level or rules is";
  return `${about}: ${newer} newer than the story's last report; the next one brings the post`;
}

function postInWords({ state, shown, lastError, postedAt }: Post): Text {
  if (state === "dead") return plain(`the platform refused it: ${lastError ?? "no reason given"}`);
  if (shown > 0)
    return [
      ...plain("it is in the story's post here"),
      ...(postedAt
        ? [...plain(", shown first "), { kind: "time" as const, at: postedAt, style: "relative" as const }]
        : []),
    ];
  return plain(lastError === undefined ? "the post is on its way" : `the post is tried again: ${lastError}`);
}

type Asked = { readonly item: ReadItem; readonly views: readonly StoryView[] };

type Weighed = Asked & { readonly mutes: readonly Mute[] };

/** What keeps channels from hearing of the report, whichever watch tells of it. */
function mutesOf({ store, now }: Run, { item, views }: Asked): Promise<Mute[]> {
  const targets = views.flatMap(({ alert }) => targetsOf(alert, item.findings));
  return mutesOn(store, { targets, story: item.story, now });
}

/** One line for each channel of the server: where the report is shown, or the reason why it is not. */
export async function channelRows(run: Run, asked: Asked): Promise<Row[]> {
  const here = serverOf(run);
  const posts = (await run.store.posts.ofStory(asked.item.story)).filter(({ at }) => serverKey(at) === here);
  const subscriptions = await run.store.subscriptions.list(here);
  const weighed = { ...asked, mutes: await mutesOf(run, asked) };
  const own = run.options["channel"];
  const channels = new Set([
    own ?? run.asker.at.channel,
    ...posts.map(({ at }) => at.channel),
    ...subscriptions.map(({ at }) => at.channel),
  ]);
  return [...channels]
    .filter((channel) => own === undefined || channel === own)
    .map((channel) => {
      const post = posts.find(({ at }) => at.channel === channel);
      const wanted = subscriptions.filter(({ at }) => at.channel === channel);
      const reasons = wanted.map((one) => plain(reason(run, one, weighed)));
      const none = reasons.length === 0 ? [plain("no subscription; see /subscribe")] : reasons;
      return {
        heading: "Channel by channel",
        text: [{ kind: "channel", id: channel }, ...plain(": "), ...joined(post ? [postInWords(post)] : none, "; ")],
      };
    });
}
