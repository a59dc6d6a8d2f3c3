import { z } from "zod";
import { cardWords, rewordedCard } from "../cards/reworded.ts";
import type { Clock } from "../lib/clock.ts";
import type { Log } from "../lib/log.ts";
import { shortId } from "../lib/short-id.ts";
import type { Card } from "../model/card.ts";
import { createBreaker } from "../rewriting/breaker.ts";
import { checkedWording } from "../rewriting/checked-wording.ts";
import type { Rewriter } from "../rewriting/rewriter.ts";
import type { Store } from "../store/store.ts";
import type { Metrics } from "./metrics.ts";

export type RewordParts = {
  readonly rewriter: Rewriter;
  readonly callsPerDay: number;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
};

/** Rewords the cards of stories, after they were posted. Nothing waits for it, and nothing is missed without it. */
export type Reworder = {
  /** The card in the words found for it; the card itself while there are none, and then they are looked for. */
  shown(story: { readonly id: string; readonly revision: number }, card: Card): Promise<Card>;
  /** Rewords what was shown since, and has it shown once more. Gives how many were reworded. */
  run(signal: AbortSignal): Promise<number>;
};

/** Wishes beyond this are forgotten: the next change of their stories brings them back. */
const MOST_WISHES = 200;

const keptSchema = z.object({ headline: z.string(), sentences: z.array(z.string()).readonly() }).nullable();

type Wish = { readonly story: string; readonly key: string; readonly card: Card };

/** What became of a wish: all but "later" is remembered, so that it is not paid for twice. */
type Result = "kept" | "rejected" | "failed" | "later";

export function createReworder({ rewriter, callsPerDay, store, clock, log, metrics }: RewordParts): Reworder {
  const { marks, posts } = store;
  const wishes = new Map<string, Wish>();
  const toRedraw = new Set<string>();
  const breaker = createBreaker(() => clock.now());
  const dayMark = () => `rewriting-calls:${clock.now().toISOString().slice(0, 10)}`;

  /** Takes one call from today's budget; false when it is used up. Several processes may overdraw it a little. */
  const takeCall = async (): Promise<boolean> => {
    const used = Number((await marks.get(dayMark())) ?? 0);
    if (used >= callsPerDay) return false;
    await marks.set(dayMark(), String(used + 1), clock.now());
    return true;
  };

  /** Null: it was tried, and nothing was found that may be shown. */
  const known = async (key: string) => {
    const value = await marks.get(key);
    return value === undefined ? undefined : keptSchema.parse(JSON.parse(value));
  };
  const remember = (key: string, wording: z.infer<typeof keptSchema>) =>
    marks.set(key, JSON.stringify(wording), clock.now());

  const reword = async ({ card, key, story }: Wish, signal: AbortSignal): Promise<Result> => {
    if (breaker.isOpen() || !(await takeCall())) return "later";
    const { facts, sentences } = cardWords(card);
    const answer = await rewriter.rewrite(facts, sentences, signal);
    if (answer.kind === "failed") {
      if (signal.aborted) return "later";
      breaker.failed();
      log.warn({ story, reason: answer.reason }, "rewriting.failed");
      return "failed";
    }
    breaker.succeeded();
    const checked = checkedWording(answer.wording, { facts, sentences });
    await remember(key, checked.kind === "kept" ? checked.wording : null);
    if (checked.kind === "kept") return "kept";
    log.warn({ story, reason: checked.reason }, "rewriting.rejected");
    return "rejected";
  };

  const redraw = async (): Promise<void> => {
    // A post that is on its way was drawn before: it is shown once more when it has arrived.
    for (const story of toRedraw) if (await posts.redraw(story, clock.now())) toRedraw.delete(story);
  };

  return {
    shown: async ({ id, revision }, card) => {
      const words = cardWords(card);
      if (card.kind !== "alert" || words.sentences.length < 2) return card;
      const key = `rewriting:${shortId(id, String(revision), rewriter.version, JSON.stringify(words))}`;
      const wording = await known(key);
      if (wording === undefined && wishes.size < MOST_WISHES) wishes.set(key, { story: id, key, card });
      return wording ? rewordedCard(card, wording) : card;
    },
    run: async (signal) => {
      let reworded = 0;
      for (const [key, wish] of wishes) {
        if (signal.aborted) break;
        wishes.delete(key);
        const result = await reword(wish, signal);
        metrics.rewritings.inc({ result });
        if (result !== "kept") continue;
        toRedraw.add(wish.story);
        reworded++;
      }
      await redraw();
      return reworded;
    },
  };
}
