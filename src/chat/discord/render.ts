import type {
  APIActionRowComponent,
  APIButtonComponentWithCustomId,
  APIComponentInMessageActionRow,
  APIEmbed,
  APIEmbedField,
} from "discord.js";
import type { Action, Card, CardQuote, CardSource, Row, Text } from "../../model/card.ts";
import type { Level } from "../../model/findings.ts";
import { cut } from "../cut.ts";
import { fitCard } from "../fit.ts";
import { encodeAction } from "../invocation-code.ts";
import { levelLabel } from "../level.ts";
import { safeLink } from "../link.ts";
import { cleanText } from "../untrusted.ts";
import { LIMITS } from "./limits.ts";
import { escapedWithin, escapeMarkup, textMarkup } from "./markup.ts";

/** What is shown of a message: no untrusted text outside of embeds and button labels. */
export type Message = {
  readonly content?: string;
  readonly embeds: APIEmbed[];
  readonly components: APIActionRowComponent<APIComponentInMessageActionRow>[];
};

const COLOURS: Readonly<Record<Level, number>> = { flash: 0xd32f2f, urgent: 0xef6c00, alert: 0xf9a825, info: 0x1976d2 };

const MAX_LEAD = 3_000;
const MAX_QUOTE = 900;
const MAX_ROW = 600;
const MAX_FOOTER = 600;
const MAX_INLINE_FACT = 60;

const BUTTON = 2;
const ROW = 1;
const SECONDARY = 2;

/** A card as a message in a channel. `reference` goes into the footer, where it is found again in the channel's history. */
export function renderPost(card: Card, reference: string): Message {
  const loud = card.kind === "alert" && (card.level === "flash" || card.level === "urgent");
  return {
    // Notifications show only this line, so the loud levels have one.
    ...(loud && card.level !== undefined ? { content: levelLabel(card.level) } : {}),
    embeds: [embedOf(card, { total: LIMITS.embedTotal, reference })],
    components: rowsOf(card.actions.flatMap(buttonOf)),
  };
}

/** The cards that answer a command. */
export function renderReply(cards: readonly Card[]): Message {
  const shown = cards.slice(0, LIMITS.embeds);
  const total = Math.floor(LIMITS.embedTotal / Math.max(1, shown.length));
  const embeds = shown.map((card) => embedOf(card, { total }));
  const buttons = shown.flatMap((card) => card.actions.flatMap(buttonOf));
  return { embeds: embeds.map(withoutRepeatedUrl), components: rowsOf(buttons) };
}

/** Embeds with one address would be merged into one. */
function withoutRepeatedUrl(embed: APIEmbed, at: number, all: readonly APIEmbed[]): APIEmbed {
  const { url, ...rest } = embed;
  return url === undefined || all.findIndex((other) => other.url === url) < at ? rest : embed;
}

/** The part of a footer by which a post is found again. */
export function footerMark(reference: string): string {
  return `sitrep · ${reference}`;
}

type Frame = { readonly total: number; readonly reference?: string };

function embedOf(card: Card, frame: Frame): APIEmbed {
  const shown = fitCard(card, (shorter) => fits(draw(shorter, frame), frame));
  const drawn = draw(shown, frame);
  return fits(drawn, frame) ? drawn : { title: cut(drawn.title ?? "", Math.floor(frame.total / 2)) };
}

/** Whether an embed keeps all of Discord's limits that draw() does not keep by itself. */
function fits(embed: APIEmbed, { total }: Frame): boolean {
  const fields = embed.fields ?? [];
  const texts = [
    embed.title,
    embed.description,
    embed.author?.name,
    embed.footer?.text,
    ...fields.flatMap((field) => [field.name, field.value]),
  ];
  const length = texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
  if (length > total || fields.length > LIMITS.fields) return false;
  return (embed.description?.length ?? 0) <= LIMITS.description && fields.every(isFieldWithin);
}

function isFieldWithin(field: APIEmbedField): boolean {
  return field.value.length <= LIMITS.fieldValue && field.name.length <= LIMITS.fieldName;
}

function draw(card: Card, frame: Frame): APIEmbed {
  const url = card.url === undefined ? undefined : safeLink(card.url);
  const description = descriptionOf(card);
  const fields = [...factFields(card), ...sourceField(card.sources)];
  const page = card.page && card.page.of > 1 ? `Page ${card.page.number} of ${card.page.of}` : undefined;
  const reference = frame.reference === undefined ? undefined : footerMark(frame.reference);
  const footer = [page, reference].filter((part) => part !== undefined).join(" · ");
  return {
    title: escapedWithin(oneLine(card.title), LIMITS.title) || "Untitled",
    ...(url === undefined ? {} : { url }),
    ...(card.level === undefined ? {} : { author: { name: levelLabel(card.level) }, color: COLOURS[card.level] }),
    ...(description === "" ? {} : { description }),
    ...(fields.length === 0 ? {} : { fields }),
    ...(footer === "" ? {} : { footer: { text: footer } }),
  };
}

function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, " ").trim();
}

function descriptionOf(card: Card): string {
  const lead = card.lead === undefined ? "" : textMarkup(card.lead, MAX_LEAD);
  const footer = card.footer === undefined ? "" : textMarkup(oneLineText(card.footer), MAX_FOOTER);
  const parts = [lead, ...card.quotes.map(quoteMarkup), rowsMarkup(card.rows), footer === "" ? "" : `-# ${footer}`];
  return parts.filter((part) => part.trim() !== "").join("\n\n");
}

/** Line feeds would end a small-print line or a list entry. */
function oneLineText(text: Text): Text {
  return text.map((span) =>
    span.kind === "time" || span.kind === "channel" ? span : { ...span, text: span.text.replace(/\s+/gu, " ") },
  );
}

function quoteMarkup(quote: CardQuote): string {
  const words = escapedWithin(oneLine(quote.text), MAX_QUOTE);
  const speaker = quote.speaker === undefined ? "speaker not identified" : oneLine(quote.speaker);
  const who = quote.speaker === undefined ? speaker : `**${escapedWithin(speaker, 200)}**`;
  const role = quote.role === undefined ? "" : `, ${escapedWithin(oneLine(quote.role), 200)}`;
  const source = textMarkup(oneLineText(quote.source), MAX_ROW);
  const note = quote.note === undefined ? "" : escapedWithin(oneLine(quote.note), 200);
  return `> “${words}”\n${[`— ${who}${role}`, source, note].filter((part) => part !== "").join(" · ")}`;
}

function rowMarkup(row: Row): string {
  const note = row.note === undefined ? "" : textMarkup(oneLineText(row.note), MAX_ROW);
  const text = textMarkup(oneLineText(row.text), MAX_ROW);
  const line = `${row.sign === undefined ? "•" : escapeMarkup(row.sign)} ${text}`;
  return note === "" ? line : `${line}\n-# ${note}`;
}

/** One line per row; rows with one heading stand below it. */
function rowsMarkup(rows: readonly Row[]): string {
  const lines: string[] = [];
  let heading: string | undefined;
  for (const row of rows) {
    if (row.heading !== heading && row.heading !== undefined)
      lines.push(`**${escapedWithin(oneLine(row.heading), 200)}**`);
    heading = row.heading;
    lines.push(rowMarkup(row));
  }
  return lines.join("\n");
}

function factFields(card: Card): APIEmbedField[] {
  return card.facts.flatMap((fact) => {
    const name = escapedWithin(oneLine(fact.name), LIMITS.fieldName);
    const value = textMarkup(fact.value, LIMITS.fieldValue);
    return name === "" || value.trim() === "" ? [] : [{ name, value, inline: value.length <= MAX_INLINE_FACT }];
  });
}

function sourceField(sources: readonly CardSource[]): APIEmbedField[] {
  const value = sources.map(sourceMarkup).join("\n");
  return value.trim() === "" ? [] : [{ name: "Sources", value, inline: false }];
}

function sourceMarkup({ label, domain, url, at }: CardSource): string {
  const name: Text = url === undefined ? [{ kind: "text", text: label }] : [{ kind: "link", text: label, url }];
  const where: Text = domain === undefined ? [] : [{ kind: "text", text: ` (${domain})` }];
  const when: Text =
    at === undefined
      ? []
      : [
          { kind: "text", text: " " },
          { kind: "time", at, style: "relative" },
        ];
  return textMarkup(oneLineText([...name, ...where, ...when]), LIMITS.fieldValue);
}

function buttonOf(action: Action): APIButtonComponentWithCustomId[] {
  const code = encodeAction(action);
  const label = cut(oneLine(action.label), LIMITS.buttonLabel);
  return code === undefined || label === "" ? [] : [{ type: BUTTON, style: SECONDARY, label, custom_id: code }];
}

/** Buttons in rows of five; two buttons that do the same are one. */
function rowsOf(buttons: readonly APIButtonComponentWithCustomId[]): Message["components"] {
  const distinct = [...new Map(buttons.map((button) => [button.custom_id, button])).values()];
  const rows: Message["components"] = [];
  for (let at = 0; at < distinct.length && rows.length < LIMITS.rows; at += LIMITS.buttonsPerRow)
    rows.push({ type: ROW, components: distinct.slice(at, at + LIMITS.buttonsPerRow) });
  return rows;
}
