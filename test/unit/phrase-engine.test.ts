import fc from "fast-check";
import { expect, test } from "vitest";
import { createPhraseIndex, type Phrase } from "../../src/text/phrases/phrases.ts";
import { stem } from "../../src/text/stem.ts";
import { type Token, tokenize } from "../../src/text/tokens.ts";

/** What the engine promises, said as plainly as possible: every phrase at every word, by strings. */
function plainly(phrases: readonly Phrase[], text: string): string[] {
  const tokens = tokenize(text);
  const goesOn = (at: number) => /^[ -]$/.test(text.slice(tokens[at - 1]?.end, tokens[at]?.start));
  const reads = (letters: string, { key, kind }: PlainStep) => {
    if (kind === "beginning") return letters.startsWith(key);
    return kind === "exact" ? letters === key : stem(letters) === stem(key);
  };
  const ends = (steps: readonly PlainStep[], at: number): number[] => {
    const [step, ...rest] = steps;
    if (step === undefined) return [at];
    const token = tokens[at];
    const next = tokens[at + 1];
    if (token === undefined) return [];
    const on = (to: number) => (rest.length === 0 || (to < tokens.length && goesOn(to)) ? ends(rest, to) : []);
    const alone = reads(token.folded, step) ? on(at + 1) : [];
    const joins = next !== undefined && token.folded.length > 2 && next.folded.length > 2 && goesOn(at + 1);
    const joined = joins && step.kind !== "beginning" && reads(token.folded + next.folded, step) ? on(at + 2) : [];
    return [...alone, ...joined];
  };
  const found = tokens.flatMap((_, at) =>
    phrases.flatMap((phrase, number) =>
      [...new Set(plainSpellings(phrase).flatMap((steps) => ends(steps, at)))].map((to) =>
        spot(tokens, at, to, number),
      ),
    ),
  );
  return found.sort();
}

type PlainStep = { readonly key: string; readonly kind: "stem" | "exact" | "beginning" };

function plainSpellings({ text, exact = false }: Phrase): PlainStep[][] {
  const steps = tokenize(text).map(({ folded, end }): PlainStep => {
    if (text.charAt(end) === "*") return { key: folded, kind: "beginning" };
    return { key: folded, kind: exact ? "exact" : "stem" };
  });
  if (steps.length < 2 || steps.some(({ kind }) => kind === "beginning")) return [steps];
  const kind = exact ? "exact" : "stem";
  const pairs = steps.slice(1).map((step, at): PlainStep[] => {
    const joined: PlainStep = { key: `${steps[at]?.key}${step.key}`, kind };
    return [...steps.slice(0, at), joined, ...steps.slice(at + 2)];
  });
  const whole: PlainStep[] = [{ key: steps.map(({ key }) => key).join(""), kind }];
  return steps.length > 2 ? [steps, ...pairs, whole] : [steps, ...pairs];
}

function spot(tokens: readonly Token[], from: number, to: number, phrase: number): string {
  return `${tokens[from]?.start} ${tokens[to - 1]?.end} ${phrase}`;
}

const WORDS =
  "air strike strikes striking airstrike war wars escalation escalated peace talks talk studies study studied cease ceasefire ceasefires fire troop troops troopers kill killed killing plan planned bus buses".split(
    " ",
  );
const word = fc.constantFrom(...WORDS);
const phrase = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 3 }), fc.constantFrom("", "", "", "*"), fc.boolean())
  .map(([words, star, exact]): Phrase => ({ text: `${words.join(" ")}${star}`, exact }));
const glue = fc.constantFrom(" ", " ", " ", "-", ", ", "? ", "\n", " — ", "; ");
const body = fc.array(fc.tuple(word, glue), { maxLength: 30 }).map((parts) => parts.flat().join(""));

test("the engine finds what a plain reading finds, and nothing else", () => {
  fc.assert(
    fc.property(fc.array(phrase, { minLength: 1, maxLength: 12 }), body, (phrases, text) => {
      const hits = createPhraseIndex(phrases).findAll(text);
      expect(hits.map(({ start, end, phrase: number }) => `${start} ${end} ${number}`).sort()).toEqual(
        plainly(phrases, text),
      );
    }),
    { numRuns: 1000 },
  );
});

test("phrases that come and go leave the index as if it had been made of the others", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(phrase, fc.boolean()), { maxLength: 20 }), body, (changes, text) => {
      const index = createPhraseIndex([]);
      const numbers = changes.map(([one]) => index.add(one));
      changes.forEach(([, stays], at) => {
        if (!stays) index.remove(numbers[at] ?? -1);
      });
      const left = changes.flatMap(([one, stays], at) => (stays ? [{ one, number: numbers[at] }] : []));
      const expected = createPhraseIndex(left.map(({ one }) => one)).find(text);
      const seen = index.find(text).map((hit) => ({ ...hit, phrase: left.findIndex((l) => l.number === hit.phrase) }));
      expect(new Set(seen.map((hit) => JSON.stringify(hit)))).toEqual(
        new Set(expected.map((hit) => JSON.stringify({ ...hit }))),
      );
    }),
  );
});

test("the number of a phrase that was taken out serves again", () => {
  const index = createPhraseIndex([{ text: "truce" }, { text: "war" }]);
  index.remove(0);
  index.remove(0);
  expect(index.find("a truce in the war")).toHaveLength(1);
  expect([index.add({ text: "shelling" }), index.add({ text: "raid" })]).toEqual([0, 2]);
  expect(index.find("shelling, a truce, war, raid").map((hit) => hit.phrase)).toEqual([0, 1, 2]);
});

test("a hundred thousand phrases fit into twenty megabytes", () => {
  const index = createPhraseIndex([]);
  for (let at = 0; at < 100_000; at++) index.add({ text: at % 3 === 0 ? `${at}xyz ${at}abc` : `${at}xyz` });
  expect(index.bytes).toBeLessThan(20_000_000);
  expect(index.find("the 3-xyz 3abc flag, 3xyz-3abc").map((hit) => hit.phrase)).toEqual([3]);
});
