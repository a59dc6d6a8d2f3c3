import { withoutControls } from "./source-text.ts";

type Attributes = ReadonlyMap<string, string>;

/** Characters kept of one text. */
const MAX_TEXT = 256 * 1024;

function decodeBase64(text: string): string {
  const compact = text.replace(/\s+/g, "");
  if (compact === "" || compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) return text;
  try {
    return withoutControls(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(compact, "base64")));
  } catch {
    return text;
  }
}

/** Atom lets content of foreign types, and of mode base64, be written in base64. */
function isBase64(attributes: Attributes): boolean {
  if (attributes.get("mode") === "base64") return true;
  const type = attributes.get("type") ?? "";
  return /^(?:application|image|audio|video)\//.test(type) && !/xml|html|json/.test(type);
}

/** Atom wraps XHTML into one `div` that is not part of it (RFC 4287, 3.1.1.3). */
function unwrap(markup: string): string {
  return /^<(?:[\w-]+:)?div\b[^>]*>([\s\S]*)<\/(?:[\w-]+:)?div>$/.exec(markup)?.[1] ?? markup;
}

/** The content of an element that holds markup: the source between its tags, CDATA sections opened. */
export function markupText(slice: string, attributes: Attributes): string {
  const opened = slice.includes("<![CDATA[") ? slice.replaceAll("<![CDATA[", "").replaceAll("]]>", "") : slice;
  const markup = opened.trim();
  return capped(attributes.get("type") === "xhtml" ? unwrap(markup) : markup);
}

/** The content of an element that holds text only, its references decoded; base64 is decoded when it is announced. */
export function plainText(written: string, attributes: Attributes): string {
  const text = written.trim();
  return capped(attributes.size > 0 && isBase64(attributes) ? decodeBase64(text) : text);
}

function capped(decoded: string): string {
  return decoded.length > MAX_TEXT ? decoded.slice(0, MAX_TEXT).toWellFormed() : decoded;
}
