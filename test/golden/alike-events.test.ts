import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Pair, pairs, type Report, storiesOf } from "./story-reader.ts";

/** Reads "DAY TIME EVENT | TITLE | TEXT" a line; the event "-" is one of its own. */
function reportsOf(name: string): Report[] {
  const lines = readFileSync(new URL(`../fixtures/stories/${name}`, import.meta.url), "utf8").split("\n");
  return lines
    .filter((line) => /^\d/.test(line))
    .map((line, number) => {
      const [head = "", title = "", text = ""] = line.split(" | ");
      const [day, time, event = ""] = head.split(" ");
      return { at: `2026-07-0${day}T${time}:00Z`, event: event === "-" ? `- ${number}` : event, title, text };
    });
}

const CRISES = reportsOf("five-crises.txt");
const EVENTS = reportsOf("alike-events.txt");
const PAIRS = pairs(CRISES, storiesOf(CRISES));
const OTHER_PAIRS = pairs(EVENTS, storiesOf(EVENTS));

const glued = (all: readonly Pair[], one: string, other: string) =>
  all.filter(({ events, oneStory }) => oneStory && events.includes(one) && events.includes(other));

test.each([
  ["a quake elsewhere on the same day", "quake", "vanuatu"],
  ["an aftershock of the next day", "quake", "aftershock"],
  ["the money given for a quake", "quake", "donors"],
  ["the strike that answers a strike", "post", "depot"],
  ["a second raid on another village", "market", "second-market"],
  ["two attacks with one toll", "market", "bus"],
  ["two ferries", "ferry", "fire-ferry"],
  ["what becomes of a ferry's owner", "ferry", "owner"],
  ["the breach of a truce", "truce", "breach"],
  ["the welcome of a truce", "truce", "welcome"],
  ["the memory of an old war", "post", "cenepa"],
  ["the memory of an old accident", "fire-ferry", "memorial"],
])("%s is another story", (_, one, other) => {
  expect(glued(PAIRS, one, other)).toEqual([]);
});

test.each([
  ["two trains of one day", "derail-in", "derail-es"],
  ["two trains of neighbouring countries", "derail-in", "derail-pk"],
  ["wildfires in two countries", "fire-gr", "fire-cl"],
  ["two crashes", "plane", "plane-fr"],
])("%s are two stories", (_, one, other) => {
  expect(glued(OTHER_PAIRS, one, other)).toEqual([]);
});

test("most reports of one event meet, and few of two", () => {
  for (const all of [PAIRS, OTHER_PAIRS]) {
    const together = all.filter(({ oneStory }) => oneStory);
    const right = together.filter(({ oneEvent }) => oneEvent).length;
    expect(right / together.length).toBeGreaterThan(0.7);
    expect(right / all.filter(({ oneEvent }) => oneEvent).length).toBeGreaterThan(0.58);
  }
});

test("an index that was rebuilt from the store decides the same", () => {
  expect(storiesOf(CRISES, 60)).toEqual(storiesOf(CRISES));
});
