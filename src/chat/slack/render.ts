import type {
  ActionsBlock,
  ContextBlock,
  HeaderBlock,
  KnownBlock,
  RichTextBlock,
  RichTextBlockElement,
} from "@slack/types";
import type { Action, Card, CardQuote, CardSource, Row, Text } from "../../model/card.ts";
import { cut } from "../cut.ts";
import { fitCard } from "../fit.ts";
import { encodeAction } from "../invocation-code.ts";
import { levelLabel } from "../level.ts";
import { cleanText } from "../untrusted.ts";
import { fallback, inWords } from "./fallback.ts";
import { richSection, richText } from "./rich-text.ts";

/** A message for Slack: blocks, and the text that notifications and screen readers use. */
export type Rendered = { readonly text: string; readonly blocks: KnownBlock[] };

// https://docs.slack.dev/reference/block-kit/blocks
const HEADER_LENGTH = 150;
const CONTEXT_LENGTH = 2000;
const BUTTONS = 25;
const BUTTON_LENGTH = 75;
const VALUE_LENGTH = 2000;
const BLOCKS = 50;
/** Slack refuses a message whose blocks hold more than about 13,200 characters. */
const CHARACTERS = 12_000;
const CARDS = 5;

/** The cards as one Slack message within every limit. Feed text stands only where Slack reads no markup. Never throws. */
export function renderCards(cards: readonly Card[]): Rendered {
  const shown = cards.slice(0, CARDS);
  const share = (of: number) => Math.floor(of / Math.max(1, shown.length));
  const room = { characters: share(CHARACTERS), blocks: share(BLOCKS) };
  return { text: fallback(shown), blocks: shown.flatMap((card) => blocksWithin(card, room)) };
}

/** When a very long title and its buttons leave no room, the header alone is sent: it always fits. */
function blocksWithin(card: Card, room: Room): KnownBlock[] {
  const fits = (blocks: readonly KnownBlock[]) => blocks.length <= room.blocks && characters(blocks) <= room.characters;
  const blocks = blocksOf(fitCard(card, (smaller) => fits(blocksOf(smaller))));
  return fits(blocks) ? blocks : [header(card)];
}

type Room = { readonly characters: number; readonly blocks: number };

function blocksOf(card: Card): KnownBlock[] {
  return [
    header(card),
    ...rich(fullTitle(card)),
    ...rich(richSection(card.lead ?? [])),
    ...rich(card.facts.flatMap((fact) => richSection([{ kind: "strong", text: `${fact.name}: ` }, ...fact.value]))),
    ...card.quotes.flatMap((quote) => rich(quoteElements(quote))),
    ...rowBlocks(card),
    ...rich(sourceElements(card)),
    ...context(footerOf(card)),
    ...buttons(card.actions),
  ] satisfies KnownBlock[];
}

function header(card: Card): HeaderBlock {
  return { type: "header", text: { type: "plain_text", text: cut(headline(card), HEADER_LENGTH), emoji: false } };
}

/** A title too long for a header stands below it in full. */
function fullTitle(card: Card): RichTextBlockElement[] {
  return headline(card).length <= HEADER_LENGTH ? [] : richSection([{ kind: "strong", text: card.title }]);
}

function headline(card: Card): string {
  const words = [card.level === undefined ? "" : levelLabel(card.level), cleanText(card.title).trim() || "Untitled"];
  return words
    .filter((word) => word !== "")
    .join(" · ")
    .replaceAll("\n", " ");
}

function rich(elements: RichTextBlockElement[]): RichTextBlock[] {
  return elements.length === 0 ? [] : [{ type: "rich_text", elements }];
}

function quoteElements(quote: CardQuote): RichTextBlockElement[] {
  const speaker = [quote.speaker ?? "speaker not identified", quote.role].filter((part) => part !== undefined);
  const elements = richText([
    { kind: "text", text: `“${quote.text}”\n— ` },
    { kind: "strong", text: speaker.join(", ") },
    ...(quote.source.length === 0 ? [] : [{ kind: "text", text: " · " } as const, ...quote.source]),
    ...(quote.note === undefined ? [] : [{ kind: "text", text: ` · ${quote.note}` } as const]),
  ]);
  return [{ type: "rich_text_quote", elements }];
}

/** The days of a timeline stand apart, a block for each. */
function rowBlocks({ kind, rows }: Card): RichTextBlock[] {
  if (kind !== "timeline") return rich(rowElements(rows));
  const days: Row[][] = [];
  for (const row of rows) {
    const day = days.at(-1);
    if (day !== undefined && day.at(-1)?.heading === row.heading) day.push(row);
    else days.push([row]);
  }
  return days.flatMap((day) => rich(rowElements(day)));
}

/** Rows under one heading make one list. */
function rowElements(rows: readonly Row[]): RichTextBlockElement[] {
  const elements: RichTextBlockElement[] = [];
  let heading: string | undefined;
  for (const row of rows) {
    if (row.heading !== undefined && row.heading !== heading) {
      elements.push(...richSection([{ kind: "strong", text: row.heading }]));
    }
    const isNewGroup = row.heading !== heading;
    heading = row.heading;
    const items = richSection([
      ...(row.sign === undefined ? [] : [{ kind: "text", text: `${row.sign} ` } as const]),
      ...row.text,
      ...(row.note === undefined ? [] : [{ kind: "text", text: " · " } as const, ...row.note]),
    ]);
    const last = elements.at(-1);
    if (!isNewGroup && last?.type === "rich_text_list") last.elements.push(...items);
    else if (items.length > 0) elements.push({ type: "rich_text_list", style: "bullet", elements: items });
  }
  return elements;
}

function sourceElements(card: Card): RichTextBlockElement[] {
  const isListed = card.url === undefined || card.sources.some((source) => source.url === card.url);
  const sources: CardSource[] = [...(isListed ? [] : [{ label: "Open", url: card.url }]), ...card.sources];
  if (sources.length === 0) return [];
  return richSection(
    sources.flatMap((source, at): Text => [{ kind: "text", text: at === 0 ? "" : " · " }, ...sourceText(source)]),
  );
}

function sourceText(source: CardSource): Text {
  const label =
    source.url === undefined
      ? { kind: "text" as const, text: source.label }
      : { kind: "link" as const, text: source.label, url: source.url };
  const domain = source.domain === undefined || source.domain === source.label ? "" : ` (${source.domain})`;
  if (source.at === undefined) return [label, { kind: "text", text: domain }];
  return [label, { kind: "text", text: `${domain} ` }, { kind: "time", at: source.at, style: "relative" }];
}

function footerOf(card: Card): string {
  const page = card.page === undefined || card.page.of <= 1 ? "" : `page ${card.page.number} of ${card.page.of}`;
  return [inWords(card.footer ?? []), page].filter((part) => part !== "").join(" · ");
}

function context(words: string): ContextBlock[] {
  const text = cleanText(words, CONTEXT_LENGTH).trim();
  return text === "" ? [] : [{ type: "context", elements: [{ type: "plain_text", text, emoji: false }] }];
}

function buttons(actions: readonly Action[]): ActionsBlock[] {
  const elements = actions.slice(0, BUTTONS).flatMap((action, at) => {
    const value = encodeAction(action, VALUE_LENGTH);
    const label = cleanText(action.label, BUTTON_LENGTH).trim();
    if (value === undefined || label === "") return [];
    const text = { type: "plain_text" as const, text: label, emoji: false };
    const action_id = `${action.page === undefined ? RUN_ACTION : PAGE_ACTION}${at}`;
    return [{ type: "button" as const, action_id, value, text }];
  });
  return elements.length === 0 ? [] : [{ type: "actions", elements }];
}

/** How the action_id of a button begins: it runs a command, or turns a page. Which one, stands in its value. */
const RUN_ACTION = "sitrep.run.";
export const PAGE_ACTION = "sitrep.page.";

/** What a reader of the blocks sees, in UTF-16 code units. */
function characters(blocks: readonly KnownBlock[]): number {
  let sum = 0;
  JSON.stringify(blocks, (name, value: unknown) => {
    if (name === "text" && typeof value === "string") sum += value.length;
    return value;
  });
  return sum;
}
