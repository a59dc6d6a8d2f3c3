import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type FontWidths, readFontWidths } from "./font-file.ts";

const FOLDER = new URL("../../../assets/fonts/", import.meta.url);

/** A shipped font: its file, the family that SVG names, and the widths of its characters. */
export type ShippedFont = FontWidths & { readonly path: string; readonly family: string };

function shipped(file: string, family: string): ShippedFont {
  const url = new URL(file, FOLDER);
  return { path: fileURLToPath(url), family, ...readFontWidths(readFileSync(url)) };
}

/** Reads the shipped fonts. Each has the Latin letters, figures and marks that stand between its own. */
export function readShippedFonts() {
  return {
    latin: shipped("noto-sans-latin-400.ttf", "Noto Sans"),
    bold: shipped("noto-sans-latin-700.ttf", "Noto Sans"),
    arabic: shipped("noto-sans-arabic-400.ttf", "Noto Sans Arabic"),
    devanagari: shipped("noto-sans-devanagari-400.ttf", "Noto Sans Devanagari"),
  };
}
