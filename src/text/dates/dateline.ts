const LONGEST_DATELINE = 90;
const DASH = "(?:[-–—]{1,2}|_)";
const CAPITALS = "\\p{Lu}[\\p{Lu}.’'-]+(?:[ /]\\p{Lu}[\\p{Lu}.’'-]+){0,3}";
const NAME = "\\p{Lu}[\\p{L}.’'-]*(?:[ /]\\p{L}[\\p{L}.’'-]*){0,3}";
const DAY = "\\p{Lu}\\p{L}+\\.?\\s\\d{1,2}|\\d{1,2}\\s\\p{Lu}\\p{L}+|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
const SOURCE = "\\([^)\\n]{2,40}\\)";

/** "SRINAGAR, April 22 (Meridian Wire) –", "LONDON -", "Lahore, Pakistan (AP) —": in capitals, or with its source. */
const DATELINE = new RegExp(
  `^(?:${CAPITALS}(?:,\\s?${NAME})?(?:,\\s?(?:${DAY}))?(?:\\s?${SOURCE})?|${NAME}(?:,\\s?${NAME}){0,2}(?:,\\s?(?:${DAY}))?\\s?${SOURCE})\\s?(?:(?:${DASH}|:)\\s+(?=["“‘']?\\p{Lu})|(?<=\\))\\s*$)`,
  "u",
);

/** How many characters of a paragraph's beginning only say where and by whom it was written; 0 without a dateline. */
export function datelineLength(paragraph: string): number {
  return DATELINE.exec(paragraph.slice(0, LONGEST_DATELINE))?.[0].length ?? 0;
}
