import type { Match, MatchLine } from "../model/findings.ts";

const MAX_REASONS = 4;

/** "+20", "−3". */
export function signed(points: number): string {
  return `${points < 0 ? "−" : "+"}${Math.abs(points)}`;
}

const NOT_RELEVANT = "not relevant: ";

/** What a line says, for reading: "test-fire*" is written without its star. */
export function reasonInWords({ what }: MatchLine): string {
  return what.replace(/\*$/, "");
}

/** Why an item was not relevant, as its last line says it; undefined when it was. */
export function notRelevantBecause(lines: readonly MatchLine[]): string | undefined {
  return lines.find(({ what }) => what.startsWith(NOT_RELEVANT))?.what.slice(NOT_RELEVANT.length);
}

export type ReasonKind = "gravity" | "names" | "words" | "against";

/** What a line counts: how grave the news is, whom it names, the words of topics, what speaks against it. */
export function kindOfReason({ what }: MatchLine): ReasonKind {
  if (what.startsWith("names ")) return "names";
  if (/^(?:limit|less grave|speaks against it): /.test(what)) return "against";
  return /^[^:]+: /.test(what) ? "words" : "gravity";
}

const RANK: Readonly<Record<ReasonKind, number>> = { gravity: 0, names: 1, words: 2, against: 0 };

/** The reasons that weigh most, in words, and what the others add up to: "attack +40, 26 killed +20, others +15 = 75". */
export function reasonsInWords({ lines, score }: Pick<Match, "lines" | "score">): string {
  const weighty = lines
    .filter(({ points, what }) => points !== 0 && !what.startsWith("limit: "))
    .sort((a, b) => RANK[kindOfReason(a)] - RANK[kindOfReason(b)] || Math.abs(b.points) - Math.abs(a.points))
    .slice(0, MAX_REASONS);
  const rest = score - weighty.reduce((sum, { points }) => sum + points, 0);
  const words = weighty.map((line) => `${reasonInWords(line).replace(/^names /, "")} ${signed(line.points)}`);
  return `${[...words, ...(rest === 0 ? [] : [`others ${signed(rest)}`])].join(", ")} = ${score}`;
}
