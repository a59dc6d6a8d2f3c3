import { DIRECTION_WORDS } from "../cards/wording.ts";
import { type Card, card, plain, type Row } from "../model/card.ts";
import type { Match, MatchLine } from "../model/findings.ts";

type Scored = Pick<Match, "score" | "level" | "direction" | "lines">;

function excerpt(text: string, line: MatchLine): string | undefined {
  if (line.start === undefined || line.end === undefined) return undefined;
  const before = text.slice(Math.max(0, line.start - 30), line.start).replace(/^\S*\s/, "");
  const after = text.slice(line.end, line.end + 30).replace(/\s\S*$/, "");
  return `…${before}${text.slice(line.start, line.end)}${after}…`.replace(/\s+/g, " ");
}

function lineRow(text: string, line: MatchLine): Row {
  const found = excerpt(text, line);
  const sign = line.points < 0 ? "−" : "+";
  return {
    text: [{ kind: "strong", text: `${sign}${Math.abs(line.points)}` }, ...plain(` ${line.what}`)],
    ...(found === undefined ? {} : { note: plain(found) }),
  };
}

/** Every line of a score with the words that earned it. The lines add up to the score. */
export function matchCard(title: string, match: Scored, text: string): Card {
  return card({
    kind: "list",
    level: match.level,
    title,
    lead: plain(`Score ${match.score}, level ${match.level}, ${DIRECTION_WORDS[match.direction]}.`),
    rows: match.lines.map((line) => lineRow(text, line)),
  });
}
