import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { createAnalyser } from "../../src/analyse/create-analyser.ts";
import { createMatcher } from "../../src/analyse/relevance/match.ts";
import { applyChanges } from "../../src/config/edits.ts";
import { loadWatch } from "../../src/config/load.ts";
import type { WatchChange } from "../../src/model/watch.ts";
import { PhraseTrie } from "../../src/text/phrases/phrase-trie.ts";
import { borderWatch } from "../flow/watch.ts";

const WATCH = borderWatch([]);
const phrase = fc.constantFrom("shelling", "troops", "~troops", "mortar fire", "cricket", "~cricket", "fire", "shell*");
const topic = fc.constantFrom("hostilities", "de-escalation", "smuggling");
const named = fc.constantFrom("borduria", "zlin", "op-lantern", "nobody");
const spelling = fc.constantFrom("Bordurja", "Zlyn Pass", "Lantern", "Syldavia", "truce (talks)");
const change: fc.Arbitrary<WatchChange> = fc.oneof(
  fc.record({ kind: fc.constant("add-keyword" as const), topic, phrase, weight: fc.constantFrom(-4, 1, 5) }),
  fc.record({ kind: fc.constant("remove-keyword" as const), topic, phrase }),
  fc.record({ kind: fc.constant("add-spelling" as const), of: named, spelling }),
  fc.record({ kind: fc.constant("dismiss-spelling" as const), of: named, spelling }),
);
const words =
  "Bordurja Zlyn Pass Lantern Borduria Syldavia shelling shells troops mortar fire airstrike cricket truce talks lamps and".split(
    " ",
  );
const text = fc
  .array(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 })
  .map((sentences) => sentences.map((sentence) => `${sentence.join(" ")}.`).join(" "));
const articleOf = (body: string) => ({ id: "a", text: body, published: "2026-03-02T08:00:00Z" });

test("a judge of an edited watch says what the edited watch would say by itself", () => {
  const analyser = createAnalyser([WATCH]);
  fc.assert(
    fc.property(
      fc.array(change, { maxLength: 5 }),
      fc.array(text, { minLength: 1, maxLength: 3 }),
      (changes, texts) => {
        const edited = applyChanges(WATCH, changes);
        const alone = createMatcher(edited);
        const judge = analyser.judge(edited);
        for (const article of texts.map(articleOf)) {
          const findings = analyser.read(article);
          expect(judge.match(article, findings)).toEqual(alone(article, findings));
        }
        judge.release();
      },
    ),
    { numRuns: 150 },
  );
});

test("a thousand servers with an edit each share one verdict where their words do not stand", () => {
  const analyser = createAnalyser([WATCH]);
  const judges = Array.from({ length: 1_000 }, (_, at) =>
    analyser.judge(
      applyChanges(WATCH, [{ kind: "add-keyword", topic: "hostilities", phrase: `gadget${at}`, weight: 3 }]),
    ),
  );
  const article = articleOf("Shelling killed two near the Zlin Pass in Borduria, where gadget7 was seen.");
  const findings = analyser.read(article);
  const shared = analyser.match(article, findings, WATCH.id);
  const verdicts = judges.map((judge) => judge.match(article, findings));
  expect(verdicts.filter((verdict) => verdict !== shared)).toEqual([verdicts[7]]);
  expect(verdicts[7]?.score).toBe(shared.score + 3);
  expect(verdicts[7]?.lines.map(({ what }) => what)).toContain("hostilities: gadget7");
});

test("a thousand servers that accepted a spelling share one verdict where it does not stand", () => {
  const analyser = createAnalyser([WATCH]);
  const judges = Array.from({ length: 1_000 }, (_, at) =>
    analyser.judge(applyChanges(WATCH, [{ kind: "add-spelling", of: "zlin", spelling: `Zlyn ${at}` }])),
  );
  const article = articleOf("Shelling was heard at Zlyn 7, where two were killed in Borduria.");
  const findings = analyser.read(article);
  const shared = analyser.match(article, findings, WATCH.id);
  const verdicts = judges.map((judge) => judge.match(article, findings));
  expect(verdicts.filter((verdict) => verdict !== shared)).toEqual([verdicts[7]]);
  expect(verdicts[7]?.lines.map(({ what }) => what)).toContain("names Zlin Pass");
});

test("a keyword that is added or removed grows the engine by its own words: nothing is built anew", async () => {
  const watch = await loadWatch("config/watches/india-pakistan-2025.yaml");
  const grow = vi.spyOn(PhraseTrie.prototype, "grow");
  const analyser = createAnalyser([watch]);
  const whole = grow.mock.calls.length;
  const article = articleOf("India said that a zorblat howitzer and shelling hit Poonch.");
  const findings = analyser.read(article);
  const stepsOf = (changes: readonly WatchChange[]) => {
    grow.mockClear();
    const judge = analyser.judge(applyChanges(watch, changes));
    const match = judge.match(article, findings);
    return { steps: grow.mock.calls.length, match };
  };
  const added = stepsOf([{ kind: "add-keyword", topic: "hostilities", phrase: "zorblat howitzer", weight: 3 }]);
  const removed = stepsOf([{ kind: "remove-keyword", topic: "hostilities", phrase: "howitzer" }]);
  const spelled = stepsOf([{ kind: "add-spelling", of: "asim-munir", spelling: "Zorblat" }]);
  grow.mockRestore();
  expect(whole).toBeGreaterThan(2_000);
  // Both words, and the two joined.
  expect(added.steps).toBe(3);
  expect(added.match.lines.map(({ what }) => what)).toContain("hostilities: zorblat howitzer");
  expect(removed.steps).toBe(0);
  expect(spelled.steps).toBe(1);
});
