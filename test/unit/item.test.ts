import { expect, test } from "vitest";
import { articleOf, type Item } from "../../src/model/item.ts";

function item(published: string, timezone?: string): Item {
  return {
    id: "1",
    feed: "f",
    key: "k",
    title: "Ferry sinks",
    text: "",
    contentHash: "h",
    outlet: { name: "Harbour News" },
    published: new Date(published),
    firstSeen: new Date(published),
    revision: 1,
    baseline: false,
    ...(timezone === undefined ? {} : { timezone }),
  };
}

test.each([
  ["Asia/Kolkata", "2024-03-20T00:40:00+05:30"],
  ["America/New_York", "2024-03-19T15:10:00-04:00"],
  ["UTC", "2024-03-19T19:10:00+00:00"],
])("an article's time begins with the calendar day of its outlet in %s", (timezone, local) => {
  const { published = "" } = articleOf(item("2024-03-19T19:10:00.000Z", timezone));
  expect(published).toBe(local);
  expect(Date.parse(published)).toBe(Date.parse("2024-03-19T19:10:00Z"));
});

test("without a zone the day is that of UTC", () => {
  expect(articleOf(item("2024-03-19T19:10:00.000Z")).published).toBe("2024-03-19T19:10:00.000Z");
});
