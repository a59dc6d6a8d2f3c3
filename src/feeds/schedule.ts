import type { Asks, Feed, FeedState } from "../model/feed.ts";
import { skippedMs } from "./document/skips.ts";
import { placeAfter, placeAfterFailure } from "./moved.ts";
import type { Polled, Validators } from "./source.ts";

type Context = {
  readonly now: Date;
  readonly limits: { readonly minMinutes: number; readonly maxMinutes: number };
  /** A story of this feed is moving: it is asked more often, if that costs its server little. */
  readonly boost?: boolean;
  /** Its news are pushed: it is asked more seldom, in case that a push is lost. */
  readonly pushed?: boolean;
  /** 0 to below 1, fresh for each call. */
  readonly random: number;
};

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;
/** Asked four times in the usual gap between two items. */
const POLLS_PER_GAP = 4;
/** The share of the newest gap in the mean. */
const NEWEST_WEIGHT = 0.3;
const PUSHED_FACTOR = 4;
const BOOSTED_MINUTES = { min: 2, max: 5 };
/** What a feed or server asks for counts up to here: publishers write a year, too. */
const MAX_HINT_MINUTES = 60;
const MAX_HINT_MINUTES_BOOSTED = 15;
/** Feeds polled together drift apart. */
const JITTER = 0.1;

/** The mean gap between the items of a document, by their dates; undefined with fewer than two. */
function gapOf(polled: Polled, now: Date): number | undefined {
  if (polled.kind !== "fresh") return undefined;
  const times = polled.drafts.flatMap(({ published }) => (published && published <= now ? published.getTime() : []));
  const [newest, oldest] = [Math.max(...times), Math.min(...times)];
  if (times.length < 2 || newest === oldest) return undefined;
  // A feed that fell silent has a gap at least as long as its silence.
  return Math.max((newest - oldest) / (times.length - 1), (now.getTime() - newest) / times.length);
}

function meanGap(old: number | undefined, newest: number | undefined): number | undefined {
  if (old === undefined || newest === undefined) return newest ?? old;
  return Math.round(old * (1 - NEWEST_WEIGHT) + newest * NEWEST_WEIGHT);
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}

function baseInterval(gapMs: number | undefined, { limits, boost, pushed }: Context): number {
  const { min, max } = boost && !pushed ? BOOSTED_MINUTES : { min: limits.minMinutes, max: limits.maxMinutes };
  const interval = clamp((gapMs ?? 0) / POLLS_PER_GAP, min * MINUTE_MS, max * MINUTE_MS);
  return pushed ? interval * PUSHED_FACTOR : interval;
}

/** The shortest interval that the feed and its server ask for. Most answers have no document: its wishes still hold. */
function hintOf(polled: Success, { minIntervalMs = 0, skips }: Asks, now: Date): number {
  return Math.max(polled.minIntervalMs ?? 0, minIntervalMs, skips ? skippedMs(skips, now) : 0);
}

/** As far as it is believed. */
function believed(hintMs: number, boost: boolean): number {
  return Math.min(hintMs, (boost ? MAX_HINT_MINUTES_BOOSTED : MAX_HINT_MINUTES) * MINUTE_MS);
}

/** `random` spreads an interval by ten percent to both sides; a wait that was asked for (`least`) is only lengthened. */
function after(ms: number, { now, random }: Context, least: number): Date {
  const spread = ms * (1 - JITTER + 2 * JITTER * random);
  return new Date(now.getTime() + Math.round(Math.max(spread, least)));
}

type Success = Extract<Polled, { kind: "fresh" | "unchanged" }>;

/** Whether the server gave a validator, and answered the last one as it should. */
function answersConditionally(polled: Success, { etag, lastModified }: Validators): boolean {
  return (etag ?? lastModified) !== undefined && !(polled.kind === "unchanged" && polled.sentWhole);
}

function succeeded(feed: Feed, polled: Success, given: Context): FeedState {
  const { etag, lastModified, bodyHash, gapMs: oldGap } = feed.state;
  const kept = { ...(etag && { etag }), ...(lastModified && { lastModified }), ...(bodyHash && { bodyHash }) };
  const validators: Validators = polled.validators ?? kept;
  const context = { ...given, boost: given.boost === true && answersConditionally(polled, validators) };
  const etagMisses = (feed.state.etagMisses ?? 0) + (polled.kind === "unchanged" && polled.sentWhole && etag ? 1 : 0);
  const gapMs = meanGap(oldGap, gapOf(polled, context.now));
  const asks = polled.kind === "fresh" ? polled.asks : feed.state.asks;
  const hintMs = hintOf(polled, asks ?? {}, context.now);
  const hint = believed(hintMs, context.boost);
  return {
    ...(validators.etag && { etag: validators.etag }),
    ...(validators.lastModified && { lastModified: validators.lastModified }),
    ...(validators.bodyHash && { bodyHash: validators.bodyHash }),
    ...(gapMs && { gapMs }),
    nextPollAt: after(Math.max(baseInterval(gapMs, context), hint), context, hint),
    failures: 0,
    lastSuccessAt: context.now,
    ...placeAfter(feed.state, polled.movedTo, context.now),
    ...(etagMisses > 0 && { etagMisses }),
    ...(asks && { asks }),
    ...(hintMs > 0 && { hintMs }),
  };
}

function failed({ state }: Feed, polled: Extract<Polled, { kind: "failed" }>, context: Context): FeedState {
  const failures = state.failures + 1;
  const backOff = Math.min(
    baseInterval(state.gapMs, { ...context, boost: false }) * 2 ** Math.min(failures, 12),
    DAY_MS,
  );
  const asked = polled.retryAfterMs ?? 0;
  const failingSince = state.failingSince ?? context.now;
  // Managers hear of it after a day: the wait that would pass over that moment ends there.
  const untilADay = failingSince.getTime() + DAY_MS - context.now.getTime();
  const isLast = untilADay > 0 && untilADay <= backOff;
  const { address: _, moved: __, ...rest } = state;
  return {
    ...rest,
    ...placeAfterFailure(state, failures),
    nextPollAt: isLast
      ? new Date(context.now.getTime() + Math.max(untilADay, asked))
      : after(Math.max(backOff, asked), context, asked),
    failures,
    failingSince,
    lastError: polled.reason,
  };
}

/**
 * A feed's state after a poll. A feed that answers is asked again after a quarter of its usual gap between items,
 * within the limits, not before it asks for; one that fails after twice the wait each time, up to a day, and never
 * before its server's Retry-After; one that is gone not at all.
 */
export function nextState(feed: Feed, polled: Polled, context: Context): FeedState {
  switch (polled.kind) {
    case "fresh":
    case "unchanged":
      return succeeded(feed, polled, context);
    case "failed":
      return failed(feed, polled, context);
    case "gone":
      return {
        ...failed(feed, { kind: "failed", reason: polled.reason }, context),
        disabledReason: polled.reason,
      };
  }
}

/**
 * When a feed is asked next once a story of its own turns loud: as soon as it would be, had it been boosted before.
 * Undefined for one whose server gives no validator, since each look would be a whole document.
 */
export function boostedPollAt({ state }: Feed, now: Date): Date | undefined {
  if ((state.etag ?? state.lastModified) === undefined) return undefined;
  const { min, max } = BOOSTED_MINUTES;
  const interval = clamp((state.gapMs ?? 0) / POLLS_PER_GAP, min * MINUTE_MS, max * MINUTE_MS);
  const wait = Math.max(interval, believed(state.hintMs ?? 0, true));
  return new Date(Math.max(now.getTime(), (state.lastSuccessAt?.getTime() ?? 0) + wait));
}
