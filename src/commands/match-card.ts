import { levelRange } from "../analyse/relevance/match.ts";
import { kindOfReason, notRelevantBecause, type ReasonKind, reasonInWords, signed } from "../cards/reasons.ts";
import { DIRECTION_WORDS } from "../cards/wording.ts";
import { type Card, card, plain, type Row, type Text } from "../model/card.ts";
import type { Level, Match, MatchLine } from "../model/findings.ts";

type Scored = Pick<Match, "score" | "level" | "direction" | "lines">;

/** Longer evidence is cut: the start of a clause is enough to find it. */
const LONGEST_EVIDENCE = 90;
const AROUND = 30;

/** The words that earned the points, marked, with a few around them. */
function excerpt(text: string, line: MatchLine): Text | undefined {
  if (line.start === undefined || line.end === undefined) return undefined;
  const bare = (part: string) => part.replace(/\s+/g, " ");
  const before = text.slice(Math.max(0, line.start - AROUND), line.start).replace(/^\S*\s/, "");
  const words = text.slice(line.start, line.end);
  const cut = words.length > LONGEST_EVIDENCE;
  const shown = cut ? words.slice(0, LONGEST_EVIDENCE).replace(/\s\S*$/, "") : words;
  const after = cut ? "" : text.slice(line.end, line.end + AROUND).replace(/\s\S*$/, "");
  return [...plain(`…${bare(before)}`), { kind: "strong", text: bare(shown) }, ...plain(`${bare(after)}…`)];
}

const HEADINGS: Readonly<Record<ReasonKind, string>> = {
  gravity: "How grave it is",
  names: "Whom and what it names",
  words: "Words of the topics",
  against: "What takes points off",
};

function lineRow(text: string, line: MatchLine): Row {
  const found = excerpt(text, line);
  const words = reasonInWords(line).replace(/^names /, "");
  return {
    heading: HEADINGS[kindOfReason(line)],
    text: [{ kind: "strong", text: signed(line.points) }, ...plain(` ${words}`)],
    ...(found === undefined ? {} : { note: found }),
  };
}

/** "alert (20 to 44)". */
function levelInWords(level: Level): string {
  const [from, to] = levelRange(level);
  if (from === undefined) return `${level} (below ${to})`;
  return to === undefined ? `${level} (from ${from})` : `${level} (${from} to ${to - 1})`;
}

/** Every line of a score with the words that earned it, by what it counts. The lines add up to the score. */
export function matchCard(title: string, match: Scored, text: string): Card {
  const counted = match.lines.filter(({ points }) => points !== 0);
  const order = Object.keys(HEADINGS);
  const place = (line: MatchLine) => order.indexOf(kindOfReason(line));
  const isRelevant = notRelevantBecause(match.lines) === undefined;
  const verdict = `Score ${match.score}, level ${levelInWords(match.level)}, ${DIRECTION_WORDS[match.direction]}.`;
  return card({
    kind: "list",
    ...(isRelevant ? { level: match.level } : {}),
    title,
    lead: plain(isRelevant ? verdict : `The words add up to ${match.score}, but it is not relevant.`),
    rows: [...counted].sort((a, b) => place(a) - place(b)).map((line) => lineRow(text, line)),
  });
}
