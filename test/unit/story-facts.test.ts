import { expect, test } from "vitest";
import { createAnalyser } from "../../src/analyse/create-analyser.ts";
import { storyFacts } from "../../src/analyse/stories/story-facts.ts";
import { loadWatch } from "../../src/config/load.ts";
import { articleOf, type Item, type ReadItem } from "../../src/model/item.ts";

const watch = await loadWatch("config/watches/india-pakistan-2025.yaml");
const analyser = createAnalyser([watch]);

function report(outlet: string, day: string, text: string): ReadItem {
  const item: Item = {
    id: `${outlet} ${text.slice(0, 20)}`,
    key: text,
    feed: outlet,
    outlet: { name: outlet },
    title: "",
    text,
    contentHash: text,
    published: new Date(`${day}T12:00:00Z`),
    firstSeen: new Date(`${day}T12:00:00Z`),
    revision: 1,
    baseline: false,
  };
  return { ...item, findings: analyser.read(articleOf(item)), story: "s" };
}

const facts = (...items: ReadItem[]) => storyFacts(items, watch.events);
const killed = (...items: ReadItem[]) => facts(...items).tolls.flatMap((row) => row.killed.map(({ count }) => count));

test("people killed in what is only recalled are not those of the story", () => {
  const closed = "India closed the Attari crossing on Thursday, two days after gunmen killed 26 people in Pahalgam.";
  expect(killed(report("Post", "2025-04-24", closed))).toEqual([]);
  expect(killed(report("Post", "2025-05-09", "Shelling killed three people in Poonch on Friday."))).toEqual([3]);
});

test("figures that differ stand side by side", () => {
  const one = report("Post", "2025-05-09", "Shelling killed three people in Poonch on Friday.");
  const two = report("Courier", "2025-05-09", "Shelling killed four people in Poonch on Friday.");
  expect(killed(one, two).toSorted()).toEqual([3, 4]);
});

test("a toll of older days counts when it is what the first sentence tells", () => {
  const said = "Five soldiers were killed along the Line of Control from May 7 to May 10, a general said on Sunday.";
  expect(killed(report("Post", "2025-05-18", said))).toEqual([5]);
});

test("a place counts where something happens, not the people of a country or those who act", () => {
  const text =
    "Turkish drones were found near Bathinda and Udhampur on Friday, India said. Sirens sounded at Srinagar airport.";
  const { where } = facts(report("Post", "2025-05-09", text));
  expect(where.toSorted()).toEqual(["Bathinda", "Srinagar", "Udhampur"]);
});

test("the place of an earlier attack is not where the story is", () => {
  const text = "Troops closed the road in Poonch on Friday, two weeks after gunmen killed 26 people in Pahalgam.";
  expect(facts(report("Post", "2025-05-09", text)).where).toEqual(["Poonch"]);
});
