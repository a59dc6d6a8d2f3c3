import iconv from "iconv-lite";
import { detectAll } from "jschardet";

/** Names in the wild, and what they mean. The subsets are read as the sets that they are part of. */
const ALIASES: Readonly<Record<string, string>> = {
  "latin-1": "windows-1252",
  latin1: "windows-1252",
  ascii: "windows-1252",
  "us-ascii": "windows-1252",
  "iso-8859-1": "windows-1252",
  gb2312: "gb18030",
  gbk: "gb18030",
  "x-sjis": "shift_jis",
  cp932: "shift_jis",
  cp874: "windows-874",
  "unicode-1-1-utf-8": "utf-8",
  utf8: "utf-8",
};

/** Runtime tables that miss rows: windows-949 inside euc-kr, the Hong Kong rows of big5. */
const BY_ICONV = new Set(["euc-kr", "ks_c_5601-1987", "ks_c_5601-1989", "cp949", "big5", "big5-hkscs"]);

/**
 * What feeds without a declaration may be in: the charsets of the web. The detector also thinks of old desktop machines,
 * which feeds never come from, and weighing each takes its time.
 */
const DETECTABLE =
  "windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255 windows-1256 windows-1257 windows-1258 windows-874 iso-8859-2 iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-8 iso-8859-9 koi8-r koi8-u shift_jis euc-jp iso-2022-jp euc-kr cp949 gb18030 gb2312 big5 big5hkscs".split(
    " ",
  );

/** How far a declaration is looked for, and how much of a document the detector sees. */
const DECLARATION_BYTES = 1024;
const DETECTOR_BYTES = 16 * 1024;

function startsWith(bytes: Uint8Array, ...start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, littleEndian);
    if (code !== 0xfeff) text.push(code > 0x10ffff ? "\ufffd" : String.fromCodePoint(code));
  }
  return text.join("").toWellFormed();
}

/** A byte-order mark, or the zero bytes around `<` and `?` that wide units leave. */
function byShape(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, 0, 0, 0xfe, 0xff) || startsWith(bytes, 0, 0, 0, 0x3c)) return "utf-32be";
  if (startsWith(bytes, 0xff, 0xfe, 0, 0) || startsWith(bytes, 0x3c, 0, 0, 0)) return "utf-32le";
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return "utf-8";
  if (startsWith(bytes, 0xfe, 0xff) || startsWith(bytes, 0, 0x3c, 0)) return "utf-16be";
  if (startsWith(bytes, 0xff, 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0 && bytes[3] === 0)) return "utf-16le";
  return undefined;
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** UTF-8 with a few bad bytes, which become U+FFFD. Text of another charset has hardly a valid sequence in it. */
function mostlyUtf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder("utf-8").decode(bytes);
  let [good, bad] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0xfffd) bad++;
    else if (unit > 0x7f) good++;
  }
  return good > bad * 5 ? text : undefined;
}

function normalName(label: string | undefined): string | undefined {
  const name = label?.trim().toLowerCase();
  return name === undefined ? undefined : (ALIASES[name] ?? name);
}

function fromHeader(contentType: string | undefined): string | undefined {
  return normalName(contentType && /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1]);
}

function fromDeclaration(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, DECLARATION_BYTES)).toString(
    "latin1",
  );
  return normalName(/<\?xml[^>]{0,200}?\bencoding\s*=\s*["']\s*([\w.:-]+)/i.exec(head)?.[1]);
}

/** Decodes by name; undefined when nobody knows the name, or the bytes show that it is wrong. */
function decodeAs(bytes: Uint8Array, charset: string | undefined): string | undefined {
  if (charset === undefined) return undefined;
  if (charset === "utf-32be" || charset === "utf-32le") return decodeUtf32(bytes, charset === "utf-32le");
  if (BY_ICONV.has(charset)) return iconv.decode(Buffer.from(bytes), charset === "big5" ? "big5hkscs" : "cp949");
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return iconv.encodingExists(charset) ? iconv.decode(Buffer.from(bytes), charset) : undefined;
  }
}

/** Words about wide units are void when the bytes are not wide; words about UTF-8 when the bytes are not that. */
function isCredible(charset: string | undefined): charset is string {
  return charset !== undefined && !/^(?:utf-?(?:8|16|32)|ucs-?[24]|iso-10646|unicode)/.test(charset);
}

/** The detector sees the bytes that are not ASCII, with a little around them: tags in plenty would drown them. */
function sample(bytes: Uint8Array): Buffer {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const start = Math.max(0, first - 64);
  return Buffer.from(bytes.subarray(start, start + DETECTOR_BYTES));
}

/** The likeliest charset. */
function detected(bytes: Uint8Array): string | undefined {
  const found = detectAll(sample(bytes), { detectEncodings: DETECTABLE });
  return found.map(({ encoding }) => normalName(encoding ?? undefined)).find(isCredible);
}

/**
 * The text of a feed's bytes. Order of trust: byte-order mark or the shape of the first bytes; UTF-8 when all of it is
 * valid UTF-8, whatever is declared; the HTTP header; the XML declaration; a detector; windows-1252.
 */
export function decodeFeed(bytes: Uint8Array, contentType?: string): string {
  const shape = byShape(bytes);
  if (shape !== undefined) return decodeAs(bytes, shape) ?? "";
  const [header, declaration] = [fromHeader(contentType), fromDeclaration(bytes)];
  // ISO-2022-JP and its like are valid UTF-8 byte for byte, but mean something else.
  const shifted = [header, declaration].find((name) => name !== undefined && /^(?:iso-2022|hz-|utf-7)/.test(name));
  const text = (shifted && decodeAs(bytes, shifted)) ?? strictUtf8(bytes) ?? mostlyUtf8(bytes);
  if (text !== undefined) return text;
  for (const name of [header, declaration]) {
    const decoded = isCredible(name) ? decodeAs(bytes, name) : undefined;
    if (decoded !== undefined) return decoded;
  }
  return decodeAs(bytes, detected(bytes)) ?? new TextDecoder("windows-1252").decode(bytes);
}
