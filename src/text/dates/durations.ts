import { NUMBER, numberOf } from "../number-words.ts";
import { durationText } from "./date-reckoning.ts";
import { duration, type Rule, rule, set } from "./date-rule.ts";
import {
  BLANK,
  DAY_PART,
  dayPartCode,
  MONTH_FULL,
  monthOf,
  SEASON,
  seasonCode,
  UNIT,
  unitOf,
  WEEKDAY,
  weekdayNumber,
} from "./date-words.ts";

const ABOUT = `(?:(?:(?:more|less|fewer)${BLANK}than|nearly|almost|over|at${BLANK}least|up${BLANK}to|about|roughly|another|an${BLANK}additional)${BLANK}(?!the\\b))?`;
const REACH = `(?:the${BLANK})?(?:(?:past|last|next|first|final|coming|previous|following)${BLANK})?`;

/** PXW, PTXH, PXE (decades), PXC (centuries): a length that is not counted. */
function vague(unit: string): string {
  const of = unitOf(unit);
  if (of === "decade") return "PXE";
  return of === "century" ? "PXC" : durationText(1, unit).replace("1", "X");
}

const LENGTHS: readonly Rule[] = [
  rule(
    `${ABOUT}${REACH}(?<count>${NUMBER})(?:(?:${BLANK}to${BLANK}|${BLANK}or${BLANK}|-)${NUMBER})?(?<gap>[- ]|${BLANK})(?:consecutive${BLANK}|straight${BLANK}|full${BLANK}|more${BLANK})?(?<unit>${UNIT})`,
    ({ count = "", unit = "" }, { before, after }) => {
      const amount = numberOf(count);
      // An age tells nothing of when something happened.
      if (/^(?:-|\s)olds?\b|^[\s-]of[\s-]age\b/i.test(after)) return undefined;
      if (amount === undefined || /[$£€₹\d]$|\d[.,]$/.test(before)) return undefined;
      return duration(durationText(amount, unit));
    },
  ),
  rule(
    `${ABOUT}(?<count>${NUMBER}|an?)${BLANK}(?:(?<unit>${UNIT})${BLANK})?and${BLANK}a${BLANK}half(?:${BLANK}(?<after>${UNIT}))?`,
    (p) => {
      const unit = p["unit"] ?? p["after"];
      const amount = /^an?$/i.test(p["count"] ?? "") ? 1 : numberOf(p["count"] ?? "");
      return unit === undefined || amount === undefined ? undefined : duration(durationText(amount + 0.5, unit));
    },
  ),
  rule(`${ABOUT}(?<count>\\d+)${BLANK}1/2${BLANK}(?<unit>${UNIT})`, ({ count = "", unit = "" }) =>
    duration(durationText(Number(count) + 0.5, unit)),
  ),
  rule(`half${BLANK}an?${BLANK}(?<unit>hour|day|year|century|decade)`, ({ unit = "" }) =>
    duration(unit.toLowerCase() === "century" ? "P50Y" : durationText(0.5, unit)),
  ),
  rule(
    `${REACH}(?:several|many|a${BLANK}few|few|a${BLANK}number${BLANK}of|some)[- ](?<unit>${UNIT})`,
    ({ unit = "" }) => duration(vague(unit)),
  ),
  rule(
    `(?:recent|(?:the${BLANK})?coming|the${BLANK}(?:last|past|next)${BLANK}few)${BLANK}(?<unit>${UNIT})`,
    ({ unit = "" }) => duration(vague(unit)),
  ),
  rule(
    `(?<unit>hours|days|weeks|months|years|decades|centuries)(?:${BLANK}(?:and|or)${BLANK}(?:days|weeks|months|years|decades))?`,
    ({ unit = "" }, { before, after }) =>
      /\b(?:for|in|over|within|take|took|taken|last|lasted|after|of)\s+$/i.test(before) ||
      (/\bthe\s+$/i.test(before) && /^\s(?:before|since|after|following|that followed|leading)\b/.test(after))
        ? duration(vague(unit))
        : undefined,
  ),
  rule(`${ABOUT}(?:an?|one)${BLANK}(?<unit>second|minute|hour|day|week|month|quarter|year|decade|century)`, single),
];

/** "for a week" is a length; "four times a week" tells how often. A bare "a week" may be either, or part of a name. */
function single(
  { unit = "" }: Readonly<Record<string, string | undefined>>,
  context: { before: string; after: string },
  words: string,
) {
  const one = durationText(1, unit);
  if (!/^an?\s/i.test(words)) return duration(one);
  if (/\b(?:once|twice|times|percent|people|dollars|million|billion|hours|days|[\d,.]+)\s+$/i.test(context.before))
    return set(one);
  if (
    /\b(?:for|in|within|over|about|than|nearly|almost|least|takes?|took|lasted|after|only|just|quite|half|every|of)\s+$/i.test(
      context.before,
    )
  )
    return duration(one);
  return /^ (?:before|after|or so|or two|of|when|later)\b/.test(context.after) ? duration(one) : undefined;
}

const SETS: readonly Rule[] = [
  // "annual" and "quarterly" name a kind of meeting or payment, and no time.
  rule("(?<word>hourly|daily|nightly|weekly|monthly|yearly|annually)", ({ word = "" }, { before, after }) => {
    if (/^ (?:\p{Lu}|News|Mail|Times|Star)/u.test(after) && /^\p{Lu}/u.test(word)) return undefined;
    if (/[-]$/.test(before)) return undefined;
    return set(HOW_OFTEN[word.toLowerCase()] ?? "P1D");
  }),
  rule(`(?:every|each)${BLANK}(?<weekday>${WEEKDAY})(?:${BLANK}(?<part>${DAY_PART}))?|(?<plural>${WEEKDAY})s`, (p) => {
    const weekday = weekdayNumber(p["weekday"] ?? p["plural"] ?? "");
    return set(`XXXX-WXX-${weekday}${p["part"] === undefined ? "" : dayPartCode(p["part"])}`);
  }),
  rule(`(?<weekday>${WEEKDAY})${BLANK}(?<part>mornings|afternoons|evenings|nights)`, ({ weekday = "", part = "" }) =>
    set(`XXXX-WXX-${weekdayNumber(weekday)}${dayPartCode(part)}`),
  ),
  rule(`(?:every|each)${BLANK}(?:(?<count>other|${NUMBER})${BLANK})?(?<unit>${UNIT})`, ({ count, unit = "" }) => {
    if (count === undefined) return set(durationText(1, unit));
    return set(durationText(/^other$/i.test(count) ? 2 : (numberOf(count) ?? 1), unit));
  }),
  rule(`(?:every|each)${BLANK}(?<month>${MONTH_FULL})`, ({ month = "" }) =>
    set(`XXXX-${String(monthOf(month)).padStart(2, "0")}`),
  ),
  rule(`(?:every|each)${BLANK}(?<season>${SEASON})`, ({ season = "" }) => set(`XXXX-${seasonCode(season)}`)),
  rule(
    `(?:once|twice|(?<count>${NUMBER})${BLANK}times)${BLANK}(?:an?|per)${BLANK}(?<unit>day|week|month|year|hour)`,
    ({ unit = "" }) => set(durationText(1, unit)),
  ),
  rule(`per${BLANK}(?<unit>day|week|month|year|hour)`, ({ unit = "" }) => set(durationText(1, unit))),
];

const HOW_OFTEN: Readonly<Record<string, string>> = {
  hourly: "PT1H",
  daily: "P1D",
  nightly: "P1D",
  weekly: "P1W",
  monthly: "P1M",
  yearly: "P1Y",
  annually: "P1Y",
};

/** Lengths of time, and how often. */
export const DURATIONS: readonly Rule[] = [...LENGTHS, ...SETS];
