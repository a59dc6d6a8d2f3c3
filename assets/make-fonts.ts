import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { mergeFonts } from "./merge-fonts.ts";
import { fontOf, sfntOf } from "./sfnt.ts";

/** Makes assets/fonts from the packages of assets/package.json. The painter reads TTF alone, and draws nothing with WOFF. */

const PACKAGES = new URL("./node_modules/@fontsource/", import.meta.url);
const FONTS = new URL("./fonts/", import.meta.url);

function read(name: string, file: string) {
  return fontOf(readFileSync(new URL(`${name}/files/${file}-normal.woff`, PACKAGES)));
}

const latin = read("noto-sans", "noto-sans-latin-400");
/** The small set of the Devanagari package has the Latin letters that names in news need. */
const moreLatin = read("noto-sans-devanagari", "noto-sans-devanagari-latin-ext-400");
const arabic = read("noto-sans-arabic", "noto-sans-arabic-arabic-400");
const devanagari = read("noto-sans-devanagari", "noto-sans-devanagari-devanagari-400");

/** One font draws a whole line, so each has the Latin letters, figures and marks that stand between its own. */
const MADE = {
  "noto-sans-latin-400.ttf": mergeFonts(latin, [moreLatin]),
  "noto-sans-latin-700.ttf": mergeFonts(read("noto-sans", "noto-sans-latin-700"), [moreLatin]),
  "noto-sans-arabic-400.ttf": mergeFonts(arabic, [latin, moreLatin]),
  "noto-sans-devanagari-400.ttf": mergeFonts(devanagari, [latin, moreLatin]),
};

for (const [file, font] of Object.entries(MADE)) writeFileSync(new URL(file, FONTS), sfntOf(font));
for (const name of ["noto-sans", "noto-sans-arabic", "noto-sans-devanagari"])
  copyFileSync(new URL(`${name}/LICENSE`, PACKAGES), new URL(`OFL-${name}.txt`, FONTS));
