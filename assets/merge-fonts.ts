import { type Font, tableOf } from "./sfnt.ts";

/** Shapes and tables that a painter without hinting needs. Table formats: https://learn.microsoft.com/typography/opentype/spec/ */
const KEPT = ["OS/2", "name", "head", "hhea", "maxp", "post", "GDEF", "GSUB", "GPOS"];

type Glyph = { readonly outline: Buffer; readonly metrics: Buffer };

/** A font taken apart: glyphs by number, and which one stands for a character. */
type Parts = { readonly glyphs: Glyph[]; readonly glyphOf: Map<number, number> };

function glyphsOf(font: Font): Glyph[] {
  const [glyf, loca, hmtx] = [tableOf(font, "glyf"), tableOf(font, "loca"), tableOf(font, "hmtx")];
  const isLong = tableOf(font, "head").readInt16BE(50) === 1;
  const offset = (glyph: number) => (isLong ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph));
  const full = tableOf(font, "hhea").readUInt16BE(34);
  return Array.from({ length: tableOf(font, "maxp").readUInt16BE(4) }, (_, glyph) => {
    const metrics = Buffer.alloc(4);
    metrics.writeUInt16BE(hmtx.readUInt16BE(4 * Math.min(glyph, full - 1)), 0);
    metrics.writeInt16BE(hmtx.readInt16BE(glyph < full ? 4 * glyph + 2 : 4 * full + 2 * (glyph - full)), 2);
    return { outline: glyf.subarray(offset(glyph), offset(glyph + 1)), metrics };
  });
}

/** Reads format 4 of the character map. */
function glyphByCharacter(font: Font): Map<number, number> {
  const cmap = tableOf(font, "cmap");
  const found = new Map<number, number>();
  const starts = Array.from({ length: cmap.readUInt16BE(2) }, (_, at) => cmap.readUInt32BE(8 + 8 * at));
  const map = starts.find((at) => cmap.readUInt16BE(at) === 4);
  if (map === undefined) throw new Error("the font has no character map of format 4");
  const bytes = cmap.readUInt16BE(map + 6);
  for (let at = map + 14; at < map + 14 + bytes; at += 2) {
    const [last, first] = [cmap.readUInt16BE(at), cmap.readUInt16BE(at + bytes + 2)];
    const [delta, range] = [cmap.readUInt16BE(at + 2 * bytes + 2), cmap.readUInt16BE(at + 3 * bytes + 2)];
    for (let code = first; code <= last && code < 0xffff; code++) {
      const listed = range === 0 ? code : cmap.readUInt16BE(at + 3 * bytes + 2 + range + 2 * (code - first));
      const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) found.set(code, glyph);
    }
  }
  return found;
}

const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const MATRIX = 0x0080;

/** Offsets in a composite outline at which the numbers of its parts stand. */
function partsAt(outline: Buffer): number[] {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return [];
  const found: number[] = [];
  let at = 10;
  for (let flags = MORE; flags & MORE; ) {
    flags = outline.readUInt16BE(at);
    found.push(at + 2);
    at += 4 + (flags & WORDS ? 4 : 2);
    if (flags & SCALE) at += 2;
    if (flags & TWO_SCALES) at += 4;
    if (flags & MATRIX) at += 8;
  }
  return found;
}

/** Adds the donor's glyphs for characters that the font lacks, and the parts that they are made of. */
function addMissing(into: Parts, donor: Parts): void {
  const moved = new Map<number, number>();
  const add = (glyph: number): number => {
    const known = moved.get(glyph);
    const given = donor.glyphs[glyph];
    if (known !== undefined || given === undefined) return known ?? 0;
    const number = into.glyphs.length;
    moved.set(glyph, number);
    const outline = Buffer.from(given.outline);
    into.glyphs.push({ outline, metrics: given.metrics });
    for (const at of partsAt(outline)) outline.writeUInt16BE(add(outline.readUInt16BE(at)), at);
    return number;
  };
  for (const [code, glyph] of donor.glyphOf) if (!into.glyphOf.has(code)) into.glyphOf.set(code, add(glyph));
}

/** A character map of format 4: a segment for each run of characters whose glyphs follow each other, too. */
function cmapOf(glyphOf: ReadonlyMap<number, number>): Buffer {
  const runs: { first: number; last: number; glyph: number }[] = [];
  for (const [code, glyph] of [...glyphOf].sort(([a], [b]) => a - b)) {
    const run = runs.at(-1);
    if (run && code === run.last + 1 && glyph === run.glyph + code - run.first) run.last = code;
    else runs.push({ first: code, last: code, glyph });
  }
  runs.push({ first: 0xffff, last: 0xffff, glyph: 0 });
  const count = runs.length;
  const power = 2 ** Math.floor(Math.log2(count));
  const words = [
    ...[4, 16 + 8 * count, 0, 2 * count, 2 * power, Math.log2(power), 2 * (count - power)],
    ...runs.map(({ last }) => last),
    0,
    ...runs.map(({ first }) => first),
    ...runs.map(({ first, glyph }) => (glyph - first) & 0xffff),
    ...runs.map(() => 0),
  ];
  const head = [0, 1, 3, 1, 0, 12];
  const table = Buffer.alloc(2 * (head.length + words.length));
  for (const [at, word] of [...head, ...words].entries()) table.writeUInt16BE(word, 2 * at);
  return table;
}

/** The font with what it lacks taken from the donors, in that order. Its own glyphs keep their numbers, so its shaping rules hold. */
export function mergeFonts(font: Font, donors: readonly Font[]): Font {
  const parts: Parts = { glyphs: glyphsOf(font), glyphOf: glyphByCharacter(font) };
  const unitsPerEm = (one: Font) => tableOf(one, "head").readUInt16BE(18);
  for (const donor of donors) {
    if (unitsPerEm(donor) !== unitsPerEm(font)) throw new Error("the fonts count in different units");
    addMissing(parts, { glyphs: glyphsOf(donor), glyphOf: glyphByCharacter(donor) });
  }
  const made = new Map(KEPT.flatMap((tag) => (font.has(tag) ? [[tag, Buffer.from(tableOf(font, tag))] as const] : [])));
  const outlines = parts.glyphs.map(({ outline }) => Buffer.concat([outline, Buffer.alloc(outline.length % 2)]));
  const loca = Buffer.alloc(4 * (outlines.length + 1));
  outlines.reduce(
    (end, outline, at) => loca.writeUInt32BE(end + outline.length, 4 * (at + 1)) && end + outline.length,
    0,
  );
  tableOf(made, "head").writeInt16BE(1, 50);
  tableOf(made, "hhea").writeUInt16BE(parts.glyphs.length, 34);
  tableOf(made, "maxp").writeUInt16BE(parts.glyphs.length, 4);
  // Without the names of glyphs, which nobody reads.
  const post = tableOf(made, "post").subarray(0, 32);
  post.writeUInt32BE(0x00030000, 0);
  return new Map([
    ...made,
    ["post", post],
    ["glyf", Buffer.concat(outlines)],
    ["loca", loca],
    ["hmtx", Buffer.concat(parts.glyphs.map(({ metrics }) => metrics))],
    ["cmap", cmapOf(parts.glyphOf)],
  ]);
}
