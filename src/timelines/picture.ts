import { cut } from "../chat/cut.ts";
import type { Painter, Style } from "../picture/painter.ts";
import { type Entry, LEGEND, remarksOf, type Sign } from "./entry.ts";
import { isRightToLeft, textLines } from "./text-lines.ts";

/** A line of text in a picture and the box in which it is drawn, in pixels. */
export type Label = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type Drawing = {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly labels: readonly Label[];
};

/** What is drawn: a head, and entries in order of date. */
export type Scene = { readonly title: string; readonly note: string; readonly entries: readonly Entry[] };

/** At 800 pixels on a phone 390 wide the smallest letters are as high as 11 pixels. */
const WIDTH = 800;
const MARGIN = 40;
const RAIL = 56;
const TEXT_LEFT = 96;
const GAP = 22;
const LINE_HEIGHT = 1.36;

const INK = "#14171c";
const SOFT = "#4d5562";
const LINE = "#c3cad4";

const TITLE: Style = { size: 36, weight: 700 };
const DAY: Style = { size: 30, weight: 700 };
const WHAT: Style = { size: 28, weight: 400 };
const SMALL: Style = { size: 23, weight: 400 };

const COLOURS: Readonly<Record<Sign | "exact", string>> = {
  exact: "#1257a8",
  "~": "#6a4fb3",
  "?": "#a85b00",
  "×": "#b3261e",
};

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&apos;");
}

/** Collects what is drawn, from top to bottom. */
class Sheet {
  readonly shapes: string[] = [];
  readonly labels: Label[] = [];
  readonly #painter: Painter;
  y = MARGIN;

  constructor(painter: Painter) {
    this.#painter = painter;
  }

  /** A text of at most `lines` lines; one that runs from right to left stands at the right edge. */
  text(words: string, style: Style, at: { readonly x: number; readonly lines: number; readonly colour: string }): void {
    const width = WIDTH - at.x - MARGIN;
    const isRtl = isRightToLeft(words);
    for (const line of textLines(words, this.#painter, { ...style, width, lines: at.lines })) {
      const height = style.size * LINE_HEIGHT;
      const drawn = Math.min(width, this.#painter.widthOf(line, style));
      const baseline = this.y + style.size * 1.05;
      const drawing = isRtl ? this.#rightToLeft(line) : this.#leftToRight(line, style, at.x);
      this.shapes.push(
        `<g xml:space="preserve" font-size="${style.size}" font-weight="${style.weight}" fill="${at.colour}" ` +
          `transform="translate(0 ${baseline.toFixed(1)})">${drawing}</g>`,
      );
      this.labels.push({ text: line, x: isRtl ? WIDTH - MARGIN - drawn : at.x, y: this.y, width: drawn, height });
      this.y += height;
    }
  }

  /** An isolate gives the line its direction, so that a full stop or a figure stands on the right side of it. */
  #rightToLeft(line: string): string {
    const family = this.#painter.rightToLeftFamily;
    return `<text x="${WIDTH - MARGIN}" text-anchor="end" font-family="${family}">\u2067${escaped(line)}\u2069</text>`;
  }

  #leftToRight(line: string, style: Style, left: number): string {
    return this.#painter
      .pieces(line, style)
      .filter(({ text }) => text.trim() !== "")
      .map(
        ({ text, family, x }) => `<text x="${(left + x).toFixed(1)}" font-family="${family}">${escaped(text)}</text>`,
      )
      .join("");
  }

  /** The mark on the rail, beside the line that comes next. */
  mark(sign: Sign | undefined): void {
    const y = this.y + WHAT.size * 0.68;
    const colour = COLOURS[sign ?? "exact"];
    if (sign === undefined) {
      this.shapes.push(`<circle cx="${RAIL}" cy="${y}" r="9" fill="${colour}"/>`);
      return;
    }
    this.shapes.push(`<circle cx="${RAIL}" cy="${y}" r="17" fill="#ffffff" stroke="${colour}" stroke-width="3"/>`);
    this.shapes.push(
      `<text x="${RAIL}" y="${y + 9}" font-size="26" font-weight="700" fill="${colour}" text-anchor="middle">${sign}</text>`,
    );
  }
}

const MOST_OUTLETS = 3;

function outlets({ sources }: Entry): string {
  const names = sources.slice(0, MOST_OUTLETS).map(({ outlet }) => outlet);
  const more = sources.length - names.length;
  return `${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function drawEntry(sheet: Sheet, entry: Entry): void {
  const { sign, name, what } = entry;
  sheet.mark(sign);
  const words = name === undefined ? what : `${name}: ${what}`;
  sheet.text(words, WHAT, { x: TEXT_LEFT, lines: 4, colour: INK });
  sheet.text([...remarksOf(entry), outlets(entry)].join(" · "), SMALL, { x: TEXT_LEFT, lines: 3, colour: SOFT });
  sheet.y += GAP;
}

/** Draws a timeline downwards, as wide as a phone's screen, legible without enlarging. */
export function drawTimeline({ title, note, entries }: Scene, painter: Painter): Drawing {
  const sheet = new Sheet(painter);
  sheet.text(title, TITLE, { x: MARGIN, lines: 4, colour: INK });
  if (note !== "") sheet.text(note, SMALL, { x: MARGIN, lines: 2, colour: SOFT });
  sheet.y += GAP;
  const top = sheet.y;
  const shapesOfHead = sheet.shapes.length;
  let heading: string | undefined;
  for (const entry of entries) {
    if (entry.when !== heading) sheet.text(entry.when, DAY, { x: TEXT_LEFT, lines: 1, colour: INK });
    heading = entry.when;
    drawEntry(sheet, entry);
  }
  const rail = `<line x1="${RAIL}" y1="${top}" x2="${RAIL}" y2="${sheet.y}" stroke="${LINE}" stroke-width="4"/>`;
  sheet.shapes.splice(shapesOfHead, 0, rail);
  sheet.y += GAP / 2;
  sheet.text(LEGEND, SMALL, { x: MARGIN, lines: 3, colour: SOFT });
  const height = Math.ceil(sheet.y + MARGIN / 2);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" ` +
    `font-family="Noto Sans"><rect width="100%" height="100%" fill="#ffffff"/>${sheet.shapes.join("")}</svg>`;
  return { svg, width: WIDTH, height, labels: sheet.labels };
}

const MOST_ENTRIES = 8;
/** Both Discord's and Slack's limit for a picture's description are near. */
const LONGEST_ALT = 1_000;

/** A denial stands behind its claim in a list; without the claim it would stand behind a later day. */
function byDate(a: Entry, b: Entry): number {
  const key = ({ date = "9999", precision }: Entry) => `${date} ${Number(precision === "by")}`;
  return key(a).localeCompare(key(b));
}

/** The entries that most outlets tell, in order of date, with a note that says so when some are left out. */
export function sceneOf(title: string, entries: readonly Entry[]): Scene {
  const told = [...entries].sort((a, b) => b.sources.length - a.sources.length).slice(0, MOST_ENTRIES);
  const isAll = told.length === entries.length;
  return {
    title,
    note: isAll ? "" : `The ${told.length} of ${entries.length} events that most outlets tell`,
    entries: entries.filter((entry) => told.includes(entry)).sort(byDate),
  };
}

/** The picture in words. */
export function altText({ title, entries }: Scene): string {
  const lines = entries.map(({ when, what, status }) => `${when}: ${what}${status === "" ? "" : ` (${status})`}`);
  return cut([title, ...lines].join(". "), LONGEST_ALT);
}
