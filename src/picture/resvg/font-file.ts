/** The widths of a font's characters, as shares of the letter height. */
export type FontWidths = { widthOf(codePoint: number): number | undefined };

const TABLE_ENTRY = 16;
const HEADER = 12;

function tables(font: DataView): Map<string, number> {
  const found = new Map<string, number>();
  for (let at = 0; at < font.getUint16(4); at++) {
    const entry = HEADER + at * TABLE_ENTRY;
    const tag = [0, 1, 2, 3].map((n) => String.fromCharCode(font.getUint8(entry + n))).join("");
    found.set(tag, font.getUint32(entry + 8));
  }
  return found;
}

/** The subtable of Unicode's first plane: format 4, which every font has. */
function unicodeMap(font: DataView, cmap: number): number {
  for (let at = 0; at < font.getUint16(cmap + 2); at++) {
    const offset = cmap + font.getUint32(cmap + 8 + at * 8);
    if (font.getUint16(offset) === 4) return offset;
  }
  throw new Error("the font has no character map of format 4");
}

/** https://learn.microsoft.com/typography/opentype/spec/cmap#format-4-segment-mapping-to-delta-values */
function glyphs(font: DataView, map: number): Map<number, number> {
  const found = new Map<number, number>();
  const bytes = font.getUint16(map + 6);
  const [ends, starts, deltas, ranges] = [14, 16 + bytes, 16 + 2 * bytes, 16 + 3 * bytes].map((n) => map + n);
  for (let at = 0; at < bytes; at += 2) {
    const [first, last] = [font.getUint16((starts ?? 0) + at), font.getUint16((ends ?? 0) + at)];
    const [delta, range] = [font.getUint16((deltas ?? 0) + at), font.getUint16((ranges ?? 0) + at)];
    for (let code = first; code <= last && code < 0xffff; code++) {
      const place = (ranges ?? 0) + at + range + 2 * (code - first);
      const listed = range === 0 ? code : font.getUint16(place);
      const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) found.set(code, glyph);
    }
  }
  return found;
}

/** Reads the widths in a TrueType font: its tables cmap, head, hhea and hmtx. */
export function readFontWidths(file: Uint8Array): FontWidths {
  const font = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const at = tables(font);
  const start = (tag: string): number => {
    const offset = at.get(tag);
    if (offset === undefined) throw new Error(`the font has no table ${tag}`);
    return offset;
  };
  const unitsPerEm = font.getUint16(start("head") + 18);
  const widths = font.getUint16(start("hhea") + 34);
  const glyphOf = glyphs(font, unicodeMap(font, start("cmap")));
  const hmtx = start("hmtx");
  return {
    widthOf: (codePoint) => {
      const glyph = glyphOf.get(codePoint);
      if (glyph === undefined) return undefined;
      return font.getUint16(hmtx + 4 * Math.min(glyph, widths - 1)) / unitsPerEm;
    },
  };
}
