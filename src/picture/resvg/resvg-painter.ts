import { Resvg, renderAsync } from "@resvg/resvg-js";
import type { Painter, Piece, Style } from "../painter.ts";
import { readShippedFonts, type ShippedFont } from "./shipped-fonts.ts";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
/** Marks above and below, joiners and selectors take no room of their own. */
const NO_ROOM = /[\p{Mn}\p{Me}\p{Cf}]/u;
/** What needs no shape by itself. */
const NO_SHAPE = /[\p{M}\p{Cf}\s]/u;
/** Written alike in every script: they stay with what stands before them. */
const COMMON = /^[\p{Script=Common}\p{Script=Inherited}]+$/u;
const CONJUNCT = /\p{Script=Devanagari}.*\u094d/u;
const ARABIC = /\p{Script=Arabic}/u;
const DEVANAGARI = /\p{Script=Devanagari}/u;
/** What a character without a shape is taken to be wide. */
const UNKNOWN_WIDTH = 1;
const PROBE = 100;

/** The painter on resvg. Text is shaped and drawn with the shipped fonts alone: without one it would silently vanish. */
export function createResvgPainter(): Painter {
  const { latin, bold, arabic, devanagari } = readShippedFonts();
  const all = [latin, bold, arabic, devanagari];
  const conjuncts = new Map<string, number>();

  const fontOf = (grapheme: string, { weight }: Style): ShippedFont => {
    if (ARABIC.test(grapheme)) return arabic;
    if (DEVANAGARI.test(grapheme)) return devanagari;
    return weight === 700 ? bold : latin;
  };
  /** A conjunct is narrower than its letters: it is drawn, and measured. */
  const conjunctWidth = (conjunct: string): number => {
    const known = conjuncts.get(conjunct) ?? inkWidth(conjunct, devanagari) / PROBE;
    conjuncts.set(conjunct, known);
    return known;
  };
  const graphemeWidth = (grapheme: string, style: Style): number => {
    if (CONJUNCT.test(grapheme)) return conjunctWidth(grapheme);
    const font = fontOf(grapheme, style);
    const width = (one: string) => (NO_ROOM.test(one) ? 0 : (font.widthOf(one.codePointAt(0) ?? 0) ?? UNKNOWN_WIDTH));
    return [...grapheme].reduce((sum, one) => sum + width(one), 0);
  };
  const split = (text: string) => [...graphemes.segment(text)].map(({ segment }) => segment);

  return {
    widthOf: (text, style) => split(text).reduce((sum, one) => sum + style.size * graphemeWidth(one, style), 0),
    missing: (text) =>
      [...new Set(text)].filter(
        (one) => !NO_SHAPE.test(one) && all.every((font) => font.widthOf(one.codePointAt(0) ?? 0) === undefined),
      ),
    pieces: (line, style) => {
      const pieces: Piece[] = [];
      let x = 0;
      for (const grapheme of split(line)) {
        const last = pieces.at(-1);
        const { family } = fontOf(grapheme, style);
        // resvg moves on by a syllable's widest sign, not by all of them; so each syllable is placed by itself.
        const isPlaced = DEVANAGARI.test(grapheme) || last === undefined || DEVANAGARI.test(last.text);
        const joins = !isPlaced && (last.family === family || COMMON.test(grapheme));
        if (joins) pieces[pieces.length - 1] = { ...last, text: last.text + grapheme };
        else pieces.push({ text: grapheme, family, x });
        x += style.size * graphemeWidth(grapheme, style);
      }
      return pieces;
    },
    rightToLeftFamily: arabic.family,
    paint: async (svg) => {
      const font = { fontFiles: all.map(({ path }) => path), loadSystemFonts: false, defaultFontFamily: latin.family };
      return (await renderAsync(svg, { font, background: "#ffffff" })).asPng();
    },
  };
}

/** How wide the ink of a text is at the probe's size. The text is made of letters alone. */
function inkWidth(text: string, { path, family }: ShippedFont): number {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="200"><text x="0" y="100" font-size="${PROBE}" font-family="${family}">${text}</text></svg>`;
  return new Resvg(svg, { font: { fontFiles: [path], loadSystemFonts: false } }).getBBox()?.width ?? 0;
}
