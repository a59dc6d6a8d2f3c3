import { expect, test } from "vitest";
import { boostedPollAt, nextState } from "../../src/feeds/schedule.ts";
import type { Polled } from "../../src/feeds/source.ts";
import type { FeedState } from "../../src/model/feed.ts";
import type { Draft } from "../../src/model/item.ts";
import { feedAt } from "../fakes/feeds/feed.ts";

const NOW = new Date("2025-05-10T12:00:00Z");
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const LIMITS = { minMinutes: 5, maxMinutes: 30 };
/** In the middle: no jitter. */
const CONTEXT = { now: NOW, limits: LIMITS, random: 0.5 };

/** A fresh answer whose items are so many minutes old. */
function fresh(agesInMinutes: readonly number[], minIntervalMs?: number): Extract<Polled, { kind: "fresh" }> {
  const drafts: Draft[] = agesInMinutes.map((age) => ({
    key: String(age),
    title: "t",
    text: "",
    contentHash: "",
    published: new Date(NOW.getTime() - age * MINUTE),
  }));
  return { kind: "fresh", drafts, validators: {}, ...(minIntervalMs && { minIntervalMs }) };
}

function after(polled: Polled, state: Partial<FeedState> = {}, context: Partial<Parameters<typeof nextState>[2]> = {}) {
  return nextState(feedAt("https://desk.example/feed", state), polled, { ...CONTEXT, ...context });
}

function minutesUntilNext(...args: Parameters<typeof after>): number {
  return (after(...args).nextPollAt.getTime() - NOW.getTime()) / MINUTE;
}

test("a feed is asked four times in its usual gap", () => {
  expect(minutesUntilNext(fresh([0, 60, 120, 180]))).toBe(15);
});

test("a busy feed is not asked more often, a quiet one not more seldom than the limits", () => {
  expect(minutesUntilNext(fresh([0, 1, 2, 3]))).toBe(5);
  expect(minutesUntilNext(fresh([0, 5000, 10_000]))).toBe(30);
});

test("a feed that fell silent is asked more seldom", () => {
  expect(minutesUntilNext(fresh([200, 201]))).toBe(25);
});

test("a new gap moves the mean by a part", () => {
  expect(after(fresh([0, 60, 120]), { gapMs: 20 * MINUTE }).gapMs).toBe(32 * MINUTE);
});

test("an answer without news keeps the mean", () => {
  expect(after({ kind: "unchanged" }, { gapMs: 40 * MINUTE }).gapMs).toBe(40 * MINUTE);
  expect(minutesUntilNext({ kind: "unchanged" }, { gapMs: 40 * MINUTE })).toBe(10);
});

test("items dated in the future do not count", () => {
  expect(after(fresh([-600, 0, 60])).gapMs).toBe(60 * MINUTE);
});

test.each([
  ["within reason", 45 * MINUTE, 45],
  ["for a year", 365 * DAY, 60],
  ["less than the interval", MINUTE, 5],
])("what the feed asks for is a minimum: %s", (_, asked, minutes) => {
  expect(minutesUntilNext(fresh([0, 1, 2], asked))).toBe(minutes);
});

const VALIDATORS = { etag: '"a"' };

test("while a story moves, a feed is asked every two to five minutes, and is believed less", () => {
  expect(minutesUntilNext({ ...fresh([0, 1, 2]), validators: VALIDATORS }, {}, { boost: true })).toBe(2);
  expect(minutesUntilNext({ ...fresh([0, 600]), validators: VALIDATORS }, {}, { boost: true })).toBe(5);
  expect(minutesUntilNext({ ...fresh([0, 1, 2], DAY), validators: VALIDATORS }, {}, { boost: true })).toBe(15);
});

test("a feed that does not answer conditionally is asked no more often while a story moves", () => {
  expect(minutesUntilNext(fresh([0, 1, 2]), {}, { boost: true })).toBe(5);
  const whole: Polled = { kind: "unchanged", validators: VALIDATORS, sentWhole: true };
  expect(minutesUntilNext(whole, { gapMs: MINUTE }, { boost: true })).toBe(5);
  expect(minutesUntilNext({ kind: "unchanged" }, { ...VALIDATORS, gapMs: MINUTE }, { boost: true })).toBe(2);
});

test("intervals drift by a tenth to both sides", () => {
  expect(minutesUntilNext(fresh([0, 40]), {}, { random: 0 })).toBeCloseTo(9);
  expect(minutesUntilNext(fresh([0, 40]), {}, { random: 0.999 })).toBeCloseTo(11, 1);
});

test("validators are kept as sent, and one that a whole answer lacks is dropped", () => {
  const state = { etag: '"old"', lastModified: "Fri, 09 May 2025 00:00:00 GMT", bodyHash: "h" };
  const etag = 'W/"né w"';
  const changed = after({ kind: "fresh", drafts: [], validators: { etag, bodyHash: "i" } }, state);
  expect([changed.etag, changed.lastModified, changed.bodyHash]).toEqual([etag, undefined, "i"]);
  expect(after({ kind: "unchanged" }, state)).toMatchObject(state);
});

test("success forgets earlier failures", () => {
  const failing = { failures: 4, failingSince: new Date(0), lastError: "the server answered 500" };
  const state = after(fresh([]), failing);
  expect(state).toMatchObject({ failures: 0, lastSuccessAt: NOW });
  expect([state.failingSince, state.lastError]).toEqual([undefined, undefined]);
});

test("a failing feed is asked half as often each time, once a day at the least", () => {
  const waits = [0, 1, 2, 3, 20].map((failures) =>
    minutesUntilNext({ kind: "failed", reason: "the server answered 404" }, { failures }),
  );
  expect(waits).toEqual([10, 20, 40, 80, 1440]);
});

test("a failure keeps validators and the time since when the feed fails", () => {
  const since = new Date("2025-05-09T00:00:00Z");
  const state = { etag: '"a"', failures: 1, failingSince: since, gapMs: MINUTE, lastSuccessAt: since };
  expect(after({ kind: "failed", reason: "no" }, state)).toMatchObject({ ...state, failures: 2, lastError: "no" });
  expect(after({ kind: "failed", reason: "no" }).failingSince).toEqual(NOW);
});

test.each([[0], [0.5], [0.999]])("Retry-After is never cut short by jitter (%d)", (random) => {
  const polled: Polled = { kind: "failed", reason: "busy", retryAfterMs: 120 * MINUTE, busyHost: "news.example" };
  expect(minutesUntilNext(polled, {}, { random })).toBeGreaterThanOrEqual(120);
});

test("a feed that is gone is disabled, with the reason", () => {
  expect(after({ kind: "gone", reason: "the server answered 410" }).disabledReason).toBe("the server answered 410");
});

test("the wait that would pass over a day of failure ends there, whatever the jitter", () => {
  const failing = { failures: 7, failingSince: new Date(NOW.getTime() - 20 * 60 * MINUTE) };
  const failed: Polled = { kind: "failed", reason: "the server answered 500" };
  expect(minutesUntilNext(failed, failing)).toBe(240);
  expect(minutesUntilNext(failed, failing, { random: 0 })).toBe(240);
  const over = { ...failing, failingSince: new Date(NOW.getTime() - DAY) };
  expect(minutesUntilNext(failed, over)).toBe(1280);
});

const HOUR = 60 * MINUTE;
const NEW = "https://new.example/feed";

/** The feed's state after answers that came so many hours apart by way of these permanent redirects. */
function redirected(...answers: readonly { hours: number; to?: string; failed?: true }[]): FeedState {
  let state: FeedState = { nextPollAt: NOW, failures: 0 };
  let now = NOW.getTime();
  for (const { hours, to, failed } of answers) {
    now += hours * HOUR;
    const polled: Polled = failed
      ? { kind: "failed", reason: "the server answered 404" }
      : { kind: "unchanged", ...(to && { movedTo: to }) };
    state = after(polled, state, { now: new Date(now) });
  }
  return state;
}

test("a permanent redirect is believed when it was told three times, over a day", () => {
  const often = Array.from({ length: 9 }, () => ({ hours: 1, to: NEW }));
  expect(redirected(...often)).toMatchObject({ moved: { to: NEW, count: 9 } });
  expect(redirected(...often).address).toBeUndefined();
  expect(redirected({ hours: 0, to: NEW }, { hours: 25, to: NEW }).address).toBeUndefined();
  const believed = redirected({ hours: 0, to: NEW }, { hours: 12, to: NEW }, { hours: 12, to: NEW });
  expect(believed).toMatchObject({ address: NEW });
  expect(believed.moved).toBeUndefined();
});

test("a redirect that changes or stops is not believed", () => {
  const other = "https://other.example/feed";
  const mixed = redirected({ hours: 0, to: NEW }, { hours: 20, to: other }, { hours: 20, to: NEW });
  expect(mixed).toMatchObject({ moved: { to: NEW, count: 1 } });
  expect(redirected({ hours: 0, to: NEW }, { hours: 20 }, { hours: 20, to: NEW })).toMatchObject({
    moved: { count: 1 },
  });
});

test("a feed that fails three times at its new address is read at the old one again", () => {
  const moved = [0, 12, 12].map((hours) => ({ hours, to: NEW }));
  const fails = (count: number) => Array.from({ length: count }, () => ({ hours: 1, failed: true as const }));
  expect(redirected(...moved, ...fails(2)).address).toBe(NEW);
  expect(redirected(...moved, ...fails(3)).address).toBeUndefined();
  expect(redirected(...moved, { hours: 1 }).address).toBe(NEW);
});

test("answers that ignore the server's own ETag are counted", () => {
  const whole: Polled = { kind: "unchanged", validators: { etag: '"a"' }, sentWhole: true };
  expect(after(whole, { etag: '"a"', etagMisses: 2 }).etagMisses).toBe(3);
  expect(after({ kind: "unchanged" }, { etag: '"a"', etagMisses: 2 }).etagMisses).toBe(2);
  expect(after(whole, {}).etagMisses).toBeUndefined();
});

test.each([
  ["in its boosted rhythm", { gapMs: 12 * MINUTE, lastSuccessAt: NOW }, 3],
  ["at once when it was not asked for longer", { lastSuccessAt: new Date(NOW.getTime() - 20 * MINUTE) }, 0],
  ["not before its server's wish", { lastSuccessAt: NOW, hintMs: 10 * MINUTE }, 10],
  ["believed up to a quarter of an hour", { lastSuccessAt: NOW, hintMs: DAY }, 15],
])("a feed whose story turns loud is asked %s", (_, state, minutes) => {
  const feed = feedAt("https://desk.example/feed", { ...VALIDATORS, ...state });
  expect(boostedPollAt(feed, NOW)).toEqual(new Date(NOW.getTime() + minutes * MINUTE));
});

test("a feed whose server gives no validator is not hastened", () => {
  expect(boostedPollAt(feedAt("https://desk.example/feed", { lastSuccessAt: NOW }), NOW)).toBeUndefined();
});
