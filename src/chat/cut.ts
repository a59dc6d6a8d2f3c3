const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** How far past the limit to look, so that the grapheme at the limit is seen whole or known to reach over it. */
const LOOK_AHEAD = 64;

/** The text in at most `max` UTF-16 code units, ended by "…" where something was left out; no grapheme is split. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  if (max < 1) return "";
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, max + LOOK_AHEAD))) {
    if (index + segment.length > max - 1) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}
