import { inflateSync } from "node:zlib";

/** The tables of a font by their tags. */
export type Font = ReadonlyMap<string, Buffer>;

const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

/** A table that every font has. */
export function tableOf(font: Font, tag: string): Buffer {
  const table = font.get(tag);
  if (table === undefined) throw new Error(`the font has no table ${tag}`);
  return table;
}

/** Reads WOFF 1.0. https://www.w3.org/TR/WOFF/#TableDirectory */
export function fontOf(woff: Buffer): Font {
  if (woff.toString("latin1", 0, 4) !== "wOFF") throw new Error("not a WOFF file");
  const font = new Map<string, Buffer>();
  for (let at = 0; at < woff.readUInt16BE(12); at++) {
    const entry = WOFF_HEADER + at * WOFF_ENTRY;
    const offset = woff.readUInt32BE(entry + 4);
    const packed = woff.readUInt32BE(entry + 8);
    const bytes = woff.subarray(offset, offset + packed);
    const isPlain = packed === woff.readUInt32BE(entry + 12);
    font.set(woff.toString("latin1", entry, entry + 4), isPlain ? bytes : inflateSync(bytes));
  }
  return font;
}

function padded(table: Buffer): Buffer {
  return Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
}

function checksum(table: Buffer): number {
  let sum = 0;
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0;
  return sum;
}

/** Writes TTF. https://learn.microsoft.com/typography/opentype/spec/otff#organization-of-an-opentype-font */
export function sfntOf(font: Font): Buffer {
  const tables = [...font].sort(([a], [b]) => (a < b ? -1 : 1));
  const power = 2 ** Math.floor(Math.log2(tables.length));
  const head = Buffer.alloc(SFNT_HEADER + tables.length * SFNT_ENTRY);
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt16BE(tables.length, 4);
  head.writeUInt16BE(power * SFNT_ENTRY, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE((tables.length - power) * SFNT_ENTRY, 10);
  let offset = head.length;
  const bodies = tables.map(([tag, table], at) => {
    const entry = SFNT_HEADER + at * SFNT_ENTRY;
    const body = padded(table);
    head.write(tag, entry, "latin1");
    head.writeUInt32BE(checksum(body), entry + 4);
    head.writeUInt32BE(offset, entry + 8);
    head.writeUInt32BE(table.length, entry + 12);
    offset += body.length;
    return body;
  });
  return Buffer.concat([head, ...bodies]);
}
