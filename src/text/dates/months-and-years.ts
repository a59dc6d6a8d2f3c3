import { numberOf, ORDINAL_WORD, ordinalOf, TWO_DIGITS } from "../number-words.ts";
import { type Day, isoDay, isoMonth, isoYear, partsOf } from "./calendar.ts";
import { fullYear, nearestMonth, nearestQuarter, quarterOf } from "./date-reckoning.ts";
import { type Context, date, isCapital, type Parts, type Rule, rule, type Value } from "./date-rule.ts";
import { BLANK, COMMA, MONTH, MONTH_FULL, monthOf, SEASON, seasonCode, YEAR } from "./date-words.ts";
import { yearBehind, yearGoingOn } from "./shared-years.ts";

const MODIFIER = `(?:early|late|mid|end(?=-)|the${BLANK}(?:end|beginning|start|middle)${BLANK}of)`;
const MODIFIED = `(?<modifier>${MODIFIER}(?:[- ]|${BLANK}in${BLANK}))?`;

/** Words that make a bare "March" or "May" a month. */
const BEFORE_MONTH =
  /\b(?:in|since|by|until|till|of|for|from|during|to|last|next|this|early|late|through|and|between|each|every|before|after|mid)[\s-]+$/i;
/** Words that make a bare number a year even before a plural noun. */
const BEFORE_YEAR =
  /(?:\b(?:in|since|of|by|until|till|from|during|before|after|between|to|through|for|early|late|mid|circa|year|the|and)[\s-]+|[(–-])$/i;
const BEFORE_OLD_YEAR = /\b(?:in|since|of|by|until|from|circa|year)\s+$|\($/i;
const COUNTED =
  /^[^\S\n]?(?:%|percent|per cent|(?!\w*(?:ss|us|is)\b)[a-z]{2,}s\b(?<!was|has|does|says)|people|troops|men|women|children|feet|km|kg|miles)/;

const PEOPLE =
  /^[^\S\n](?:people|troops|soldiers|men|women|children|fighters|civilians|families|homes|refugees|tonnes|tons|trucks|vehicles|houses|buildings|tents|tanks|rounds|shells|rockets|missiles|drones|hectares|acres|detainees|prisoners)\b/;

/** "Resolution 1973", "Flight 2025": a number, and no year. */
const NUMBERED =
  /\b(?:resolutions?|unscr|no|nos|number|room|flight|page|pp?|section|article|form|route|highway|regiment|box|model|unit|sector|decree|bus|train)\.?\s+$/i;

const MONTHS: readonly Rule[] = [
  rule(
    `${MODIFIED}(?<month>${MONTH})(?:${COMMA}|${BLANK}of${BLANK}|-)(?:the${BLANK}year${BLANK})?(?<year>${YEAR})`,
    (p) => date(isoMonth(Number(p["year"]), monthOf(p["month"] ?? ""))),
  ),
  rule(
    `${MODIFIED}(?<month>${MONTH_FULL})${BLANK}(?:of${BLANK})?(?<which>this|last|next)${BLANK}year`,
    ({ which, month = "" }, { today }) =>
      today === undefined ? undefined : date(isoMonth(yearOf(which, today), monthOf(month))),
  ),
  rule(`${MODIFIED}(?<month>${MONTH_FULL})`, ({ month = "", modifier }, context) => {
    const isPlain =
      modifier !== undefined || BEFORE_MONTH.test(context.before) || isAttribute(context.before, context.after);
    const number = monthOf(month);
    const shared = yearBehind(number, context) ?? yearGoingOn(number, context);
    if (!isCapital(month)) return undefined;
    if (shared !== undefined) return date(isoMonth(shared, number));
    if (!isPlain && isVerbOrName(month, context.after)) return undefined;
    return date(nearestMonth(number, context));
  }),
];

/** "the May elections", "the March offensive"; "the March for Life" is a march. */
function isAttribute(before: string, after: string): boolean {
  return /\bthe\s$/i.test(before) && /^\s(?!(?:for|on|of|to|in|against|by|from|was|is|has|had)\b)\p{Ll}/u.test(after);
}

/** March and May are verbs too; April, May, June and August are given names before a family name. */
function isVerbOrName(month: string, after: string): boolean {
  return /^(?:march|may)$/i.test(month) || (/^(?:april|june|august)$/i.test(month) && /^ \p{Lu}\p{Ll}/u.test(after));
}

const YEARS: readonly Rule[] = [
  rule(
    `(?:(?:the|fiscal)${BLANK})?${MODIFIED}(?:fiscal${BLANK}(?:year${BLANK})?)?(?<year>${YEAR})(?!['’]|[.,:/-]\\d|[-/]\\w|s)`,
    ({ year = "", modifier }, context, words) => {
      if (/[$£€₹#\d]\s?$|\d[.,:/-]$|(?<!\b(?:post|pre)-)(?<=\w-)$/i.test(context.before)) return undefined;
      if (words !== year) return /^the \d/i.test(words) ? undefined : date(year);
      if (modifier === undefined && year < "1900" && !BEFORE_OLD_YEAR.test(context.before)) return undefined;
      if (NUMBERED.test(context.before) || PEOPLE.test(context.after)) return undefined;
      if (COUNTED.test(context.after) && !BEFORE_YEAR.test(context.before)) return undefined;
      return date(year);
    },
  ),
  rule(`(?<year>${YEAR})(?=[-/](?:(?<other>${YEAR})|(?<short>\\d\\d))(?![\\w/-]))`, firstOfYears),
  rule(`(?<year>${YEAR})`, ({ year = "" }, { before }) => {
    const from = new RegExp(`(?<![\\d-])(${YEAR})-$`).exec(before)?.[1];
    return from !== undefined && from < year ? date(year) : undefined;
  }),
  rule(`(?:the${BLANK})?(?:${MODIFIER}[- ])?(?<decade>1[5-9]\\d|20\\d)0['’]?s`, (p) => date(p["decade"] ?? "")),
  rule(`the${BLANK}(?:${MODIFIER}[- ])?['’]?(?<decade>[2-9])0['’]?s`, (p) => date(`19${p["decade"]}`)),
  rule(`the${BLANK}(?:${MODIFIER}[- ])?(?<word>twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies`, ({ word = "" }) =>
    date(`19${["twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"].indexOf(word.toLowerCase()) + 2}`),
  ),
  rule(
    `(?:the${BLANK})?(?:${MODIFIER}[- ])?(?<ordinal>\\d\\d?(?:st|nd|rd|th)|${ORDINAL_WORD})[- ]century`,
    ({ ordinal = "" }) => {
      const century = ordinalOf(ordinal);
      return century === undefined ? undefined : date(isoYear(century - 1).slice(2));
    },
  ),
  rule(`(?<century>nineteen|eighteen|twenty)[- ](?<rest>${TWO_DIGITS})`, spelledYear),
  rule(
    `(?:the${BLANK})?year${BLANK}two${BLANK}thousand(?:${BLANK}(?:and${BLANK})?(?<ones>${TWO_DIGITS}|one|two|three|four|five|six|seven|eight|nine))?`,
    ({ ones }) => date(String(2000 + (ones === undefined ? 0 : (numberOf(ones) ?? 0)))),
  ),
  rule(
    `(?:the${BLANK})?(?<season>${SEASON})(?:${BLANK}of)?${BLANK}(?<century>nineteen|eighteen|twenty)[- ](?<rest>${TWO_DIGITS})`,
    (parts, context) => {
      const year = spelledYear(parts, context);
      return year && date(`${year.value}-${seasonCode(parts["season"] ?? "")}`);
    },
  ),
  rule(
    `(?:the${BLANK}end${BLANK}of${BLANK}the${BLANK}|the${BLANK})?year(?:['’]s${BLANK}|[- ])end|the${BLANK}end${BLANK}of${BLANK}the${BLANK}year`,
    (_, { today }) => (today === undefined ? undefined : date(isoYear(partsOf(today).year))),
  ),
  rule(`the${BLANK}(?:end|middle|start|beginning)${BLANK}of${BLANK}the${BLANK}month`, (_, { today }) =>
    today === undefined ? undefined : date(isoDay(today).slice(0, 7)),
  ),
];

/** "2014" in "2014-2022", "1947" in "the war of 1947-48", "2023" in "2023-24"; "2024-11" is a month. */
function firstOfYears({ year = "", other, short = "" }: Parts, { before }: Context): Value | undefined {
  if (/[\d-]$/.test(before)) return undefined;
  if (other !== undefined) return other > year ? date(year) : undefined;
  const isNext = Number(short) === (Number(year) + 1) % 100;
  const isSpan = short > "12" && short > year.slice(2) && BEFORE_YEAR.test(before);
  return isNext || isSpan ? date(year) : undefined;
}

function spelledYear({ century = "", rest = "" }: Parts, { after }: Context): Value | undefined {
  const [hundreds, tens] = [numberOf(century), numberOf(rest)];
  // "nineteen twenty people" counts; a year stands before no plural noun.
  if (hundreds === undefined || tens === undefined || COUNTED.test(after)) return undefined;
  return date(String(hundreds * 100 + tens));
}

/** "in the spring", "by the end of the summer"; "the fall of Kabul" and "after the fall" are none. */
const BEFORE_SEASON = /\b(?:in|into|during|by|until|since|through|throughout|of|over|before|for)\s+$/i;
const SEASON_START: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** The last season of that name that began, or the coming one in the future tense. */
function nearestSeason(code: string, context: Context): Value | undefined {
  if (context.today === undefined) return undefined;
  const { year, month } = partsOf(context.today);
  const begins = SEASON_START[code] ?? 1;
  if (context.tense() === "future") return date(`${month > begins + 2 ? year + 1 : year}-${code}`);
  return date(`${month >= begins ? year : year - 1}-${code}`);
}

const QUARTER = `(?:fiscal${BLANK})?(?<nth>first|second|third|fourth)[- ]quarter`;

function quarterIn(year: number, nth: string | undefined): Value {
  return date(quarterOf(year, ordinalOf(nth ?? "") ?? 1));
}

/** The year of "this", "last" or "next" year. */
function yearOf(which: string | undefined, today: Day): number {
  return partsOf(today).year + ["last", "this", "next"].indexOf((which ?? "").toLowerCase()) - 1;
}

function quarterOfThatYear({ nth, which }: Parts, { today }: Context): Value | undefined {
  return today === undefined ? undefined : quarterIn(yearOf(which, today), nth);
}

const PERIODS: readonly Rule[] = [
  rule(`(?:the${BLANK})?${QUARTER}(?:${BLANK}of${BLANK}|${BLANK})(?<year>${YEAR})`, ({ year, nth }) =>
    quarterIn(Number(year), nth),
  ),
  rule(`(?:the${BLANK})?(?<year>${YEAR})(?:['’]s)?${BLANK}${QUARTER}`, ({ year, nth }) => quarterIn(Number(year), nth)),
  rule(`(?:the${BLANK})?${QUARTER}${BLANK}(?:of${BLANK})?(?<which>this|last|next)${BLANK}year`, quarterOfThatYear),
  rule(`(?<which>this|last|next)${BLANK}year['’]s${BLANK}${QUARTER}`, quarterOfThatYear),
  rule(`(?:the${BLANK})?${QUARTER}`, ({ nth }, context) => date(nearestQuarter(ordinalOf(nth ?? "") ?? 1, context))),
  rule(`Q(?<nth>[1-4])`, ({ nth }, context) => date(nearestQuarter(Number(nth), context))),
  rule(`H(?<half>[12])${BLANK}(?:of${BLANK})?(?<year>${YEAR})`, (p) => date(`${p["year"]}-H${p["half"]}`)),
  rule(`H(?<half>[12])`, ({ half }, { before, today }) => {
    if (today === undefined || !/\b(?:in|for|during|of|since)\s+$/i.test(before)) return undefined;
    const { year, month } = partsOf(today);
    return date(`${half === "2" && month < 7 ? year - 1 : year}-H${half}`);
  }),
  rule(`FY[- ]?(?<year>20\\d\\d|\\d\\d)(?:[-/]\\d{2,4})?`, ({ year = "" }) => date(String(fullYear(year)))),
  rule(`(?<year>${YEAR})[- ]Q(?<nth>[1-4])`, (p) => date(`${p["year"]}-Q${p["nth"]}`)),
  rule(`Q(?<nth>[1-4])(?:-|${BLANK}(?:of${BLANK})?)(?<year>${YEAR})`, (p) => date(`${p["year"]}-Q${p["nth"]}`)),
  rule(`(?:the${BLANK})?(?<nth>first|second)${BLANK}half${BLANK}of${BLANK}(?<year>${YEAR})`, (p) =>
    date(`${p["year"]}-H${ordinalOf(p["nth"] ?? "")}`),
  ),
  rule(
    `(?:the${BLANK})?(?<nth>first|second)${BLANK}half${BLANK}of${BLANK}(?<which>this|last|next)${BLANK}year`,
    (p, c) =>
      c.today === undefined ? undefined : date(`${yearOf(p["which"], c.today)}-H${ordinalOf(p["nth"] ?? "")}`),
  ),
  rule(
    `the${BLANK}(?:first|second|third|fourth|last|final)${BLANK}(?:few${BLANK})?(?:half|days|weeks?|fortnight)${BLANK}of${BLANK}(?<month>${MONTH_FULL})(?:,?${BLANK}(?<year>${YEAR}))?`,
    ({ month = "", year }, context) => {
      if (!isCapital(month)) return undefined;
      const number = monthOf(month);
      return date(year === undefined ? nearestMonth(number, context) : isoMonth(Number(year), number));
    },
  ),
  rule(`(?:the${BLANK})?${MODIFIED}(?<season>${SEASON})(?:${BLANK}of)?${BLANK}(?<year>${YEAR})`, (p) =>
    date(`${p["year"]}-${seasonCode(p["season"] ?? "")}`),
  ),
  rule(`the${BLANK}(?:early${BLANK}|late${BLANK})?(?<season>${SEASON})`, ({ season = "" }, context) =>
    BEFORE_SEASON.test(context.before) && !/^[’'-]|^\s(?:of|that|from)\b/.test(context.after)
      ? nearestSeason(seasonCode(season), context)
      : undefined,
  ),
];

/** Months, years, decades, centuries, quarters and seasons of a year. */
export const MONTHS_AND_YEARS: readonly Rule[] = [...MONTHS, ...YEARS, ...PERIODS];
