import { expect, test } from "vitest";
import { toDrafts } from "../../src/feeds/document/draft.ts";
import { parseFeed } from "../../src/feeds/document/parse.ts";
import { readFeed } from "../../src/feeds/document/read-feed.ts";
import { nextState } from "../../src/feeds/schedule.ts";
import { feedAt, rss } from "../fakes/feeds/feed.ts";

const ITEM = "<item><title>A</title></item>";

/** What a feed with that in its head asks for as the shortest interval, read at that time. */
async function askedFor(head: string, now: string): Promise<number | undefined> {
  const bytes = Buffer.from(`<rss version="2.0"><channel>${head}${ITEM}</channel></rss>`);
  const at = { feed: feedAt("https://a.example/"), now: new Date(now) };
  const read = await readFeed({ bytes, url: "https://a.example/", ...at });
  const polled = { kind: "fresh" as const, drafts: [], validators: {}, ...(read.kind === "read" && read) };
  const context = { now: at.now, limits: { minMinutes: 5, maxMinutes: 30 }, random: 0.5 };
  const state = nextState(at.feed, { ...polled, kind: "fresh" }, context);
  // What was asked for once still holds when the server says, an hour later, that nothing changed.
  const later = nextState({ ...at.feed, state }, { kind: "unchanged" }, context);
  expect(later.hintMs).toBe(state.hintMs);
  return state.hintMs;
}

const NIGHT = "<skipHours><hour>1</hour><hour>2</hour><hour>24</hour></skipHours>";

test.each([
  [NIGHT, "2025-05-10T00:30:00Z", 150],
  [NIGHT, "2025-05-10T02:59:00Z", 1],
  [NIGHT, "2025-05-10T03:00:00Z", undefined],
  ["<skipDays><day>Saturday</day><day>sunday</day></skipDays>", "2025-05-10T12:00:00Z", 36 * 60],
  ["<skipDays><day>Saturday</day></skipDays><skipHours><hour>0</hour></skipHours>", "2025-05-10T23:00:00Z", 120],
  ["<ttl>15</ttl><skipHours><hour>12</hour></skipHours>", "2025-05-10T12:50:00Z", 15],
  ["<skipHours><hour>noon</hour></skipHours><skipDays><day>never</day></skipDays>", "2025-05-10T12:00:00Z", undefined],
  [
    `<skipHours>${Array.from({ length: 24 }, (_, hour) => `<hour>${hour}</hour>`).join("")}</skipHours>`,
    "2025-05-10T12:00:00Z",
    undefined,
  ],
])("%s at %s asks for %s minutes", async (head, now, minutes) => {
  expect(await askedFor(head, now)).toBe(minutes === undefined ? undefined : minutes * 60_000);
});

test("the page behind a distributor's link is the one that is shown and compared", async () => {
  const item = `<title>A</title><link>https://feedproxy.example/~r/1</link>
    <f:origLink xmlns:f="http://rssnamespace.org/feedburner/ext/1.0">https://www.desk.example/a?utm_source=x</f:origLink>`;
  const document = await parseFeed(Buffer.from(rss(item)));
  expect(document.entries[0]?.url).toBe("https://feedproxy.example/~r/1");
  const [draft] = toDrafts(document, { feed: feedAt("x"), now: new Date("2025-05-10T12:00:00Z") });
  expect(draft).toMatchObject({
    url: "https://www.desk.example/a?utm_source=x",
    canonicalUrl: "https://desk.example/a",
  });
});
