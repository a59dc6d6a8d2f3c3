import { expect, test } from "vitest";
import { toDrafts } from "../../src/feeds/document/draft.ts";
import type { Entry } from "../../src/model/feed.ts";
import { feedAt } from "../fakes/feeds/feed.ts";

const NOW = new Date("2025-05-10T12:00:00Z");
const FEED = feedAt("https://desk.example/feed");

function entry(parts: Partial<Entry>): Entry {
  return { title: "Talks resume", ...parts };
}

function drafts(...entries: readonly Partial<Entry>[]) {
  return toDrafts({ entries: entries.map(entry) }, { feed: FEED, now: NOW });
}

function draft(parts: Partial<Entry>) {
  return drafts(parts)[0]!;
}

test("a guid that is unique in its document is the identity, whatever else changes", () => {
  const before = draft({ guid: "1", url: "https://desk.example/a", title: "Talks resume" });
  const after = draft({ guid: "1", url: "https://desk.example/b", title: "Talks resume on Monday" });
  expect(after.key).toBe(before.key);
  expect(after.contentHash).not.toBe(before.contentHash);
});

test("the same entry again is the same revision", () => {
  expect(draft({ guid: "1", summary: "<p>Text.</p>" })).toEqual(draft({ guid: "1", summary: "<p>Text.</p>" }));
});

test("entries that share a guid are told apart by their addresses, trackers aside", () => {
  const [a, b] = drafts(
    { guid: "same", url: "https://desk.example/a" },
    { guid: "same", url: "https://desk.example/b" },
  );
  expect(a!.key).not.toBe(b!.key);
  const [again] = drafts(
    { guid: "same", url: "https://www.desk.example/a?utm_source=rss" },
    { guid: "same", url: "https://desk.example/b" },
  );
  expect(again!.key).toBe(a!.key);
});

test("entries that share guid and address are told apart by title and day", () => {
  const home = { guid: "same", url: "https://desk.example/" };
  const [a, b, c] = drafts(
    { ...home, title: "One", published: new Date("2025-05-10T01:00:00Z") },
    { ...home, title: "Two", published: new Date("2025-05-10T01:00:00Z") },
    { ...home, title: "One", published: new Date("2025-05-09T01:00:00Z") },
  );
  expect(new Set([a!.key, b!.key, c!.key]).size).toBe(3);
});

test("an entry with neither guid nor address has an identity", () => {
  expect(draft({ title: "One" }).key).toBe(draft({ title: "One" }).key);
  expect(draft({ title: "One" }).key).not.toBe(draft({ title: "Two" }).key);
});

test.each([
  ["9999-12-31T00:00:00Z", undefined],
  ["1970-01-01T00:00:00Z", undefined],
  ["2025-05-12T12:00:01Z", NOW],
  ["2025-05-11T11:00:00Z", new Date("2025-05-11T11:00:00Z")],
  ["2025-05-10T11:00:00Z", new Date("2025-05-10T11:00:00Z")],
])("an entry dated %s is published at %s", (written, published) => {
  expect(draft({ published: new Date(written) }).published).toEqual(published);
});

test("the longer of content and summary is the text", () => {
  expect(draft({ summary: "<p>Short.</p>", content: "<p>The long text.</p><p>It goes on.</p>" }).text).toBe(
    "The long text.\nIt goes on.",
  );
  expect(draft({ summary: "<p>A full summary of it.</p>", content: "<p>More…</p>" }).text).toBe(
    "A full summary of it.",
  );
});

test("what publishing systems append is left out", () => {
  const summary = "<p>Talks resumed.</p><p>The post Talks resume appeared first on The Desk.</p>";
  expect(draft({ summary }).text).toBe("Talks resumed.");
});

test("a text that only repeats the title is no text", () => {
  expect(draft({ title: "Talks resume", summary: "<b>Talks resume</b>" }).text).toBe("");
});

test("an entry without a title is named by the beginning of its text", () => {
  const { title } = draft({ title: undefined as never, summary: `<p>${"word ".repeat(60)}</p>` });
  expect(title).toMatch(/^(?:word )+word…$/);
  expect(title.length).toBeLessThanOrEqual(121);
});

test("an entry without any words is left out", () => {
  expect(drafts({ title: "<img src=x>", summary: "<img src=y>" })).toEqual([]);
});

test("titles and texts are cut", () => {
  const { title, text } = draft({ title: "t".repeat(1_000_000), summary: "s".repeat(1_000_000) });
  expect([title.length, text.length]).toEqual([500, 100_000]);
});

test("the operator's word on the language goes before the entry's, and that before the feed's", () => {
  const document = { language: "en", entries: [entry({ language: "ur" }), entry({})] };
  const languages = (feed: typeof FEED) => toDrafts(document, { feed, now: NOW }).map(({ language }) => language);
  expect(languages(FEED)).toEqual(["ur", "en"]);
  expect(languages({ ...FEED, language: "hi" })).toEqual(["hi", "hi"]);
});

test("an entry that plainly is in another language than its feed has that one", () => {
  const summary = "<p>Les pourparlers entre les deux pays ont repris lundi matin dans la capitale.</p>";
  const document = { language: "en", entries: [entry({ title: "Les pourparlers reprennent", summary })] };
  expect(toDrafts(document, { feed: FEED, now: NOW })[0]?.language).toBe("fr");
});
