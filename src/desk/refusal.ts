import { type Subscription, serverKey } from "../model/channel.ts";
import { type Findings, LEVELS, type Level } from "../model/findings.ts";
import type { Mute } from "../model/mute.ts";
import type { Alert } from "../model/story.ts";

/** Why a subscription does not take a report. */
export type Refusal =
  | { readonly kind: "other-target" }
  | { readonly kind: "paused"; readonly because: string }
  | { readonly kind: "too-old" }
  | { readonly kind: "not-relevant" }
  | { readonly kind: "too-quiet"; readonly level: Level }
  | { readonly kind: "muted"; readonly mute: Mute };

/** A report that changed a story, and the story through the watch in question. */
export type Reported = {
  readonly alert: Alert;
  readonly findings: Findings;
  readonly baseline: boolean;
  /** Those in force on what it is about, in any channel. */
  readonly mutes: readonly Mute[];
};

function isTarget({ target }: Subscription, { alert, findings }: Reported): boolean {
  switch (target.kind) {
    case "watch":
      return target.id === alert.watch;
    case "story":
      return target.id === alert.story;
    case "actor":
      return findings.actors.some(({ actor }) => actor === target.id);
  }
}

function isAtLeast(level: Level, least: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(least);
}

/** Decides whether a subscription takes a report: undefined when it does. Posting and `/whynot` ask the same question here. */
export function refusalOf(subscription: Subscription, reported: Reported): Refusal | undefined {
  const { alert, baseline, mutes } = reported;
  if (!isTarget(subscription, reported)) return { kind: "other-target" };
  if (subscription.pausedReason !== undefined) return { kind: "paused", because: subscription.pausedReason };
  if (baseline) return { kind: "too-old" };
  if (!alert.relevant) return { kind: "not-relevant" };
  if (!isAtLeast(alert.level, subscription.level)) return { kind: "too-quiet", level: alert.level };
  const mute = mutes.find(({ at, stillFrom }) => {
    const isHere = serverKey(at) === serverKey(subscription.at) && at.channel === subscription.at.channel;
    return isHere && (stillFrom === undefined || !isAtLeast(alert.level, stillFrom));
  });
  return mute && { kind: "muted", mute };
}
