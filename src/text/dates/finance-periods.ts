import { partsOf } from "./calendar.ts";
import { quarterOf } from "./date-reckoning.ts";
import { type Context, date, duration, type Rule, rule, type Value } from "./date-rule.ts";
import { BLANK, YEAR } from "./date-words.ts";

/** The quarter that a report is about: the one it named last, if that is over; else the last that was. */
function reportedQuarter({ lastQuarter, today }: Context): string | undefined {
  if (today === undefined) return lastQuarter;
  const { year, month } = partsOf(today);
  const over = quarterOf(year, Math.ceil(month / 3) - 1);
  return lastQuarter !== undefined && lastQuarter <= over ? lastQuarter : over;
}

function yearsBefore(quarter: string | undefined, years: number): Value | undefined {
  return quarter === undefined ? undefined : date(`${Number(quarter.slice(0, 4)) - years}${quarter.slice(4)}`);
}

/** Figures are compared with those of the same quarter a year before. */
const YEAR_AGO = `year[- ](?:ago|earlier)`;
const SAME = "(?:comparable|corresponding|same|equivalent|like)";

/** The periods of business reports: "the latest quarter", "the year-earlier period", "the 1988 quarter". */
export const FINANCE_PERIODS: readonly Rule[] = [
  rule(`(?:the|its|their)${BLANK}(?:latest|most${BLANK}recent)${BLANK}(?:fiscal${BLANK})?(?:quarter|period)`, (_, c) =>
    yearsBefore(reportedQuarter(c), 0),
  ),
  rule(`the${BLANK}quarter`, (_, context) =>
    context.isAboutMoney() ? yearsBefore(reportedQuarter(context), 0) : undefined,
  ),
  rule(`(?:the${BLANK})?(?:${SAME}${BLANK})?${YEAR_AGO}${BLANK}(?:quarter|period)`, (_, c) =>
    yearsBefore(reportedQuarter(c), 1),
  ),
  rule("year-(?:ago|earlier)", (_, context) => yearsBefore(reportedQuarter(context), 1)),
  rule(
    `the${BLANK}(?:(?:${SAME}${BLANK})?(?:quarter|period)${BLANK}(?:a${BLANK}year${BLANK}(?:ago|earlier)|last${BLANK}year))`,
    (_, c) => yearsBefore(reportedQuarter(c), 1),
  ),
  rule(`a${BLANK}year${BLANK}(?:ago|earlier)`, (_, context) =>
    context.lastQuarter !== undefined && context.isAboutMoney() ? yearsBefore(reportedQuarter(context), 1) : undefined,
  ),
  rule(`the${BLANK}(?<year>${YEAR})${BLANK}(?:quarter|period)`, ({ year }, context) => {
    const quarter = reportedQuarter(context);
    return quarter === undefined ? undefined : date(`${year}${quarter.slice(4)}`);
  }),
  rule(`the${BLANK}(?:latest${BLANK})?(?:full|fiscal)${BLANK}year|the${BLANK}year`, (_, context, words) => {
    if (/^[^\S\n](?:ended|ending)\b/.test(context.after)) return duration("P1Y");
    const isPlain = /year$/i.test(words) && !/full|fiscal/i.test(words);
    if (context.today === undefined || (isPlain && !isThisYear(context))) return undefined;
    return date(String(partsOf(context.today).year));
  }),
];

/** "so far in the year", "nine months of the year," but neither "the year of the flood" nor "person of the year". */
function isThisYear({ before, after }: Context): boolean {
  const isEnd = /^(?:[.,;:)]|\s(?:and|as|to|at|on|with)\b|\sof\s[$£€\d])/.test(after);
  return (
    isEnd &&
    /\b(?:for|in|during|months of|start of|beginning of|rest of|end of|half of|part of|days of)\s+$/i.test(before)
  );
}
