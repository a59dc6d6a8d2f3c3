import type { Quote } from "../model/findings.ts";
import { comparable, type Likeness, likeness } from "../text/same-words.ts";

/** Tellings of one quotation: the one that leads and how each other one is worded. */
export type Tellings<T> = {
  readonly lead: T;
  readonly others: readonly { readonly telling: T; readonly like: Likeness }[];
};

/** So many words in a row that two tellings share make them worth comparing. */
const SHARED_WORDS = 3;

/** A quotation in a report; `until` is set when the report has it no more. */
type Telling = Quote & { readonly until?: string };

type Group<T> = { readonly lead: T; readonly others: { telling: T; like: Likeness }[] };

/**
 * Puts the tellings of one quotation together: the same words under other marks, parts of them, and up to a fifth of
 * the words changed. Two people are never put together, whatever they say. `speakerOf` tells who is surely named.
 * The others of a group keep their order.
 */
export function groupTellings<T extends Telling>(
  tellings: readonly T[],
  speakerOf: (quote: T) => string | undefined,
): Tellings<T>[] {
  const groups: Group<T>[] = [];
  const byRun = new Map<string, Set<Group<T>>>();
  for (const { telling, words } of fullestFirst(tellings, speakerOf)) {
    const runs = runsOf(words);
    const known = groupOf(new Set(runs.flatMap((run) => [...(byRun.get(run) ?? [])])), telling, speakerOf);
    if (known !== undefined) {
      known.group.others.push({ telling, like: known.like });
      continue;
    }
    const group: Group<T> = { lead: telling, others: [] };
    groups.push(group);
    for (const run of runs) byRun.set(run, (byRun.get(run) ?? new Set()).add(group));
  }
  const order = new Map(tellings.map((telling, at) => [telling, at]));
  const placeOf = ({ telling }: { telling: T }) => order.get(telling) ?? 0;
  return groups.map(({ lead, others }) => ({ lead, others: others.sort((a, b) => placeOf(a) - placeOf(b)) }));
}

/** Those that still stand first, of them those with a sure speaker, then the longest, then the wording most have. */
function fullestFirst<T extends Telling>(tellings: readonly T[], speakerOf: (quote: T) => string | undefined) {
  const compared = tellings.map((telling) => ({ telling, words: comparable(telling.text) }));
  const alike = Map.groupBy(compared, ({ words }) => words.join(" "));
  const read = compared.map(({ telling, words }) => ({
    telling,
    words,
    often: alike.get(words.join(" "))?.length ?? 0,
    standing: telling.until === undefined ? 1 : 0,
    named: speakerOf(telling) === undefined ? 0 : 1,
  }));
  return read.sort(
    (a, b) =>
      b.standing - a.standing ||
      b.named - a.named ||
      b.words.length - a.words.length ||
      b.often - a.often ||
      b.telling.confidence - a.telling.confidence,
  );
}

/** Runs of words by which tellings find each other; the whole of a short one. */
function runsOf(words: readonly string[]): string[] {
  if (words.length <= SHARED_WORDS) return [words.join("")];
  return words.slice(0, 1 - SHARED_WORDS).map((_, at) => words.slice(at, at + SHARED_WORDS).join(""));
}

function groupOf<T extends Telling>(
  groups: ReadonlySet<Group<T>>,
  telling: T,
  speakerOf: (quote: T) => string | undefined,
): { group: Group<T>; like: Likeness } | undefined {
  const speaker = speakerOf(telling);
  for (const group of groups) {
    const other = speakerOf(group.lead);
    if (speaker !== undefined && other !== undefined && speaker !== other) continue;
    const like = likeness(group.lead.text, telling.text);
    if (like !== undefined) return { group, like };
  }
  return undefined;
}
