import { englishMonth, monthAmong } from "./months.ts";
import { namedOffset, zoneOffset } from "./zones.ts";

/** No time is longer; what follows is not read. */
const MAX_LENGTH = 100;
const MINUTE_MS = 60_000;
/** Two-digit years below this are of our century. */
const CENTURY_TURN = 70;

type Parts = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** Minutes east of UTC; undefined when the text names no zone. */
  readonly offset: number | undefined;
};

const MIDNIGHT = { hour: 0, minute: 0, second: 0, millisecond: 0, offset: undefined };

function toDate(parts: Parts, zone: string | undefined): Date | undefined {
  const { year, month, day, hour, minute, second, millisecond } = parts;
  const local = Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59), millisecond);
  const midnight = new Date(Date.UTC(year, month - 1, day));
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return undefined;
  if (hour > 24 || minute > 59 || second > 60) return undefined;
  const offset = parts.offset ?? (zone === undefined ? 0 : zoneOffset(zone, local));
  const date = new Date(local - offset * MINUTE_MS);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year + (year < CENTURY_TURN ? 2000 : 1900);
}

/** "+05:30", "-0500", "+2", "Z", "PKT", "GMT+0200". Undefined: no zone. */
function readOffset(text: string, zone: string | undefined): number | undefined {
  const numeric = /^(?:utc|gmt|z)?\s?([+-])(\d{1,2}):?(\d\d)?$/i.exec(text);
  if (numeric === null) return namedOffset(text, zone);
  const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
  return numeric[1] === "-" ? -minutes : minutes;
}

const ISO =
  /^(\d{4})(?:-(\d\d?)(?:-(\d\d?))?|(\d\d)(\d\d))?(?:(?:\s*T\s*|\s+)(\d\d?):?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?)?\s*([+-][\d:]+|[a-z]{1,4})?$/i;

function readIso(text: string, zone: string | undefined): Date | undefined {
  const ordinal = readOrdinal(text);
  if (ordinal !== undefined) return ordinal;
  const found = ISO.exec(text);
  if (found === null) return undefined;
  const [, year = "", dashedMonth, dashedDay, month, day, hour, minute, second, fraction, offset] = found;
  const parts = {
    year: Number(year),
    month: Number(dashedMonth ?? month ?? 1),
    day: Number(dashedDay ?? day ?? 1),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    millisecond: Number((fraction ?? "").padEnd(3, "0").slice(0, 3)),
    offset: offset === undefined ? undefined : readOffset(offset, zone),
  };
  return toDate(parts, zone);
}

/** The usual form of RSS, read before a look at anything else: "Sat, 10 May 2025 10:00:00 +0530". */
const USUAL = /^[A-Z][a-z]{2}, (\d\d?) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) (GMT|[+-]\d{4})$/;

function readUsual(text: string): Date | undefined {
  const found = USUAL.exec(text);
  if (found === null) return undefined;
  const [, day, name = "", year, hour, minute, second, zone = ""] = found;
  const month = englishMonth(name.toLowerCase());
  if (month === undefined) return undefined;
  const offset = zone === "GMT" ? 0 : readOffset(zone, undefined);
  const [days, clock] = [
    { year: Number(year), month, day: Number(day) },
    { hour: Number(hour), minute: Number(minute), second: Number(second), millisecond: 0 },
  ];
  return toDate({ ...days, ...clock, offset }, undefined);
}

/** The day of a year: "2025-130". */
function readOrdinal(text: string): Date | undefined {
  const found = /^(\d{4})-(\d{3})$/.exec(text);
  return found === null ? undefined : new Date(Date.UTC(Number(found[1]), 0, Number(found[2])));
}

function readEpoch(text: string): Date | undefined {
  if (/^\d{10}$/.test(text)) return new Date(Number(text) * 1000);
  return /^\d{13}$/.test(text) ? new Date(Number(text)) : undefined;
}

type Clock = Pick<Parts, "hour" | "minute" | "second" | "millisecond">;
type Day = Pick<Parts, "year" | "month" | "day">;

const CLOCK =
  /(?:^|[\sT,])(\d{1,2})(?:[:.](\d\d)(?:[:.](\d\d)(?:[.,](\d{1,9}))?)?)?\s?([ap])\.?m\b|(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?/i;

/** The time of day in a text, and the text around it. */
function takeClock(text: string): { clock: Clock; before: string; after: string } {
  const found = CLOCK.exec(text);
  if (found === null) return { clock: MIDNIGHT, before: text, after: "" };
  const half = found[5]?.toLowerCase();
  const hour = Number(found[1] ?? found[6]);
  const clock = {
    hour: half === undefined ? hour : (hour % 12) + (half === "p" ? 12 : 0),
    minute: Number(found[2] ?? found[7] ?? 0),
    second: Number(found[3] ?? found[8] ?? 0),
    millisecond: Number((found[4] ?? found[9] ?? "").padEnd(3, "0").slice(0, 3)),
  };
  return { clock, before: text.slice(0, found.index), after: text.slice(found.index + found[0].length) };
}

/** Days in figures: year first, or day first. Month first is believed only when day first is impossible. */
function dayInFigures(text: string): Day | undefined {
  const yearFirst = /\b(\d{4})[./年년-]\s?(\d{1,2})[./月월-]\s?(\d{1,2})(?!\d)/.exec(text);
  if (yearFirst) return { year: Number(yearFirst[1]), month: Number(yearFirst[2]), day: Number(yearFirst[3]) };
  const other = /\b(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d\d)(?!\d)/.exec(text);
  if (other === null) return undefined;
  const [first, second, year] = [Number(other[1]), Number(other[2]), fullYear(other[3] ?? "")];
  return second > 12 ? { year, month: first, day: second } : { year, month: second, day: first };
}

/** Days with the month's name: "Sat, 10 May 2025", "May 10th, 2025", "10-May-25", "10 mai 2025". */
function dayInWords(text: string): Day | undefined {
  const month = monthAmong(text.match(/\p{L}[\p{L}\p{M}.’']*/gu) ?? []);
  if (month === undefined) return undefined;
  const numbers = text.match(/\d+/g) ?? [];
  const year = numbers.find((digits) => digits.length === 4) ?? numbers[1];
  const day = numbers.find((digits) => digits !== year && digits.length <= 2);
  if (year === undefined || day === undefined) return undefined;
  return { year: fullYear(year), month, day: Number(day) };
}

function zoneIn(text: string, zone: string | undefined): number | undefined {
  const numeric = /(?:^|[\s(a-z])([+-]\d{1,2}:?(?:\d\d)?)(?!\d)/i.exec(text);
  if (numeric?.[1] !== undefined) return readOffset(numeric[1], zone);
  const names = text.match(/\b[a-z]{1,5}\b/gi) ?? [];
  return names.map((name) => namedOffset(name, zone)).find((offset) => offset !== undefined);
}

function readFreely(text: string, zone: string | undefined): Date | undefined {
  const { clock, before, after } = takeClock(text);
  const days = `${before} ${after}`;
  const day = dayInWords(before) ?? dayInFigures(before) ?? dayInWords(days) ?? dayInFigures(days);
  return day && toDate({ ...day, ...clock, offset: zoneIn(after, zone) }, zone);
}

/** Digits of Arabic, Urdu, Hindi and Bengali feeds as ours. */
function plainDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹०-९০-৯]/g, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = [0x660, 0x6f0, 0x966, 0x9e6].findLast((start) => code >= start) ?? code;
    return String(code - zero);
  });
}

/**
 * The instant that a feed's text names: ISO 8601, RFC 822 with month names of many languages, days in figures, epoch
 * seconds. A time without a zone is of the feed's IANA zone, or else UTC, never of the machine's. Undefined when the
 * text names no day.
 */
export function parseTime(text: string, zone?: string): Date | undefined {
  const usual = readUsual(text);
  if (usual !== undefined) return usual;
  const plain = plainDigits(text.slice(0, MAX_LENGTH)).replace(/\s+/g, " ").trim();
  return readIso(plain, zone) ?? readEpoch(plain) ?? readFreely(plain, zone);
}
