/** Size in pixels; the weights that the shipped fonts have. */
export type Style = { readonly size: number; readonly weight: 400 | 700 };

/** A piece of a line that is drawn by itself, from `x` (pixels from the line's start) on, in that family. */
export type Piece = { readonly text: string; readonly family: string; readonly x: number };

/** Draws pictures from SVG, with fonts of its own: what stands on the machine makes no difference. */
export type Painter = {
  /** How wide a text is drawn, in pixels; never less than that for scripts that join their letters. */
  widthOf(text: string, style: Style): number;
  /** The characters that no shipped font has a shape for. */
  missing(text: string): string[];
  /** A line that runs from left to right, in the pieces in which it can be drawn right. */
  pieces(line: string, style: Style): Piece[];
  /** The family for a line that runs from right to left, which is one piece. */
  readonly rightToLeftFamily: string;
  /** The picture as PNG. */
  paint(svg: string): Promise<Uint8Array>;
};
