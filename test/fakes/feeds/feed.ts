import type { Feed, FeedState } from "../../../src/model/feed.ts";

/** A feed for tests, due since long ago. */
export function feedAt(url: string, state: Partial<FeedState> = {}): Feed {
  return {
    id: "feed",
    url,
    outlet: { name: "The Desk" },
    state: { nextPollAt: new Date(0), failures: 0, ...state },
  };
}

/** An RSS document with the given items. */
export function rss(...items: readonly string[]): string {
  const all = items.map((item) => `<item>${item}</item>`).join("");
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>${all}</channel></rss>`;
}
