import { writeFileSync } from "node:fs";
import { createSubjects } from "../src/analyse/names/subjects.ts";
import { beliefs, type Contender, contestsOf } from "../src/analyse/quotes/speaker-ranker.ts";
import { pairQuotationMarks } from "../src/analyse/reading/quotation-marks.ts";
import { layOut } from "../src/analyse/reading/reading.ts";
import { outline } from "../src/analyse/reading/sentence-parts.ts";
import { readFolder, type TrainingText } from "./articles.ts";

const PASSES = 12;
const RATE = 0.05;
/** Strong, because the texts are few: weak weights hold for news of other kinds. */
const DECAY = 0.03;
/** Weights under this change nothing and are left out of the file. */
const LEAST = 0.02;

/** A quotation whose right speakers are among the contenders. */
type Lesson = { readonly contenders: readonly Contender[]; readonly right: readonly boolean[] };

function lessonsOf({ text, quotes }: TrainingText): Lesson[] {
  const reading = layOut({ id: "training", text });
  const quotations = pairQuotationMarks(reading);
  const scene = outline(reading, quotations);
  const contests = contestsOf(scene, createSubjects(scene), quotations);
  return quotes.flatMap(({ end, speaker }) => {
    const index = quotations.findIndex(({ outer }) => outer.end === end);
    if (index < 0) throw new Error(`no quotation ends at: ${text.slice(Math.max(0, end - 60), end)}`);
    if (speaker === undefined) return [];
    const { contenders } = contests[index] ?? { contenders: [] };
    const right = contenders.map(({ candidate: { phrase } }) => {
      const [start, to] = [scene.parts[phrase.from]?.start ?? 0, scene.parts[phrase.to - 1]?.end ?? 0];
      return start < speaker.end && to > speaker.start;
    });
    return right.includes(true) ? [{ contenders, right }] : [];
  });
}

/** Softmax over the contenders of each quotation, all right ones together: stochastic gradient ascent of the log-likelihood. */
function learn(lessons: readonly Lesson[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (let pass = 0; pass < PASSES; pass++) {
    const rate = RATE / (1 + 0.5 * pass);
    for (const { contenders, right } of shuffled(lessons, pass)) {
      const belief = beliefs(contenders, (feature) => weights.get(feature) ?? 0);
      const onRight = belief.reduce((sum, share, at) => sum + (right[at] ? share : 0), 0);
      contenders.forEach(({ features }, at) => {
        const share = belief[at] ?? 0;
        const pull = (right[at] ? share / Math.max(onRight, 1e-9) : 0) - share;
        if (Math.abs(pull) < 1e-6) return;
        for (const feature of features) {
          const weight = weights.get(feature) ?? 0;
          weights.set(feature, weight + rate * (pull - DECAY * weight));
        }
      });
    }
  }
  return weights;
}

/** The same order in every run: a linear congruential generator, seeded with the pass. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  const order = [...list];
  let state = seed + 1;
  for (let at = order.length - 1; at > 0; at--) {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    const other = state % (at + 1);
    const [a, b] = [order[at], order[other]];
    if (a === undefined || b === undefined) continue;
    order[at] = b;
    order[other] = a;
  }
  return order;
}

/** Share of lessons that are right when each fifth is left out of its training in turn. */
function crossValidated(lessons: readonly Lesson[]): { right: number; log: number } {
  let [right, log] = [0, 0];
  for (let fold = 0; fold < 5; fold++) {
    const weights = learn(lessons.filter((_, at) => at % 5 !== fold));
    for (const lesson of lessons.filter((_, at) => at % 5 === fold)) {
      const belief = beliefs(lesson.contenders, (feature) => weights.get(feature) ?? 0);
      const best = belief.indexOf(Math.max(...belief));
      right += lesson.right[best] ? 1 : 0;
      log += Math.log(belief.reduce((sum, share, at) => sum + (lesson.right[at] ? share : 0), 1e-9));
    }
  }
  return { right: right / lessons.length, log: log / lessons.length };
}

const root = new URL(".", import.meta.url).pathname;
const lessons = readFolder(`${root}quotes`).flatMap(lessonsOf);
const ruled = lessons.filter(({ contenders, right }) =>
  contenders.some((each, at) => each.candidate.ruled && right[at]),
);
const { right, log } = crossValidated(lessons);
const weights = [...learn(lessons)]
  .filter(([, weight]) => Math.abs(weight) >= LEAST)
  .sort(([a], [b]) => (a < b ? -1 : 1));
const rounded = Object.fromEntries(weights.map(([feature, weight]) => [feature, Math.round(weight * 1000) / 1000]));
writeFileSync(
  `${root}../src/analyse/quotes/speaker-weights.generated.json`,
  `${JSON.stringify(rounded, undefined, 1)}\n`,
);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
process.stdout.write(
  `${lessons.length} quotations, rules ${percent(ruled.length / lessons.length)}, ` +
    `ranker left-out ${percent(right)} (log ${log.toFixed(3)}), ${weights.length} weights\n`,
);
