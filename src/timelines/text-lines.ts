import type { Painter, Style } from "../picture/painter.ts";

/** How a text is set: at most so wide, on at most so many lines. */
export type Room = Style & { readonly width: number; readonly lines: number };

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
/** Arabic, Hebrew, Syriac, Thaana, N'Ko. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Whether a text runs from right to left: its first letter says so. */
export function isRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(/\p{L}/u.exec(text)?.[0] ?? "");
}

/** The words of a text; a word wider than the line is cut into pieces that fit. */
function pieces(text: string, painter: Painter, room: Room): string[] {
  return text.split(" ").flatMap((word) => {
    if (painter.widthOf(word, room) <= room.width) return [word];
    const parts: string[] = [""];
    for (const { segment } of graphemes.segment(word)) {
      const grown = `${parts.at(-1)}${segment}`;
      if (painter.widthOf(grown, room) <= room.width) parts[parts.length - 1] = grown;
      else parts.push(segment);
    }
    return parts;
  });
}

/** The last line with "…" where the text goes on. */
function ended(line: string, painter: Painter, room: Room): string {
  const kept = [...graphemes.segment(line)].map(({ segment }) => segment);
  while (kept.length > 0 && painter.widthOf(`${kept.join("").trimEnd()}…`, room) > room.width) kept.pop();
  return `${kept.join("").trimEnd()}…`;
}

/** A text in lines that fit, broken between words; what goes beyond the last line is left out with "…". */
export function textLines(text: string, painter: Painter, room: Room): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(text, painter, room)) {
    const longer = line === "" ? piece : `${line} ${piece}`;
    if (painter.widthOf(longer, room) <= room.width) line = longer;
    else {
      lines.push(line);
      line = piece;
    }
  }
  const all = line === "" ? lines : [...lines, line];
  const shown = all.slice(0, room.lines);
  const last = shown.at(-1);
  return all.length <= room.lines || last === undefined ? shown : [...shown.slice(0, -1), ended(last, painter, room)];
}
