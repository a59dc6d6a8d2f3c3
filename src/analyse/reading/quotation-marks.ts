import type { Span } from "../../model/article.ts";
import { doubledAt, isDoubled } from "./doubled-marks.ts";
import type { Paragraph, Reading } from "./reading.ts";

/** Words in marks: the span leaves the marks and the blanks beside them out. */
export type Quotation = Span & {
  /** Marks included. */
  readonly outer: Span;
  /** Index of the paragraph. */
  readonly paragraph: number;
  /** False when the paragraph ended first. */
  readonly closed: boolean;
  /** The paragraph before ended inside a quotation and this one goes on: same speaker. */
  readonly continues: boolean;
  /** In single marks, as headlines have them. */
  readonly single: boolean;
};

const OPENING = "“„«";
const CLOSING = "”»";
/** Every sign that may open or close words; all other letters of a text are passed over. */
const MARKS = `${OPENING}${CLOSING}"‘’'\``;
const BEFORE_OPENING = /^[\s([{—–\-/|:‘'’]$/u;

/** What stands around one mark; "" at the ends of the paragraph. */
type Around = { readonly mark: string; readonly before: string; readonly after: string };

const isStart = (before: string) => before === "" || BEFORE_OPENING.test(before);
const isGap = (char: string) => char === "" || /\s/u.test(char);

function opens({ mark, before, after }: Around): boolean {
  if (OPENING.includes(mark)) return mark === "«" || !isGap(after) || isStart(before);
  const isPlaced = isStart(before) && !isGap(after);
  const isGlued = /[.!?,;:]/u.test(before) && /\p{Lu}/u.test(after);
  return mark === '"' ? isPlaced || isGlued : CLOSING.includes(mark) && isPlaced && /[\p{L}\p{N}]/u.test(after);
}

/** A mark that could open a new word after a space does not close; an opening mark typed for a closing one does. */
function closes({ mark, before, after }: Around): boolean {
  if (CLOSING.includes(mark)) return true;
  if (mark === '"') return !(isGap(before) && !isGap(after));
  return OPENING.includes(mark) && !isStart(before) && !/[\p{L}\p{N}]/u.test(after);
}

const isSingleOpening = ({ mark, before, after }: Around) =>
  (mark === "‘" || mark === "'") && (before === "" || /^[\s([—–:]$/u.test(before)) && /^[\p{L}\p{N}[…]$/u.test(after);

const isSingleClosing = ({ mark, before, after }: Around) =>
  (mark === "’" || mark === "'") && !isGap(before) && !/[\p{L}\p{N}]/u.test(after);

/** "the '80s": an apostrophe. */
const isDecade = (text: string, at: number) => /^\d0s\b/.test(text.slice(at + 1, at + 5));

/** Whether a single mark after "s" may be a plural possessive: a lower-case word follows. */
function maybePossessive(text: string, at: number): boolean {
  return text.charAt(at - 1) === "s" && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 3));
}

function around(text: string, at: number, paragraph: Span): Around {
  return {
    mark: text.charAt(at),
    before: at > paragraph.start ? text.charAt(at - 1) : "",
    after: at + 1 < paragraph.end ? text.charAt(at + 1) : "",
  };
}

/** Where single marks opened at `from` end, in British style; undefined for an apostrophe. */
function singleEnd(text: string, from: number, paragraph: Span): number | undefined {
  let possessive: number | undefined;
  for (let at = from + 1; at < paragraph.end; at++) {
    const here = around(text, at, paragraph);
    if (OPENING.includes(here.mark) || here.mark === '"' || isSingleOpening(here)) break;
    if (!isSingleClosing(here)) continue;
    if (!maybePossessive(text, at)) return at;
    possessive ??= at;
  }
  return possessive;
}

type Pair = Pick<Quotation, "outer" | "closed" | "single"> & {
  /** Without the marks. */
  readonly inner: Span;
};

function pair(outer: Span, as: "closed" | "open" | "single"): Pair {
  const closed = as !== "open";
  return {
    outer,
    inner: { start: outer.start + 1, end: closed ? outer.end - 1 : outer.end },
    closed,
    single: as === "single",
  };
}

/** What single and ``doubled'' marks hold; `undefined` at any other sign. */
function smallPair(
  text: string,
  at: number,
  paragraph: Span,
): { readonly end: number; readonly pair?: Pair } | undefined {
  const here = around(text, at, paragraph);
  if (isDoubled(text, at) && isStart(here.before)) {
    const doubled = doubledAt(text, at, paragraph);
    if (doubled === undefined) return { end: at + 2 };
    return {
      end: doubled.outer.end,
      ...(doubled.quoted ? { pair: { outer: doubled.outer, inner: doubled.inner, closed: true, single: false } } : {}),
    };
  }
  if (!isSingleOpening(here) || isDecade(text, at)) return undefined;
  const end = singleEnd(text, at, paragraph);
  return end === undefined ? undefined : { end: end + 1, pair: pair({ start: at, end: end + 1 }, "single") };
}

function pairsOf(text: string, paragraph: Paragraph): Pair[] {
  const pairs: Pair[] = [];
  let open: number | undefined;
  for (let at = paragraph.start; at < paragraph.end; at++) {
    if (!MARKS.includes(text.charAt(at))) continue;
    const here = around(text, at, paragraph);
    if (open !== undefined) {
      if (!closes(here)) continue;
      pairs.push(pair({ start: open, end: at + 1 }, "closed"));
      open = undefined;
    } else if (opens(here)) open = at;
    else {
      const small = smallPair(text, at, paragraph);
      if (small?.pair !== undefined) pairs.push(small.pair);
      if (small !== undefined) at = small.end - 1;
    }
  }
  if (open !== undefined) pairs.push(pair({ start: open, end: paragraph.end }, "open"));
  return pairs;
}

function trimmed(text: string, from: number, to: number): Span {
  let [start, end] = [from, to];
  while (start < end && isGap(text.charAt(start))) start++;
  while (end > start && isGap(text.charAt(end - 1))) end--;
  return { start, end };
}

/** The mark that closes a quotation left open by the paragraph before: the first mark of this one can do nothing else. */
function lateClosing(text: string, paragraph: Paragraph): number | undefined {
  for (let at = paragraph.start; at < paragraph.end; at++) {
    const here = around(text, at, paragraph);
    if (here.mark !== '"' && !OPENING.includes(here.mark) && !CLOSING.includes(here.mark)) continue;
    return closes(here) && !opens(here) ? at : undefined;
  }
  return undefined;
}

/** "John “Jack” Smith": one word in marks inside a name belongs to the name. */
function isNickname(text: string, { start, end }: Span, outer: Span): boolean {
  if (/[\s,.!?]/u.test(text.slice(start, end).replace(/(?:\p{L}\.)+$/u, ""))) return false;
  return (
    /\p{Lu}[\p{L}.’'-]* $/u.test(text.slice(Math.max(0, outer.start - 24), outer.start)) &&
    /^ \p{Lu}\p{Ll}/u.test(text.slice(outer.end, outer.end + 3))
  );
}

/**
 * All quotations of a text, in order, without overlaps; none in cross-link lines. Left out are marks around no letter
 * or digit, and nicknames.
 */
export function pairQuotationMarks({ text, paragraphs }: Reading): Quotation[] {
  const quotations: Quotation[] = [];
  let open: Quotation | undefined;
  paragraphs.forEach((paragraph, index) => {
    if (paragraph.crosslink) return;
    const late = open === undefined ? undefined : lateClosing(text, paragraph);
    if (open !== undefined && late !== undefined) quotations[quotations.length - 1] = closedLate(text, open, late);
    const from = late === undefined ? paragraph.start : late + 1;
    const found = quotationsOf(text, { ...paragraph, start: from }, index, open !== undefined && late === undefined);
    quotations.push(...found.quotations);
    open = found.isOpen ? quotations.at(-1) : undefined;
  });
  return quotations;
}

function closedLate(text: string, open: Quotation, late: number): Quotation {
  const span = trimmed(text, open.start, late);
  return { ...open, ...span, outer: { start: open.outer.start, end: late + 1 }, closed: true };
}

function quotationsOf(text: string, paragraph: Paragraph, index: number, follows: boolean) {
  const quotations: Quotation[] = [];
  const pairs = pairsOf(text, paragraph);
  const lead = trimmed(text, paragraph.start, paragraph.end).start;
  for (const { outer, inner, closed, single } of pairs) {
    const span = trimmed(text, inner.start, inner.end);
    if (!/[\p{L}\p{N}]/u.test(text.slice(span.start, span.end)) || isNickname(text, span, outer)) continue;
    const continues = follows && outer.start === lead;
    quotations.push({ ...span, outer, paragraph: index, closed, single, continues });
  }
  return { quotations, isOpen: quotations.at(-1)?.closed === false };
}
