import type { Card, Inline, Text } from "../model/card.ts";

function inline(span: Inline): string {
  if (span.kind === "channel") return `#${span.id}`;
  return span.kind === "time" ? `${span.at.toISOString().slice(0, 16).replace("T", " ")} UTC` : span.text;
}

function words(text: Text): string {
  return text.map(inline).join("");
}

/** A card as plain text for a terminal; control characters of feed text are left out. */
export function cardText(card: Card): string {
  const lines = [card.level === undefined ? card.title : `${card.level.toUpperCase()} ${card.title}`];
  if (card.lead && card.lead.length > 0) lines.push(words(card.lead));
  for (const { text, speaker = "speaker not identified", role, source, note } of card.quotes) {
    const by = role === undefined ? speaker : `${speaker}, ${role}`;
    lines.push(`  “${text}”`, `    ${by} · ${words(source)}${note === undefined ? "" : ` · ${note}`}`);
  }
  for (const fact of card.facts) lines.push(`  ${fact.name}: ${words(fact.value).replaceAll("\n", "; ")}`);
  let heading: string | undefined;
  for (const row of card.rows) {
    if (row.heading !== undefined && row.heading !== heading) lines.push(`  ${row.heading}`);
    heading = row.heading;
    const sign = row.sign === undefined ? "" : `${row.sign} `;
    lines.push(`    ${sign}${words(row.text)}${row.note === undefined ? "" : ` [${words(row.note)}]`}`);
  }
  if (card.footer) lines.push(words(card.footer));
  return lines.join("\n").replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, "");
}
