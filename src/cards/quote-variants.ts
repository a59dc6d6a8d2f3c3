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
type Telling = Quote & { readonly item?: string; readonly until?: string };
type SpeakerOf<T> = (quote: T) => string | undefined;

type Group<T> = {
  readonly lead: T;
  readonly words: readonly string[];
  readonly others: { telling: T; like: Likeness }[];
};

/**
 * Puts the tellings of one quotation together: the same words under other marks, parts of them, and up to a fifth of
 * the words changed. Two people are never put together, whatever they say; nor are two sentences of one report that
 * differ by a word. `speakerOf` tells who is surely named. The others of a group keep their order.
 */
export function groupTellings<T extends Telling>(tellings: readonly T[], speakerOf: SpeakerOf<T>): Tellings<T>[] {
  const groups: Group<T>[] = [];
  const byRun = new Map<string, Set<Group<T>>>();
  for (const same of verbatim(tellings, speakerOf)) {
    const runs = runsOf(same.words);
    const near = new Set(runs.flatMap((run) => [...(byRun.get(run) ?? [])]));
    const known = closest(near, same, speakerOf);
    if (known !== undefined) {
      const { group, like } = known;
      group.others.push({ telling: same.lead, like }, ...same.others.map(({ telling }) => ({ telling, like })));
      continue;
    }
    groups.push(same);
    for (const run of runs) byRun.set(run, (byRun.get(run) ?? new Set()).add(same));
  }
  const order = new Map(tellings.map((telling, at) => [telling, at]));
  const placeOf = ({ telling }: { telling: T }) => order.get(telling) ?? 0;
  return groups.map(({ lead, others }) => ({ lead, others: others.sort((a, b) => placeOf(a) - placeOf(b)) }));
}

/** The tellings by their words, the fullest first; those in the same words are one group. */
function verbatim<T extends Telling>(tellings: readonly T[], speakerOf: SpeakerOf<T>): Group<T>[] {
  const byWords = new Map<string, Group<T>[]>();
  return fullestFirst(tellings, speakerOf).flatMap(({ telling, words }) => {
    const key = words.join("");
    const alike = byWords.get(key) ?? [];
    const known = alike.find(({ lead }) => mayBeOne(speakerOf(lead), speakerOf(telling)));
    if (known !== undefined) {
      known.others.push({ telling, like: "same" });
      return [];
    }
    const group: Group<T> = { lead: telling, words, others: [] };
    byWords.set(key, [...alike, group]);
    return [group];
  });
}

function mayBeOne(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}

/** Those that still stand first, of them those with a sure speaker, then the longest, then the wording most have. */
function fullestFirst<T extends Telling>(tellings: readonly T[], speakerOf: SpeakerOf<T>) {
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

/** The group that tells the same: one that holds the words as a part goes before one that has some changed. */
function closest<T extends Telling>(
  groups: ReadonlySet<Group<T>>,
  same: Group<T>,
  speakerOf: SpeakerOf<T>,
): { group: Group<T>; like: Likeness } | undefined {
  const speaker = speakerOf(same.lead);
  const alike = [...groups].flatMap((group) => {
    if (!mayBeOne(speaker, speakerOf(group.lead))) return [];
    const like = likeness(group.lead.text, same.lead.text);
    return like === undefined || (like === "reworded" && shareReport(group, same)) ? [] : [{ group, like }];
  });
  return alike.find(({ like }) => like !== "reworded") ?? alike[0];
}

function shareReport<T extends Telling>(one: Group<T>, other: Group<T>): boolean {
  return reportsOf(one).intersection(reportsOf(other)).size > 0;
}

/** The reports that have the words now. */
function reportsOf<T extends Telling>({ lead, others }: Group<T>): Set<string> {
  const standing = [lead, ...others.map(({ telling }) => telling)].filter(({ until }) => until === undefined);
  return new Set(standing.flatMap(({ item }) => item ?? []));
}
