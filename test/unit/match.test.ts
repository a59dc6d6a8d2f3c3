import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NO_FINDINGS } from "../../src/analyse/no-findings.ts";
import { createMatcher, levelOf } from "../../src/analyse/relevance/match.ts";
import type { Article } from "../../src/model/article.ts";
import { type DatedEvent, LEVELS } from "../../src/model/findings.ts";
import type { Actor, Term, Watch } from "../../src/model/watch.ts";

const term = (phrase: string, weight: number): Term => ({ phrase, weight, exact: false });

function actor(name: string, weight: number, more: Partial<Actor> = {}): Actor {
  const id = name.toLowerCase().replaceAll(" ", "-");
  return { id, kind: "place", name, names: [name], bare: [], demonyms: [], roles: [], weight, ...more };
}

const WATCH: Watch = {
  id: "border",
  name: "The border",
  languages: ["en"],
  threshold: 8,
  require: { topics: 1, actorsOrPlaces: 1 },
  feeds: [],
  actors: [
    actor("Freedonia", 3, { demonyms: ["Freedonian"] }),
    actor("Sylvania", 3),
    actor("United Nations", 1),
    actor("Rufus Firefly", 3, { kind: "person", bare: [{ name: "Firefly", needs: ["president"], near: 5 }] }),
  ],
  events: [{ id: "op-duck", name: "Operation Duck", names: ["Operation Duck", "Op Duck"], not: ["soup"], weight: 5 }],
  topics: [
    { id: "hostilities", direction: "escalation", terms: [term("hostilities", 5), term("strike", 2), term("war", 2)] },
    { id: "calm", direction: "de-escalation", terms: [term("truce", 5), term("de-escalation", 5), term("talks", 2)] },
  ],
  negatives: [term("strike deal", 5), term("opera", 8)],
};

function article(text: string, title?: string): Article {
  return { id: "a", text, published: "2025-05-10T08:00:00Z", ...(title === undefined ? {} : { title }) };
}

const match = (text: string, title?: string, watch = WATCH) => createMatcher(watch)(article(text, title), NO_FINDINGS);
const whats = (text: string, title?: string) => match(text, title).lines.map(({ points, what }) => `${points} ${what}`);

function withEvent(text: string, event: Partial<DatedEvent>): ReturnType<typeof match> {
  const events: DatedEvent[] = [
    {
      start: 0,
      end: text.length,
      precision: "day",
      basis: "explicit",
      type: "assault",
      status: "stated",
      title: text,
      ...event,
    },
  ];
  return createMatcher(WATCH)(article(text), { ...NO_FINDINGS, events });
}

/** Sentences that are made of the watch's words, words against it, and words that mean nothing to it. */
const words = fc.constantFrom(
  "Freedonia",
  "Sylvania",
  "Firefly",
  "president",
  "hostilities",
  "strikes",
  "strike deal",
  "truce",
  "de-escalation",
  "talks",
  "opera",
  "cricket",
  "anniversary",
  "Operation Duck",
  "soup",
  "12 killed",
  "unverified",
  "lamps",
  "and",
);
const sentence = fc.array(words, { minLength: 1, maxLength: 8 }).map((list) => `${list.join(" ")}.`);
const text = fc.array(sentence, { minLength: 1, maxLength: 8 }).map((list) => list.join(" "));
const title = fc.option(
  fc.array(words, { minLength: 1, maxLength: 6 }).map((list) => list.join(" ")),
  { nil: undefined },
);

test("the score is the sum of its lines, the level follows the score, and spans are words of the text", () => {
  fc.assert(
    fc.property(text, title, (body, head) => {
      const { score, lines, level } = match(body, head);
      expect(score).toBe(lines.reduce((sum, { points }) => sum + points, 0));
      expect(level).toBe(levelOf(score));
      for (const { start, end } of lines) {
        if (start === undefined || end === undefined) continue;
        expect(body.slice(start, end).trim()).toBe(body.slice(start, end));
        expect(body.slice(start - 1, start)).toMatch(/^[\s-]?$/);
      }
    }),
  );
});

test("a printed word of a topic, actor or event that is taken out takes its points with it", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom("Freedonia", "Sylvania", "hostilities", "war", "Operation Duck"), {
        minLength: 1,
      }),
      (list) => {
        const whole = match(list.map((word) => `lamps ${word} lamps`).join(", "));
        for (const word of list) {
          const line = whole.lines.find((one) => one.what.endsWith(word));
          const rest = match(list.map((other) => `lamps ${other === word ? "lamps" : other} lamps`).join(", "));
          expect(whole.score - rest.score).toBe(line?.points);
        }
      },
    ),
  );
});

test("one more negative never raises a score, nor makes an item relevant", () => {
  const negative = fc.constantFrom(
    "strike",
    "strikes deal",
    "deal",
    "Operation Duck",
    "truce",
    "talks de",
    "and lamps",
    "war",
  );
  fc.assert(
    fc.property(text, title, fc.array(negative, { maxLength: 3 }), (body, head, more) => {
      const stricter = { ...WATCH, negatives: [...WATCH.negatives, ...more.map((phrase) => term(phrase, 3))] };
      const [before, after] = [match(body, head), match(body, head, stricter)];
      expect(after.score).toBeLessThanOrEqual(before.score);
      if (!before.relevant) expect(after.relevant).toBe(false);
    }),
  );
});

test("the order of rules changes nothing", () => {
  const turned: Watch = {
    ...WATCH,
    actors: WATCH.actors.toReversed(),
    topics: WATCH.topics.toReversed().map((topic) => ({ ...topic, terms: topic.terms.toReversed() })),
    negatives: WATCH.negatives.toReversed(),
  };
  fc.assert(
    fc.property(text, title, (body, head) => {
      expect(match(body, head, turned)).toEqual(match(body, head));
    }),
  );
});

test("a louder level never has a lower score", () => {
  fc.assert(
    fc.property(fc.integer({ min: -200, max: 300 }), fc.nat(100), (score, more) => {
      expect(LEVELS.indexOf(levelOf(score + more))).toBeGreaterThanOrEqual(LEVELS.indexOf(levelOf(score)));
    }),
  );
  expect([19, 20, 44, 45, 69, 70].map(levelOf)).toEqual(["info", "alert", "alert", "urgent", "urgent", "flash"]);
});

test("a headline that the text repeats counts once, with its place in the text", () => {
  const headline = "Hostilities resume in Freedonia";
  const repeated = match(`${headline}. Lamps went out.`, headline);
  expect(repeated.score).toBe(match(`${headline}. Lamps went out.`).score);
  expect(repeated.lines.every(({ points, start }) => points === 0 || start !== undefined)).toBe(true);
});

test("a word of the headline alone has no place in the text", () => {
  const [line] = match("Lamps went out.", "Hostilities").lines;
  expect(line).toEqual({ points: 5, what: "hostilities: hostilities" });
});

test("the longest phrase counts, and a figure of speech takes its word away", () => {
  expect(whats("De-escalation in Freedonia.")).not.toContain("5 hostilities: hostilities");
  expect(whats("Publishers strike deal in Freedonia.")).not.toContain("2 hostilities: strike");
});

test("a short name counts only in the company it needs", () => {
  expect(whats("A firefly glowed. Firefly glowed.").join()).not.toContain("Rufus");
  expect(whats("Firefly, the president, spoke.")).toContain("3 names Rufus Firefly");
  expect(whats("The president of a club for insects and other small beasts saw Firefly.").join()).not.toContain(
    "Rufus",
  );
});

test("a named event does not count beside a word that speaks against it", () => {
  expect(whats("Op Duck began.")).toContain("5 names Operation Duck");
  expect(whats("Operation Duck is a soup.").join()).not.toContain("Operation Duck");
});

test("an actor of weight 1 does not make an item relevant, and the last line says what is missing", () => {
  const { relevant, lines } = match("The United Nations on hostilities, war and a truce.");
  expect(relevant).toBe(false);
  expect(lines.at(-1)).toEqual({
    points: 0,
    what: "not relevant: it names 0 of 1 needed actors, places or events",
  });
  expect(match("Freedonia on hostilities.").relevant).toBe(true);
});

test("names alone are no news of a crisis", () => {
  expect(match("Freedonia and Sylvania hold talks with Firefly, the president.").lines.at(-1)?.what).toBe(
    "not relevant: its topics bring 2 of 4 needed points",
  );
});

test("what names an event that the watch knows is news of the crisis", () => {
  expect(match("Freedonia looks into Operation Duck.").relevant).toBe(true);
  expect(match("Freedonia likes Operation Duck, the soup.").relevant).toBe(false);
});

describe("two sides of a watch", () => {
  const sided: Watch = {
    ...WATCH,
    threshold: 6,
    sides: ["Freedonia", "Sylvania"],
    actors: [
      ...WATCH.actors,
      actor("Duckburg", 3, { country: "Freedonia" }),
      actor("Goosetown", 3, { country: "Sylvania" }),
      actor("Ruth Gander", 3, { kind: "person", country: "Sylvania" }),
    ],
  };
  const judged = (text: string) => match(text, undefined, sided);

  test.each([
    ["both states", "Freedonia sent Sylvania a note.", true],
    ["a state and a person of the other", "Freedonia has a letter of Ruth Gander.", true],
    ["a state and a town of the other", "Buses from Goosetown no longer reach Freedonia.", true],
    ["towns alone", "A choir of Duckburg sang in Goosetown.", false],
    ["one state and its own town", "Duckburg is a town of Freedonia.", false],
    ["both states in an opera", "Freedonia and Sylvania, an opera.", false],
  ])("news that names %s", (_, text, relevant) => {
    expect(judged(text).relevant).toBe(relevant);
  });

  test("bring a line of the score", () => {
    expect(judged("Freedonia sent Sylvania a note.").lines).toContainEqual({
      points: 3,
      what: "names both sides: Freedonia, Sylvania",
      start: 0,
      end: 9,
    });
  });

  test("of another watch bring nothing", () => {
    expect(match("Freedonia sent Sylvania a note.").relevant).toBe(false);
  });
});

test("how grave an item is does not make it relevant", () => {
  const { relevant, score } = match("Gunmen opened fire in Freedonia, 30 people were killed.");
  expect(score).toBeGreaterThan(WATCH.threshold);
  expect(relevant).toBe(false);
});

test("graver acts and more dead score higher", () => {
  const score = (body: string) => match(body).score;
  expect(score("Missile strikes in Freedonia.")).toBeGreaterThan(score("Freedonia threatens Sylvania."));
  expect(score("Freedonia threatens Sylvania.")).toBeGreaterThan(score("Freedonia urges restraint of Sylvania."));
  expect(score("120 people were killed in Freedonia.")).toBeGreaterThan(score("Two people were killed in Freedonia."));
});

test("opinion, memory, exercise and rumour are less grave than the thing itself", () => {
  const real = match("Hostilities in Freedonia after an airstrike.").score;
  for (const less of [
    "Unverified reports.",
    "It was a mock drill.",
    "An anniversary.",
    "A columnist argues that it is so.",
  ])
    expect(match(`Hostilities in Freedonia after an airstrike. ${less}`).score, less).toBeLessThan(real);
});

test("words far down an article and in links to other stories do not count", () => {
  const far = `${"Lamps went out. ".repeat(8)}Hostilities in Freedonia.`;
  expect(match(far).score).toBe(0);
  expect(match("Lamps went out.\nRead: hostilities in Freedonia\nMore lamps.").score).toBe(0);
});

test("an event of the findings gives the act, unless it is denied or long ago", () => {
  const lamps = "Lamps fell on Freedonia.";
  expect(withEvent(lamps, { date: "2025-05-09" }).lines).toContainEqual({
    points: 40,
    what: "attack",
    start: 0,
    end: lamps.length,
  });
  expect(withEvent(lamps, { date: "2025-05-09", status: "planned" }).score).toBe(3 + 25);
  for (const event of [{ status: "denied" as const }, { date: "1999-05-09" }])
    expect(withEvent(lamps, event).score).toBe(3);
});

test("the direction follows the topics, and both together are mixed", () => {
  expect(match("Hostilities in Freedonia.").direction).toBe("escalation");
  expect(match("Truce in Freedonia.").direction).toBe("de-escalation");
  expect(match("Hostilities in Freedonia, then a truce.").direction).toBe("mixed");
  expect(match("Lamps in Freedonia.").direction).toBe("none");
});
