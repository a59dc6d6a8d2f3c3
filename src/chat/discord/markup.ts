import type { Inline, Text } from "../../model/card.ts";
import { cut } from "../cut.ts";
import { safeLink } from "../link.ts";
import { cleanText } from "../untrusted.ts";

/** Characters that mean something wherever they stand; a backslash before them takes the meaning away. */
const INLINE = /[\\*_~`|[\]<>#]/g;

/** Marks that begin a list or small text when they are the first on a line. */
const LINE_START = /^( *(?:\d+(?=[.)]))?)([-+.)])/gm;

/** The colon of an address or an emoji name: without it neither is recognised. */
const COLON = /:(?=\/\/|[\w+-]+:)/g;

/** A mention of everyone has no escape; a zero-width space inside breaks it. */
const EVERYONE = /@(?=everyone|here)/gi;

/** Untrusted text as Discord markup that shows exactly that text: nothing is bold, linked, listed or mentioned. */
export function escapeMarkup(text: string): string {
  return text.replace(INLINE, "\\$&").replace(LINE_START, "$1\\$2").replace(COLON, "\\:").replace(EVERYONE, "@\u200b");
}

/** Escaped text in at most `max` characters, markup included. Escapes are never cut in two. */
export function escapedWithin(text: string, max: number): string {
  const clean = cleanText(text);
  let room = Math.min(clean.length, Math.max(0, max));
  for (;;) {
    const escaped = escapeMarkup(cut(clean, room));
    if (escaped.length <= max || room <= 0) return escaped.length <= max ? escaped : "";
    room -= Math.max(1, Math.ceil((escaped.length - max) / 2));
  }
}

function timeMarkup(at: Date, style: "relative" | "datetime"): string {
  const seconds = Math.floor(at.getTime() / 1000);
  return Number.isSafeInteger(seconds) ? `<t:${seconds}:${style === "relative" ? "R" : "f"}>` : "";
}

/** The span's text between two pieces of own markup; the text alone where that does not fit. */
function wrapped(text: string, max: number, [before, after]: readonly [string, string]): string {
  const inner = escapedWithin(text, max - before.length - after.length);
  return inner.trim() === "" ? escapedWithin(text, max) : `${before}${inner}${after}`;
}

function linkMarkup(label: string, url: string, max: number): string {
  const link = safeLink(url);
  const text = cleanText(label).replace(/\s+/gu, " ").trim();
  if (link === undefined) return escapedWithin(text, max);
  return wrapped(text === "" ? new URL(link).hostname : text, max, ["[", `](<${link}>)`]);
}

function spanMarkup(span: Inline, max: number): string {
  switch (span.kind) {
    case "text":
      return escapedWithin(span.text, max);
    case "strong":
      return wrapped(span.text.trim(), max, ["**", "**"]);
    case "link":
      return linkMarkup(span.text, span.url, max);
    case "time":
      return timeMarkup(span.at, span.style);
    case "channel":
      return /^\d{15,20}$/.test(span.id) ? `<#${span.id}>` : escapedWithin(`#${span.id}`, max);
  }
}

/** A text as Discord markup of at most `max` characters; spans that do not fit any more are left out. */
export function textMarkup(text: Text, max: number): string {
  let markup = "";
  for (const span of text) {
    const piece = spanMarkup(span, max - markup.length);
    if (piece.length > max - markup.length) break;
    markup += piece;
  }
  return markup;
}
