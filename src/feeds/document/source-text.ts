import { decodeHTMLStrict } from "entities";

const UNWANTED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;

/** Without controls and non-characters: no reader should get them. */
export function withoutControls(text: string): string {
  return text.replace(UNWANTED, "");
}

/** Text with character references decoded once, and without controls. */
export function decodeReferences(text: string): string {
  if (!text.includes("&")) return text;
  const decoded = decodeHTMLStrict(text);
  // Only numbers stand for controls, no names do.
  return text.includes("&#") ? withoutControls(decoded) : decoded;
}

/** Whether a stretch of text is only spaces and ends of lines. */
export function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) > 0x20) return false;
  return true;
}

/** Where the DOCTYPE begins, outside comments; -1 when there is none. */
function doctypeIn(prolog: string): number {
  let at = prolog.indexOf("<!");
  while (at >= 0) {
    if (/^<!doctype/i.test(prolog.slice(at, at + 9))) return at;
    const end = prolog.startsWith("<!--", at) ? prolog.indexOf("-->", at + 4) : at;
    if (end < 0) return -1;
    at = prolog.indexOf("<!", end + 2);
  }
  return -1;
}

/**
 * The document from its first tag on, without controls and without its DOCTYPE: entities that a document defines for
 * itself are dropped on purpose.
 */
export function prepare(text: string): string {
  const start = text.indexOf("<");
  if (start < 0) return "";
  const clean = withoutControls(text.slice(start));
  const prolog = clean.slice(0, Math.max(0, clean.search(/<(?:[a-z]+:)?(?:rss|rdf|feed|channel|entry|item)\b/i)));
  const doctype = doctypeIn(prolog);
  if (doctype < 0) return clean;
  const end = clean.indexOf(">", doctype);
  const subset = clean.slice(doctype, end).indexOf("[");
  const subsetEnd = subset < 0 ? -1 : clean.slice(doctype).search(/\][ \t\r\n]{0,20}>/);
  const cut = subsetEnd < 0 ? end : clean.indexOf(">", doctype + subsetEnd);
  return cut < 0 ? clean : clean.slice(0, doctype) + clean.slice(cut + 1);
}
