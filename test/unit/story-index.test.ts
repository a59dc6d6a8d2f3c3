import fc from "fast-check";
import { expect, test } from "vitest";
import { NO_FINDINGS } from "../../src/analyse/no-findings.ts";
import type { StoryIndex } from "../../src/analyse/stories/stories.ts";
import { createStoryIndex } from "../../src/analyse/stories/story-index.ts";
import type { Article } from "../../src/model/article.ts";
import type { Findings } from "../../src/model/findings.ts";

const BRIDGE =
  "A span of the Vltavna bridge collapsed under a goods train near Istow on Sunday and eleven people were killed. Divers " +
  "searched the river for two wagons. The railway office had ordered repairs in spring, but work had not begun.";
const HARVEST =
  "Farmers in the Plains of Ottok expect the poorest wheat crop for thirty years. Grain traders in Szohod bought abroad, " +
  "and bakers asked the government to lift the duty on flour before winter.";

function article(id: string, title: string, text = title, published = "2026-03-01T10:00:00Z"): Article {
  return { id, title, text, published };
}

function place(index: StoryIndex, one: Article, findings = NO_FINDINGS) {
  return index.place(one, findings);
}

test("a copy joins the story of its original and says what it repeats", () => {
  const index = createStoryIndex();
  const first = place(index, article("a", "Bridge collapses under train", BRIDGE));
  const copy = place(index, article("b", "Eleven dead at Istow", `ISTOW (Northgate Press) - ${BRIDGE}`));
  expect(first).toEqual({ story: first.story, merged: [] });
  expect(copy).toEqual({ story: first.story, merged: [], duplicateOf: "a", because: "repeats an earlier text" });
});

test("the label of a story comes from its first item alone", () => {
  const label = () => place(createStoryIndex(), article("a", "Bridge collapses", BRIDGE)).story;
  expect(label()).toMatch(/^[0-9a-z]{12}$/);
  expect(label()).toBe(label());
  expect(place(createStoryIndex(), article("b", "Bridge collapses", BRIDGE)).story).not.toBe(label());
});

test("another event begins a story of its own", () => {
  const index = createStoryIndex();
  const bridge = place(index, article("a", "Bridge collapses under train", BRIDGE));
  const harvest = place(index, article("b", "Poorest wheat crop for thirty years", HARVEST));
  expect(harvest.story).not.toBe(bridge.story);
  expect(harvest.because).toBeUndefined();
});

test("a report in other words joins, and the shared words are the reason", () => {
  const index = createStoryIndex();
  const first = place(index, article("a", "Bridge collapses under train near Istow", BRIDGE));
  const second = place(
    index,
    article(
      "b",
      "Divers look for wagons after Vltavna bridge disaster",
      "The train fell at Istow. Repairs were overdue.",
    ),
  );
  expect(second.story).toBe(first.story);
  expect(second.because).toMatch(/^shares .*Istow.* \(similarity 0\.\d\d\)$/);
});

test("a correction keeps its story and does not repeat itself", () => {
  const index = createStoryIndex();
  const first = place(index, article("a", "Bridge collapses under train", BRIDGE));
  const corrected = place(index, article("a", "Correction: Bridge collapses", BRIDGE.replace("eleven", "nine")));
  expect(corrected).toEqual({ story: first.story, merged: [] });
});

test("a correction that tells something else still keeps its story", () => {
  const index = createStoryIndex();
  const first = place(index, article("a", "Bridge collapses under train", BRIDGE));
  place(index, article("b", "Poorest wheat crop", HARVEST));
  expect(place(index, article("a", "Poorest wheat crop for thirty years", HARVEST)).story).toBe(first.story);
});

test("an item that fits two young stories makes one of them, and the older name stays", () => {
  const index = createStoryIndex();
  const one = place(index, article("a", "Vltavna bridge near Istow gives way in heavy rain"));
  const two = place(index, article("b", "Goods train plunges into river at Istow, driver missing"));
  const both = place(index, article("c", "Vltavna bridge gives way, goods train plunges into river"));
  expect(two.story).not.toBe(one.story);
  expect(both).toMatchObject({ story: one.story, merged: [two.story] });
  expect(place(index, article("b", "Goods train plunges into river at Istow, driver missing")).story).toBe(one.story);
});

/** An early report takes two explosions for one; the later ones know better. */
const TWO_EXPLOSIONS = [
  article(
    "first",
    "Explosions in Klow and Istow shake Syldavia before dawn",
    "Residents of Klow saw flames over the harbour, and people in Istow heard a bang at the railway yard.",
  ),
  article(
    "flames",
    "Flames over Klow harbour after explosion",
    "Residents saw flames over the grain harbour of Klow before dawn.",
  ),
  article(
    "dockers",
    "Grain elevator explosion kills four dockers in Klow harbour",
    "Dust caught fire in the elevator of the Klow harbour, the port authority said; four dockers died.",
  ),
  article(
    "wagon",
    "Railway yard bomb at Istow wounds signalman",
    "A bomb under a wagon wounded a signalman at the Istow railway yard, the railway police said.",
  ),
  article(
    "search",
    "Istow railway police look for man who put bomb under wagon",
    "The railway police at Istow seek a man seen near the wagon where the bomb lay; the signalman is in hospital.",
  ),
  article(
    "recovery",
    "Signalman recovering after Istow wagon bomb",
    "The signalman wounded by the bomb at the Istow railway yard is out of danger, the railway police said.",
  ),
];

test("a story that turns out to be two is taken apart, and the larger part keeps its name", () => {
  const index = createStoryIndex();
  const placed = TWO_EXPLOSIONS.map((one) => place(index, one));
  const [first] = placed;
  expect(placed.map(({ story }) => story)).toEqual(placed.map(() => first?.story));
  expect(placed.at(-1)?.split).toEqual({
    from: first?.story,
    into: expect.stringMatching(/^[0-9a-z]{12}$/),
    items: ["flames", "dockers"],
  });
  const into = placed.at(-1)?.split?.into;
  expect(into).not.toBe(first?.story);
  expect(place(index, article("fire", "Klow harbour counts loss after grain elevator fire")).story).toBe(into);
  expect(place(index, article("dockers", "Four dockers dead in Klow")).story).toBe(into);
});

test("an index that was restored takes a story apart as the first one does", () => {
  const first = createStoryIndex();
  const before = TWO_EXPLOSIONS.slice(0, -1);
  const stories = before.map((one) => place(first, one).story);
  const second = createStoryIndex();
  before.forEach((one, at) => void second.restore(one, NO_FINDINGS, stories[at] ?? ""));
  const last = TWO_EXPLOSIONS.slice(-1);
  expect(last.map((one) => place(second, one))).toEqual(last.map((one) => place(first, one)));
});

test("reports of one event in many words are not taken apart", () => {
  const index = createStoryIndex();
  const reports = [
    "Bridge collapses under train near Istow",
    "Vltavna bridge gives way, eleven dead",
    "Goods train falls from bridge at Istow",
    "Divers search Vltavna for wagons of goods train",
    "Railway office had planned repairs of Vltavna bridge",
    "Eleven killed as Istow bridge collapses",
  ];
  const placed = reports.map((title, at) => place(index, article(String(at), title, BRIDGE.slice(at * 20))));
  expect(placed.filter(({ split }) => split !== undefined)).toEqual([]);
});

test("what is done days later about the same people and places is a story that follows the first", () => {
  const index = createStoryIndex();
  const first = place(index, article("a", "Bridge collapses under train near Istow", BRIDGE));
  place(index, article("b", "Vltavna bridge near Istow gives way, eleven dead", BRIDGE.slice(10)));
  const later = place(
    index,
    article(
      "c",
      "Railway office chief resigns over Vltavna bridge",
      "The head of the railway office gave up his post, since repairs of the Vltavna bridge near Istow had not begun when it collapsed.",
      "2026-03-06T10:00:00Z",
    ),
  );
  expect(later.story).not.toBe(first.story);
  expect(later.follows).toEqual({ story: first.story, because: expect.stringContaining("Vltavna") });
  const other = place(index, article("d", "Poorest wheat crop", HARVEST, "2026-03-06T11:00:00Z"));
  expect(other.follows).toBeUndefined();
});

test("a story older than the window is not joined", () => {
  const index = createStoryIndex({ windowDays: 2 });
  const first = place(index, article("a", "Bridge collapses under train", BRIDGE));
  for (let day = 4; day < 24; day++)
    place(
      index,
      article(`h${day}`, `Notice ${day}`, `Tender ${day} closes.`, `2026-03-${String(day).padStart(2, "0")}`),
    );
  const late = place(index, article("b", "Bridge collapses under train", BRIDGE, "2026-03-24T10:00:00Z"));
  expect(late.story).not.toBe(first.story);
  expect(late.duplicateOf).toBeUndefined();
});

test("one item from the far future does not empty the window", () => {
  const index = createStoryIndex();
  const first = place(index, article("a", "Bridge collapses under train", BRIDGE));
  place(index, article("odd", "Calendar of the club", "The club meets.", "2199-01-01T00:00:00Z"));
  expect(place(index, article("b", "Bridge collapses", BRIDGE)).story).toBe(first.story);
});

test("items without a date are taken in order of arrival", () => {
  const index = createStoryIndex();
  const first = place(index, { id: "a", title: "Bridge collapses", text: BRIDGE });
  const second = place(index, { id: "b", text: BRIDGE, published: "last Sunday" });
  expect(second).toMatchObject({ story: first.story, duplicateOf: "a" });
});

test("what the analysers know under one id joins reports in two languages", () => {
  const named = (text: string): Findings => ({
    ...NO_FINDINGS,
    actors: [{ start: 0, end: text.length, text, kind: "person", name: "Anna Kray", actor: "anna-kray" }],
    events: [
      {
        start: 0,
        end: 1,
        precision: "by",
        basis: "publication",
        type: "fight",
        status: "stated",
        title: text,
        name: "Operation Heron",
      },
    ],
  });
  const index = createStoryIndex();
  const english = place(index, article("a", "Kray announces Operation Heron"), named("Kray"));
  const greek = place(index, article("b", "Η Κράι ανακοίνωσε την επιχείρηση Ερωδιός"), named("Κράι"));
  const plain = place(createStoryIndex(), article("b", "Η Κράι ανακοίνωσε την επιχείρηση Ερωδιός"));
  expect(greek.story).toBe(english.story);
  expect(plain.story).not.toBe(english.story);
});

test("an index that was restored places what follows as the first one does", () => {
  const news = [
    article("a", "Bridge collapses under train near Istow", BRIDGE),
    article("b", "Poorest wheat crop for thirty years", HARVEST),
    article("c", "Eleven dead at Istow", `ISTOW (Northgate Press) - ${BRIDGE}`),
    article("d", "Divers look for wagons after Vltavna bridge disaster", "The train fell at Istow."),
    article("e", "Bakers want duty on flour lifted as wheat crop fails", "Szohod grain traders bought abroad."),
    article("b", "Poorest wheat crop for forty years", HARVEST),
  ];
  const next = [
    article("f", "Railway office blamed for Vltavna bridge collapse", "Eleven people died at Istow."),
    article("g", "Flour dearer in Szohod after poor wheat crop", HARVEST.slice(0, 120)),
    article("h", "Chess master retires"),
    article("c", "Eleven dead at Istow", BRIDGE),
  ];
  const first = createStoryIndex();
  const stories = news.map((one) => place(first, one).story);
  const second = createStoryIndex();
  news.forEach((one, at) => void second.restore(one, NO_FINDINGS, stories[at] ?? ""));
  expect(next.map((one) => place(second, one))).toEqual(next.map((one) => place(first, one)));
});

test("no article makes it throw, each gets a story, and repeats name an earlier item", () => {
  const odd = fc.record(
    {
      title: fc.string({ unit: "grapheme" }),
      text: fc.oneof(fc.string({ unit: "grapheme" }), fc.lorem({ mode: "sentences", maxCount: 5 })),
      published: fc.oneof(
        fc.string(),
        fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      ),
    },
    { requiredKeys: ["text"] },
  );
  fc.assert(
    fc.property(fc.array(odd, { maxLength: 12 }), (articles) => {
      const index = createStoryIndex();
      const known = new Set<string>();
      articles.forEach((one, at) => {
        const id = String(at % 9);
        const { story, duplicateOf } = place(index, { ...one, id });
        expect(story).toMatch(/^[0-9a-z]{12}$/);
        expect(duplicateOf === undefined || (known.has(duplicateOf) && duplicateOf !== id)).toBe(true);
        known.add(id);
      });
    }),
  );
});
