import { type Card, card, plain, type Reply, type Text } from "../model/card.ts";

/** A reply of one card, to the asker alone. */
export function toAsker(shown: Card): Reply {
  return { visibility: "private", cards: [shown] };
}

/** A reply of one card that the channel may see. */
export function toChannel(shown: Card): Reply {
  return { visibility: "shared", cards: [shown] };
}

/** What went wrong, in plain words, and the one next step; to the asker alone. */
export function problem(code: string, what: string, next: string): Reply {
  return {
    visibility: "private",
    cards: [card({ kind: "error", title: what, lead: plain(next) })],
    problem: { code, what, next },
  };
}

/** An empty result: what was searched, and the nearest that there is. */
export function nothing(what: string, nearest: readonly Text[]): Reply {
  const rows = nearest.map((text) => ({ text }));
  const lead = plain(rows.length > 0 ? "The nearest there is:" : "Try fewer or other words.");
  return toAsker(card({ kind: "list", title: what, lead, rows }));
}

/** Done: what changed. */
export function done(title: string, lead?: string): Reply {
  return toAsker(card({ kind: "status", title, ...(lead === undefined ? {} : { lead: plain(lead) }) }));
}
