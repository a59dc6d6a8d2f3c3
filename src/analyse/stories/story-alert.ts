import type { Match, MatchLine } from "../../model/findings.ts";
import type { ReadItem } from "../../model/item.ts";
import type { Alert } from "../../model/story.ts";
import { levelOf } from "../relevance/match.ts";
import { countOrigins } from "./origins.ts";
import { spikeLines } from "./story-spike.ts";

/** An item of a story with what one watch makes of it. */
export type Seen = { readonly item: ReadItem; readonly match: Match };

export type StoryAlert = {
  readonly relevant: boolean;
  /** Like `basis`, found when it is asked for: most stories of a general feed are not relevant, and nobody asks. */
  readonly alert: Alert;
  /** The item that speaks for the story: the alert's lines point into its text. */
  readonly basis: ReadItem;
};

type At = Pick<Alert, "story" | "watch" | "server">;

/** At most this many points for being told by several independent origins. */
const MAX_CORROBORATION = 12;

function corroboration(origins: number): MatchLine[] {
  const points = Math.min(MAX_CORROBORATION, Math.round(4 * Math.log2(origins)));
  return points > 0 ? [{ points, what: `told by ${origins} independent origins` }] : [];
}

/** Relevant before irrelevant, then the higher score, then an original before a copy, then the newer. */
function strongest(first: Seen, others: readonly Seen[]): Seen {
  const rank = (a: Seen, b: Seen) =>
    Number(b.match.relevant) - Number(a.match.relevant) ||
    b.match.score - a.match.score ||
    Number(a.item.duplicateOf !== undefined) - Number(b.item.duplicateOf !== undefined) ||
    b.item.firstSeen.getTime() - a.item.firstSeen.getTime();
  return others.reduce((best, one) => (rank(one, best) < 0 ? one : best), first);
}

/**
 * A story through a watch: the lines of its strongest item, one for corroboration by independent origins, and one for
 * being told by many at once. Undefined when the viewer sees none of its items.
 */
export function storyAlert(at: At, seen: readonly Seen[]): StoryAlert | undefined {
  const [first, ...others] = seen;
  if (first === undefined) return undefined;
  let best: Seen | undefined;
  let alert: Alert | undefined;
  const chosen = () => {
    best ??= strongest(first, others);
    return best;
  };
  return {
    relevant: seen.some(({ match }) => match.relevant),
    get alert() {
      alert ??= alertOf(at, seen, chosen());
      return alert;
    },
    get basis() {
      return chosen().item;
    },
  };
}

function alertOf(at: At, seen: readonly Seen[], best: Seen): Alert {
  const items = seen.map(({ item }) => item);
  const { origins } = countOrigins(items);
  const ofStory = best.match.relevant ? [...corroboration(origins), ...spikeLines(items)] : [];
  const lines = [...best.match.lines, ...ofStory];
  const score = lines.reduce((sum, line) => sum + line.points, 0);
  return {
    ...at,
    relevant: best.match.relevant,
    score,
    level: levelOf(score),
    direction: best.match.direction,
    lines,
    origins,
    outlets: new Set(items.map((item) => item.outlet.name)).size,
  };
}
