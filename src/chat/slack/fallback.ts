import type { Card, Inline, Text } from "../../model/card.ts";
import { instantInWords } from "../../text/dates/day-in-words.ts";
import { cut } from "../cut.ts";
import { levelLabel } from "../level.ts";
import { cleanText } from "../untrusted.ts";

/** https://docs.slack.dev/reference/methods/chat.postMessage advises 4,000. */
const TEXT_LENGTH = 3000;

/** Level, title and lead in one line, with the three characters escaped that Slack reads as markup. */
export function fallback(cards: readonly Card[]): string {
  const lines = cards.map((card) => {
    const level = card.level === undefined ? [] : [levelLabel(card.level)];
    return cleanText([...level, card.title, inWords(card.lead ?? [])].filter((part) => part !== "").join(" · "));
  });
  return escapeText(cut(lines.join("\n").trim(), TEXT_LENGTH) || "sitrep");
}

function spanInWords(span: Inline): string {
  if (span.kind === "time") return instantInWords(span.at);
  return span.kind === "channel" ? `#${span.id}` : span.text;
}

/** The words of spans, without links and marks. */
export function inWords(text: Text): string {
  return text.map(spanInWords).join("");
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
