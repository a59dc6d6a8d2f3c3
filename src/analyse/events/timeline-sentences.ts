/** A sentence that may stand in the timeline. */
export type Candidate = {
  readonly text: string;
  readonly id: string;
  readonly words: readonly string[];
  readonly onTopic: boolean;
  /** It names the day itself; else its article was published on that day. */
  readonly mentions: boolean;
};

const FEWEST_WORDS = 6;
const MOST_WORDS = 45;
/** Sentences that share more than this with one already chosen say it again. */
const REPEATS = 0.6;
/** A sentence of which more than this stands in one chosen for another day is told already. */
const TOLD_BEFORE = 0.7;
/** No day needs more than this to choose from. */
const MOST_CANDIDATES = 400;
const STOP = new Set(
  "the a an of in on at to for and or with by from as that this it its is are was were be been has have had he she they his her their who which not but said say will would after".split(
    " ",
  ),
);

type Weighed = Candidate & { readonly vector: ReadonlyMap<string, number>; readonly norm: number };

function contentWords(candidate: Candidate): string[] {
  return candidate.words.filter((word) => !STOP.has(word));
}

/** How rare a word is among the day's candidates. */
function rarity(candidates: readonly Candidate[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const candidate of candidates)
    for (const word of new Set(candidate.words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + candidates.length / (counts.get(word) ?? 1));
}

function weigh(candidate: Candidate, rare: (word: string) => number): Weighed {
  const vector = new Map<string, number>();
  for (const word of contentWords(candidate)) vector.set(word, (vector.get(word) ?? 0) + rare(word));
  return { ...candidate, vector, norm: Math.hypot(...vector.values()) };
}

function addTo(sum: Map<string, number>, vector: ReadonlyMap<string, number>, times: number): void {
  for (const [word, value] of vector) sum.set(word, (sum.get(word) ?? 0) + times * value);
}

function dot(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [word, value] of a) sum += value * (b.get(word) ?? 0);
  return sum;
}

function shared(a: Weighed, b: Weighed): number {
  const [left, right] = [new Set(a.vector.keys()), new Set(b.vector.keys())];
  return left.intersection(right).size / Math.max(1, Math.min(left.size, right.size));
}

/** Whether another day's sentence says nearly all of one. */
function isToldBy(words: ReadonlySet<string>, vector: ReadonlyMap<string, number>): boolean {
  let common = 0;
  for (const word of vector.keys()) if (words.has(word)) common++;
  return common / Math.max(1, vector.size) > TOLD_BEFORE;
}

function eligible(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  const fitting = candidates.filter((candidate) => {
    const length = contentWords(candidate).length;
    if (length < FEWEST_WORDS || length > MOST_WORDS || seen.has(candidate.text)) return false;
    seen.add(candidate.text);
    return true;
  });
  const usable = fitting.length > 0 ? fitting : candidates.slice(0, 1);
  const onTopic = usable.filter((candidate) => candidate.onTopic);
  return (onTopic.length > 0 ? onTopic : usable).slice(0, MOST_CANDIDATES);
}

/** The sentence that brings the chosen ones nearest to the centroid of the day. */
function nextBest(
  rest: readonly Weighed[],
  chosen: ReadonlyMap<string, number>,
  centroid: ReadonlyMap<string, number>,
) {
  const chosenDot = dot(chosen, centroid);
  const chosenSquare = dot(chosen, chosen);
  let best: { readonly one: Weighed; readonly similarity: number } | undefined;
  for (const one of rest) {
    const square = chosenSquare + 2 * dot(one.vector, chosen) + one.norm ** 2;
    const similarity = (chosenDot + dot(one.vector, centroid)) / Math.sqrt(square || 1);
    if (best === undefined || similarity > best.similarity) best = { one, similarity };
  }
  return best?.one;
}

/**
 * Up to `limit` sentences of a day, chosen greedily so that together they come nearest to the TF-IDF centroid of what
 * is told about it (sentences that name the day weigh double); near repetitions are left out.
 */
export function pickSentences(
  candidates: readonly Candidate[],
  limit: number,
  told: ReadonlySet<string>[] = [],
): { text: string; id: string }[] {
  const usable = eligible(candidates);
  const rare = rarity(usable);
  const all = usable.map((candidate) => weigh(candidate, rare));
  const fresh = all.filter(({ vector }) => told.every((words) => !isToldBy(words, vector)));
  let rest = fresh.length > 0 ? fresh : all;
  const centroid = new Map<string, number>();
  for (const one of rest) addTo(centroid, one.vector, (one.mentions ? 2 : 1) / (one.norm || 1));
  const chosen = new Map<string, number>();
  const picked: Weighed[] = [];
  while (picked.length < limit && rest.length > 0) {
    const next = nextBest(rest, chosen, centroid);
    if (next === undefined) break;
    picked.push(next);
    addTo(chosen, next.vector, 1);
    rest = rest.filter((one) => one !== next && shared(one, next) < REPEATS);
  }
  told.push(...picked.map(({ vector }) => new Set(vector.keys())));
  return picked.map(({ text, id }) => ({ text, id }));
}
