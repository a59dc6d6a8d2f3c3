import type { RichTextElement, RichTextSection } from "@slack/types";
import type { Inline, Text } from "../../model/card.ts";
import { instantInWords } from "../../text/dates/day-in-words.ts";
import { safeLink } from "../link.ts";
import { cleanText } from "../untrusted.ts";

/** One run of feed text; far more than any card needs. */
const RUN_LENGTH = 3000;

/** Spans as rich text elements, which Slack never reads as markup. Empty runs are left out: Slack refuses them. */
export function richText(text: Text): RichTextElement[] {
  return text.flatMap(element);
}

/** A section of rich text, or nothing when it would be empty. */
export function richSection(text: Text): RichTextSection[] {
  const elements = richText(text);
  return elements.length === 0 ? [] : [{ type: "rich_text_section", elements }];
}

function element(span: Inline): RichTextElement[] {
  switch (span.kind) {
    case "text":
      return run(span.text);
    case "strong":
      return run(span.text).map((part) => ({ ...part, style: { bold: true } }));
    case "link":
      return link(span.text, span.url);
    case "time":
      return [time(span.at, span.style)];
    case "channel":
      return /^[CGD][A-Z0-9]+$/.test(span.id) ? [{ type: "channel", channel_id: span.id }] : run(`#${span.id}`);
  }
}

function run(text: string): { type: "text"; text: string }[] {
  const clean = cleanText(text, RUN_LENGTH);
  return clean === "" ? [] : [{ type: "text", text: clean }];
}

function link(label: string, address: string): RichTextElement[] {
  const url = safeLink(address);
  if (url === undefined) return run(label);
  const text = cleanText(label, RUN_LENGTH).trim();
  return [{ type: "link", url, ...(text === "" ? {} : { text }) }];
}

function time(at: Date, style: "relative" | "datetime"): RichTextElement {
  if (Number.isNaN(at.getTime())) return { type: "text", text: "at an unknown time" };
  return {
    type: "date",
    timestamp: Math.floor(at.getTime() / 1000),
    format: style === "relative" ? "{ago}" : "{date_short_pretty} {time}",
    fallback: instantInWords(at),
  };
}
