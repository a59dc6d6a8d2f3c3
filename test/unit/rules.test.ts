import fc from "fast-check";
import { expect, test } from "vitest";
import { type AboutItem, ruleSpotter } from "../../src/analyse/relevance/rule-spotter.ts";
import type { Findings } from "../../src/model/findings.ts";
import { createPhraseBook } from "../../src/text/phrases/phrase-book.ts";
import { isRule } from "../../src/text/phrases/rule.ts";
import { compileRule, type Place } from "../../src/text/phrases/rule-match.ts";
import { parseRule, ruleProblemInWords } from "../../src/text/phrases/rule-parser.ts";

const FINDINGS: Findings = {
  quotes: [],
  statements: [],
  actors: [
    { kind: "person", name: "Anna Kray", actor: "anna-kray", text: "Kray", start: 0, end: 4 },
    { kind: "place", name: "Zlin Pass", actor: "zlin", text: "Zlin", start: 5, end: 9 },
  ],
  dates: [],
  events: [],
  summary: { headline: "", sentences: [] },
};
const ABOUT: AboutItem = {
  article: { id: "a", text: "", source: "The Zlin Herald", language: "en-GB" },
  findings: FINDINGS,
  touches: (topic) => topic === "hostilities",
};

/** The words a rule goes by in a headline and a text; undefined when it does not hold. */
function found(rule: string, body: string, title = ""): string | undefined {
  const text = `${title}\n${body}`;
  const [one] = ruleSpotter([{ phrase: rule, weight: 3, exact: false }], createPhraseBook())(text, ABOUT);
  return one && `${one.points} ${text.slice(one.start, one.end)}`;
}

function problem(rule: string): string | undefined {
  const parsed = parseRule(rule);
  return parsed.kind === "problem" ? ruleProblemInWords(parsed.problem) : undefined;
}

test.each([
  ["airstrike AND border", "Air strikes near the border", "3 Air strikes"],
  ["airstrike AND border", "Air strikes in the hills", undefined],
  ["airstrike OR shelling", "They shelled the town", "3 shelled"],
  ["airstrike OR ~shelling", "They shelled the town", undefined],
  ["airstrike NOT drill", "An airstrike in a drill", undefined],
  ["airstrike AND NOT (drill OR exercise)", "An airstrike at dawn", "3 airstrike"],
  ["shelling AND border OR truce", "A truce", "3 truce"],
  ["shelling AND (border OR truce)", "A truce", undefined],
  ["air defence AND border", "The air defence at the border", "3 air defence"],
  ['"peace talks" AND border', "Border talks on peace", undefined],
  ["militar* AND border", "Paramilitary and military at the border", "3 military"],
  ["war NEAR/2 border", "A war at the border", undefined],
  ["war NEAR/3 border", "A war at the border", "3 war at the border"],
  ["border NEAR/3 war", "A war at the border", "3 war at the border"],
  ["war NEAR/1 war", "The war", undefined],
  ["war NEAR/3 (border OR river)", "River, then war by a river", "3 River, then war"],
  ["war NEAR/2 border NEAR/2 river", "war border river", "3 war border river"],
  ["shelling^9 OR raid", "A raid and shelling", "9 raid"],
  ["shelling^9 OR raid", "A raid", "3 raid"],
  ["shelling AND source:herald", "Shelling", "3 Shelling"],
  ["shelling AND source:courier", "Shelling", undefined],
  ["shelling AND lang:en", "Shelling", "3 Shelling"],
  ["shelling NOT lang:(ur OR hi)", "Shelling", "3 Shelling"],
  ['shelling AND actor:"Anna Kray"', "Shelling", "3 Shelling"],
  ["shelling AND actor:anna-kray AND place:zlin", "Shelling", "3 Shelling"],
  ["shelling AND place:anna-kray", "Shelling", undefined],
  ["shelling AND topic:hostilities", "Shelling", "3 Shelling"],
  ["shelling AND topic:nuclear", "Shelling", undefined],
  ["“peace talks” OR shelling", "Peace talks", "3 Peace talks"],
])("%s in %j", (rule, body, wanted) => {
  expect(isRule(rule)).toBe(true);
  expect(problem(rule)).toBeUndefined();
  expect(found(rule, body)).toBe(wanted);
});

test("a term can be bound to the headline or to the text", () => {
  expect(found("title:shelling", "The town", "Shelling at dawn")).toBe("3 Shelling");
  expect(found("title:shelling", "Shelling at dawn", "The town")).toBeUndefined();
  expect(found("body:(shelling OR raid)", "A raid", "Shelling")).toBe("3 raid");
  expect(found("body:shelling", "A raid", "Shelling")).toBeUndefined();
});

test.each([
  ["war AND", "expected a term after AND at column 8"],
  ["AND war", "expected a term at column 1"],
  ["war OR OR raid", "expected a term after OR at column 8"],
  ["(war OR raid", 'expected ")" or an operator at column 13'],
  ["war) OR raid", 'expected an opening bracket before this ")" at column 4'],
  ["war AND ()", "expected a term after ( at column 10"],
  ['war AND "raid', "the quotation mark is never closed at column 9"],
  ['war "raid"', 'expected AND, OR, NOT or NEAR/n before "raid" at column 5'],
  ["war (raid)", "expected AND, OR, NOT or NEAR/n before ( at column 5"],
  ["war NEAR raid", "expected a whole number from 1 to 100 after NEAR/ at column 5"],
  ["war NEAR/0 raid", "expected a whole number from 1 to 100 after NEAR/ at column 5"],
  ["war NEAR/3 NOT raid", "expected a term after NEAR/3 at column 12"],
  ["war NEAR/3 source:herald", "expected words on both sides of NEAR at column 19"],
  ["war^ AND raid", "expected a whole number from 1 to 20 after ^ at column 5"],
  ["war^99 AND raid", "expected a whole number from 1 to 20 after ^ at column 5"],
  ["NOT war", "expected a word that must stand in the text; NOT and source: only narrow it down at column 1"],
  ["war OR lang:ur", "expected a word that must stand in the text; NOT and source: only narrow it down at column 13"],
  ["title:body:war", "expected no body: inside title: at column 7"],
  [
    "author:kray AND war",
    '"author:" is no field; expected title:, body:, source:, lang:, actor:, place:, topic: at column 1',
  ],
  ["war AND —", "expected a letter or digit at column 9"],
  [`${"(".repeat(12)}war${")".repeat(12)}`, "a rule has at most 10 brackets inside one another; at column 12"],
  [Array.from({ length: 51 }, () => "war").join(" OR "), "a rule has at most 50 words and phrases; at column 351"],
  [`war OR ${"a".repeat(500)}`, "a rule is at most 500 characters long at column 501"],
])("%s: %s", (rule, says) => {
  expect(problem(rule)).toBe(says);
});

test.each(["air defence", "de-escalat*", "~shelling", "U.S.", "Orange County", "not in my name", "near miss", "12:30"])(
  "%s is a keyword and no rule",
  (keyword) => {
    expect(isRule(keyword)).toBe(false);
  },
);

const WORDS = ["war", "raid", "truce", "border", "river"];

type Plain = { readonly rule: string; holds(words: ReadonlySet<string>): boolean };

/** Rules as a tree of their own, so that what they mean is known without the reader of rules. */
const { plain } = fc.letrec<{ plain: Plain }>((tie) => {
  const word = fc.constantFrom(...WORDS).map((one): Plain => ({ rule: one, holds: (words) => words.has(one) }));
  const pair = fc.tuple(fc.constantFrom("AND", "OR", "AND NOT"), tie("plain"), tie("plain"));
  const joined = pair.map(([operator, left, right]): Plain => {
    const rule = `(${left.rule}) ${operator} (${right.rule})`;
    if (operator === "OR") return { rule, holds: (words) => left.holds(words) || right.holds(words) };
    const wanted = operator === "AND";
    return { rule, holds: (words) => left.holds(words) && right.holds(words) === wanted };
  });
  return { plain: fc.oneof({ maxDepth: 4 }, word, joined) };
});

test("a rule holds exactly where its words say so, whichever phrase it is anchored on", () => {
  const book = createPhraseBook();
  fc.assert(
    fc.property(plain, fc.subarray(WORDS), ({ rule, holds }, words) => {
      const spot = ruleSpotter([{ phrase: `(${rule})`, weight: 1, exact: false }], book);
      expect(spot(`\n${words.join(", ")}`, ABOUT).length > 0).toBe(holds(new Set(words)));
    }),
    { numRuns: 1000 },
  );
});

/** Where something stands: the number of its first word and of the one after its last. */
type Stand = readonly [from: number, to: number];
type Item = { readonly title: readonly string[]; readonly body: readonly string[] };
/** A rule with what it should find: places in order, and the highest weight; undefined when it does not hold. */
type Placed = {
  readonly rule: string;
  find(item: Item): { readonly stands: readonly Stand[]; readonly weight: number | undefined } | undefined;
};

const heaviest = (weights: readonly (number | undefined)[]) =>
  weights.reduce<number | undefined>((most, one) => (one !== undefined && one > (most ?? 0) ? one : most), undefined);

/** Terms in a part of the item, with a weight, exact or as the beginning of a word. */
const term = fc
  .record({
    word: fc.constantFrom(...WORDS),
    form: fc.constantFrom("", "", "~", "*"),
    where: fc.constantFrom("", "", "title:", "body:"),
    weight: fc.constantFrom(undefined, undefined, 2, 9),
  })
  .map(({ word, form, where, weight }): Placed => {
    const written = form === "*" ? `${word.slice(0, 3)}*` : `${form}${word}`;
    const is = (one: string) => {
      if (form === "*") return one.startsWith(word.slice(0, 3));
      return one === word || (form !== "~" && one === `${word}s`);
    };
    return {
      rule: `${where}${written}${weight === undefined ? "" : `^${weight}`}`,
      find: ({ title, body }) => {
        const stands = [...title, ...body].flatMap((one, at): Stand[] => {
          const isThere = where === "" || (where === "title:") === at < title.length;
          return is(one) && isThere ? [[at, at + 1]] : [];
        });
        return stands.length === 0 ? undefined : { stands, weight };
      },
    };
  });

function either(parts: readonly Placed[]): Placed {
  return {
    rule: `(${parts.map(({ rule }) => rule).join(" OR ")})`,
    find: (item) => {
      const found = parts.map((part) => part.find(item)).filter((one) => one !== undefined);
      if (found.length === 0) return undefined;
      return { stands: found.flatMap(({ stands }) => stands), weight: heaviest(found.map(({ weight }) => weight)) };
    },
  };
}

/** Terms or groups of them near one another, in either order. */
const nearby = fc
  .tuple(
    fc.array(term, { minLength: 1, maxLength: 2 }),
    fc.array(term, { minLength: 1, maxLength: 2 }),
    fc.integer({ min: 1, max: 4 }),
  )
  .map(([some, others, words]): Placed => {
    const [left, right] = [either(some), either(others)];
    return {
      rule: `${left.rule} NEAR/${words} ${right.rule}`,
      find: (item) => {
        const [a, b] = [left.find(item), right.find(item)];
        const stands = (a?.stands ?? []).flatMap((one) =>
          (b?.stands ?? [])
            .filter(([at]) => at !== one[0] && Math.abs(at - one[0]) <= words)
            .map((other): Stand => {
              return [Math.min(one[0], other[0]), Math.max(one[1], other[1])];
            }),
        );
        return stands.length === 0 ? undefined : { stands, weight: heaviest([a?.weight, b?.weight]) };
      },
    };
  });

test("NEAR, title:, body:, ^weight, ~exact and word* hold, weigh and point as they say", () => {
  const forms = [...WORDS, ...WORDS.map((word) => `${word}s`), "borderland", "lamp"];
  const list = fc.array(fc.constantFrom(...forms), { maxLength: 8 });
  fc.assert(
    fc.property(fc.oneof(term, nearby), list, list, ({ rule, find }, title, body) => {
      const wanted = find({ title, body });
      const text = `${title.join(", ")}\n${body.join(", ")}`;
      const [one] = ruleSpotter([{ phrase: `(${rule})`, weight: 3, exact: false }], createPhraseBook())(text, ABOUT);
      expect(one?.points).toBe(wanted === undefined ? undefined : (wanted.weight ?? 3));
      if (wanted === undefined || one === undefined) return;
      const shown = wanted.stands.map(([from, to]) => [...title, ...body].slice(from, to).join());
      expect(shown).toContain(text.slice(one.start, one.end).replace(/\W+/g, ","));
    }),
    { numRuns: 2000 },
  );
});

test("source:, lang:, actor:, place: and topic: hold where the item has the value, and NOT turns each round", () => {
  const fields = {
    source: ["herald", "courier"],
    lang: ["en", "ur"],
    actor: ["anna-kray", "zlin"],
    place: ["zlin", "anna-kray"],
    topic: ["hostilities", "nuclear"],
  };
  for (const [field, [has, lacks]] of Object.entries(fields)) {
    expect(found(`war AND ${field}:${has}`, "war"), field).toBe("3 war");
    expect(found(`war AND ${field}:${lacks}`, "war"), field).toBeUndefined();
    expect(found(`war NOT ${field}:${has}`, "war"), field).toBeUndefined();
    expect(found(`war NOT ${field}:${lacks}`, "war"), field).toBe("3 war");
    expect(found(`war AND ${field}:(${has} OR ${lacks})`, "war"), field).toBe("3 war");
  }
});

test("any text can be typed as a rule: it is read, or the problem names a column of it", () => {
  const piece = fc.oneof(
    fc.constantFrom("AND", "OR", "NOT", "NEAR/3", "(", ")", '"', "title:", "source:", "^3", "~", "*", " ", "war"),
    fc.string({ maxLength: 4, unit: "binary" }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const rule = pieces.join(" ");
      const parsed = parseRule(rule);
      if (parsed.kind === "rule") expect(() => found(rule, "A war at the border", "War")).not.toThrow();
      else expect(parsed.problem.column).toBeGreaterThan(0);
      if (parsed.kind === "problem") expect(parsed.problem.column).toBeLessThanOrEqual(rule.length + 1);
    }),
    { numRuns: 1000 },
  );
});

test("a rule looks at each place of its words a few times, however many there are", () => {
  const parsed = parseRule(`(${WORDS.join(" OR ")}) NEAR/9 (${WORDS.join(" OR ")}) NEAR/9 (war OR raid)`);
  if (parsed.kind === "problem") throw new Error("not a rule");
  const looks = (count: number) => {
    let looked = 0;
    const rule = compileRule(parsed.root, createPhraseBook());
    const places = Array.from({ length: count }, (_, at): Place => {
      const place = { end: at + 1, from: at, to: at + 1 };
      return {
        ...place,
        get start() {
          looked++;
          return at;
        },
      };
    });
    rule.find({ placesOf: () => places, titleEnd: 0, has: () => false });
    return looked;
  };
  expect(looks(1000)).toBeGreaterThan(1000);
  // Sorting and searching take a little more than eight times as long.
  expect(looks(8000) / looks(1000)).toBeLessThan(12);
});
