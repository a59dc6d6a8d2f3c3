import type { Context } from "./date-rule.ts";
import { MONTH, monthOf, YEAR } from "./date-words.ts";

const JOIN = "(?<join>\\s?[-–—/]\\s?|,?\\s(?:and|or)\\s|\\s(?:to|until|till|through)\\s|,\\s)";
const DAY = "\\d{1,2}(?:st|nd|rd|th)?";

/** "March" in "March and April 2024", "28 April" in "28 April to 3 May 2024": the year stands behind the other. */
const YEAR_BEHIND = new RegExp(
  `^${JOIN}(?:the\\s)?(?:${DAY}\\s(?:of\\s)?)?(?<month>${MONTH})(?:\\s${DAY})?(?:,?\\s(?:of\\s)?(?<year>${YEAR})|\\s(?:of\\s)?(?<which>last|this|next)\\s(?=year\\b))`,
  "i",
);
/** "July" in "May, June and July": the month after those before it. */
const MONTH_BEFORE = new RegExp(
  `\\b${MONTH}(?:,?\\s(?:and|or)\\s|\\s(?:to|through|until|till)\\s|,\\s|\\s?[-–—/]\\s?)$`,
  "i",
);
const SPANS = /^\s?[-–—]|to|un?til|through/i;
/** Months that are told in a row seldom span more than this. */
const LONGEST_ROW = 8;

/** The year of a month without one that shares it with the next expression, or undefined. */
export function yearBehind(month: number, { after, today }: Pick<Context, "after" | "today">): number | undefined {
  const { join = "", month: other = "", year, which } = YEAR_BEHIND.exec(after)?.groups ?? {};
  const written = year === undefined ? relativeYear(which, today) : Number(year);
  if (written === undefined) return undefined;
  return SPANS.test(join) && month > monthOf(other) ? written - 1 : written;
}

function relativeYear(which: string | undefined, today: number | undefined): number | undefined {
  if (which === undefined || today === undefined) return undefined;
  const year = new Date(today * 86_400_000).getUTCFullYear();
  return year + ["last", "this", "next"].indexOf(which.toLowerCase()) - 1;
}

/** The year of a month that goes on from one named right before it, or undefined. */
export function yearGoingOn(month: number, { before, lastNamed }: Context): number | undefined {
  const last = /^(\d{4})-(\d\d)$/.exec(lastNamed ?? "");
  if (last === null || !MONTH_BEFORE.test(before)) return undefined;
  const [year, from] = [Number(last[1]), Number(last[2])];
  const further = (month - from + 12) % 12;
  if (further === 0 || further > LONGEST_ROW) return undefined;
  return month > from ? year : year + 1;
}
