import type { Match, MatchLine } from "../model/findings.ts";

const MAX_REASONS = 4;

/** "+20", "−3". */
export function signed(points: number): string {
  return `${points < 0 ? "−" : "+"}${Math.abs(points)}`;
}

/** What somebody did before whom it names, and names before words of topics: "names Kashmir", "hostilities: missile". */
function rank({ what }: MatchLine): number {
  if (what.startsWith("names ")) return 1;
  return /^(?!less grave)[\w-]+: /.test(what) ? 2 : 0;
}

/** The reasons that weigh most, in words, and what the others add up to: "attack +40, 26 killed +20, others +15 = 75". */
export function reasonsInWords({ lines, score }: Pick<Match, "lines" | "score">): string {
  const weighty = lines
    .filter(({ points, what }) => points !== 0 && !what.startsWith("limit: "))
    .sort((a, b) => rank(a) - rank(b) || Math.abs(b.points) - Math.abs(a.points))
    .slice(0, MAX_REASONS);
  const rest = score - weighty.reduce((sum, { points }) => sum + points, 0);
  const words = weighty.map(({ what, points }) => `${what.replace(/^names /, "")} ${signed(points)}`);
  return `${[...words, ...(rest === 0 ? [] : [`others ${signed(rest)}`])].join(", ")} = ${score}`;
}
