import { NUMBER, numberOf, ordinalOf } from "../number-words.ts";
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

/** "came days after the coup", "Hours before the vote, …". */
const STARTS_CLAUSE = /(?:^|[.,;:”"\n]\s*|(?:\p{L}ed|came|just|only|mere|barely|even|is|was|and)\s+)$/u;

const LENGTHS: readonly Rule[] = [
  rule(
    `${ABOUT}${REACH}(?<count>${NUMBER})(?:(?:${BLANK}to${BLANK}|${BLANK}or${BLANK}|-)${NUMBER})?(?<gap>[- ]|${BLANK})(?:consecutive${BLANK}|straight${BLANK}|full${BLANK}|more${BLANK})?(?<unit>${UNIT})(?:[- ]long)?`,
    ({ count = "", unit = "" }, { before, after }) => {
      const amount = numberOf(count);
      if (/^['’]?\sWar\b/.test(after) || isAge(after) || isTimeOfDay(count, unit, before)) return undefined;
      if (isAlways(`${count} ${unit}`, after) || isQuotedTitle(unit, { before, after })) return undefined;
      if (unit.toLowerCase() === "night" && amount !== 1) return undefined;
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
  rule(`(?<unit>(?:hour|day|week|month|year|decade)(?<many>s)?)-?long`, ({ unit = "", many }) =>
    duration(many === undefined ? durationText(1, unit) : vague(unit)),
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
      (/\bthe\s+$/i.test(before) && /^\s(?:before|since|after|following|that followed|leading)\b/.test(after)) ||
      (/^\s(?:before|after)\b/.test(after) && STARTS_CLAUSE.test(before))
        ? duration(vague(unit))
        : undefined,
  ),
  rule(`(?:the${BLANK})?(?<unit>hours|days|weeks|months|years)${BLANK}(?:ahead|to${BLANK}come)`, ({ unit = "" }) =>
    duration(vague(unit)),
  ),
  rule(`${ABOUT}(?:an?|one)${BLANK}(?<unit>second|minute|hour|day|week|month|quarter|year|decade|century)`, single),
];

const LASTS =
  "war|conflict|truce|cease-?fire|siege|blockade|offensive|insurgency|campaign|government|dispute|crisis|ban|curfew|regime|" +
  "agreement|treaty|strike|uprising|occupation|lockdown|standoff|law";
const AGE = new RegExp(`^(?:(?:-|\\s)olds?\\b(?!\\s(?:\\p{L}+\\s)?(?:${LASTS})\\b)|[\\s-]of[\\s-]age\\b)`, "iu");

/** The age of a person tells nothing of when something happened; that of a war does. */
function isAge(after: string): boolean {
  return AGE.test(after);
}

const WITHOUT_PAUSE = /\b(?:(?:24|twenty-four)\shours|(?:7|seven)\sdays|365\sdays)\s*$/i;

/** "24 hours a day" says that something never pauses, and no length. */
function isAlways(words: string, after: string): boolean {
  return WITHOUT_PAUSE.test(words) && /^,?\s(?:an?|per)\s(?:day|week|year)\b/i.test(after);
}

/** "60 Minutes", between quotation marks and with a capital letter, is the name of a work. */
function isQuotedTitle(unit: string, { before, after }: { before: string; after: string }): boolean {
  return /^\p{Lu}/u.test(unit) && /["“‘'`]$/.test(before) && /^[.,]?["”’']/.test(after);
}

/** "at 1200 hours" is a time of the day. */
function isTimeOfDay(count: string, unit: string, before: string): boolean {
  if (!/^(?:[01]\d|2[0-4])[0-5]\d$/.test(count) || !/^hours$/i.test(unit)) return false;
  return count.startsWith("0") || /\b(?:at|by|around|about|until|till|from|since|to|between)\s+$/i.test(before);
}

/** "for a week" is a length; "four times a week" tells how often. A bare "a week" may be either, or part of a name. */
function single(
  { unit = "" }: Readonly<Record<string, string | undefined>>,
  context: { before: string; after: string },
  words: string,
) {
  const one = durationText(1, unit);
  if (!/^an?\s/i.test(words)) return duration(one);
  if (WITHOUT_PAUSE.test(context.before)) return undefined;
  if (/(?:\d|\b(?:dozens|hundreds|thousands|millions) of)\s\p{L}+s\s+$/u.test(context.before)) return set(one);
  if (/\b(?:once|twice|times|percent|people|dollars|million|billion|hours|days|\d[\d,.]*)\s+$/i.test(context.before))
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
    // "every second man" counts men.
    if (unit.toLowerCase() === "second") return undefined;
    if (count === undefined) return set(durationText(1, unit));
    return set(durationText(/^other$/i.test(count) ? 2 : (numberOf(count) ?? 1), unit));
  }),
  rule(
    `every${BLANK}(?:other|second|(?<nth>third|fourth|fifth|sixth))${BLANK}(?<unit>${UNIT}|${WEEKDAY})`,
    ({ nth, unit = "" }) => set(durationText(ordinalOf(nth ?? "second") ?? 2, isWeekday(unit) ? "week" : unit)),
  ),
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

function isWeekday(word: string): boolean {
  return weekdayNumber(word) > 0 && /day$/i.test(word);
}

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
